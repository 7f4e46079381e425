import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers.encoding import decoded

_SAMPLE = "ผลการประเมิน ITA ได้คะแนน ๙๕.๔๗ เพิ่มขึ้น\r\nกลุ่มอำนวยการ รับผิดชอบ"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp874"]
)
def test_thai_text_comes_back_from_every_encoding_that_districts_use(encoding: str) -> None:
    assert decoded(_SAMPLE.encode(encoding)) == _SAMPLE


def test_a_utf_8_file_cut_inside_a_letter_is_not_taken_for_code_page_874() -> None:
    text = decoded((_SAMPLE * 3).encode()[:-1])
    assert text is not None
    assert text.startswith(_SAMPLE) and text.endswith("\ufffd")


def test_a_stray_byte_in_the_middle_costs_one_letter() -> None:
    text = decoded(_SAMPLE.encode() + b"\xa0" + _SAMPLE.encode())
    assert text == f"{_SAMPLE}\ufffd{_SAMPLE}"


def test_western_text_in_a_single_byte_code_is_refused_rather_than_garbled() -> None:
    assert decoded("é è à ü ß ñ ç".encode("latin-1") * 20) is None


def test_bytes_that_are_no_text_are_refused() -> None:
    assert decoded(bytes(range(256)) * 4) is None


_THAI_LINES = st.text(st.sampled_from("กขคงจชดตนบปมรลวสหอาเแโไ ่้๊ิีุู์๐๑๒๓0123.,\n"), min_size=1)


@given(_THAI_LINES)
def test_any_text_written_as_utf_8_comes_back(text: str) -> None:
    assert decoded(text.encode()) == text
