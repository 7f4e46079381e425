import pytest
from hypothesis import given

from extractors.thai.units import units
from tests.extractors.thai.strategies import thai_text

DLICT = "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร"
FINANCE = "กลุ่มบริหารงานการเงินและสินทรัพย์"
SUPERVISION = "กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("กลุ่มอำนวยการ", ["กลุ่มอำนวยการ"]),
        ("กลุ่ม อำนวยการ", ["กลุ่มอำนวยการ"]),
        ("กลุ่มอ านวยการ", ["กลุ่มอำนวยการ"]),
        ("กลุ่มอำนวการ", ["กลุ่มอำนวยการ"]),
        ("กลุ่มนโยบายและแผน/ บริหารงานการเงินและสินทรัพย์", ["กลุ่มนโยบายและแผน", FINANCE]),
        ("กลุ่มอำนวยการและทุกกลุ่ม/หน่วย", ["กลุ่มอำนวยการ", "ทุกกลุ่ม/หน่วย"]),
        ("ทุกกลุ่ม/ หน่วย", ["ทุกกลุ่ม/หน่วย"]),
        ("กลุ่ม DLICT", [DLICT]),
        ("กลุ่มส่งเสริม การศึกษาทางไกลฯ และกลุ่มกฎหมายและคดี", [DLICT, "กลุ่มกฎหมายและคดี"]),
        ("หน่วยตรวจสอบภายใน", ["หน่วยตรวจสอบภายใน"]),
        ("1. กลุ่มนิเทศฯ\n2. กลุ่มพัฒนาครูฯ", [SUPERVISION, "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา"]),
        (
            "กลุ่มส่งเสริมการจัดการศึกษา และกลุ่มนิเทศ ติดตาม และประเมินผลการจัดการศึกษา",
            ["กลุ่มส่งเสริมการจัดการศึกษา", SUPERVISION],
        ),
        ("- กลุ่มบริหารงานบุคคล - กลุ่มอำนวยการ", ["กลุ่มบริหารงานบุคคล", "กลุ่มอำนวยการ"]),
        ("ผอ.กลุ่มอำนวยการ", ["กลุ่มอำนวยการ"]),
    ],
)
def test_units_get_their_official_names(text: str, names: list[str]) -> None:
    assert units(text) == tuple(names)


def test_an_unknown_unit_is_kept_as_printed() -> None:
    assert units("กลุ่มวิจัยและพัฒนา/กลุ่มอำนวยการ") == ("กลุ่มวิจัยและพัฒนา", "กลุ่มอำนวยการ")


def test_a_body_that_is_no_unit_is_kept_whole() -> None:
    body = "ผู้บริหารสำนักงาน (ผอ.สพท. รองผอ.สพท. และผอ.กลุ่ม/หน่วย)"
    assert units(body) == (body,)


@pytest.mark.parametrize("text", ["", "-", "นายสมชาย ใจดี", "ว่าที่ร้อยตรี เอก ใจงาม"])
def test_no_unit_is_found_where_none_is_named(text: str) -> None:
    assert units(text) == ()


def test_the_director_of_a_group_is_not_the_group_of_directors() -> None:
    assert units("ผู้อำนวยการกลุ่มบริหารงานบุคคล") == ("กลุ่มบริหารงานบุคคล",)


@given(thai_text)
def test_no_text_stops_the_reading_of_units(text: str) -> None:
    found = units(text)
    assert len(found) == len(set(found))
    assert all(found)
