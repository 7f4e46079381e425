"""Names of WordprocessingML elements and attributes, in the form lxml uses (``{namespace}name``)."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

Element = Any  # lxml's element: its stubs do not cover the iteration over comments and instructions

# Elements that only wrap: content controls, custom XML, smart tags, inserted and moved-here text.
TRANSPARENT = frozenset(
    W + name
    for name in (
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "moveTo",
        "dir",
        "bdo",
        "rubyBase",
        "ruby",
    )
)


def is_on(parent: Element | None, name: str) -> bool:
    """Whether an on/off property such as ``w:vanish`` is among a parent's children and not switched off."""
    found = parent.find(W + name) if parent is not None else None
    return found is not None and found.get(W + "val", "1") not in ("0", "false", "off")


def whole_number(text: str | None, default: int) -> int:
    """An attribute that should be a whole number, or the default where it is absent or nonsense."""
    try:
        return int(float(text)) if text else default
    except (ValueError, OverflowError):
        return default


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of a child, or None."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else found.get(W + "val")
