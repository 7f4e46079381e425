"""Faults planted in fault-free reports: one printed figure, grade, sign, year or name changed.

``plant`` gives the faulty report, where the fault is, what was true, and whether anything in the report could
contradict it (``visible``): a second place that states the figure, or a formula of the handbook. The formulas
are written out here plainly, apart from the audit's own code.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from schemas.framework import framework
from schemas.report import Report
from schemas.rows import Statement
from tests.pipeline.audit.synthetic_reports import (
    EVERYTHING,
    Layout,
    Place,
    build,
    changed,
    fault_free,
    with_history,
)

D = Decimal
OTHER_OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาชุมพร เขต 1"
NO_OFFICE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาชุมพร เขต 7"


@dataclass(frozen=True)
class Fault:
    kind: str
    report: Report
    key: str
    """the score_key or row that an issue should name"""
    true: str
    visible: bool


def plant(r: random.Random, kind: str, layout: Layout | None = None) -> Fault | None:
    """A fault of the kind in a new report; None where the report has nothing to plant it in."""
    report, found, layout = fault_free(r, layout)
    return PLANTERS[kind](r, report, found, layout)


def _figure(
    slip: Callable[[random.Random, str], str | None], levels: tuple[str, ...]
) -> Callable[[random.Random, Report, list[Place], Layout], Fault | None]:
    """Plants a slip in one of the places that state a figure of these levels."""

    def planter(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
        numeric = ("score", "weighted_score")
        at = [i for i, p in enumerate(found) if p.quantity in numeric and p.key.split("/")[2] in levels]
        at = [i for i in at if "/office/" in found[i].key]
        if not at:
            return None
        i = r.choice(at)
        value = slip(r, found[i].value)
        if value is None or D(value) == D(found[i].value):
            return None
        faulty = changed(found, i, value)
        twice = sum(p.key == found[i].key and p.quantity == found[i].quantity for p in found) > 1
        visible = twice or contradicted(faulty, report, layout)
        return Fault("", build(faulty, report), found[i].key, found[i].value, visible)

    return planter


def one_digit(r: random.Random, text: str) -> str | None:
    at = r.choice([i for i, c in enumerate(text) if c.isdigit()])
    return text[:at] + r.choice([d for d in "0123456789" if d != text[at]]) + text[at + 1 :]


def swapped(r: random.Random, text: str) -> str | None:
    at = [i for i in range(len(text) - 1) if (text[i : i + 2]).isdigit() and text[i] != text[i + 1]]
    if not at:
        return None
    i = r.choice(at)
    return text[:i] + text[i + 1] + text[i] + text[i + 2 :]


def lost_point(r: random.Random, text: str) -> str | None:
    return text.replace(".", "") if "." in text else None


def moved_point(r: random.Random, text: str) -> str | None:
    if "." not in text:
        return None
    digits, at = text.replace(".", ""), text.index(".")
    new = r.choice([i for i in range(1, len(digits)) if i != at])
    return digits[:new] + "." + digits[new:]


def other_item(r: random.Random, text: str) -> str | None:
    return "0" if text == "100" else "100"


def contradicted(found: list[Place], report: Report, layout: Layout) -> bool:
    """Whether a formula of the handbook fails on the printed figures, by more than rounding can do."""
    figures = {(p.key.split("/")[2], p.key.split("/")[3], p.quantity): D(p.value) for p in reversed(found)
               if "/office/" in p.key and p.quantity in ("score", "weighted_score")}  # fmt: skip
    coarse = layout.decimals < 2
    year = framework(layout.year)

    def get(level: str, code: str, quantity: str = "score") -> Decimal | None:
        return figures.get((level, code, quantity))

    def fails(left: Decimal | None, right: Decimal | None, tolerance: str, factors: float = 2) -> bool:
        """``factors``: the sum of the weights of all figures, each of which one decimal blurs by 0.05."""
        allowed = D(tolerance) + (D("0.05") * D(factors) if coarse else 0)
        return left is not None and right is not None and abs(left - right) > allowed

    def mean(values: list[Decimal | None]) -> Decimal | None:
        known = [v for v in values if v is not None]
        return sum(known, D(0)) / len(known) if known and len(known) == len(values) else None

    checks = []
    subs: dict[str, Decimal | None] = {}
    for sub in year.subindicators:
        items = mean([get("item", i.code) for i in year.items if i.subindicator == sub.code])
        checks.append(fails(get("subindicator", sub.code), items, "0.01"))
        subs[sub.code] = get("subindicator", sub.code) if get("subindicator", sub.code) is not None else items
    for code in ("9", "10"):
        checks.append(
            fails(
                get("indicator", code), mean([v for c, v in subs.items() if c.startswith(code + ".")]), "0.01"
            )
        )
    total: Decimal | None = D(0)
    for name, codes, weight in (("IIT", "12345", 30), ("EIT", "678", 30), ("OIT", ("9", "10"), 40)):
        percent, points = get("instrument", name), get("instrument", name, "weighted_score")
        raw = mean([get("indicator", c) for c in codes])
        checks.append(fails(percent, raw, "0.01"))
        checks.append(fails(points, None if raw is None else raw * weight / 100, "0.01", 1.4))
        if points is not None:
            checks.append(fails(percent, points / weight * 100, "0.022", 4.4))
        best = points if points is not None else (percent if percent is not None else raw)
        share = best if best is None or points is not None else best * weight / 100
        total = None if total is None or share is None else total + share
    checks.append(fails(get("overall", "ITA"), total, "0.02", 4))
    last = report.score_history[-1].score if report.score_history else None
    checks.append(fails(get("overall", "ITA"), last, "0", 0))
    return any(checks)


def _grade(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
    at = [i for i, p in enumerate(found) if p.quantity == "grade"]
    if not at or layout.decimals < 2:
        return None
    i = r.choice(at)
    faulty = changed(found, i, r.choice([g for g in ("AA", "A", "B", "C", "D") if g != found[i].value]))
    return Fault("", build(faulty, report), found[i].key, found[i].value, True)


def _result(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
    at = [i for i, p in enumerate(found) if p.quantity == "result"]
    if not at or layout.decimals < 2:
        return None
    i = r.choice(at)
    faulty = changed(found, i, "ไม่ผ่าน" if found[i].value == "ผ่าน" else "ผ่าน")
    return Fault("", build(faulty, report), found[i].key, found[i].value, True)


def _history(change: str) -> Callable[[random.Random, Report, list[Place], Layout], Fault | None]:
    def planter(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
        rows = list(report.score_history)
        at = [
            i
            for i, row in enumerate(rows)
            if row.change_printed[0] in "+-" and row.change_printed[1:].strip("0.")
        ]
        if not at:
            return None
        i = r.choice(at)
        row, key = rows[i], f"{rows[i].fiscal_year}/office/overall/ITA"
        true, visible = row.change_printed, True
        if change == "sign":
            update = {"change_printed": {"+": "-", "-": r.choice(["+", ""])}[true[0]] + true[1:]}
        elif change == "trend":
            update, true = {"trend": {"up": "down", "down": "up"}[row.trend]}, row.trend
        elif change == "change":
            wrong = one_digit(r, true[1:]) or ""
            update, visible = {"change_printed": true[0] + wrong}, abs(D(wrong) - D(true[1:])) > D("0.01")
        elif change == "year":
            update, key = {"fiscal_year": row.fiscal_year + r.choice((-1, 10))}, ""
        else:
            update, true = {"score": D(one_digit(r, f"{row.score}") or "0")}, f"{row.score}"
        rows[i] = row.model_copy(update=update)
        return Fault("", with_history(report, tuple(rows)), key, true, visible)

    return planter


def _statement(kind: str, value: Callable[[Statement], str]) -> Callable[..., Fault | None]:
    def planter(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
        rows = tuple(
            s.model_copy(update={"value": value(s)}) if s.kind == kind else s for s in report.statements
        )
        true = next(s.value for s in report.statements if s.kind == kind)
        return Fault("", report.model_copy(update={"statements": rows}), "", true, True)

    return planter


def _count(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
    """A stated count of indicators below 95; one that is right for "95 or below" contradicts nothing."""
    fault = _statement("count", lambda s: str(int(s.value) + r.choice((-1, 1))))(r, report, found, layout)
    values = {p.key: D(p.value) for p in found if "/indicator/" in p.key and p.quantity == "score"}
    wrong = next(s.value for s in fault.report.statements if s.kind == "count")
    return (
        None if wrong == "-1" else replace(fault, visible=int(wrong) != sum(v <= 95 for v in values.values()))
    )


def _dropped(level: str) -> Callable[..., Fault | None]:
    def planter(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
        keys = sorted({p.key for p in found if f"/office/{level}/" in p.key})
        if not keys:
            return None
        key = r.choice(keys)
        return Fault("", build([p for p in found if p.key != key], report), "", key.split("/")[3], True)

    return planter


def _renamed_item(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
    """An item's code misread: in the duties (O14 as O41 or O99)."""
    rows = list(report.responsibilities)
    i = r.randrange(len(rows))
    true = rows[i].item_code
    rows[i] = rows[i].model_copy(
        update={"item_code": r.choice(["O99", true + "1", r.choice(rows).item_code])}
    )
    if rows[i].item_code == true:
        return None
    return Fault("", report.model_copy(update={"responsibilities": tuple(rows)}), "", true, True)


