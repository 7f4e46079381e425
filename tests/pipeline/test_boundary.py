"""``digitise`` is the one boundary: whatever the bytes are, a Report comes back and nothing is raised."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.digitise import digitise, digitise_bytes
from pipeline.sinks.json_reports import as_json
from schemas.report import Report

REPORTS = Path(__file__).parents[2] / "samples" / "reports"
SAMPLES = {path.name: path.read_bytes() for path in sorted(REPORTS.glob("nan1_order_2567.*"))}
PATIENT = settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))


def holds(content: bytes) -> None:
    """A Report that can be written and read back."""
    report = digitise_bytes(content, "ตัวอย่าง")
    assert Report.model_validate_json(as_json(report), strict=False) == report
    assert report.report.status != "failed" or report.issues


@PATIENT
@given(st.binary(max_size=3_000))
def test_any_bytes_have_a_report(content: bytes) -> None:
    holds(content)


@PATIENT
@given(st.sampled_from([b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"\xef\xbb\xbf", b"# "]), st.binary(max_size=2_000))
def test_any_bytes_behind_a_known_beginning_have_a_report(beginning: bytes, content: bytes) -> None:
    holds(beginning + content)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("percents", [range(0, 100, 10), pytest.param(range(100), marks=pytest.mark.long)], ids=("tenths", "percents"))
def test_a_sample_cut_anywhere_has_a_report(name: str, percents: range) -> None:
    content = SAMPLES[name]
    for percent in percents:
        holds(content[: len(content) * percent // 100])


@pytest.mark.parametrize("name", SAMPLES)
@PATIENT
@given(st.data())
def test_a_sample_with_flipped_bits_has_a_report(name: str, data: st.DataObject) -> None:
    content = bytearray(SAMPLES[name])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=12)):
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    holds(bytes(content))


@PATIENT
@given(st.data())
def test_a_word_file_with_swapped_members_has_a_report(data: st.DataObject) -> None:
    with ZipFile(BytesIO(SAMPLES["nan1_order_2567.docx"])) as package:
        members = {name: package.read(name) for name in package.namelist()}
    one, other = (data.draw(st.sampled_from(sorted(members))) for _ in range(2))
    members[one], members[other] = members[other], members[one]
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    holds(out.getvalue())


@pytest.mark.parametrize("path", ["/dev/null", "/dev/zero", ".", "ไม่มี/เลย.pdf", "a\0b", "x" * 5_000])
def test_any_path_has_a_report(path: str) -> None:
    assert digitise(Path(path)).report.status == "failed"
