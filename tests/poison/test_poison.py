"""Every kind of bad file has its record with the right code, and no file beside it is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.batch import Options, extract
from pipeline.digitise import digitise_bytes
from pipeline.limits import Limits
from pipeline.worker import peak_mb
from tests.poison.others import bad_others
from tests.poison.pdfs import bad_pdfs
from tests.poison.words import bad_words

SAMPLES = Path(__file__).parents[2] / "samples" / "reports"
BAD: dict[str, Callable[[], bytes]] = {**bad_pdfs(), **bad_words(), **bad_others()}

EXPECTED: dict[str, str | tuple[str, ...]] = {
    "double-flate-bomb.pdf": ("E_LIMIT_STALL", "E_LIMIT_TIME", "E_LIMIT_MEMORY", "E_WORKER_CRASHED", "E_NO_TEXT"),
    "lines-400000.pdf": "W_LIMIT_PAGE_OBJECTS",
    "rectangles-60000.pdf": "W_LIMIT_PAGE_OBJECTS",
    "letters-200000.pdf": "W_LIMIT_PAGE_TEXT",
    "page-tree-of-itself.pdf": "E_FILE_DAMAGED",
    "page-tree-in-a-ring.pdf": "E_FILE_DAMAGED",
    "nested-arrays.pdf": "E_NO_TEXT",
    "nested-dictionaries.pdf": "E_NO_TEXT",
    "nested-states.pdf": "E_NO_TEXT",
    "forms-in-forms.pdf": ("E_LIMIT_STALL", "E_LIMIT_TIME", "E_LIMIT_MEMORY", "E_WORKER_CRASHED"),
    "form-of-itself.pdf": "E_NO_TEXT",
    "pages-3000.pdf": "E_LIMIT_PAGES",
    "truncated.pdf": "E_FILE_DAMAGED",
    "header-only.pdf": "E_FILE_DAMAGED",
    "locked.pdf": "E_PASSWORD",
    "zero-pages.pdf": "E_NO_PAGES",
    "wrong-count.pdf": "E_FILE_DAMAGED",
    "xref-of-itself.pdf": "E_FILE_DAMAGED",
    "no-root.pdf": "E_FILE_DAMAGED",
    "empty-page.pdf": "E_NO_TEXT",
    "length-that-lies.pdf": "E_NO_TEXT",
    "huge-box.pdf": "E_NO_TEXT",
    "picture-of-a-gigapixel.pdf": "W_LIMIT_PICTURE",
    "font-that-is-none.pdf": "E_NOT_ITA_REPORT",
    "flipped-bits.pdf": "E_FORMAT_UNKNOWN",
    "text-of-600-mb.docx": "E_LIMIT_INFLATED",
    "table-of-20000-rows.docx": "E_NOT_ITA_REPORT",
    "table-too-large.docx": "E_LIMIT_TABLE",
    "merge-of-3000-rows.docx": "E_NOT_ITA_REPORT",
    "orphan-merge.docx": "E_NOT_ITA_REPORT",
    "span-of-a-million.docx": "E_NOT_ITA_REPORT",
    "tables-20-deep.docx": "W_LIMIT_NESTING",
    "tables-300-deep.docx": "E_FILE_DAMAGED",
    "billion-laughs.docx": "E_FILE_DAMAGED",
    "external-entity.docx": "E_NO_TEXT",
    "remote-entity.docx": "E_NO_TEXT",
    "strict.docx": "E_NOT_ITA_REPORT",
    "locked.docx": "E_PASSWORD",
    "old-word.docx": ("E_FILE_DAMAGED", "E_LEGACY_DOC"),
    "truncated.docx": "E_FILE_DAMAGED",
    "no-document.docx": "E_FILE_DAMAGED",
    "no-content-types.docx": "E_FILE_DAMAGED",
    "broken-xml.docx": "E_FILE_DAMAGED",
    "binary-document.docx": "E_FILE_DAMAGED",
    "empty-body.docx": "E_NO_TEXT",
    "members-6000.docx": "E_LIMIT_MEMBERS",
    "swapped-parts.docx": "E_FILE_DAMAGED",
    "numbers-that-are-none.docx": "E_NOT_ITA_REPORT",
    "empty.pdf": "E_FILE_EMPTY",
    "zeros.pdf": "E_FILE_DAMAGED",
    "web-page.pdf": "E_NOT_ITA_REPORT",
    "picture.pdf": "E_FORMAT_UNKNOWN",
    "program.docx": "E_FORMAT_UNKNOWN",
    "random.pdf": "E_FORMAT_UNKNOWN",
    "spreadsheet.docx": "E_FORMAT_UNKNOWN",
    "one-line-of-20-mb.txt": "E_LIMIT_TEXT",
    "lines-400000.txt": "E_LIMIT_TEXT",
    "columns-100000.txt": "E_LIMIT_COLUMNS",
    "spans.html": "E_NOT_ITA_REPORT",
    "tags-50000-deep.html": "E_NOT_ITA_REPORT",
    "entities.html": "E_NOT_ITA_REPORT",
    "bad-utf8.txt": "E_FORMAT_UNKNOWN",
    "not-a-report.txt": "E_NOT_ITA_REPORT",
}
"""What a kind comes to: one code, or one of several where the machine's memory and speed decide."""

