"""Measures from running text: numbered steps, each followed by who is responsible or by what was done.

The text is read once, from the top down. What stands since the last label waits in a region; a label
(ผู้รับผิดชอบ, ความก้าวหน้า) makes a unit of action of the step at its end, and leaves what stands before that step
to the progress of the unit above.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extractors.facts.amounts import amount_thb
from extractors.facts.labels import Label, cut
from extractors.facts.measures.draft import Draft
from extractors.facts.measures.headings import headings_apart
from extractors.facts.measures.regions import box_of, is_heading_of_list, running_text, start_of_bullets, start_of_step
from extractors.facts.measures.subject import indicator_named
from extractors.facts.numbering import Numbering, numbering, without_bullet
from extractors.facts.passages import Passage
from extractors.facts.wording import closes, heads, names_holder
from schemas.framework import Framework

LONGEST_HEADING = 260
LONGEST_SUBHEADING = 120
"""A heading that names no indicator must be shorter than one that does."""
SHORTEST_STEP = 15
"""A shorter line without a number is no step."""

NAMING = ("ตัวชี้วัด", "ด้าน")
"""Headings with these words name an indicator; one that is not known ends the section above all the same."""


def from_prose(text: Iterable[Passage], framework: Framework) -> list[Draft]:
    """The units of action of the running text, in order."""
    reader = _Reader(framework)
    lines = [passage for passage in text if passage.text]
    for passage in headings_apart(lines, framework):
        reader.read(passage)
    reader.end_section()
    return [draft for draft in reader.drafts if draft.responsible or draft.progress]


@dataclass(slots=True)
class _Section:
    """What stands under one heading: ``word`` is its first word, ``last`` the number of its last step.

    ``responsible`` is who is named before the steps, for all of them.
    """

    number: int = 0
    heading: str = ""
    indicator: str = ""
    word: str = ""
    last: Numbering | None = None
    responsible: str = ""
    drafts: list[Draft] = field(default_factory=list)


@dataclass(slots=True)
class _Reader:
    """``part`` is the part of the open ``unit`` that the last label named, ``telling`` from its progress on.

    ``announced``: a line said that steps follow. ``numbered_heading`` is a heading that may be a step itself.
    ``chapter`` is the number of the report's own last chapter, which counts on above the steps.
    """

    framework: Framework
    drafts: list[Draft] = field(default_factory=list)
    section: _Section = field(default_factory=_Section)
    region: list[Passage] = field(default_factory=list)
    unit: Draft | None = None
    part: str = ""
    telling: bool = False
    announced: bool = False
    numbered_heading: Passage | None = None
    chapter: Numbering | None = None

    def read(self, passage: Passage) -> None:
        if self._opens_chapter(passage) and self.telling:
            self.close()
        if self._is_heading(passage):
            return
        if closes(passage.first_line):
            self.end_section()
            return
        for found in cut(passage.text):
            piece = passage if found.rest == passage.text else replace(passage, text=found.rest)
            if found.field == "steps":
                self.close()
                self.announced = True
            elif found.field:
                self._label(found, piece)
            if found.rest and found.field in ("", "steps"):
                self._text(piece)

    def _opens_chapter(self, passage: Passage) -> bool:
        """Whether a short numbered line counts on the report's chapters, and not the steps of this section."""
        number = numbering(passage.text) if passage.opens and len(passage.text) <= LONGEST_SUBHEADING else None
        if number is None or not number.top or (self.chapter is not None and not number.follows(self.chapter)):
            return False
        if self.section.last is not None and number.follows(self.section.last):
            return False
        self.chapter = number
        return True

    def end_section(self) -> None:
        """Ends what stands under a heading; those named before the steps are responsible for them."""
        section = self.section
        if section.responsible and not section.drafts and (start := self._start("responsible")) is not None:
            self._begin_unit(start)
        for draft in section.drafts:
            draft.responsible = draft.responsible or section.responsible
        self.close()

    def close(self) -> None:
        """Ends the unit: what waits belongs to its progress."""
        self._leave_region()
        self.unit, self.part, self.telling, self.announced = None, "", False, False

    def _is_heading(self, passage: Passage) -> bool:
        word = heads(passage.text) if passage.opens else ""
        if not word or len(passage.text) > LONGEST_HEADING:
            return False
        code = indicator_named(passage.text, self.framework)
        numbered = numbering(passage.text) is not None
        if not code and (self.telling or numbered or len(passage.text) > LONGEST_SUBHEADING):
            return False
        self.end_section()
        above = self.section
        if not code and word != above.word and not any(naming in passage.text for naming in NAMING):
            code = above.indicator
        self.section = _Section(above.number + 1, _title(passage.text), code, word)
        self.numbered_heading = passage if numbered else None
        return True

    def _text(self, passage: Passage) -> None:
        unit, part = self.unit, self.part
        if unit is not None and part not in ("", "progress", "budget") and not self.region:
            said = getattr(unit, part)
            goes_on = not passage.opens and numbering(passage.text) is None
            if goes_on or (not said and self._fills(passage)):
                setattr(unit, part, f"{said} {passage.text}".strip())
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
            self._set(self.unit, found, passage)
        elif found.field == "responsible" and self.section.heading and not self.section.drafts:
            self.section.responsible = found.rest

    def _is_due(self, part: str) -> bool:
        """Whether a label speaks of a new step, not of the unit that is open."""
        if self.unit is None or (part == "responsible" and self.unit.responsible):
            return True
        last = self.section.last
        numbers = [numbering(passage.text) for passage in self.region]
        follows = last is not None and any(number is not None and number.follows(last) for number in numbers)
        return follows or (part == "progress" and self.telling)

    def _start(self, part: str) -> int | None:
        """Where in the region the step of a label begins; None where nothing there can be a step."""
        if not self.region and self.unit is None and self.numbered_heading is not None:
            self.region, self.numbered_heading = [self.numbered_heading], None
        start = start_of_step(self.region, None if self.announced else self.section.last)
        if start is not None or not self.region:
            return start
        if self.announced:
            return 0
        apt = part == "responsible" and self.section.indicator and len(self.region[-1].text) >= SHORTEST_STEP
        return start_of_bullets(self.region) if apt else None

    def _begin_unit(self, start: int) -> None:
        step, self.region = self.region[start:], self.region[:start]
        self._leave_region()
        if is_heading_of_list(step):  # "มาตรการที่ 1 ..." over 1. 2. 3.
            self._open_section(step.pop(0))
        numbers = [numbering(passage.text) for passage in step]
        first = numbers[0]
        same = [n for n in numbers if n and first and n.top and n.style == first.style]
        if same:
            self._check_section(same[0])
            self.section.last = same[-1]
        alone = first if first is not None and len(same) <= 1 else None
        self.unit = Draft(
            source=f"section {self.section.number}",
            block=step[0].block,
            page=step[0].page,
            box=box_of(step),
            indicator_code=self.section.indicator,
            heading=self.section.heading,
            step_no=alone.printed if alone else "",
            text=running_text(step, alone.rest if alone else without_bullet(step[0].text)),
        )
        self.part, self.telling, self.announced = "", False, False
        self.drafts.append(self.unit)
        self.section.drafts.append(self.unit)

    def _open_section(self, heading: Passage) -> None:
        code = indicator_named(heading.text, self.framework) or self.section.indicator
        self.section = _Section(self.section.number + 1, _title(heading.text), code)

    def _check_section(self, first: Numbering) -> None:
        """A number that goes back, without a new heading, stands under a heading that was lost."""
        last = self.section.last
        if last is not None and last.style == first.style and first.top <= last.top:
            self.section = _Section(self.section.number + 1)

    def _set(self, unit: Draft, found: Label, passage: Passage) -> None:
        self.part, self.telling = found.field, self.telling or found.field == "progress"
        if found.field == "budget":
            unit.budget_thb = amount_thb(found.rest)
        elif found.field == "progress" or (found.field == "evidence" and self.telling):
            unit.tell(passage.text, passage.links)
        elif found.rest:
            unit.add(found.field, found.rest)
            unit.links.extend(passage.links)
            if found.field in ("monitoring", "reporting"):
                self._of_all(found.field, found.rest)

    def _of_all(self, part: str, said: str) -> None:
        """Monitoring that is stated once, behind the last step, is that of every step under the heading."""
        others = [draft for draft in self.section.drafts if draft is not self.unit]
        if not any(getattr(draft, part) for draft in others):
            for draft in others:
                draft.add(part, said)

    def _leave_region(self) -> None:
        """Gives the waiting passages to the progress of the open unit, if it has come to its progress."""
        if self.unit is not None and self.telling:
            for passage in self.region:
                self.unit.tell(passage.text, passage.links)
        self.region = []


def _title(text: str) -> str:
    number = numbering(text)
    return (number.rest if number else text).strip("*: ")
