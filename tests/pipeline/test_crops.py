"""Crops: the picture of a figure, kept where the figure was read, and only on request."""

import json
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from extractors.document import Box, Cell, Document, Page, PictureNote, Seen, Table
from extractors.ocr import turned
from pipeline.batch import Options, extract
from pipeline.crops import with_crops
from pipeline.digitise import digitise
from pipeline.shelf import Shelf
from schemas.report import Report
from schemas.rows import Mention
from tests.extractors.readers.test_pictures import docx_with_picture
from tests.extractors.readers.test_scans import PX_PER_PT, page_picture, scanned
from tests.pipeline.made_reports import made
from tests.pipeline.test_batch import REPORT

CELL = Box((200 + 420) / PX_PER_PT, 420 / PX_PER_PT, (200 + 620) / PX_PER_PT, 476 / PX_PER_PT)
"""Where ``page_picture`` shows its 46.25."""


def mention(**place: object) -> Mention:
    return Mention.model_validate(
        {"score_key": "2566/office/indicator/6", "quantity": "score", "value": "46.25", "printed": "46.25",
         "source": "table", **place}
    )  # fmt: skip


def report_with(*mentions: Mention) -> Report:
    return made("ตัวอย่าง.pdf").model_copy(update={"mentions": mentions})


def scan(quarters: int = 0) -> Document:
    note = PictureNote("grid", "cells", 1, Box(0, 0, 900, 900), 1100, 900, turned_degrees=90 * quarters)
    return Document("application/pdf", "ocr", (), (Page(1, 550, 450, "ocr"),), 1, pictures=(note,))


def picture(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png)))


def test_a_figure_of_a_scan_has_the_path_of_a_picture_of_its_cell() -> None:
    report, crops = with_crops(report_with(mention(page=1, bbox=tuple(CELL))), scan(), scanned(page_picture()))
    ((name, png),) = crops.items()
    assert report.mentions[0].crop == f"crops/{report.report.report_id}/{name}"
    assert name == "p0001-310-210-410-238.png"
    shown = picture(png)
    assert shown.shape == pytest.approx((31 * 200 / 72, 103 * 200 / 72), abs=2)
    assert (shown < 100).sum() > 200, "the print of the figure is on it"


def test_the_crop_of_a_turned_page_stands_upright() -> None:
    from extractors.readers.pdf.turning import Turn

    lying = Turn(3, 550, 450).on(CELL)  # the page as it lies, a quarter turn counter-clockwise
    content = scanned(turned(page_picture(), -1))
    _, crops = with_crops(report_with(mention(page=1, bbox=tuple(lying))), scan(quarters=1), content)
    _, upright = with_crops(report_with(mention(page=1, bbox=tuple(CELL))), scan(), scanned(page_picture()))
    (one,), (other,) = (map(picture, found.values()) for found in (crops, upright))
    assert one.shape == pytest.approx(other.shape, abs=2)
    rows, columns = min(one.shape[0], other.shape[0]), min(one.shape[1], other.shape[1])
    assert np.abs(one[:rows, :columns].astype(int) - other[:rows, :columns]).mean() < 25


def test_figures_of_the_text_layer_have_no_crop_and_figures_of_one_cell_share_one() -> None:
    mentions = (
        mention(page=1, bbox=tuple(CELL)), mention(page=1, bbox=tuple(CELL)), mention(page=2, bbox=tuple(CELL)),
        mention(),
    )  # fmt: skip
    report, crops = with_crops(report_with(*mentions), scan(), scanned(page_picture()))
    assert len(crops) == 1
    assert [bool(one.crop) for one in report.mentions] == [True, True, False, False]


def test_a_figure_of_a_picture_in_a_word_file_has_a_picture_of_its_row() -> None:
    seen = [Seen("word/media/image1.png", Box(20 + 200 * n, 20, 220 + 200 * n, 76)) for n in range(3)]
    cells = tuple(Cell(0, n, "x", seen=place) for n, place in enumerate(seen))
    note = PictureNote("grid", "cells", width_px=641, height_px=209, name="word/media/image1.png")
    document = Document("docx", "docx", (Table(4, 1, 3, cells),), pictures=(note,))
    report, crops = with_crops(report_with(mention(table_no=4, row_no=1)), document, docx_with_picture())
    assert list(crops) == ["image1-20-20-620-76.png"]
    assert picture(crops["image1-20-20-620-76.png"]).shape == (64, 608)
    assert report.mentions[0].crop.endswith("/image1-20-20-620-76.png")


