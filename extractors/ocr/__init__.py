"""What pictures say: scanned pages and pasted pictures -> words, ruling lines and figures, each in its place.

``look_at`` takes a picture apart and says whether it holds something to read; ``read_picture`` reads it. What is read
is handed on as if a text layer had held it, so that tables and paragraphs are made by the code that makes all others.
Imported only when a document has a picture that is large enough to hold text.
"""

from __future__ import annotations

from extractors.ocr.doubts import with_doubts
from extractors.ocr.looks import Look, look
from extractors.ocr.orientation import quarter_turns, turned
from extractors.ocr.program import PACKAGES, installed
from extractors.ocr.raster import Grey
from extractors.ocr.reader import Figure, Read, read_picture
from extractors.ocr.seen import Frame, Seen, seen_in

__all__ = [
    "PACKAGES",
    "Figure",
    "Frame",
    "Grey",
    "Look",
    "Read",
    "Seen",
    "installed",
    "look",
    "quarter_turns",
    "read_picture",
    "seen_in",
    "turned",
    "with_doubts",
]
