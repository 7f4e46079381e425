"""Findings: strengths, weaknesses and what should be developed, from tables and from lists in prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.document import Table
from extractors.facts.context import Context, Found
from extractors.facts.finding_rows import label_column, labelled
from extractors.facts.labels import label
from extractors.facts.measures.subject import indicator_named, number_alone
from extractors.facts.numbering import Numbering, numbering
from extractors.facts.passages import Passage
from extractors.facts.wording import closes, finding_kind, heads, says_none, surely_finding, unnumbered
from extractors.tables import TableReading
from extractors.thai.digits import arabic, decimal, numbers
from schemas.framework import Framework
from schemas.rows import Finding

SHORTEST_TEXT = 20
"""A shorter passage under a heading is a caption or a note, not a finding."""

LONGEST_HEADING = 160

_NAMES_INDICATOR = re.compile(r"ตัวชี้วัด\s*(?:ที่)?\s*[0-9]{1,2}")
_BEFORE_SCORE = re.compile(r"(?:ร้อยละ|คะแนน|เท่ากับ)\s*(?:เฉลี่ย|เท่ากับ|ร้อยละ|คือ|:|=)?\s*$")
_SCORE_WITHIN = 160
_INTRODUCES = re.compile(r"ตัวชี้วัด\s*ที่(?!\s*[0-9๐-๙]).*(?:ได้แก่|ดังนี้|คือ)\s*[:：]?\s*$", re.DOTALL)
"""A line above the items: "ตัวชี้วัดที่มีคะแนนต่ำกว่า 85 คะแนน ได้แก่"."""


def find(context: Context) -> Found:
    """Finding rows of tables and of the running text, in the order of the document."""
    placed: list[tuple[int, Finding]] = list(_of_prose(context))
    used: set[int] = set()
    blocks = {t.number: i for i, t in enumerate(context.document.blocks) if isinstance(t, Table)}
    for reading in context.of_kind("findings", ""):
        caption = _captioned(reading, context.framework)
        column = label_column(reading)
        if column is not None:
            found = labelled(reading, column, caption, context.framework)
        else:
            found = list(_of_table(reading, caption, context.framework)) if reading.kind else []
        placed.extend((blocks.get(reading.table.number, 0), finding) for finding in found)
        if found:
            used.add(reading.table.number)
    placed.sort(key=lambda place: place[0])
    return Found([finding for _, finding in placed], (), frozenset(used))


def _captioned(reading: TableReading, framework: Framework) -> str:
    return next((c for p in reversed(reading.caption) if (c := indicator_named(p.text, framework))), "")


def _of_table(reading: TableReading, code: str, framework: Framework) -> Iterator[Finding]:
    columns = _kind_columns(reading)
    for record in reading.records():
        name = record.text("indicator", "indicator_no")
        alone = number_alone(record.text("indicator_no", "indicator"))
        code = alone or indicator_named(name, framework) or indicator_named(record.section, framework) or code
        for column, kind in columns:
            cell = reading.view.at(record.row, column)
            if cell is None or cell.row < record.row or not cell.text.strip() or says_none(cell.text):
                continue
            parts = [] if alone or name.strip() else _parts(cell.text, framework)
            for part, text, score in parts or [(code, cell.text.strip(), decimal(record.text("score")))]:
                yield Finding(
                    kind=kind,  # type: ignore[arg-type]
                    indicator_code=part,
                    score=score,
                    text=text,
                    page=cell.page or reading.table.page_from,
                )


def _parts(text: str, framework: Framework) -> list[tuple[str, str, Decimal | None]]:
    """(indicator, words, score) of a cell that lists indicators, each from a line of its own; else nothing."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if _NAMES_INDICATOR.match(arabic(unnumbered(line))):
            parts.append(unnumbered(line))
        elif parts:
            parts[-1] += f"\n{line}"
        else:
            return []
    return [(indicator_named(part[:_SCORE_WITHIN], framework), part, _score(part[:_SCORE_WITHIN])) for part in parts]


