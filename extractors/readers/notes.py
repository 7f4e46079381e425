"""What became of a document's pictures, in few words: for the report, and for people where something is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from extractors.document import PictureNote, Remark

_MOST_PAGES_NAMED = 20


def summed_up(notes: Iterable[PictureNote]) -> tuple[PictureNote, ...]:
    """The notes, those of one page that were left for the same reason as one with their count.

    A page may bear thousands of little pictures; each that was read stands for itself.
    """
    found: list[PictureNote] = []
    alike: dict[tuple[int | None, str], int] = {}
    for note in notes:
        key = note.page, note.reason
        if note.decision == "left" and key in alike:
            known = found[alike[key]]
            found[alike[key]] = PictureNote("left", known.reason, known.page, count=known.count + note.count)
            continue
        if note.decision == "left":
            alike[key] = len(found)
        found.append(note)
    return tuple(found)


def missing_program(notes: Sequence[PictureNote]) -> list[Remark]:
    """One remark for all pictures that were left because nothing here can read them."""
    unread = [note for note in notes if note.reason == "no_program"]
    if not unread:
        return []
    from extractors.ocr import PACKAGES

    pages = sorted({note.page for note in unread if note.page is not None})
    arguments = {
        "packages": PACKAGES,
        "count": str(sum(note.count for note in unread)),
        "pages": _named(pages) or "-",
    }
    return [Remark("W_OCR_NOT_INSTALLED", pages[0] if pages else None, arguments=tuple(arguments.items()))]


def read_remark(note: PictureNote) -> Remark:
    """The remark about a picture that was read."""
    code = "I_PICTURE_READ_GRID" if note.decision == "grid" else "I_PICTURE_READ_TEXT"
    return Remark(code, note.page, note.box)



def _named(pages: Sequence[int]) -> str:
    """``1-3, 7``; the first of them where there are many."""
    runs = []
    for _, run in groupby(enumerate(pages), lambda pair: pair[1] - pair[0]):
        numbers = [page for _, page in run]
        runs.append(str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}")
    return ", ".join(runs[:_MOST_PAGES_NAMED]) + ("…" if len(runs) > _MOST_PAGES_NAMED else "")
