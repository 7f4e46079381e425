"""Where the relationships of a part lead: to other parts of the package, or out of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.readers.word.names import Element

if TYPE_CHECKING:
    from docx.opc.part import Part


def related(part: Part, relation: str | None) -> Part | None:
    """The part of the package that a relationship id leads to, if it leads to one."""
    found = part.rels.get(relation) if relation else None
    return None if found is None or found.is_external else found.target_part


def address(part: Part, relation: str | None) -> str:
    """The address outside of the package that a relationship id leads to, or an empty text."""
    found = part.rels.get(relation) if relation else None
    return found.target_ref if found is not None and found.is_external else ""


def all_related(part: Part, kind: str) -> Iterator[Part]:
    """The parts related as a kind: ``styles``, ``numbering``, ``header``, ``footnotes``."""
    for relation in part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            yield relation.target_part


def root_of(part: Part) -> Element:
    """The root element of an XML part; python-docx has parsed those that it knows."""
    from docx.oxml.parser import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)
