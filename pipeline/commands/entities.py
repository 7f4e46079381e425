"""``ita entities``: units, offices, positions, persons and indicators named in a report's text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.commands.extract import AsJson

if TYPE_CHECKING:
    from extractors.document import Document


def register(app: typer.Typer) -> None:
    app.command()(entities)


def entities(
    file: Annotated[Path, typer.Argument(help="ไฟล์รายงาน · The report's file.")], as_json: AsJson = False
) -> None:
    """แสดงชื่อหน่วยงาน บุคคล ตำแหน่ง และตัวชี้วัดในข้อความ · Show who and what the text names."""
    from pipeline.commands.reading import document_of
    from pipeline.console import data_console, talk

    found = list(named_in(document_of(file)))
    if as_json:
        import json

        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for entity in found:
            page = f"หน้า p. {entity['page']}  " if entity["page"] else ""
            data_console().print(f"{page}{entity['label']:10} {entity['text']}", markup=False)
    talk().print(f"{len(found)} ชื่อ names")


def named_in(document: Document) -> Iterator[dict[str, Any]]:
    """Each entity of the body text and of the tables' cells, with its page."""
    from dataclasses import asdict

    from extractors.entities import entities as entities_of

    texts = [(paragraph.page, paragraph.text) for paragraph in document.paragraphs()]
    texts += [(cell.page, cell.text) for table in document.tables() for cell in table.cells]
    for page, text in texts:
        yield from ({"page": page, **asdict(entity)} for entity in entities_of(text))
