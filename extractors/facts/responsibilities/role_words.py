"""The words for the roles in running text and titles: ``ผู้กำกับดูแล : นายสมชาย ใจดี``."""

from __future__ import annotations

import re
from functools import cache

from extractors.facts.responsibilities.assignees import assignees
from extractors.facts.responsibilities.columns import ROLE_OF
from extractors.headers import words_of
from extractors.thai.text import clean
from schemas.rows import Role

EDGES = " \t\n:：-–—.,;()|"


@cache
def role_word() -> re.Pattern[str]:
    """A pattern for any word for a role; the group that matched is its concept, a key of ``ROLE_OF``."""
    groups = (f"(?P<{concept}>{'|'.join(map(re.escape, words_of(concept)))})" for concept in ROLE_OF)
    return re.compile("|".join(groups))


def leading_role(text: str) -> tuple[Role, str] | None:
    """The role that a text begins with and whom it names after it; None where that is not surely somebody."""
    plain = clean(text).lstrip(EDGES)
    begins = ((name, word) for name in ROLE_OF for word in words_of(name) if plain.startswith(word))
    name, word = max(begins, key=lambda found: len(found[1]), default=("", ""))
    said = plain[len(word) :].strip(EDGES)
    found = assignees(said) if name else []
    return (ROLE_OF[name], said) if found and all(each.is_clear for each in found) else None
