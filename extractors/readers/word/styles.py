"""What a paragraph's style says about it: numbering, entry of a table of contents, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.readers.word.names import Element, W, is_on, value

_CONTENTS_STYLE = re.compile(r"(?:toc|table of figures|สารบัญ)\s*\d*", re.IGNORECASE)


class Styles:
    """The styles of a document by id. ``root`` is ``w:styles``, or None where the package has none."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(W + "style")
        self._by_id: dict[str, Element] = {style.get(W + "styleId", ""): style for style in elements}
        self._default = next(
            (
                style.get(W + "styleId", "")
                for style in elements
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
            ),
            "",
        )
        self._numberings: dict[str, tuple[str, Element] | None] = {}
        self._hidden: dict[str, bool] = {}
        self._contents: dict[str, bool] = {}

    def of_paragraph(self, properties: Element | None) -> str:
        """The id of the paragraph style in force."""
        return value(properties, "pStyle") or self._default

    def numbering_of(self, style_id: str) -> tuple[str, Element] | None:
        """The ``w:numPr`` of the style or of one it is based on, and the id of the style that states it."""
        if style_id not in self._numberings:
            found = ((style, style.find(f"{W}pPr/{W}numPr")) for style in self._chain(style_id))
            self._numberings[style_id] = next(
                ((style.get(W + "styleId", ""), stated) for style, stated in found if stated is not None),
                None,
            )
        return self._numberings[style_id]

    def is_contents(self, style_id: str) -> bool:
        if style_id not in self._contents:
            self._contents[style_id] = any(
                _CONTENTS_STYLE.fullmatch(value(style, "name") or "") for style in self._chain(style_id)
            )
        return self._contents[style_id]

    def hides(self, style_id: str) -> bool:
        """Whether text of a character or paragraph style is hidden (``w:vanish``)."""
        if style_id not in self._hidden:
            stated = (style.find(W + "rPr") for style in self._chain(style_id))
            first = next(
                (run for run in stated if run is not None and run.find(W + "vanish") is not None), None
            )
            self._hidden[style_id] = is_on(first, "vanish")
        return self._hidden[style_id]

    def _chain(self, style_id: str) -> Iterator[Element]:
        """The style and those it is based on, nearest first; a circle of styles ends the walk."""
        seen: set[str] = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = value(style, "basedOn") or ""