def test_a_report_read_anew_has_only_its_new_crops_and_other_reports_lose_theirs(tmp_path: Path) -> None:
    shelf, report = Shelf(tmp_path, "edition"), made("a.pdf")
    folder = tmp_path / "crops" / report.report.report_id
    shelf.put(report, {"old.png": b"1"})
    shelf.put(made("b.pdf"), {"other.png": b"1"})
    (tmp_path / "crops" / "notes.txt").write_text("somebody's own")
    shelf.put(report, {"new.png": b"2"})
    shelf.put(report)
    assert [path.name for path in folder.iterdir()] == ["new.png"], "a new name of the file changes no crops"
    shelf.keep_only({report.report.report_id})
    assert sorted(path.name for path in (tmp_path / "crops").iterdir()) == ["notes.txt", folder.name]
    shelf.put(report, {})
    shelf.keep_only({report.report.report_id})
    assert [path.name for path in (tmp_path / "crops").iterdir()] == ["notes.txt"]


CROPPING = """
import pipeline.digitise as module
from schemas.rows import Mention
real = module.audit
def audit(report):
    found = Mention(score_key="2566/office/indicator/6", quantity="score", value="46.25", printed="46.25",
                    source="table", page=1, bbox=(310.0, 210.0, 410.0, 238.0))
    return real(report).model_copy(update={"mentions": (found,)})
module.audit = audit
"""


@pytest.mark.parametrize("workers", [0, 1])
def test_crops_come_through_workers_and_go_with_a_run_that_does_not_ask(
    workers: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plugin").mkdir()
    (tmp_path / "plugin" / "sitecustomize.py").write_text(
        "import sys\nif 'pipeline.worker' in ' '.join(sys.orig_argv):\n    import cropping\n"
    )
    (tmp_path / "plugin" / "cropping.py").write_text(CROPPING)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'plugin'}:{Path(__file__).parents[2]}")
    if not workers:
        monkeypatch.setattr("pipeline.digitise.audit", lambda report: report_with(mention(page=1, bbox=tuple(CELL))))
    source = tmp_path / "ตัวอย่าง.pdf"
    source.write_bytes(scanned(page_picture()[400:]))
    extract([source], tmp_path / "out", Options(workers=workers, keep_crops=True))
    (written,) = (tmp_path / "out" / "reports").glob("*.json")
    crop = json.loads(written.read_text())["mentions"][0]["crop"]
    assert (tmp_path / "out" / crop).read_bytes().startswith(b"\x89PNG")
    extract([source], tmp_path / "out", Options(workers=workers))
    assert not (tmp_path / "out" / "crops").exists()


def test_digitise_cuts_nothing_unless_asked(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("ตัวชี้วัดที่ 1 ได้ 98.79 คะแนน")
    assert all(one.crop == "" for one in digitise(source).mentions)


def test_crops_are_refused_where_names_of_people_are_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.cli import app

    monkeypatch.setenv("ITA_PSEUDONYM_KEY", "0123456789abcdef0123")
    monkeypatch.setenv("ITA_PSEUDONYMISE", "")
    source = tmp_path / "a.txt"
    source.write_text("x")
    done = CliRunner().invoke(app, ["extract", str(source), "-o", str(tmp_path / "out"), "--pseudonymise", "--keep-crops"])
    assert done.exit_code == 2 and "--keep-crops" in done.output
    assert not (tmp_path / "out").exists()


def test_a_fault_in_cutting_costs_the_crops_and_not_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("no room")

    monkeypatch.setattr("pipeline.crops.with_crops", fails)
    (tmp_path / "a.txt").write_text(REPORT.format("97.00"))
    crops: dict[str, bytes] = {}
    report = digitise(tmp_path / "a.txt", crops=crops)
    assert [str(score.score) for score in report.scores] == ["99.10", "97.00"]
    assert "I_CROPS_MISSING" in [found.code for found in report.issues]
    assert (report.report.status, crops) == (digitise(tmp_path / "a.txt").report.status, {})
