"""Which indicator a heading, cell or caption names."""

from __future__ import annotations

import re

from extractors.facts.wording import without_lead
from extractors.names import find_indicator, match_indicator
from extractors.thai.codes import indicator_codes
from extractors.thai.digits import arabic
from schemas.framework import Framework

LONGEST_NAME = 300
"""What a cell names stands within its first so many characters."""
LONGEST_TITLE = 90
"""A text of at most so many characters may be nothing but the name, with words like มาตรการ before it."""


def indicator_named(text: str, framework: Framework) -> str:
    """The code of the one indicator (``1``..``10``) that a text names; ``""`` for none, several or doubt."""
    begin = text.strip()[:LONGEST_NAME]
    if not begin or len({code.partition(".")[0] for code in indicator_codes(begin)}) > 1:
        return ""
    match = find_indicator(begin, framework)
    if match is None and len(begin) <= LONGEST_TITLE:
        name = without_lead(begin)
        if name != begin:
            match = match_indicator(name, framework) or match_indicator(f"การ{name}", framework)
    return match.code if match and not match.conflict else ""


def number_alone(text: str) -> str:
    """The number of a cell that holds nothing else, as in a column of indicator numbers: ``6``, ``ที่ ๖``."""
    match = re.fullmatch(r"\s*(?:ที่)?\s*([0-9]{1,2})\s*[.)]?\s*", arabic(text))
    return match[1] if match else ""
