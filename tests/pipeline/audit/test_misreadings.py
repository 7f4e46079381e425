from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.audit.misreadings import misreadings


@pytest.mark.parametrize(
    ("printed", "true"),
    [
        ("97.12", "97.42"),  # one digit
        ("79.12", "97.12"),  # two digits swapped
        ("9712", "97.12"),  # the point lost
        ("9.712", "97.12"),  # the point moved
        ("97.1", "97.12"),  # a digit lost
        ("97.122", "97.12"),  # a digit doubled
        ("1.63", "-1.63"),  # a sign lost
        ("10.0", "100"),  # a point that was never there
    ],
)
def test_one_slip_leads_back_to_the_true_figure(printed: str, true: str) -> None:
    assert Decimal(true) in misreadings(Decimal(printed))


def test_look_alike_digits_are_likelier_than_others() -> None:
    costs = misreadings(Decimal("98.05"))
    assert costs[Decimal("98.06")] < costs[Decimal("98.07")]  # ๕ and ๖ against ๕ and ๗
    assert costs[Decimal("93.05")] < costs[Decimal("91.05")]  # 8 and 3 against 8 and 1


@given(st.decimals(min_value=0, max_value=100, places=2))
def test_a_figure_is_no_misreading_of_itself(figure: Decimal) -> None:
    assert figure not in misreadings(figure)
