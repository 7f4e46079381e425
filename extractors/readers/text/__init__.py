"""Plain text and Markdown to Document: what an OCR or a converter left of a report."""

from __future__ import annotations

from extractors.document import Document
from extractors.readers.encoding import decoded
from extractors.readers.errors import damaged
from extractors.readers.limits import refuse_above
from extractors.readers.sniff import is_markdown
from extractors.readers.text.blocks import blocks_of


def read(content: bytes) -> Document:
    """The Document of a text file. Markdown's marks come off; the media type tells if it had any."""
    text = decoded(content)
    if text is None:
        raise damaged("อ่านรหัสอักขระไม่ได้ / unknown character encoding")
    refuse_above("characters", len(text))
    media_type = "text/markdown" if is_markdown(text) else "text/plain"
    return Document(media_type=media_type, text_source="text", blocks=tuple(blocks_of(text)))
