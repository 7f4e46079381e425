"""Pictures on a PDF page that hold text or a table: what is read in them joins the page's own ink.

A scanned page is one picture over the page; one that lies on its side or upside down is turned first. Pages with no
picture large enough to hold text never come here further than ``may_be_read``, and OCR is not imported for them.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from extractors.document import Page, PictureNote, Remark
from extractors.grids.edges import Edges
from extractors.grids.words import Characters, Word
from extractors.readers.limits import allows, limits
from extractors.readers.pdf.ink import Ink
from extractors.readers.pdf.paths import Image
from extractors.readers.pdf.render import is_flat, px_per_pt, rendered
from extractors.readers.pdf.scans import is_scan, why_left, words_over
from extractors.readers.pdf.turning import Turn, turned_image, turned_ink
from extractors.readers.progress import step

if TYPE_CHECKING:
    from extractors.ocr import Figure, Frame, Grey, Read


@dataclass(slots=True)
class PageShown:
    """A page; ``ink`` has all that was read in its pictures, ``figures`` are the doubtful ones among it.

    ``ink`` and ``figures`` are those of the page as ``turn`` turned it, everything else of the page as displayed.
    """

    page: Page
    ink: Ink
    figures: list[Figure] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    notes: list[PictureNote] = field(default_factory=list)
    turn: Turn | None = None


def source_of(pages: Sequence[Page], notes: Sequence[PictureNote]) -> Literal["text_layer", "ocr", "mixed"]:
    """Where the text of the document comes from."""
    if all(note.decision == "left" for note in notes):
        return "text_layer"
    return "ocr" if all(page.text_source != "text_layer" for page in pages) else "mixed"


def with_pictures_read(page: Any, shown: PageShown) -> PageShown:
    """The page with what its pictures say, and a note for each of them; ``page`` is its raw FPDF_PAGE."""
    images = shown.ink.images
    scan = next((image for image in images if is_scan(image, shown.ink) and not why_left(image, shown.ink)), None)
    if scan is not None:
        _turn(page, shown, scan)
    for image in images:
        placed = turned_image(image, shown.turn) if shown.turn else image
        why = why_left(placed, shown.ink)  # a scan's second layer is covered by what was read in the first
        note = PictureNote("left", why or "large", shown.page.number, image.box, image.width_px, image.height_px)
        shown.notes.append(note if why else _read(page, shown, image, placed, note))
    return shown


def _turn(page: Any, shown: PageShown, scan: Image) -> None:
    """Turns the page's ink where its scan surely lies on its side or upside down."""
    if not _may_be_looked_at(page, scan):
        return
    from extractors.ocr import quarter_turns

    step()
    try:
        quarters = quarter_turns(rendered(page, scan.box, px_per_pt(scan)), time.monotonic() + limits().picture_s)
    except (OSError, subprocess.SubprocessError):
        return
    if quarters:
        shown.turn = Turn(quarters, shown.ink.width_pt, shown.ink.height_pt)
        shown.ink = turned_ink(shown.ink, shown.turn)


def _may_be_looked_at(page: Any, image: Image) -> bool:
    return allows("picture_megapixels", image.width_px * image.height_px / 1_000_000) and not is_flat(page, image.box)


def _read(page: Any, shown: PageShown, image: Image, placed: Image, note: PictureNote) -> PictureNote:
    """Reads the picture into the page's ink; the note says what became of it.

    ``image`` is the picture on the page as displayed, ``placed`` the same on the page as turned.
    """
    step()
    if not allows("picture_megapixels", image.width_px * image.height_px / 1_000_000):
        return note
    if is_flat(page, image.box):
        return replace(note, reason="plain")
    from extractors.ocr import Frame, turned
    from extractors.readers.recognition import recognised

    quarters, scale = shown.turn.quarters if shown.turn else 0, px_per_pt(image)
    grey = turned(rendered(page, image.box, scale), quarters)
    frame = Frame(placed.box.x0, placed.box.top, scale)
    _wipe(grey, frame, words_over(placed, shown.ink))
    came = recognised(grey, frame, note, scanned=is_scan(image, shown.ink))
    shown.remarks += came.remarks
    if came.read is None:
        return came.note
    shown.ink = _joined(shown.ink, placed, came.read)
    shown.figures += [figure for figure in came.read.figures if figure.doubtful]
    if shown.page.text_source == "none":
        shown.page = replace(shown.page, text_source="ocr")
    return replace(came.note, turned_degrees=90 * quarters)


def _wipe(grey: Grey, frame: Frame, words: Sequence[Word]) -> None:
    """Leaves out what the text layer itself prints over the picture: it would be read twice."""
    for word in words:
        left, top = (word.x0 - frame.x0) * frame.px_per_pt, (word.top - frame.top) * frame.px_per_pt
        right, bottom = (word.x1 - frame.x0) * frame.px_per_pt, (word.bottom - frame.top) * frame.px_per_pt
        grey[max(0, round(top)) : max(0, round(bottom)), max(0, round(left)) : max(0, round(right))] = 255


def _joined(ink: Ink, image: Image, read: Read) -> Ink:
    """The ink with what was read; the picture itself is no longer there."""
    own, other = ink.characters, read.characters
    start = len(own.text)
    angle_of = own.angle_of
    characters = Characters(
        own.text + other.text,
        own.x0 + other.x0,
        own.top + other.top,
        own.x1 + other.x1,
        own.bottom + other.bottom,
        lambda place: angle_of(place) if place < start else 0.0,
    )
    words = [*ink.words, *(word._replace(first=word.first + start, end=word.end + start) for word in read.words)]
    edges = Edges(ink.edges.horizontal + read.edges.horizontal, ink.edges.vertical + read.edges.vertical)
    images = tuple(other for other in ink.images if other != image)
    return replace(ink, words=words, characters=characters, edges=edges, images=images)
