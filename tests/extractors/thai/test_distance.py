from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.distance import Pattern, nearby

WORDS = st.text(alphabet="กขคabc", max_size=12)


def by_the_book(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]


@given(WORDS, WORDS, st.integers(0, 12))
def test_the_bit_parallel_distance_is_the_edit_distance(a: str, b: str, limit: int) -> None:
    expected = by_the_book(a, b)
    assert Pattern.of(a).distance(b, limit) == (expected if expected <= limit else None)


@given(st.lists(WORDS, max_size=6), WORDS, st.sampled_from([0.0, 0.2, 0.5]))
def test_what_is_nearby_has_few_edits_for_its_length(names: list[str], text: str, reach: float) -> None:
    patterns = [Pattern.of(name) for name in names]
    shares = [(name, by_the_book(name, text), max(len(name), len(text), 1)) for name in names]
    expected = [(name, edits / longer) for name, edits, longer in shares if edits <= int(reach * longer)]
    assert [(pattern.text, share) for pattern, share in nearby(patterns, text, reach)] == expected
