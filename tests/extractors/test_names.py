import pytest
from hypothesis import given

from extractors.names import (
    EDIT_LIMIT,
    find_indicator,
    fitting_framework,
    match_indicator,
    match_item,
    match_office,
    match_subindicator,
)
from schemas.framework import Framework, framework, known_years
from schemas.offices import offices
from tests.extractors.thai.strategies import thai_text

THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.fixture
def rules() -> Framework:
    return framework(2566)


@pytest.mark.parametrize(
    ("text", "code", "how"),
    [
        ("คุณภาพการดำเนินงาน", "6", "exact"),
        ("คุณภาพ การ\nดำเนินงาน", "6", "exact"),
        ("ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน", "6", "exact"),
        ("6. คุณภาพการดำเนินงาน", "6", "exact"),
        ("ด้านคุณภาพการดำเนินงาน", "6", "exact"),
        ("มาตรการปรับปรุงคุณภาพการดำเนินงาน", "6", "exact"),
        ("คุณภาพการดำเนินงาน (93.20)", "6", "exact"),
        ("1) การปฏิบัติหน้าที่ ร้อยละ 97.86", "1", "exact"),
        ("การปรับปรุงการทำงาน", "8", "variant"),
        ("การใช้ทรัพย์สินของทางราชการ", "4", "variant"),
        ("8 การปรับปรุงระบบการท างาน", "8", "skeleton"),
        ("คุณภาพการดำเนินงาม", "6", "edit"),
    ],
)
def test_an_indicator_is_known_by_its_name(rules: Framework, text: str, code: str, how: str) -> None:
    match = match_indicator(text, rules)
    assert match is not None
    assert (match.code, match.how, match.conflict) == (code, how, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ตัวชี้วัดที่ 6",
        "การเปิดเผยข้อมูลสาธารณะ",
        "การบริหารงาน",
        "แผนปฏิบัติการป้องกันการทุจริต",
        "คุณภาพ",
        "ผู้รับผิดชอบ",
    ],
)
def test_what_names_no_indicator_is_not_guessed(rules: Framework, text: str) -> None:
    assert match_indicator(text, rules) is None


def test_a_number_that_contradicts_the_name_is_told(rules: Framework) -> None:
    match = match_indicator("7. คุณภาพการดำเนินงาน", rules)
    assert match is not None
    assert (match.code, match.conflict) == ("6", "7")


def test_the_same_code_is_another_subindicator_in_another_year(rules: Framework) -> None:
    now = match_subindicator("9.3 การจัดซื้อจัดจ้าง", rules)
    before = match_subindicator("9.3 การบริหารเงินงบประมาณ", framework(2565))
    assert now is not None
    assert before is not None
    assert now.code == before.code == "9.3"
    assert match_subindicator("การบริหารเงินงบประมาณ", rules) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน", "6"),
        ("แนวทางการพัฒนาตัวชี้วัดที่ 10 ให้ดีขึ้น", "10"),
        ("ผลการวิเคราะห์ด้านการใช้อำนาจของผู้บริหาร", "3"),
        ("ด้านการใช้งบประมาณและการใช้อำนาจ", None),
        ("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ และตัวชี้วัดที่ 2", None),
        ("แผนดำเนินงานและการใช้งบประมาณประจำปี", None),
        ("แผนปฏิบัติการป้องกันการทุจริต", None),
        ("แบบตรวจการเปิดเผยข้อมูลสาธารณะ", None),
    ],
)
def test_the_one_indicator_that_a_heading_speaks_of(
    rules: Framework, text: str, code: str | None
) -> None:
    match = find_indicator(text, rules)
    assert (match and match.code) == code


def test_in_a_heading_the_explicit_number_counts_and_the_other_name_is_told(rules: Framework) -> None:
    match = find_indicator("ตัวชี้วัดที่ 7 คุณภาพการดำเนินงาน", rules)
    assert match is not None
    assert (match.code, match.conflict, match.how) == ("7", "6", "number")
    assert match.score <= 0.5


@pytest.mark.parametrize(
    ("text", "year", "code", "conflict"),
    [
        ("E-Service", 2566, "O18", ""),
        ("E-Service", 2565, "O17", ""),
        ("O17 E-Service", 2566, "O18", "O17"),
        ("๐14 คู่มือหรือมาตรฐานการปฏิบัติงาน", 2566, "O14", ""),
        ("คู่มือ/มาตรฐานการให้บริการ", 2566, "O15", ""),
        ("แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2566", 2566, "O36", ""),
        ("รายงานผลการดำเนินงานประจำปี ๒๕๖๔", 2565, "O12", ""),
        ("Q & A", 2566, "O8", ""),
        ("O1 โครงสร้าง แสดงแผนผังโครงสร้าง", 2566, "O1", ""),
    ],
)
def test_an_item_is_known_by_name_first_in_its_years_list(
    text: str, year: int, code: str, conflict: str
) -> None:
    match = match_item(text, framework(year))
    assert match is not None
    assert (match.code, match.conflict) == (code, conflict)


