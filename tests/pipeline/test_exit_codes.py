"""How a run ends."""

import pytest

from pipeline.exit_codes import ExitCode, exit_code


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ([], 0),
        (["ok", "ok"], 0),
        (["ok", "needs_review"], 3),
        (["partial"], 3),
        (["needs_review", "failed"], 4),
        (["failed"], 4),
    ],
)
def test_the_gravest_state_decides(statuses: list[str], code: int) -> None:
    assert exit_code(statuses) == code


def test_the_codes_are_the_published_ones() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "WRONG_USAGE": 2,
        "NEEDS_REVIEW": 3,
        "SOME_FAILED": 4,
        "OUTPUT_BUSY": 5,
        "BROKEN_OFF": 6,
        "INTERRUPTED": 130,
    }
