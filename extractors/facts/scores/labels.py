"""What a label names: the whole ITA score, an instrument, an indicator, a sub-indicator or an item."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.facts.scores.stated import OVERALL, Entity
from extractors.facts.scores.words import words
from extractors.names import match_indicator, match_item, match_subindicator
from extractors.thai.codes import instrument, item_code
from extractors.thai.digits import arabic
from extractors.thai.text import clean, squeeze
from schemas.framework import Framework

LONGEST_LABEL = 160
"""A longer cell describes; it does not name."""

_LEADING_ITEM = re.compile(r"^\s*(?:ข้อ(?:ที่)?\s*)?((?:OIT|[OoοОО๐0])[\s.\-]*[0-9๐-๙]{1,2})(?![0-9๐-๙.,])(?=\s|$|[^\w%])")
_LEADING_SUB = re.compile(r"^\s*(?:(?:ตัวชี้วัดย่อย|ตัวชี้วัด|ตชว\.?)(?:ที่)?\s*)?((?:9|10)\.\d)(?!\d)")
_LEADING_INDICATOR = re.compile(r"^\s*(?:ตัวชี้วัด|ตชว\.?)\s*(?:ที่)?\s*(\d{1,2})(?![\d.]|\s*[-–]\s*\d)")
_QUESTION = re.compile(r"^\s*(?:ข้อ\s*)?[IiEe][.\s-]?\d{1,2}(?!\d)(?:[\s.):]|$)")
_SUM_OF = re.compile(r"^(?:คะแนน)?(?:เฉลี่ย|รวม|ค่าเฉลี่ย)(?:ของ)?\s*(?=ตัวชี้วัด|ตชว|แบบวัด|IIT|EIT|OIT)")
"""A total says what it sums up: ``เฉลี่ยตัวชี้วัดที่ 9 ...``."""
_AIM = re.compile(
    r"(?:^\W*|[(\n]\s*|25\d\d\s*)(?:ค่า|คะแนน)?(?:เป้าหมาย|คาดการณ์|คาดหวัง|คาดว่า)"
    r"(?!\s*(?:ร้อยละ|คะแนน|ไม่น้อยกว่า|ตั้งแต่|[≥>=])*\s*\d{1,3}(?:\.\d+)?(?!\d))"
)
_OUT_OF = re.compile(r"\(?(?:เต็ม|คะแนนเต็ม)?100(?:\.00?)?(?:คะแนน|%)?\)?$")
_PART = re.compile(r"(?:EIT|ภายนอก)\W{0,3}\s*\(?(?:ส่วนที่|part)\s*\d", re.IGNORECASE)
"""One of the two halves of EIT, which has a score of its own."""
_EXPLICIT_INSTRUMENT = re.compile(r"(?<![A-Za-z])(IIT|EIT|OIT)(?![A-Za-z])", re.IGNORECASE)


@lru_cache(maxsize=4096)  # several finders ask for the same words
def entity_of(text: str, concept: str, framework: Framework) -> Entity | None:
    """What the words of a label cell name in this framework; ``concept`` is the meaning of its column.

    A bare number names something only in a column that is known to number indicators or items.
    """
    label = arabic(clean(text)).replace("\n", " ").strip()
    if total := _SUM_OF.match(label):
        label, concept = label[total.end() :], ""
    if not label or len(label) > LONGEST_LABEL or _PART.search(label):
        return None
    return (
        _item(label, concept, framework)
        or _by_number(label, concept, framework)
        or _by_name(label, concept, framework)
        or _instrument(label)
        or (OVERALL if is_overall(label) else None)
    )


def is_aim(label: str) -> bool:
    """Whether a header or label is that of figures that are only hoped for: ``2567 (เป้าหมาย)``.

    ``คะแนน (เป้าหมาย 85)`` is not: it says beside the score what was hoped for.
    """
    return bool(_AIM.search(arabic(label)))


def is_question(label: str) -> bool:
    """Whether the label is the code of a survey question (``I1``, ``e12``), maybe with the question."""
    return bool(_QUESTION.match(arabic(label)))


def says_instrument(label: str) -> bool:
    """Whether the label says IIT, EIT or OIT, or that it is a survey form."""
    return bool(_EXPLICIT_INSTRUMENT.search(label)) or "แบบ" in label


def is_sum(label: str) -> bool:
    """Whether the whole label is a word for a sum (``คะแนนรวม``): of the whole score, or of a part of the table."""
    return _whole_label(label) in words().overall_sum


def is_overall(label: str) -> bool:
    """Whether the label begins with words that name the whole score."""
    return squeeze(label).startswith(words().overall)


def is_total(label: str) -> bool:
    """Whether the whole label is a word like "รวม": the whole score if the table covers everything."""
    return _whole_label(label) in words().overall_total


def _whole_label(label: str) -> str:
    """The label without spaces, a colon, and what the total is out of: ``รวม (100 คะแนน)``."""
    return _OUT_OF.sub("", squeeze(arabic(label))).rstrip(":")


def _item(label: str, concept: str, framework: Framework) -> Entity | None:
    if concept == "item_code":
        code = item_code(label, bare=True)
        return Entity("item", code) if code else None
    leading = _LEADING_ITEM.match(label)
    if leading and not label[leading.end() :].lstrip().startswith((")", "คะแนน")):
        code = item_code(leading.group(1), bare=False)
        if code:
            return Entity("item", code)
    if concept == "item_name" and (match := match_item(label, framework)):
        return Entity("item", match.code)
    return None


def _by_number(label: str, concept: str, framework: Framework) -> Entity | None:
    if sub := _LEADING_SUB.match(label):
        return Entity("subindicator", sub.group(1))
    if explicit := _LEADING_INDICATOR.match(label):
        return _indicator(explicit.group(1), framework)
    if concept in ("indicator_no", "indicator") and (bare := re.fullmatch(r"(\d{1,2})[.)]?", label)):
        return _indicator(bare.group(1), framework)
    return None


def _by_name(label: str, concept: str, framework: Framework) -> Entity | None:
    if concept in ("item_detail", "person", "position"):
        return None
    explicit = _EXPLICIT_INSTRUMENT.search(label)
    if explicit and concept != "indicator":
        return Entity("instrument", explicit.group(1).upper())
    if match := match_indicator(label, framework):
        return Entity("indicator", match.code)
    if match := match_subindicator(label, framework):
        return Entity("subindicator", match.code)
    return None


def _instrument(label: str) -> Entity | None:
    code = instrument(label)
    return Entity("instrument", code) if code else None


def _indicator(code: str, framework: Framework) -> Entity | None:
    return Entity("indicator", code) if any(i.code == code for i in framework.indicators) else None