EXPECTED_IN_ARCHIVES = {
    "zip-slip.zip": "E_ARCHIVE_PATH",
    "zip-absolute.zip": "E_ARCHIVE_PATH",
    "zip-bomb.zip": "E_LIMIT_INFLATION",
    "zip-three-deep.zip": "E_ARCHIVE_NESTED",
    "zip-locked.zip": "E_PASSWORD",
    "zip-empty.zip": "E_ARCHIVE_EMPTY",
    "zip-truncated.zip": "E_FILE_DAMAGED",
    "zip-of-6000.zip": "E_LIMIT_MEMBERS",
    "zip-damaged-member.zip": "E_FILE_DAMAGED",
}
HARMLESS = {"wrong-xref.pdf"}
"""Kinds that other programs stumble over and that are read in full."""

IN_A_WORKER_ONLY = {"double-flate-bomb.pdf", "forms-in-forms.pdf"}
SLOW = {
    "table-of-20000-rows.docx",
    "table-too-large.docx",
    "text-of-600-mb.docx",
    "lines-400000.pdf",
    "rectangles-60000.pdf",
    "merge-of-3000-rows.docx",
    "old-word.docx",
    "lines-400000.txt",
    "columns-100000.txt",
}
"""Kinds that take seconds to make or to read."""


def expected(name: str) -> set[str]:
    codes = EXPECTED[name]
    return {codes} if isinstance(codes, str) else set(codes)


def test_there_are_more_than_fifty_kinds_and_each_is_expected_somewhere() -> None:
    assert len(BAD) > 50
    assert set(BAD) == set(EXPECTED) | set(EXPECTED_IN_ARCHIVES) | HARMLESS


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - IN_A_WORKER_ONLY - SLOW))
def test_a_bad_file_is_told_by_its_code(name: str) -> None:
    report = digitise_bytes(BAD[name](), name)
    assert report.report.status == "failed"
    assert expected(name) & {issue.code for issue in report.issues}


@pytest.mark.parametrize("name", sorted(EXPECTED_IN_ARCHIVES))
def test_a_bad_archive_is_told_by_its_code_and_writes_nowhere(name: str, tmp_path: Path) -> None:
    uploads = tmp_path / "in" / "deep"
    uploads.mkdir(parents=True)
    (uploads / name).write_bytes(BAD[name]())
    (outcome,) = extract([uploads], tmp_path / "in" / "out", Options(workers=0))
    assert EXPECTED_IN_ARCHIVES[name] in outcome.codes
    assert not list(tmp_path.rglob("escaped*"))


@pytest.mark.long
def test_a_batch_of_all_of_them_among_good_files_loses_nothing(tmp_path: Path) -> None:
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    for name, make in BAD.items():
        (uploads / name).write_bytes(make())
    good = sorted(SAMPLES.iterdir())
    before = peak_mb()
    outcomes = extract([uploads, *good], tmp_path / "out", Options(limits=Limits(stall_s=40, total_s=90)))
    assert peak_mb() - before < 50
    by_name = {outcome.source.source_name: outcome for outcome in outcomes}
    wrong = {name: dict(by_name[name].codes) for name in EXPECTED if not expected(name) & by_name[name].codes.keys()}
    assert wrong == {}
    assert {path.name for path in good} <= {name for name, one in by_name.items() if one.source.status != "failed"}
    assert len(outcomes) == len(BAD) + len(good)
    assert not running_workers(tmp_path)


def running_workers(folder: Path) -> list[str]:
    """The command lines of workers that write into the folder."""
    listed = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True).stdout.splitlines()
    return [line for line in listed if "pipeline.worker" in line and str(folder) in line]
