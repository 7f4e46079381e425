"""The instruments by code or Thai name: IIT, EIT, OIT, and EBIT of the years before 2562."""

from __future__ import annotations

import re

from extractors.thai.codes.items import LETTERS_O
from extractors.thai.digits import arabic
from extractors.thai.text import skeleton

_CODE = re.compile(
    rf"(?<![A-Za-z])(?:(?P<ebit>EBIT)|(?P<letter>[IE{LETTERS_O}0])IT)(?![A-Za-z])", re.IGNORECASE
)
_NAMES = {
    "EBIT": ("หลักฐานเชิงประจักษ์", "Evidence-Based"),
    "IIT": ("ผู้มีส่วนได้ส่วนเสียภายใน", "ผู้มีส่วนได้เสียภายใน", "Internal Integrity"),
    "EIT": ("ผู้มีส่วนได้ส่วนเสียภายนอก", "ผู้มีส่วนได้เสียภายนอก", "เสียภายในและภายนอก", "External Integrity"),
    "OIT": ("การเปิดเผยข้อมูลสาธารณะ", "เปิดเผยข้อมูลต่อสาธารณะ", "แบบตรวจการเปิดเผย", "Open Data Integrity"),
}
_SKELETONS = tuple((code, tuple(skeleton(name) for name in names)) for code, names in _NAMES.items())


def instrument(text: str) -> str | None:
    """``IIT``, ``EIT``, ``OIT`` or ``EBIT``, by code or else by Thai name; None for none or several.

    การเปิดเผยข้อมูล alone is indicator 9 and not the instrument: that needs สาธารณะ or แบบตรวจ.
    """
    found = {
        "EBIT" if match["ebit"] else {"I": "IIT", "E": "EIT"}.get(match["letter"].upper(), "OIT")
        for match in _CODE.finditer(arabic(text))
    }
    if not found:
        bones = skeleton(text)
        found = {code for code, names in _SKELETONS if any(name in bones for name in names)}
    return found.pop() if len(found) == 1 else None