def test_a_code_without_a_name_is_only_a_number(rules: Framework) -> None:
    match = match_item("O14", rules)
    assert match is not None
    assert (match.code, match.how) == ("O14", "number")
    assert match_item("O44", rules) is None


@pytest.mark.parametrize(
    "text",
    [
        "การจัดซื้อจัดจ้าง",
        "นโยบายการบริหารทรัพยากรบุคคล",
        "รายงานการกำกับติดตามการดำเนินการป้องกันการทุจริตประจำปี รอบ 12 เดือน",
        "รายละเอียดตามข้อ O25 ของปีที่แล้ว",
    ],
)
def test_another_wording_is_not_a_misreading(rules: Framework, text: str) -> None:
    assert match_item(text, rules) is None


@pytest.mark.parametrize("year", known_years())
def test_every_name_and_variant_names_its_own_code(year: int) -> None:
    rules = framework(year)
    for match, parts in (
        (match_indicator, rules.indicators),
        (match_subindicator, rules.subindicators),
        (match_item, rules.items),
    ):
        for part in parts:
            for name in (part.name, *part.variants):
                found = match(name, rules)
                assert found is not None, name
                assert found.code == part.code, name
                assert found.score > 1 - EDIT_LIMIT


def test_the_list_of_another_year_is_recognised_by_its_names() -> None:
    old = [(item.code, item.name) for item in framework(2565).items]
    assert fitting_framework(old, framework(2566)) is framework(2565)
    assert fitting_framework(old[:9], framework(2566)) is framework(2566)
    assert fitting_framework([], framework(2566)) is framework(2566)


def test_every_office_is_found_by_its_own_names() -> None:
    for office in offices():
        for name in (
            office.name_full,
            office.name_short,
            office.name_full.translate(THAI),
            office.name_short.replace(" ", "\n"),
        ):
            (mention,) = match_office(f"ผลการประเมินของ{name} ประจำปีงบประมาณ พ.ศ. 2566")
            assert mention.office is office, name
            assert mention.printed == name


@pytest.mark.parametrize(
    ("text", "name_short"),
    [
        ("สพป.ชพ.2", "สพป.ชุมพร เขต 2"),
        ("สพป.ชพ.เขต 2", "สพป.ชุมพร เขต 2"),
        ("สพป. ชพ. 2", "สพป.ชุมพร เขต 2"),
        ("ส านักงานเขตพื้นที่การศึกษาประถมศึกษาชุมพร เขต 2 1.1 บทนำ", "สพป.ชุมพร เขต 2"),
        ("สพป.ชุมพรเขต1ได้คะแนน 99", "สพป.ชุมพร เขต 1"),
        ("สพป.กระบี่ 1. บทนำ", "สพป.กระบี่"),
        ("สพป.กทม.", "สพป.กรุงเทพมหานคร"),
        ("สพม.สฎ ชพ", "สพม.สุราษฎร์ธานี ชุมพร"),
        ("สพม.ชุมพร", "สพม.สุราษฎร์ธานี ชุมพร"),
        ("สพม.เขต 11", "สพม.สุราษฎร์ธานี ชุมพร"),
        ("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา เขต 25 (ขอนแก่น)", "สพม.ขอนแก่น"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครราชสิมๅ เขต 7", "สพป.นครราชสีมา เขต 7"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครศรีธรรมราข เขต 4", "สพป.นครศรีธรรมราช เขต 4"),
    ],
)
def test_an_office_is_found_in_every_spelling(text: str, name_short: str) -> None:
    (mention,) = match_office(text)
    assert mention.office is not None
    assert mention.office.name_short == name_short


@pytest.mark.parametrize(
    ("text", "province", "area_no"),
    [
        ("สพป.ตราด เขต 2", "ตราด", "2"),
        ("สพป.ชุมพร 2566", "ชุมพร", ""),
        ("สพม.เขต 3", "", "3"),
        ("สพม.เขต 25", "", "25"),
    ],
)
def test_an_office_that_does_not_exist_or_is_not_certain_is_a_mention_without_office(
    text: str, province: str, area_no: str
) -> None:
    (mention,) = match_office(text)
    assert (mention.office, mention.province, mention.area_no) == (None, province, area_no)


@pytest.mark.parametrize(
    "text", ["", "สพป.ตรงตามเป้าหมาย", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา ในฐานะหน่วยงาน", "เขต 2", "สพท."]
)
def test_no_office_is_found_where_none_is_named(text: str) -> None:
    assert match_office(text) == []


def test_several_offices_are_found_with_their_places() -> None:
    text = "สพป.ตรัง เขต ๑ และ สพป.ตรัง เขต 2"
    assert [(text[slice(*m.span)], m.area_no) for m in match_office(text)] == [
        ("สพป.ตรัง เขต ๑", "1"),
        ("สพป.ตรัง เขต 2", "2"),
    ]


@given(thai_text)
def test_no_text_stops_the_matching(text: str) -> None:
    for rules in (framework(2560), framework(2566)):
        for match in (match_indicator, match_subindicator, match_item, find_indicator):
            found = match(text, rules)
            assert found is None or 0.5 <= found.score <= 1
    for mention in match_office(text):
        assert text[slice(*mention.span)] == mention.printed
