"""How well damaged text layers are repaired, and what the repair costs on clean documents.

    python benchmarks/text_repair.py CLEAN_FOLDER DAMAGED_FOLDER [--states ENDING...] [--random]

DAMAGED_FOLDER has PDFs that are named after the clean ones: ``name-split.pdf`` is a damaged ``name.pdf``. For each,
the character error rate of its text against the clean one's: as the file says it, after its fonts were heard, and
after the language. Then the cost on the clean PDFs, as a share of reading them. ``--random`` damages the sentences
of the clean folder's ``.txt`` files in every known way and counts words.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MOST_ERROR_PERCENT = 0.2
MOST_COST_PERCENT = 25.0


def pages(path: Path) -> Iterator[tuple[str, str]]:
    """Each page's text as the file says it, and as its fonts show it."""
    import pypdfium2
    import pypdfium2.raw as raw

    from extractors.glyphs import Decoder

    decoder = Decoder()
    document = pypdfium2.PdfDocument(path.read_bytes())
    for page in document:
        text_page = page.get_textpage()
        codes = (raw.FPDFText_GetUnicode(text_page, index) for index in range(text_page.count_chars()))
        said = "".join(map(chr, codes)).replace("\x02", "-")  # so PDFium marks a hyphen at a line end
        corrected = decoder.correct(text_page, said)
        yield said, corrected[0] if corrected else said


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def errors(right: str, read: str) -> int:
    """Characters that must be changed, put in or taken out; line by line where both have the same lines."""
    ours, theirs = lines(right), lines(read)
    pairs = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else [(right, read)]
    return sum(
        max(i2 - i1, j2 - j1)
        for a, b in pairs
        if a != b
        for kind, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        if kind != "equal"
    )


def language(texts: list[str]) -> list[str]:
    """The pages after the repair by language, all lines of the document together."""
    from extractors.thai.repair import repair_all

    split = [lines(text) for text in texts]
    repaired = iter(repair_all([line for page in split for line in page]))
    return ["\n".join(next(repaired).text for _ in page) for page in split]


def damaged_files(clean: Path, damaged: Path, states: list[str]) -> bool:
    """Prints the error rates of every damaged file; whether all keep the limit."""
    print(f"{'file':36}{'as said':>10}{'fonts':>10}{'language':>10}{'seconds':>9}")
    kept = True
    for original in sorted(clean.glob("*.pdf")):
        truth = [said for said, _ in pages(original)]
        size = sum(map(len, truth))
        for path in (damaged / f"{original.stem}-{state}.pdf" for state in states):
            if not path.exists():
                continue
            start = time.perf_counter()
            both = list(pages(path))
            final = language([shown for _, shown in both])
            spent = time.perf_counter() - start
            stages = [[said for said, _ in both], [shown for _, shown in both], final]
            rates = [100 * sum(map(errors, truth, stage)) / size for stage in stages]
            kept = kept and rates[-1] <= MOST_ERROR_PERCENT
            print(f"{path.name:36}" + "".join(f"{rate:9.3f}%" for rate in rates) + f"{spent:9.2f}")
    return kept


def cost_on_clean(clean: Path) -> bool:
    """Prints what asking and not repairing costs on clean documents; whether it keeps the limit."""
    from extractors.glyphs import Decoder
    from extractors.readers import read
    from extractors.thai.repair import repair_all

    reading = asking = 0.0
    changed = 0
    for path in sorted(clean.glob("*.pdf")):
        content = path.read_bytes()
        start = time.perf_counter()
        read(content, path.name)
        reading += time.perf_counter() - start
        texts = [said for said, _ in pages(path)]
        decoder = Decoder()
        start = time.perf_counter()
        changed += sum(map(decoder.needs, texts))
        changed += sum(bool(found.changes) for found in repair_all([line for text in texts for line in lines(text)]))
        asking += time.perf_counter() - start
    share = 100 * asking / max(reading, 1e-9)
    told = f"clean documents: reading {reading:.2f} s, repair {asking:.2f} s = {share:.1f} %; places touched {changed}"
    print(told)
    return share <= MOST_COST_PERCENT and changed == 0


def random_damage(clean: Path) -> None:
    """Prints for each kind of damage: words damaged, words right again, words made wrong.

    Made wrong is a right word that was changed, or a damaged word that became another wrong one.
    """
    from pythainlp.tokenize import word_tokenize

    from extractors.thai.repair import repair_all
    from tests.extractors.thai.repair.damages import DAMAGE

    sentences = [
        plain
        for path in sorted(clean.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if len(plain := re.sub(r"<[^>]+>|\s+", " ", line).strip()) > 40 and "|" not in plain
    ][:400]
    words = [list(_spans(word_tokenize(sentence))) for sentence in sentences]
    print(f"\n{'damage':30}{'damaged':>9}{'repaired':>10}{'made wrong':>12}{'seconds':>9}")
    for kind, damage in DAMAGE.items():
        struck = [damage(sentence) for sentence in sentences]
        start = time.perf_counter()
        read = [found.text for found in repair_all(struck)]
        spent = time.perf_counter() - start
        total = right = worse = other = 0
        for sentence, printed, text, spans in zip(sentences, struck, read, words, strict=True):
            hit, left = _wrong(sentence, printed, spans), _wrong(sentence, text, spans)
            total, right, worse = total + len(hit), right + len(hit - left), worse + len(left - hit)
            was, now = _pieces(sentence, printed, spans), _pieces(sentence, text, spans)
            other += sum(was[n] != now[n] for n in hit & left)
        share = 100 * (worse + other) / sum(map(len, words))
        print(f"{kind:30}{total:9}{100 * right / max(1, total):9.2f}%{share:11.3f}%{spent:9.2f}")


def _spans(words: list[str]) -> Iterator[tuple[int, int]]:
    place = 0
    for word in words:
        if re.search("[ก-ฮ]", word):
            yield place, place + len(word)
        place += len(word)


def _wrong(right: str, read: str, spans: list[tuple[int, int]]) -> set[int]:
    """Which words of the right text are not in the text that was read."""
    if right == read:
        return set()
    opcodes = SequenceMatcher(None, right, read, autojunk=False).get_opcodes()
    bad = [(i1, max(i2, i1 + 1)) for kind, i1, i2, _, _ in opcodes if kind != "equal"]
    return {n for n, (start, end) in enumerate(spans) if any(a < end and start < b for a, b in bad)}


def _pieces(right: str, read: str, spans: list[tuple[int, int]]) -> list[str]:
    """What stands in the text that was read for each word of the right text."""
    place = [0] * (len(right) + 1)
    for _, i1, i2, j1, j2 in SequenceMatcher(None, right, read, autojunk=False).get_opcodes():
        for i in range(i1, i2):
            place[i] = min(j1 + i - i1, j2)
    place[len(right)] = len(read)
    return [read[place[start] : place[end]] for start, end in spans]


def main() -> int:
    parser = argparse.ArgumentParser(description="Repair of damaged text layers: quality and cost.")
    parser.add_argument("clean", type=Path)
    parser.add_argument("damaged", type=Path)
    parser.add_argument("--states", nargs="+", default=["split", "pua", "dropped"], help="endings of damaged files")
    parser.add_argument("--random", action="store_true")
    chosen = parser.parse_args()
    kept = damaged_files(chosen.clean, chosen.damaged, chosen.states)
    kept = cost_on_clean(chosen.clean) and kept
    if chosen.random:
        random_damage(chosen.clean)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
