from pathlib import Path

from pipeline.audit.reference import document


def test_the_page_of_checks_is_current() -> None:
    page = Path(__file__).parents[3] / "docs" / "checks.md"
    assert page.read_text(encoding="utf-8") == document(), "python -m pipeline.audit.reference"
