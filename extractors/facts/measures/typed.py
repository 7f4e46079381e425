"""A unit of action typed over several rows: the lines of its cells stand in rows of their own.

Such a row has no number where the units are numbered, and its cells say something only together with those above:
``กลุ่มบริหารงาน`` over ``การเงินและสินทรัพย์``, ``คุณภาพ`` over ``การดำเนินงาน``.
"""

from __future__ import annotations

from collections.abc import Mapping

from extractors.facts.measures.draft import Draft
from extractors.facts.measures.subject import indicator_named
from extractors.facts.numbering import BULLETS, numbering
from extractors.facts.wording import goes_on
from extractors.thai.units import is_unit
from schemas.framework import Framework


def is_rest(above: Draft, indicator: str, own: Mapping[str, str], framework: Framework) -> bool:
    """Whether a row only goes on with the cells above; ``indicator`` is what stands above in that column.

    A row whose own words would do alone is a unit of its own, although its number may be missing.
    """
    text = own["text"]
    if own["no"] or not above.step_no or not text or own["heading"] or own["issue"]:
        return False
    if numbering(text) is not None or text[:1] in BULLETS:
        return False
    whole_unit = is_unit(above.responsible + own["responsible"]) and not is_unit(own["responsible"])
    if own["responsible"] and not whole_unit:
        return False
    alone, together = (indicator_named(said, framework) for said in (own["indicator"], indicator + own["indicator"]))
    if own["indicator"] and (alone or not together):
        return False
    return bool(own["responsible"] or own["indicator"]) or goes_on(text)


def take(above: Draft, own: Mapping[str, str]) -> None:
    """Adds the row to the unit: text on lines of its own, names as the words they are cut from."""
    above.responsible += own["responsible"]
    above.period = f"{above.period} {own['period']}".strip()
    for part in ("text", "method", "monitoring", "reporting", "progress", "evidence"):
        above.add(part, own[part])
