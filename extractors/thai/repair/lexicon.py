"""The words that a damaged word may be, found by what damage leaves: consonants and the vowels on the line.

pythainlp's word list with its frequencies of the Thai National Corpus (both shipped in the package), and
``words.txt``, the words of the field. Loaded on first use only: clean documents never pay for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from math import log
from pathlib import Path

from extractors.thai.repair.signs import MARKS

_THAI_WORD = re.compile("[ก-ฮะาำเแโใไฤฦๅ" + MARKS + "]+")
_TO_BONES = str.maketrans({**dict.fromkeys(MARKS), "ำ": "า"})
_OWN_COUNT = 20_000  # how often more than in the corpus a word of the field counts to have been seen
_UNSEEN_COUNT = 30  # of a word of the list that the corpus has not: it is a real word after all
_PROBE = "!"
BEGINNING = 3  # letters by which words are told apart at first sight


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``by_bones``: bones -> its words, likeliest first; ``cost``: word -> -log of its probability;
    ``longest_from``: the first letters of bones -> the length of the longest that begin so."""

    by_bones: dict[str, tuple[str, ...]]
    cost: dict[str, float]
    longest_from: dict[str, int]


def bones(word: str) -> str:
    """The word without marks, sara am as sara aa: what every kind of damage leaves."""
    return word.translate(_TO_BONES)


@cache
def lexicon() -> Lexicon:
    """All words; about 0.3 s once a process."""
    folder = _corpus_folder()
    counts = dict.fromkeys(_thai_words(folder / "words_th.txt"), _UNSEEN_COUNT)
    total = 0
    for line in (folder / "tnc_freq.txt").read_text(encoding="utf-8-sig").splitlines():
        word, _, count = line.partition("\t")
        total += int(count)
        if word in counts:
            counts[word] = max(int(count), _UNSEEN_COUNT)
    for word in own_words():
        counts[word] = counts.get(word, 0) + _OWN_COUNT
    by_bones: dict[str, tuple[str, ...]] = {}
    for word in sorted(counts, key=lambda w: -counts[w]):
        key = bones(word)
        by_bones[key] = (*by_bones.get(key, ()), word)
    cost = {word: log(total / count) for word, count in counts.items()}
    longest_from: dict[str, int] = {}
    for key in by_bones:
        beginning = key[:BEGINNING]
        longest_from[beginning] = max(len(key), longest_from.get(beginning, 0))
    return Lexicon(by_bones, cost, longest_from)


@cache
def own_words() -> tuple[str, ...]:
    """The words of the field, spaces taken out (the text around a space is two words)."""
    parts = (part for line in _own_lines() for part in line.lstrip(_PROBE).split())
    return tuple(dict.fromkeys(part for part in parts if _THAI_WORD.fullmatch(part)))


@cache
def probe_words() -> tuple[str, ...]:
    """Words so common in these reports that one standing there without its marks proves damage."""
    return tuple(line.lstrip(_PROBE) for line in _own_lines() if line.startswith(_PROBE))


def _own_lines() -> list[str]:
    text = files("extractors.thai.repair").joinpath("words.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _thai_words(path: Path) -> list[str]:
    return [word for word in path.read_text(encoding="utf-8-sig").split("\n") if _THAI_WORD.fullmatch(word)]


def _corpus_folder() -> Path:
    """The data folder of pythainlp, without importing the library (its import takes longer than the words)."""
    spec = find_spec("pythainlp")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("pythainlp")
    return Path(next(iter(spec.submodule_search_locations))) / "corpus"