def _kind_columns(reading: TableReading) -> list[tuple[int, str]]:
    """The columns of findings with their kinds; weaknesses beside strengths, for alone they are issues to solve."""
    kinds = {c: name for c, name in enumerate(reading.columns) if name in ("strength", "to_develop")}
    if "strength" in kinds.values():
        issues = (c for c, name in enumerate(reading.columns) if name == "issue" and reading.paths[c])
        kinds |= {c: "weakness" for c in issues if finding_kind(reading.paths[c][-1]) == "weakness"}
    first_of_each = {kind: column for column, kind in sorted(kinds.items(), reverse=True)}
    return sorted((column, kind) for kind, column in first_of_each.items())


@dataclass(slots=True)
class _List:
    """The list of findings that is open, and the numbers of its heading and of its last item.

    ``block`` is the heading's: a table after it is its answer, and ends the list. Where items name their
    indicators, only such items count.
    """

    kind: str = ""
    heading: Numbering | None = None
    last: Numbering | None = None
    block: int = 0
    items: list[tuple[int, Finding]] = field(default_factory=list)
    others: list[tuple[int, Finding]] = field(default_factory=list)

    def found(self, following: str) -> list[tuple[int, Finding]]:
        """What the list holds; what stands between a heading and its sub-heading only introduces."""
        return self.items or ([] if following == self.kind else self.others)


def _of_prose(context: Context) -> Iterator[tuple[int, Finding]]:
    """(block, finding) of the lists under the headings of ``labels.toml``."""
    now = _List()
    answers = [i for i, block in enumerate(context.document.blocks) if isinstance(block, Table)]
    for passage in _headings_apart(context.passages):
        if now.kind and any(now.block < table < passage.block for table in answers):
            yield from now.found("")
            now = _List()
        number = numbering(passage.text)
        kind = finding_kind(passage.text) if passage.opens else ""
        if now.kind and not kind and not (now.items or now.others) and _INTRODUCES.search(passage.text):
            continue
        item = _item(passage, now.kind, context.framework) if now.kind and not kind else None
        if kind or (now.kind and item is None and _ends_list(passage, number, now)):
            yield from now.found(kind)
            now = _List(kind, number or (now.heading if kind == now.kind else None), block=passage.block)
            continue
        now.last = number or now.last
        if item is not None:
            now.items.append((passage.block, item))
        elif now.kind and len(passage.text) >= SHORTEST_TEXT and not says_none(passage.text):
            finding = _finding(passage, number.rest if number else passage.text, now.kind, context.framework)
            now.others.append((passage.block, finding))
    yield from now.found("")


def _headings_apart(lines: Iterable[Passage]) -> Iterator[Passage]:
    """The passages; a heading that a reader left in the last line of the paragraph above is one of its own."""
    for passage in lines:
        start = passage.starts[-1] if passage.starts else 0
        if start and surely_finding(passage.text[start:]):
            yield from passage.split(start)
        else:
            yield passage


def _item(passage: Passage, kind: str, framework: Framework) -> Finding | None:
    """A passage that begins with the name of an indicator and goes on to say something of it."""
    number = numbering(passage.text)
    words = number.rest if number else passage.text.lstrip("-–•● ")
    if not _NAMES_INDICATOR.match(arabic(words)) or len(words) < 2 * SHORTEST_TEXT:
        return None
    finding = _finding(passage, words, kind, framework)
    return finding.model_copy(update={"score": _score(words[:_SCORE_WITHIN])})


def _finding(passage: Passage, words: str, kind: str, framework: Framework) -> Finding:
    return Finding(
        kind=kind,  # type: ignore[arg-type]
        indicator_code=indicator_named(words[:_SCORE_WITHIN], framework),
        text=words.strip(),
        page=passage.page,
    )


def _score(words: str) -> Decimal | None:
    """The score said of an indicator: the first figure up to 100 behind ร้อยละ or คะแนน."""
    for number in numbers(words):
        if _BEFORE_SCORE.search(words[: number.start]) and 0 <= number.value <= 100:
            return number.value
    return None


def _ends_list(passage: Passage, number: Numbering | None, now: _List) -> bool:
    """Whether a passage begins something else: another part of the report, or the heading after this one."""
    if closes(passage.text) or label(passage.text) is not None:
        return True
    if number is not None and now.heading is not None and number.follows(now.heading):
        return now.last is None or not number.follows(now.last)
    return passage.opens and len(passage.text) <= LONGEST_HEADING and bool(heads(passage.text))
