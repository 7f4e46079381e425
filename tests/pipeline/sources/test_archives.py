"""ZIP archives: the documents inside are read as files are."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipeline.batch import Options, Outcome, extract
from pipeline.ledger import lines_of
from pipeline.limits import Limits
from pipeline.sources.archives import is_archive
from tests.poison.others import archive

SAMPLES = Path(__file__).parents[3] / "samples" / "reports"
TEXT = (SAMPLES / "nan1_order_2567.txt").read_bytes()


def read(uploads: Path, output: Path, **limits: int) -> list[Outcome]:
    return extract([uploads], output, Options(workers=0, limits=Limits(**limits)))


def test_the_documents_of_an_archive_have_records_of_their_own(tmp_path: Path) -> None:
    content = archive(("ปี 2567/คำสั่ง.txt", TEXT), ("__MACOSX/._คำสั่ง.txt", b"x"), ("ปี 2567/~$a.docx", b"x"))
    (tmp_path / "เขต.zip").write_bytes(content)
    (outcome,) = read(tmp_path / "เขต.zip", tmp_path / "out")
    assert outcome.source.source_name == "คำสั่ง.txt"
    assert outcome.rows["responsibilities"] > 0
    (entry,) = [entry for entry in lines_of(tmp_path / "out" / "ledger.jsonl") if entry["event"] == "file"]
    assert entry["where"].endswith("เขต.zip!/ปี 2567/คำสั่ง.txt")


def test_a_member_is_read_as_the_same_file_in_a_folder_is(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive(("a.txt", TEXT)))
    (tmp_path / "a.txt").write_bytes(TEXT)
    (packed,) = read(tmp_path / "a.zip", tmp_path / "one")
    (plain,) = read(tmp_path / "a.txt", tmp_path / "two")
    assert packed.source.report_id == plain.source.report_id
    assert packed.rows == plain.rows


def test_an_archive_in_an_archive_is_opened_and_one_deeper_is_told(tmp_path: Path) -> None:
    inner = archive(("b.txt", TEXT), ("c.zip", archive(("d.txt", TEXT))))
    (tmp_path / "a.zip").write_bytes(archive(("inner.zip", inner)))
    outcomes = {outcome.source.source_name: outcome for outcome in read(tmp_path / "a.zip", tmp_path / "out")}
    assert set(outcomes) == {"b.txt", "c.zip"}
    assert list(outcomes["c.zip"].codes) == ["E_ARCHIVE_NESTED"]
    assert outcomes["b.txt"].source.status != "failed"


def test_a_name_in_the_old_thai_encoding_is_read(tmp_path: Path) -> None:
    content = archive(("xxxxxx.txt", TEXT)).replace(b"xxxxxx", "รายงาน".encode("cp874"))
    (tmp_path / "a.zip").write_bytes(content)
    assert [outcome.source.source_name for outcome in read(tmp_path / "a.zip", tmp_path / "out")] == ["รายงาน.txt"]


@pytest.mark.parametrize("name", ["a.docx", "a.zip"])
def test_a_word_file_is_no_archive_whatever_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes((SAMPLES / "nan1_order_2567.docx").read_bytes())
    assert not is_archive(tmp_path / name)


def test_a_damaged_file_is_an_archive_by_its_name_only(tmp_path: Path) -> None:
    for name in ("a.zip", "a.docx"):
        (tmp_path / name).write_bytes(b"PK\x03\x04 and no more")
    assert is_archive(tmp_path / "a.zip")
    assert not is_archive(tmp_path / "a.docx")


def test_members_at_the_limit_are_read_and_one_more_refuses_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive(("a.txt", TEXT), ("b.txt", b"x"), ("c.txt", b"y")))
    assert len(read(tmp_path / "a.zip", tmp_path / "out", members=3)) == 3
    (refused,) = read(tmp_path / "a.zip", tmp_path / "out", members=2)
    assert list(refused.codes) == ["E_LIMIT_MEMBERS"]


def test_a_member_larger_than_a_file_may_be_is_told_and_the_others_read(tmp_path: Path) -> None:
    stored = BytesIO()
    with ZipFile(stored, "w") as package:
        package.writestr("big.txt", b"x" * 1_000_001)
        package.writestr("a.txt", TEXT)
    (tmp_path / "a.zip").write_bytes(stored.getvalue())
    outcomes = {outcome.source.source_name: outcome for outcome in read(tmp_path / "a.zip", tmp_path / "out", file_mb=1)}
    assert list(outcomes["big.txt"].codes) == ["E_LIMIT_FILE_SIZE"]
    assert outcomes["a.txt"].source.status != "failed"


def test_what_was_unpacked_is_removed(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(archive(("b.zip", archive(("a.txt", TEXT)))))
    read(tmp_path / "a.zip", tmp_path / "out")
    found = subprocess.run(["find", str(tmp_path / "out" / ".ita"), "-type", "f"], capture_output=True, text=True, check=True)
    assert {Path(line).parent.name for line in found.stdout.splitlines()} == {".ita", "rows"}
