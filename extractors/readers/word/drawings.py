"""What hangs on a paragraph as a drawing: pictures, text boxes, diagrams, charts, in the old form too."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractors.document import Picture
from extractors.readers.word.names import DGM, MC, A, C, Element, R, V, W
from extractors.readers.word.relations import address, related, root_of

if TYPE_CHECKING:
    from docx.opc.part import Part


@dataclass(slots=True)
class Drawn:
    """What a drawing holds: ``boxes`` are the ``w:txbxContent`` of text boxes, ``lines`` stand in diagrams."""

    pictures: list[Picture] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)


def chosen(alternatives: Element) -> Element:
    """The branch of ``mc:AlternateContent`` that counts: the first Choice, else the Fallback."""
    for name in ("Choice", "Fallback"):
        branch = alternatives.find(MC + name)
        if branch is not None:
            return branch
    return ()


def read_drawing(drawing: Element, part: Part) -> Drawn:
    """All that a drawing holds, groups looked through; never the Fallback, which repeats the Choice."""
    drawn = Drawn()
    pending = list(drawing)[::-1]
    while pending:
        element = pending.pop()
        if element.tag == MC + "AlternateContent":
            element = chosen(element)
        elif element.tag == W + "txbxContent":
            drawn.boxes.append(element)
            continue
        elif element.tag == A + "blip":
            drawn.pictures += _pictures(related(part, element.get(R + "embed")))
        elif element.tag in (V + "imagedata", C + "chart"):
            drawn.pictures += _pictures(related(part, element.get(R + "id")))
        elif element.tag == DGM + "relIds":
            drawn.lines += _diagram_lines(related(part, element.get(R + "dm")))
        elif element.tag == A + "hlinkClick":
            drawn.links.append(address(part, element.get(R + "id")))
        pending.extend(list(element)[::-1])
    return drawn


def _pictures(part: Part | None) -> list[Picture]:
    if part is None:
        return []
    width_px, height_px = _size_px(part.blob)
    return [Picture(None, None, width_px, height_px, str(part.partname).lstrip("/"))]


def _diagram_lines(part: Part | None) -> list[str]:
    """The texts of a SmartArt diagram (mostly an organisation chart), which has a part of its own."""
    if part is None:
        return []
    paragraphs = root_of(part).iter(A + "p")
    lines = ("".join(text.text or "" for text in paragraph.iter(A + "t")) for paragraph in paragraphs)
    return [line for line in lines if line.strip()]


def _size_px(blob: bytes) -> tuple[int, int]:
    from docx.image.image import Image

    try:
        picture = Image.from_blob(blob)
        return picture.px_width, picture.px_height
    except Exception:
        # a picture of a kind that python-docx does not know (EMF, WebP, a chart), or a broken one
        return 0, 0
