"""Responsibility stated in lines: ``O1 โครงสร้าง ผู้รับผิดชอบ นายสมชาย ใจดี``, also with the role on the next line.

Only what is clear counts: the line begins with an item's code, what follows is the name of an item or
nothing, and after the word for the role stands a person or a known unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extractors.facts.context import Context
from extractors.facts.items import Item, item_by_name, leading_code, named
from extractors.facts.passages import Passage
from extractors.facts.responsibilities.assignees import Assignee, assignees
from extractors.facts.responsibilities.columns import ROLE_OF
from extractors.facts.responsibilities.role_words import EDGES, role_word
from extractors.thai.text import clean
from schemas.framework import Framework
from schemas.rows import Role

LONGEST_LINE = 400


class Spoken(NamedTuple):
    """One person or body that a line names for an item."""

    item: Item
    role: Role
    assignee: Assignee
    passage: Passage


def spoken(context: Context) -> Iterator[Spoken]:
    """Everything the running text states clearly, in order."""
    item: Item | None = None
    for passage in context.passages:
        text = clean(passage.text)
        if len(text) > LONGEST_LINE:
            item = None
            continue
        code, rest = leading_code(text)
        if code:
            item = _item(code, rest, context.framework)
        roles = list(role_word().finditer(text)) if item is not None else []
        if item is None or not roles or (not code and text[: roles[0].start()].strip(EDGES)):
            item = item if code else None
            continue
        ends = [*(match.start() for match in roles[1:]), len(text)]
        for match, end in zip(roles, ends, strict=True):
            role = ROLE_OF[str(match.lastgroup)]
            found = assignees(text[match.end() : end].strip(EDGES))
            yield from (
                Spoken(item, role, who, passage) for who in found if all(each.is_clear for each in found)
            )


def _item(code: str, rest: str, framework: Framework) -> Item | None:
    """The item of a line that begins with its code, if what stands before the first role is its name or
    nothing.
    """
    first = role_word().search(rest)
    name = rest[: first.start()].strip(EDGES) if first else rest.strip(EDGES)
    return named(code, name, framework) if not name or item_by_name(name, framework) else None
