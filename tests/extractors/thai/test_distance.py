from hypothesis import given
from hypothesis import strategies as st

from extractors.thai.distance import Pattern

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
