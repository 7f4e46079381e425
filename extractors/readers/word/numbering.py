"""The numbers that Word prints but does not store in the text: ``1.``, ``๒.๑)``, ``ก)``, ``•``.

After ECMA-376 part 1, 17.9. Paragraphs must be asked for in document order: each one counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.readers.counting import number_as
from extractors.readers.word.names import Element, W, is_on, value, whole_number
from extractors.readers.word.styles import Styles
from extractors.readers.word.symbols import bullet

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    number_format: str
    text: str
    suffix: str
    restart_after: int | None
    legal: bool


@dataclass(slots=True)
class _List:
    """A ``w:num``: its levels, and the levels whose count it starts anew on its first use."""

    abstract_id: str
    levels: dict[int, _Level]
    overridden: set[int] = field(default_factory=set)


class Numbering:
    """The lists of a document and how far each has counted. ``root`` is ``w:numbering`` or None."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, _List] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is None:
            return
        for abstract in root.findall(W + "abstractNum"):
            self._abstract[abstract.get(W + "abstractNumId", "")] = abstract
        numbers = {number.get(W + "numId", ""): number for number in root.findall(W + "num")}
        for number_id, number in numbers.items():
            self._lists[number_id] = self._list_of(number, numbers)

    def label(self, properties: Element | None, style_id: str) -> str:
        """What Word prints before this paragraph, with the space after it; empty where it prints nothing."""
        number_id, level = self._place(properties, style_id)
        chosen = self._lists.get(number_id)
        if chosen is None or level not in chosen.levels:
            return ""
        self._count(chosen, level)
        shape = chosen.levels[level]
        text = bullet(shape.text) if shape.number_format == "bullet" else self._printed(chosen, level)
        return text + ("" if shape.suffix == "nothing" else " ") if text else ""

    def _place(self, properties: Element | None, style_id: str) -> tuple[str, int]:
        """The list and level of a paragraph: stated on it, or by its style (17.9.18, 17.9.23)."""
        stated = properties.find(W + "numPr") if properties is not None else None
        number_id, level = value(stated, "numId"), value(stated, "ilvl")
        if number_id is None:
            inherited = self._styles.numbering_of(style_id)
            if inherited is None:
                return "", 0
            owner, numbering = inherited
            number_id = value(numbering, "numId") or ""
            if level is None:
                level = value(numbering, "ilvl")
            if level is None:
                level = str(self._style_levels.get((number_id, owner), 0))
        return number_id, min(max(whole_number(level, 0), 0), _LEVELS - 1)

    def _list_of(self, number: Element, numbers: dict[str, Element]) -> _List:
        number_id = number.get(W + "numId", "")
        abstract_id = value(number, "abstractNumId") or ""
        abstract = self._abstract.get(abstract_id)
        linked = value(abstract, "numStyleLink")
        if linked:  # the levels stand with the style's own list (17.9.21)
            inherited = self._styles.numbering_of(linked)
            target = numbers.get(value(inherited[1], "numId") or "") if inherited else None
            abstract_id = value(target, "abstractNumId") or abstract_id
            abstract = self._abstract.get(abstract_id)
        chosen = _List(abstract_id, {})
        for element in [] if abstract is None else abstract.findall(W + "lvl"):
            self._add_level(chosen, number_id, element)
        for override in number.findall(W + "lvlOverride"):
            level = whole_number(override.get(W + "ilvl"), 0)
            element = override.find(W + "lvl")
            if element is not None:
                self._add_level(chosen, number_id, element)
            start = value(override, "startOverride")
            if start is not None and level in chosen.levels:
                old = chosen.levels[level]
                chosen.levels[level] = _Level(
                    whole_number(start, 1),
                    old.number_format,
                    old.text,
                    old.suffix,
                    old.restart_after,
                    old.legal,
                )
                chosen.overridden.add(level)
        return chosen

    def _add_level(self, chosen: _List, number_id: str, element: Element) -> None:
        level = whole_number(element.get(W + "ilvl"), 0)
        if not 0 <= level < _LEVELS:
            return
        number_format = next(element.iter(W + "numFmt"), None)
        restart = value(element, "lvlRestart")
        chosen.levels[level] = _Level(
            start=whole_number(value(element, "start"), 1),
            number_format="decimal" if number_format is None else number_format.get(W + "val", "decimal"),
            text=value(element, "lvlText") or "",
            suffix=value(element, "suff") or "tab",
            restart_after=None if restart is None else whole_number(restart, 0),
            legal=is_on(element, "isLgl"),
        )
        style = value(element, "pStyle")
        if style:
            self._style_levels[number_id, style] = level

    def _count(self, chosen: _List, level: int) -> None:
        counts = self._counts.setdefault(chosen.abstract_id, [None] * _LEVELS)
        start, current = chosen.levels[level].start, counts[level]
        if level in chosen.overridden:
            chosen.overridden.discard(level)
            current = None
        counts[level] = start if current is None else current + 1
        for deeper in range(level + 1, _LEVELS):
            shape = chosen.levels.get(deeper)
            after = None if shape is None else shape.restart_after
            if after is None or level < after:
                counts[deeper] = None

    def _printed(self, chosen: _List, level: int) -> str:
        counts = self._counts[chosen.abstract_id]
        legal = chosen.levels[level].legal

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            shape = chosen.levels.get(at)
            if shape is None:
                return ""
            reached = counts[at]
            return number_as(
                "decimal" if legal else shape.number_format, shape.start if reached is None else reached
            )

        return _PLACEHOLDER.sub(number, chosen.levels[level].text)
