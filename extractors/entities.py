"""Entities in Thai running text: units, offices, positions, persons and indicators, found without a download.

Words are parted by PyThaiNLP's newmm with our names added to its dictionary, so that a name is one token,
and an EntityRuler of spaCy knows the names. The trained models of spacy-pythainlp are not used: they would
have to be downloaded. Importing spaCy takes seconds, so it is imported by the first call.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from schemas.framework import framework, known_years
from schemas.offices import offices

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

Label = Literal["UNIT", "OFFICE", "POSITION", "PERSON", "INDICATOR"]
LETTER = "[ก-\u0e4e]"
LONGEST_NAME = 30
"""Letters of a given or family name at most."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A span of the text; ``name`` is what it is known by: official name, ``office_id``, indicator number."""

    label: Label
    text: str
    start: int
    end: int
    name: str


def entities(text: str) -> tuple[Entity, ...]:
    """The entities of a text in its order; they do not overlap, and of two that would the longer is kept."""
    from spacy.util import filter_spans

    language, titles = _language()
    doc = language(text)
    spans = filter_spans([*doc.ents, *_people(doc, titles)])
    return tuple(
        Entity(s.label_, s.text, s.start_char, s.end_char, s.ent_id_ or s.text)  # type: ignore[arg-type]
        for s in sorted(spans, key=lambda span: span.start)
    )


@cache
def _language() -> tuple[Language, frozenset[str]]:
    from pythainlp.corpus import thai_words
    from pythainlp.util import dict_trie
    from spacy_pythainlp import blank

    titles = frozenset(_words("extractors", "entities.toml")["titles"])
    names = list(_names())
    phrases = {phrase for _, phrase, _ in names}
    language = blank(custom_dict=dict_trie({*thai_words(), *phrases, *titles}))
    ruler: Any = language.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": phrase, "id": name} for label, phrase, name in names])
    return language, titles


def _names() -> Iterator[tuple[Label, str, str]]:
    """Each known phrase with its label and what it is known by."""
    for unit in _words("extractors.thai", "units.toml")["units"]:
        yield from (("UNIT", phrase, unit["name"]) for phrase in (unit["name"], *unit.get("variants", ())))
    for office in offices():
        short = office.name_short
        forms = (office.name_full, short, short.replace(".", ". "))
        yield from (("OFFICE", form, office.office_id) for form in forms)
    words = _words("extractors", "entities.toml")
    for position in words["positions"]:
        yield from (("POSITION", position + rank, position + rank) for rank in ("", *words["ranks"]))
    indicators = {i.name: i.code for year in known_years() for i in framework(year).indicators}
    yield from (("INDICATOR", name, code) for name, code in indicators.items())


def _people(doc: Doc, titles: Iterable[str]) -> Iterator[Span]:
    """Persons: a title, a given name and a family name, as far as the next name of another kind."""
    starts = {span.start_char for span in doc.ents}
    name = re.compile(rf"\s?({LETTER}{{2,{LONGEST_NAME}}})\s+({LETTER}{{2,{LONGEST_NAME}}})")
    for token in doc:
        if token.text not in titles:
            continue
        found = name.match(doc.text, token.idx + len(token.text))
        if found is None or starts & set(range(token.idx, found.start(2) + 1)):
            continue
        end = min((start for start in starts if found.start(2) < start < found.end()), default=found.end())
        if span := doc.char_span(token.idx, end, label="PERSON", alignment_mode="contract"):
            yield span


def _words(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))
