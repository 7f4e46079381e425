"""Builds ``reports`` and ``expected`` from the descriptions: ``python -m samples.build [name...]``.

Needs LibreOffice for the PDFs. The built files are committed; tests and ``ita demo`` use those.
"""

from __future__ import annotations

import sys
from pathlib import Path

from samples.describe import ALL
from samples.render.docx import save_docx
from samples.render.expected import expected_json
from samples.render.pdf import save_pdf
from samples.render.text import text_of

HERE = Path(__file__).parent


def build(names: list[str]) -> None:
    """Writes the files of the reports of these names, of all when there are none."""
    for folder in ("reports", "expected"):
        (HERE / folder).mkdir(exist_ok=True)
    for made_up in ALL:
        if names and made_up.name not in names:
            continue
        stem = HERE / "reports" / made_up.name
        save_docx(made_up, stem.with_suffix(".docx"))
        save_pdf(made_up, stem.with_suffix(".pdf"))
        stem.with_suffix(".txt").write_text(text_of(made_up), encoding="utf-8")
        (HERE / "expected" / f"{made_up.name}.json").write_text(expected_json(made_up), encoding="utf-8")
        print(made_up.name)


if __name__ == "__main__":
    build(sys.argv[1:])
