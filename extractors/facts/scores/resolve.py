"""From every place that states a score to one row per score.

The value that most places state stands in the row; with equal support a table goes before prose, then what
comes first. The audit weighs the rest: all places are kept as mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from extractors.facts.scores.stated import Entity, Quantity, Stated
from schemas.framework import Framework
from schemas.rows import Mention, Score, Subject

Key = tuple[int, Subject, Entity]

LEVELS = ("overall", "instrument", "indicator", "subindicator", "item")


def rows(stated: Sequence[tuple[int, Stated]], framework_of: dict[int, Framework]) -> tuple[list[Score], list[Mention]]:
    """Score rows (by year from the latest, level, code) and the mentions they are made of, in document order."""
    by_key: dict[Key, dict[Quantity, list[Stated]]] = defaultdict(lambda: defaultdict(list))
    for year, s in stated:
        by_key[year, s.subject, s.entity][s.quantity].append(s)
    scores = [
        _row(key, quantities, framework_of[key[0]])
        for key, quantities in sorted(by_key.items(), key=_order)
        if quantities.keys() & {"score", "weighted_score"}
    ]
    keys = {score.score_key for score in scores}
    mentions = [mention for year, s in stated if (mention := _mention(year, s)).score_key in keys]
    return scores, mentions


def score_key(year: int, subject: str, entity: Entity) -> str:
    return f"{year}/{subject}/{entity.level}/{entity.code}"


def _order(entry: tuple[Key, object]) -> tuple[object, ...]:
    year, subject, entity = entry[0]
    digits = [int(part) for part in entity.code.lstrip("O").split(".") if part.isdigit()]
    return -year, subject != "office", subject, LEVELS.index(entity.level), digits, entity.code


def best(places: Iterable[Stated]) -> Stated:
    """The place whose value most places state; a table before prose, the first before later ones."""
    support: dict[Decimal | str, list[Stated]] = defaultdict(list)
    for s in places:
        support[s.amount if s.amount is not None else s.printed].append(s)
    winners = max(
        support.values(),
        key=lambda group: (len(group), any(s.source == "table" for s in group), -group[0].place.block),
    )
    return next((s for s in winners if s.source == "table"), winners[0])


def _row(key: Key, quantities: dict[Quantity, list[Stated]], framework: Framework) -> Score:
    year, subject, entity = key
    chosen = {quantity: best(places) for quantity, places in quantities.items()}
    main = chosen.get("score") or chosen["weighted_score"]
    same = [s for s in quantities[main.quantity] if s.amount == main.amount]
    return Score(
        fiscal_year=year,
        subject=subject,
        level=entity.level,
        code=entity.code,
        name=framework.name_of(entity.level, entity.code),
        name_printed=main.name_printed,
        score=_amount(chosen.get("score")),
        full_score=_amount(chosen.get("full_score")),
        weight=_amount(chosen.get("weight")),
        weighted_score=_amount(chosen.get("weighted_score")),
        grade=chosen["grade"].printed if "grade" in chosen else "",
        result=chosen["result"].printed if "result" in chosen else "",
        score_key=score_key(year, subject, entity),
        mentions=len({(s.place, s.printed) for s in same}),
        page=main.place.page,
        table_no=main.place.table_no,
        row_no=None if main.place.row is None else main.place.row + 1,
        bbox=main.place.box,
        quote=main.quote,
    )


def _amount(s: Stated | None) -> Decimal | None:
    return s.amount if s else None


def _mention(year: int, s: Stated) -> Mention:
    return Mention(
        score_key=score_key(year, s.subject, s.entity),
        quantity=s.quantity,
        value=format(s.amount, "f") if s.amount is not None else s.printed,
        printed=s.printed,
        source=s.source,
        quote=s.quote,
        page=s.place.page,
        table_no=s.place.table_no,
        row_no=None if s.place.row is None else s.place.row + 1,
        bbox=s.place.box,
    )
