"""What the glyphs of a PDF really are, whatever its text layer says of them.

``Decoder`` is the door: cheap to ask on a clean page, and on a suspicious one it gives the true text of each
wrong character. It looks at the embedded font programs themselves: their tables first, then the outlines.
"""

from extractors.glyphs.decoder import Decoder

__all__ = ["Decoder"]