def _nameless(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
    rows = list(report.responsibilities)
    i = r.randrange(len(rows))
    rows[i] = rows[i].model_copy(update={"person": ""})
    return Fault("", report.model_copy(update={"responsibilities": tuple(rows)}), "", rows[i].item_code, True)


def _copied_national(r: random.Random, report: Report, found: list[Place], layout: Layout) -> Fault | None:
    i = next((i for i, p in enumerate(found) if "/national/" in p.key), None)
    if i is None:
        return None
    own = next(p.value for p in found if p.key.endswith("office/overall/ITA") and p.quantity == "score")
    return Fault("", build(changed(found, i, own), report), found[i].key, found[i].value, True)


FIGURES = ("overall", "instrument", "indicator")
PLANTERS: dict[str, Callable[[random.Random, Report, list[Place], Layout], Fault | None]] = {
    "one digit": _figure(one_digit, (*FIGURES, "subindicator")),
    "two digits swapped": _figure(swapped, (*FIGURES, "subindicator")),
    "point lost": _figure(lost_point, (*FIGURES, "subindicator")),
    "point moved": _figure(moved_point, (*FIGURES, "subindicator")),
    "item score": _figure(other_item, ("item",)),
    "grade": _grade,
    "result": _result,
    "sign of a change": _history("sign"),
    "word of a change": _history("trend"),
    "digit of a change": _history("change"),
    "digit of a past score": _history("score"),
    "year of a past score": _history("year"),
    "year of a caption": _statement("caption_year", lambda s: str(int(s.value) - 1)),
    "office of the title": _statement("office_mention", lambda s: OTHER_OFFICE),
    "office that does not exist": _statement("office_mention", lambda s: NO_OFFICE),
    "stated count": _count,
    "national average copied": _copied_national,
    "indicator missing": _dropped("indicator"),
    "item missing": _dropped("item"),
    "code of an item": _renamed_item,
    "person missing": _nameless,
}


def one_digit_in(level: str, r: random.Random, mentions: int = 2) -> Fault | None:
    """A digit changed in a total, instrument or indicator of a report that prints every level."""
    layout = Layout(**{**EVERYTHING.__dict__, "mentions": mentions})
    report, found, layout = fault_free(r, layout)
    return _figure(one_digit, (level,))(r, report, found, layout)
