"""Made-up reports without any fault: random scores that obey the arithmetic, printed as reports print them.

``Layout`` says which figures a report prints and how often; ``fault_free(random)`` draws one. A report is
built from its ``places`` (where which value is printed) as the extraction builds it: the value that most
places state stands in the row. So a fault planted in one place reaches the row
only where it would in a real report.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from schemas.framework import framework
from schemas.report import Report
from schemas.rows import (
    CommitteeMember,
    ItemStatus,
    Measure,
    Mention,
    Responsibility,
    Score,
    ScoreHistory,
    Source,
    Statement,
)

OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาชุมพร เขต 2"
NUMERIC = ("score", "weighted_score", "weight")
BANDS = ((95, "AA"), (85, "A"), (75, "B"), (65, "C"), (55, "D"), (50, "E"), (0, "F"))


@dataclass(frozen=True)
class Layout:
    year: int
    items: bool
    subindicators: bool
    points: bool
    percents: bool
    grades: bool
    history: bool
    national: bool
    mentions: int
    """how often indicators, instruments and the total are stated"""
    decimals: int = 2
    trailing_zeros: bool = True


@dataclass(frozen=True)
class Place:
    """One printed value."""

    key: str
    quantity: str
    value: str
    table_no: int


def draw_layout(r: random.Random) -> Layout:
    return Layout(
        year=r.choice((2564, 2565, 2566)),
        items=r.random() < 0.5,
        subindicators=r.random() < 0.5,
        points=r.random() < 0.7,
        percents=r.random() < 0.4,
        grades=r.random() < 0.7,
        history=r.random() < 0.7,
        national=r.random() < 0.6,
        mentions=r.choice((1, 1, 2, 2, 3, 4)),
        decimals=r.choices((2, 1), (0.93, 0.07))[0],
        trailing_zeros=r.random() < 0.8,
    )


EVERYTHING = Layout(2566, True, True, True, True, True, True, True, mentions=2)


def printed(value: Fraction, layout: Layout) -> str:
    """Rounded half up as the assessment does, written as the report writes."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    figure = exact.quantize(Decimal(1).scaleb(-layout.decimals), rounding=ROUND_HALF_UP)
    text = format(figure, "f")
    return text if layout.trailing_zeros else text.rstrip("0").rstrip(".")


def grade(value: Fraction) -> str:
    rounded = float(Decimal(value.numerator) / Decimal(value.denominator) + Decimal("1e-9"))
    return next(name for low, name in BANDS if round(rounded + 1e-9, 2) >= low)


def true_scores(r: random.Random, layout: Layout) -> dict[tuple[str, str], Fraction]:
    """Exact scores of every level by the formulas of the handbook, unrounded."""
    year = framework(layout.year)
    good = r.choice((0.97, 0.9, 0.75))
    scores: dict[tuple[str, str], Fraction] = {}
    for item in year.items:
        scores["item", item.code] = Fraction(100 if r.random() < good else 0)
    for sub in year.subindicators:
        items = [scores["item", i.code] for i in year.items if i.subindicator == sub.code]
        scores["subindicator", sub.code] = sum(items) / len(items)
    for code in map(str, range(1, 9)):
        low = r.choice((60, 80, 90, 95))
        scores["indicator", code] = Fraction(r.randint(low * 100, 10000), 100)
    for code in ("9", "10"):
        subs = [v for (level, c), v in scores.items() if level == "subindicator" and c.startswith(code + ".")]
        scores["indicator", code] = sum(subs) / len(subs)
    for name, codes in (("IIT", "12345"), ("EIT", "678"), ("OIT", ("9", "10"))):
        scores["instrument", name] = sum(scores["indicator", c] for c in codes) / len(codes)
    weights = {"IIT": 30, "EIT": 30, "OIT": 40}
    scores["overall", "ITA"] = sum(scores["instrument", n] * w / 100 for n, w in weights.items())
    return scores


def places(r: random.Random, layout: Layout) -> list[Place]:
    scores = true_scores(r, layout)
    found: list[Place] = []

    def say(level: str, code: str, quantity: str, value: str, times: int = 1) -> None:
        for table in range(times):
            found.append(Place(f"{layout.year}/office/{level}/{code}", quantity, value, table + 2))

    for (level, code), value in scores.items():
        if level == "item" and layout.items:
            say(level, code, "score", str(int(value)))
        if level == "subindicator" and layout.subindicators:
            say(level, code, "score", printed(value, layout))
        if level in ("indicator", "overall"):
            say(level, code, "score", printed(value, layout), layout.mentions)
            if layout.grades:
                say(level, code, "grade", grade(value))
                if level == "indicator":
                    say(level, code, "result", "ผ่าน" if value >= 85 else "ไม่ผ่าน")
        if level == "instrument":
            weight = 40 if code == "OIT" else 30
            if layout.points:
                say(level, code, "weighted_score", printed(value * weight / 100, layout), layout.mentions)
            if layout.percents:
                say(level, code, "score", printed(value, layout), layout.mentions)
    if layout.national:
        other = Fraction(r.randint(8000, 9900), 100)
        if printed(other, layout) != printed(scores["overall", "ITA"], layout):
            found.append(Place(f"{layout.year}/national/overall/ITA", "score", printed(other, layout), 2))
    return found


