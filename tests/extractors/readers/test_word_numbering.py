import pytest

from extractors.readers import word
from extractors.readers.counting import number_as
from tests.extractors.readers.docx_maker import docx, levels, lists, numbered, p, tbl, tc, tr


def _texts(*blocks: str, numbering: str, styles: str = "") -> list[str]:
    return [block.text for block in word.read(docx(*blocks, numbering=numbering, styles=styles)).paragraphs()]


_OUTLINE = lists(levels("decimal %1.", "decimal %1.%2", "bullet -"))


def test_numbers_are_printed_before_the_text_and_deeper_levels_begin_anew() -> None:
    blocks = [
        numbered("a"),
        numbered("b", 1),
        numbered("c", 1),
        numbered("d"),
        numbered("e", 1),
        numbered("f", 2),
    ]
    assert _texts(*blocks, numbering=_OUTLINE) == ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e", "- f"]


def test_a_list_goes_on_after_text_that_is_not_of_it() -> None:
    assert _texts(numbered("a"), p("between"), numbered("b"), numbering=_OUTLINE) == [
        "1. a",
        "between",
        "2. b",
    ]


def test_a_second_list_of_the_same_kind_counts_on_unless_it_says_where_to_start() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = lists(levels("thaiNumbers %1)"), "", restart)
    blocks = [numbered("a"), numbered("b", list_id=2), numbered("c", list_id=3), numbered("d", list_id=3)]
    assert _texts(*blocks, numbering=numbering) == ["๑) a", "๒) b", "๕) c", "๖) d"]


def test_a_number_in_an_otherwise_empty_cell_is_the_cell_s_text() -> None:
    rows = [tr(tc(numbered("")), tc(name)) for name in ("โครงสร้าง", "ข้อมูลผู้บริหาร")]
    (table,) = word.read(docx(tbl(*rows), numbering=lists(levels("decimal %1.")))).tables()
    assert [cell.text.strip() for cell in table.cells] == ["1.", "โครงสร้าง", "2.", "ข้อมูลผู้บริหาร"]


def test_an_empty_bullet_is_nothing() -> None:
    assert _texts(numbered(""), numbering=lists(levels("bullet -"))) == []


def test_a_bullet_of_a_symbol_font_is_a_dot() -> None:
    assert _texts(numbered("a"), numbering=lists(levels("bullet \uf0b7"))) == ["• a"]


def test_numbering_comes_from_the_style_too_and_can_be_switched_off() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Step">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Step"/></w:style>'
    )
    off = '<w:pStyle w:val="Step"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    blocks = [p("a", '<w:pStyle w:val="Step"/>'), p("b", off), p("c", '<w:pStyle w:val="Sub"/>')]
    assert _texts(*blocks, numbering=_OUTLINE, styles=style) == ["1. a", "b", "2. c"]


def test_legal_numbering_writes_every_level_in_digits() -> None:
    deep = levels("decimal -", "decimal %1.%2").split("</w:lvl>")[1]
    deep = deep.replace("<w:numFmt", "<w:isLgl/><w:numFmt")
    numbering = lists(levels("upperRoman %1.") + deep + "</w:lvl>")
    assert _texts(numbered("a"), numbered("b", 1), numbering=numbering) == ["I. a", "1.1 b"]


@pytest.mark.parametrize(
    ("kind", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("thaiNumbers", 43, "๔๓"),
        ("thaiLetters", 1, "ก"),
        ("thaiLetters", 3, "ค"),
        ("thaiLetters", 4, "ง"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("none", 3, ""),
        ("cardinalText", 3, "3"),
        ("lowerLetter", 0, "0"),
    ],
)
def test_numbers_are_printed_in_the_list_s_format(kind: str, number: int, printed: str) -> None:
    assert number_as(kind, number) == printed
