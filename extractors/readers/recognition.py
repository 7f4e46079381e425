"""A picture looked at and, where it holds text or a table, read; and in every case a note that says why.

Recognition runs in a process of its own (Tesseract) against the clock of one picture: whatever happens to it, the
document's other pages and pictures are read.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractors.document import PictureNote, Remark
from extractors.readers.limits import CODES, limits
from extractors.readers.notes import read_remark

if TYPE_CHECKING:
    from extractors.ocr import Frame, Grey, Read, Seen


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came of a picture; ``seen`` and ``read`` only where it was read."""

    note: PictureNote
    remarks: tuple[Remark, ...] = ()
    seen: Seen | None = None
    read: Read | None = None


def recognised(
    grey: Grey, placed: Frame | Callable[[float], Frame], note: PictureNote, *, scanned: bool
) -> Recognised:
    """The picture read. ``placed`` is its frame as ``seen_in`` takes it; ``note`` says where it stands.

    Of a ``scanned`` page every line counts, of another picture only what looks like a table or a text.
    """
    from extractors.ocr import installed, look, read_picture, seen_in

    seen = seen_in(grey, placed, scanned=scanned)
    kind = look(seen)
    if kind == "grid":
        note = replace(note, decision="grid", reason="cells")
    elif kind == "text":
        note = replace(note, decision="text", reason="lines")
    elif scanned and kind == "drawing" and seen.regions[-1].lines:
        note = replace(note, decision="text", reason="scan")
    else:
        return Recognised(replace(note, decision="left", reason=kind))
    if not installed():
        return Recognised(replace(note, decision="left", reason="no_program"))
    try:
        read = read_picture(seen, time.monotonic() + limits().picture_s)
    except subprocess.TimeoutExpired:
        late = Remark(CODES["picture_s"], note.page, note.box, (("limit", f"{limits().picture_s:,}"),))
        return Recognised(replace(note, decision="left", reason="slow"), (late,))
    except (OSError, subprocess.SubprocessError):
        return Recognised(
            replace(note, decision="left", reason="failed"), (Remark("W_PICTURE_UNREAD", note.page, note.box),)
        )
    return Recognised(note, (read_remark(note),), seen, read)