def history(r: random.Random, layout: Layout, total: str) -> tuple[ScoreHistory, ...]:
    if not layout.history:
        return ()
    scores = [Decimal(r.randint(7000, 9999)) / 100 for _ in range(r.randint(3, 7))] + [Decimal(total)]
    signs = r.random() < 0.9
    rows = []
    for i, score in enumerate(scores):
        change = score - scores[i - 1] if i else None
        trend = "" if change is None else "up" if change > 0 else "down" if change < 0 else "same"
        text = "-" if change is None else f"{change:+f}" if signs else f"{abs(change):f}"
        rows.append(
            ScoreHistory(
                fiscal_year=layout.year - len(scores) + 1 + i, score=score, trend=trend, change_printed=text,
                page=1, table_no=1, row_no=i + 2,
            )
        )  # fmt: skip
    return tuple(rows)


def rows_of(found: list[Place]) -> tuple[Score, ...]:
    """One row per key: of each quantity the value stated most often, of equals the first."""
    by_key: dict[str, dict[str, list[str]]] = {}
    for place in found:
        by_key.setdefault(place.key, {}).setdefault(place.quantity, []).append(place.value)
    rows = []
    for key, quantities in by_key.items():
        best = {quantity: Counter(values).most_common(1)[0] for quantity, values in quantities.items()}
        figures = {q: Decimal(best[q][0]) for q in NUMERIC if q in best}
        year, subject, level, code = key.split("/")
        rows.append(
            Score(
                fiscal_year=int(year), subject=subject, level=level, code=code, score_key=key, page=1,
                grade=best.get("grade", ("",))[0], result=best.get("result", ("",))[0],
                mentions=max(best[q][1] for q in best), **figures,
            )
        )  # fmt: skip
    return tuple(rows)


def build(found: list[Place], base: Report) -> Report:
    """``base`` with the scores and mentions of these places."""
    mentions = tuple(
        Mention(score_key=p.key, quantity=p.quantity, value=p.value, printed=p.value, source="table", page=1,
                table_no=p.table_no)
        for p in found
    )  # fmt: skip
    return base.model_copy(update={"scores": rows_of(found), "mentions": mentions})


def fault_free(r: random.Random, layout: Layout | None = None) -> tuple[Report, list[Place], Layout]:
    layout = layout or draw_layout(r)
    found = places(r, layout)
    total = next(p.value for p in found if p.key.endswith("overall/ITA") and "office" in p.key)
    codes = [item.code for item in framework(layout.year).items]
    names = {item.code: item.name for item in framework(layout.year).items}
    source = Source(
        report_id="r_0000000000000000", source_name="synthetic.pdf", office_name=OFFICE, office_type="สพป.",
        province="ชุมพร", area_no="2", fiscal_year=layout.year + 1, document_kind="measures",
    )  # fmt: skip
    base = Report(
        report=source,
        score_history=history(r, layout, total),
        measures=(Measure(measure_id="m1", text="จัดทำคู่มือ", responsible="กลุ่มอำนวยการ"),),
        responsibilities=tuple(
            Responsibility(fiscal_year=layout.year, item_code=c, item_name_printed=names[c], role="owner",
                           assignee="นายสมชาย ใจดี", person="นายสมชาย ใจดี", table_no=9)
            for c in codes
        ),
        item_status=tuple(ItemStatus(item_code=c, status="ดำเนินการแล้ว", table_no=10) for c in codes)
        if layout.year + 1 in (2565, 2566) and layout.year != 2565
        else (),
        committee_members=tuple(CommitteeMember(seq=f"1.{i}", person="นายสมชาย ใจดี") for i in range(1, 5)),
        statements=(
            Statement(kind="caption_year", value=str(layout.year), table_no=2),
            Statement(kind="office_mention", value=OFFICE, source="title"),
            *_count(found, layout),
        ),
    )  # fmt: skip
    return build(found, base), found, layout


def _count(found: list[Place], layout: Layout) -> list[Statement]:
    values = {p.key: Decimal(p.value) for p in found if "/indicator/" in p.key and p.quantity == "score"}
    number = sum(value < 95 for value in values.values())
    return [
        Statement(
            kind="count", value=str(number), counted="indicator", condition="<95", fiscal_year=layout.year
        )
    ]


def with_history(report: Report, rows: tuple[ScoreHistory, ...]) -> Report:
    return report.model_copy(update={"score_history": rows})


def changed(found: list[Place], index: int, value: str) -> list[Place]:
    return [replace(p, value=value) if i == index else p for i, p in enumerate(found)]
