"""Measures from running text: numbered steps, each followed by who is responsible or by what was done.

The text is read once, from the top down. What stands since the last label waits in a region; a label
(ผู้รับผิดชอบ, ความก้าวหน้า) makes a unit of action of the step at its end, and leaves what stands before that step
to the progress of the unit above.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import reduce

from extractors.document import Box, Document
from extractors.facts.labels import Label, closes, cut, heads, label, names_holder
from extractors.facts.measures.draft import Draft
from extractors.facts.measures.subject import indicator_named
from extractors.facts.numbering import Numbering, numbering, without_bullet
from extractors.facts.passages import Passage, passages
from extractors.thai.digits import baht
from schemas.framework import Framework

LONGEST_HEADING = 260
LONGEST_SUBHEADING = 120
LONGEST_TAIL = 140
LONGEST_REST = 60
"""How long the second line of a heading may be that a reader left apart from the first."""
SHORTEST_STEP = 15


def from_prose(document: Document, framework: Framework) -> list[Draft]:
    """The units of action of the running text, in order."""
    reader = _Reader(framework)
    lines = [passage for passage in passages(document) if passage.text]
    for passage in _headings_apart(lines, framework):
        reader.read(passage)
    reader.close()
    return [draft for draft in reader.drafts if draft.responsible or draft.progress]


def _headings_apart(lines: list[Passage], framework: Framework) -> Iterator[Passage]:
    """The passages, each heading one of its own, where a reader cut it in two or left it in the paragraph above."""
    position = 0
    while position < len(lines):
        passage, position = lines[position], position + 1
        below = lines[position] if position < len(lines) else None
        if below is not None and _is_cut_heading(passage, below, framework):
            passage, position = replace(passage, text=passage.text + below.text), position + 1
        elif below is not None and (start := _hidden_heading(passage, below, framework)):
            before, passage = passage.split(start)
            yield before
        yield passage


def _is_cut_heading(passage: Passage, below: Passage, framework: Framework) -> bool:
    """Whether a heading names its indicator only together with the short line below it."""
    if not (passage.opens and heads(passage.text) and len(below.text) <= LONGEST_REST):
        return False
    if numbering(below.text) is not None or label(below.text) is not None or heads(below.text):
        return False
    joined = passage.text + below.text
    return not indicator_named(passage.text, framework) and bool(indicator_named(joined, framework))


def _hidden_heading(passage: Passage, below: Passage, framework: Framework) -> int:
    """Where the last printed lines of a paragraph are the heading of the steps that begin below it; 0 for nowhere."""
    number, found = numbering(below.text), label(below.text)
    if not ((number is not None and number.top == 1) or (found is not None and found.field == "steps")):
        return 0
    tails = ((start, passage.text[start:]) for start in passage.starts if len(passage.text) - start <= LONGEST_TAIL)
    return next((start for start, tail in tails if heads(tail) and indicator_named(tail, framework)), 0)


@dataclass(slots=True)
class _Section:
    """What stands under one heading. ``word`` is the heading's first word, ``last`` the number of its last step."""

    heading: str = ""
    indicator: str = ""
    word: str = ""
    last: Numbering | None = None
    drafts: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    framework: Framework
    drafts: list[Draft] = field(default_factory=list)
    section: _Section = field(default_factory=_Section)
    region: list[Passage] = field(default_factory=list)
    unit: Draft | None = None
    part: str = ""
    telling: bool = False
    announced: bool = False
    sections: int = 0
    numbered_heading: Passage | None = None

    def read(self, passage: Passage) -> None:
        if self._is_heading(passage):
            return
        if closes(passage.text):
            self.close()
            return
        for found in cut(passage.text):
            piece = replace(passage, text=found.rest)
            if found.field == "steps":
                self.close()
                self.announced = True
                if found.rest:
                    self.region.append(piece)
            elif found.field:
                self._label(found, piece)
            elif found.rest:
                self._text(piece)

    def close(self) -> None:
        """Ends the unit: what waits belongs to its progress."""
        self._leave_region()
        self.unit, self.part, self.telling, self.announced = None, "", False, False

    def _is_heading(self, passage: Passage) -> bool:
        """Takes over a heading. One that names no known indicator ends the section above all the same."""
        word = heads(passage.text) if passage.opens else ""
        if not word or len(passage.text) > LONGEST_HEADING:
            return False
        code = indicator_named(passage.text, self.framework)
        if not code and (self.telling or numbering(passage.text) is not None or len(passage.text) > LONGEST_SUBHEADING):
            return False
        self.close()
        above = self.section
        subordinate = not code and word not in ("ตัวชี้วัด", "ด้าน") and word != above.word and "ด้าน" not in passage.text
        self.section = _Section(_bare(passage.text), above.indicator if subordinate else code, word)
        if subordinate and above.word and word != "มาตรการ":
            self.section.word = above.word
        self.sections += 1
        self.numbered_heading = passage if numbering(passage.text) is not None else None
        return True

    def _text(self, passage: Passage) -> None:
        unit = self.unit
        if unit is not None and self.part not in ("", "progress") and not self.region:
            waits = not getattr(unit, self.part, "") if self.part != "budget" else False
            if (not passage.opens and not numbering(passage.text)) or (waits and self._fills(passage)):
                joint = " " if getattr(unit, self.part) else ""
                setattr(unit, self.part, getattr(unit, self.part) + joint + passage.text)
                return
        self.region.append(passage)

    def _fills(self, passage: Passage) -> bool:
        """Whether a passage is what an empty label above it speaks of."""
        return self.part != "responsible" or names_holder(without_bullet(passage.text))

    def _label(self, found: Label, passage: Passage) -> None:
        if self._is_due(found.field) and (start := self._start(found.field)) is not None:
            self._begin_unit(start)
        if self.unit is not None:
            self._leave_region()
            self._set(found, passage)

    def _is_due(self, part: str) -> bool:
        """Whether a label speaks of a new step, not of the unit that is open."""
        if self.unit is None or (part == "responsible" and self.unit.responsible) or (part == "progress" and self.telling):
            return True
        return any(self._is_next(numbering(passage.text)) for passage in self.region)

    def _is_next(self, number: Numbering | None) -> bool:
        last = self.section.last
        return number is not None and last is not None and number.follows(last)

    def _begin_unit(self, start: int) -> None:
        step, self.region = self.region[start:], self.region[:start]
        self._leave_region()
        numbers = [numbering(passage.text) for passage in step]
        first = numbers[0]
        same = [n for n in numbers if n and first and n.top and n.style == first.style]
        if first is not None and first.top:
            self._check_section(first)
            self.section.last = same[-1]
        single = first is not None and len(same) <= 1
        self.unit = Draft(
            source=f"section {self.sections}",
            block=step[0].block,
            page=step[0].page,
            box=_box(step),
            indicator_code=self.section.indicator,
            heading=self.section.heading,
            step_no=first.printed if first and single else "",
            text=_running(step, first.rest if first and single else without_bullet(step[0].text)),
        )
        self.part, self.telling, self.announced = "", False, False
        self.drafts.append(self.unit)
        self.section.drafts.append(self.unit)

    def _start(self, part: str) -> int | None:
        """Where in the region the step of a label begins; None where nothing there can be a step."""
        if not self.region and self.unit is None and self.numbered_heading is not None:
            self.region, self.numbered_heading = [self.numbered_heading], None
        last = None if self.announced else self.section.last
        numbers = {i: n for i, p in enumerate(self.region) if (n := numbering(p.text)) is not None and n.top}
        styles = [number.style for number in numbers.values()]
        style = last.style if last is not None and last.style in styles else next(iter(styles), "")
        run = _last_run({i: number for i, number in numbers.items() if number.style == style})
        if run:
            if last is None:
                return run[0]
            return next((i for i in run if numbers[i].follows(last)), run[-1])
        if self.announced and self.region:
            return 0
        apt = part == "responsible" and self.section.indicator and self.region
        return len(self.region) - 1 if apt and len(self.region[-1].text) >= SHORTEST_STEP else None

    def _check_section(self, first: Numbering) -> None:
        """A number that goes back, without a new heading, stands under a heading that was lost."""
        last = self.section.last
        if last is not None and last.style == first.style and first.top <= last.top:
            self.section = _Section()
            self.sections += 1

    def _set(self, found: Label, passage: Passage) -> None:
        assert self.unit is not None
        self.part, self.telling = found.field, self.telling or found.field == "progress"
        if found.field == "budget":
            self.unit.budget_thb = baht(found.rest)
        elif found.field == "progress":
            self._progress(replace(passage, text=found.rest))
        elif found.rest:
            self.unit.add(found.field, found.rest)
            self.unit.links.extend(passage.links)
        if found.field in ("monitoring", "reporting") and found.rest:
            self._of_all(found.field, found.rest)

    def _of_all(self, part: str, words: str) -> None:
        """Monitoring that is stated once, behind the last step, is that of every step under the heading."""
        others = [draft for draft in self.section.drafts if draft is not self.unit]
        if others and not any(getattr(draft, part) for draft in others):
            for draft in others:
                draft.add(part, words)

    def _leave_region(self) -> None:
        """Gives the waiting passages to the progress of the open unit, if it has come to its progress."""
        if self.unit is not None and self.telling:
            for passage in self.region:
                self._progress(passage)
        self.region = []

    def _progress(self, passage: Passage) -> None:
        assert self.unit is not None
        self.unit.add("progress", passage.text)
        self.unit.links.extend(passage.links)


def _last_run(numbers: dict[int, Numbering]) -> list[int]:
    """The places of the last numbers that count up without a gap."""
    run: list[int] = []
    for place in reversed(numbers):
        if run and not numbers[run[0]].follows(numbers[place]):
            break
        run.insert(0, place)
    return run


def _running(step: list[Passage], first: str) -> str:
    """The text of a step; a passage that only goes on with the line above stands on that line."""
    text = first
    for passage in step[1:]:
        text += ("\n" if passage.opens or numbering(passage.text) else " ") + passage.text
    return text


def _box(step: list[Passage]) -> Box | None:
    """The box of the step on its first page."""
    boxes = [passage.box for passage in step if passage.box is not None and passage.page == step[0].page]
    return reduce(Box.union, boxes) if boxes else None


def _bare(text: str) -> str:
    number = numbering(text)
    return (number.rest if number else text).strip("*: ")
