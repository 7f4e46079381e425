"""A saved web page to Document: a report that was published as a page is still a report."""

from __future__ import annotations

from extractors.document import Document
from extractors.readers.encoding import decoded
from extractors.readers.errors import damaged
from extractors.readers.html.page import blocks_of
from extractors.readers.limits import refuse_above

MEDIA_TYPE = "text/html"


def read(content: bytes) -> Document:
    """The Document of an HTML file: its paragraphs and tables, without scripts, styles and the head."""
    text = decoded(content)
    if text is None:
        raise damaged("อ่านรหัสอักขระไม่ได้ / unknown character encoding")
    refuse_above("characters", len(text))
    return Document(media_type=MEDIA_TYPE, text_source="text", blocks=tuple(blocks_of(text)))
