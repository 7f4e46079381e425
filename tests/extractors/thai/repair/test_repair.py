"""Damaged Thai is repaired, clean Thai is left alone."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.thai.repair import Kind, damage, damage_of_all, repair, repair_all
from extractors.thai.repair.kinds import kinds_in
from extractors.thai.repair.lexicon import lexicon, own_words
from tests.extractors.thai.repair.damages import DAMAGE

CASES = {
    "ส านักงานเขตพื้นที่การศึกษา ประจ าปีงบประมาณ": "สำนักงานเขตพื้นที่การศึกษา ประจำปีงบประมาณ",
    "น้ าหนักคะแนน": "น้ำหนักคะแนน",
    "สานักงานเขตพื้นที่ ประจาปี": "สำนักงานเขตพื้นที่ ประจำปี",
    "นํ้าหนัก คํานวณ": "น้ำหนัก คำนวณ",
    "ดำาเนินงาน": "ดำเนินงาน",
    "ด\ufffdำเนินงาน ประจำ\ufffd ปี": "ดำเนินงาน ประจำปี",
    "คณุ ธรรม ศูนยป์ ฏบิ ตั กิ าร": "คุณธรรม ศูนย์ปฏิบัติการ",
    "สรุ าษฎรธ์ านี": "สุราษฎร์ธานี",
    "บทท1่ี": "บทที่1",
    "พั ฒ น า ระบบ": "พัฒนา ระบบ",
    "ท่ี เพ่ือ หน้้า เเละ": "ที่ เพื่อ หน้า และ",
    "ส\uf70aวนราชการ": "ส่วนราชการ",
    "โปรงใส หนวยงาน ขอมูล": "โปร่งใส หน่วยงาน ข้อมูล",
    "ปงบประมาณ การปองกัน": "ปีงบประมาณ การป้องกัน",
    "เป\ufffdน": "เป็น",
    "ผู(cid:201)บริหาร": "ผู้บริหาร",
    "ชีÊวัด พื้นทีc แก4ไข": "ชี้วัด พื้นที่ แก้ไข",
    "ÊÓ¹Ñ¡§Ò¹": "สำนักงาน",
    "ตำรำงผลกำรประเมิน": "ตารางผลการประเมิน",
}


@pytest.mark.parametrize("printed", CASES)
def test_damage_seen_in_reports_is_repaired(printed: str) -> None:
    assert repair(printed).text == CASES[printed]


@pytest.mark.parametrize("printed", CASES)
def test_a_repaired_text_is_not_repaired_again(printed: str) -> None:
    once = repair(printed).text
    assert repair(once).text == once


def test_the_printed_form_is_kept_beside_the_repaired_one() -> None:
    (form, language) = repair("นํ้าหนัก ส านักงาน").changes
    assert (form.printed, form.repaired, form.why) == ("นํ้าหนัก", "น้ำหนัก", "form")
    assert (language.printed, language.repaired, language.why) == ("ส านักงาน", "สำนักงาน", "language")


def test_context_decides_between_words_that_are_both_real() -> None:
    lines = ["การทางานของสานักงานประจาปี", "นาผลการประเมินไปใช้ในการกาหนดมาตรการ"]
    assert [r.text for r in repair_all(lines)][1] == "นำผลการประเมินไปใช้ในการกำหนดมาตรการ"


def test_right_and_wrong_forms_may_stand_in_one_line() -> None:
    line = "สำนักงาน ส านักงาน และประจำปี ประจ าปี"
    assert repair(line).text == "สำนักงาน สำนักงาน และประจำปี ประจำปี"


def test_a_sign_means_the_same_mark_in_the_whole_document() -> None:
    lines = ["หน\x07วยงาน ส\x07วนราชการ โปร\x07งใส", "ข\x07าว"]
    assert repair_all(lines)[1].text == "ข่าว"


@pytest.mark.parametrize(
    "text",
    ["คะแนน 92.50 ข้อ O14", "ข้อ4 ไม่ 5 6", "2 5 6 5", "๑๒ ๓", "โทร. 0-0000-0000", "(IIT) 30", "http://example.go.th/?a=1&b=2"],
)
def test_numbers_and_codes_are_never_changed(text: str) -> None:
    damaged = f"ส านักงาน {text} โปร\ufffdงใส"
    assert repair(damaged).text == f"สำนักงาน {text} โปร่งใส"


def test_names_of_persons_get_repair_by_form_only() -> None:
    printed = "นายสานิต ขาวนา และ น.ส.ท่ี คาดี จากสานักงาน ประจาปี"
    assert repair(printed).text == "นายสานิต ขาวนา และ น.ส.ที่ คาดี จากสำนักงาน ประจำปี"


def test_abbreviations_are_no_damaged_words() -> None:
    lines = ["พ.ศ. 2566 ป.ป.ช. พรบ. ผอ. หนวยงาน ขอมูล โปรงใส"]
    assert repair_all(lines)[0].text == "พ.ศ. 2566 ป.ป.ช. พรบ. ผอ. หน่วยงาน ข้อมูล โปร่งใส"


def test_what_no_known_word_explains_stays_as_it_is() -> None:
    assert repair("ฆฌฎ\ufffdฐฑ").text == "ฆฌฎ\ufffdฐฑ"


def test_one_misspelling_does_not_make_a_document_damaged() -> None:
    lines = ["สำนักงานเขตพื้นที่การศึกษา"] * 30 + ["ดาเนินการ"]
    assert all(not r.changes for r in repair_all(lines))


def test_no_word_of_the_lexicon_is_changed() -> None:
    words = [*lexicon().cost, *own_words()]
    assert [(w, r.text) for w, r in zip(words, repair_all(words), strict=True) if r.text != w] == []
    shuffled = random.Random(1).sample(words, 1500)
    assert [w for w in shuffled if repair(w).text != w] == []


def test_damage_is_measured_and_adds_up() -> None:
    clean, lost = damage("สำนักงานโปร่งใส"), damage("โปร\ufffdงใส เป\ufffdน")
    assert clean.share == 0 and not clean.kinds
    assert lost.unmapped == 2 and lost.kinds == {Kind.UNNAMED}
    both = damage_of_all(["สำนักงานโปร่งใส", "โปร\ufffdงใส เป\ufffdน"])
    assert both == clean + lost
    assert 0 < both.share < lost.share


# --- random damage of each kind on clean sentences made of common words

SENTENCES = [
    "สำนักงานเขตพื้นที่การศึกษาดำเนินการจัดทำแผนปฏิบัติการป้องกันการทุจริตประจำปีงบประมาณ",
    "ผู้บริหารกำหนดนโยบายและเจตจำนงสุจริตในการบริหารงานให้เจ้าหน้าที่ทราบโดยทั่วกัน",
    "หน่วยงานเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบันบนเว็บไซต์เพื่อให้ผู้มีส่วนได้ส่วนเสียเข้าถึงได้ง่าย",
    "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐมีตัวชี้วัดจำนวนสิบตัว",
    "กลุ่มอำนวยการรายงานผลการกำกับติดตามต่อผู้อำนวยการสำนักงานเป็นประจำทุกไตรมาส",
    "เจ้าหน้าที่ปฏิบัติงานตามคู่มือและมาตรฐานการให้บริการโดยไม่เลือกปฏิบัติ",
    "ควรเพิ่มช่องทางการรับเรื่องร้องเรียนและแจ้งผลการแก้ไขปัญหาให้ประชาชนทราบ",
    "บุคลากรมีส่วนร่วมในการวางแผนการใช้จ่ายงบประมาณให้เกิดประโยชน์สูงสุด",
    "นำผลการวิเคราะห์ไปกำหนดมาตรการส่งเสริมคุณธรรมและทำความเข้าใจกับผู้ปฏิบัติงาน",
    "คะแนนเฉลี่ยในภาพรวมเพิ่มขึ้นจากปีที่ผ่านมาและอยู่ในระดับดีมากตามเกณฑ์ที่ตั้งไว้",
]

def _syllables_wrong(right: str, read: str) -> int:
    """Consonants of the right text with other marks or vowels than they should have; all if they are not the same."""
    cluster = re.compile("[ก-ฮ][^ก-ฮ]*")
    want, have = cluster.findall(right), cluster.findall(read)
    return sum(a != b for a, b in zip(want, have, strict=True)) if len(want) == len(have) else len(want)


@pytest.mark.parametrize("kind", DAMAGE)
def test_damage_throughout_a_document_is_repaired(kind: str) -> None:
    damaged = [DAMAGE[kind](sentence) for sentence in SENTENCES]
    assert damaged != SENTENCES
    read = [r.text for r in repair_all(damaged)]
    total = sum(len(re.findall("[ก-ฮ]", s)) for s in SENTENCES)
    wrong = sum(_syllables_wrong(a, b) for a, b in zip(SENTENCES, read, strict=True))
    assert wrong <= 0.005 * total, [r for r, s in zip(read, SENTENCES, strict=True) if r != s]


def _figures(text: str) -> list[str]:
    return re.findall(r"[0-9๐-๙.]+", re.sub(r"\(cid:[0-9]+\)", "", text))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_repair_of_any_damage_is_stable_and_keeps_every_figure(data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(SENTENCES)) + data.draw(st.sampled_from(["", " 92.50", " ๒๕๖๖", " O14"]))
    for kind in data.draw(st.lists(st.sampled_from(sorted(DAMAGE.keys() - {"bytes of TIS-620"})), max_size=2)):
        sentence = DAMAGE[kind](sentence)
    once = repair(sentence).text
    assert repair(once).text == once
    assert _figures(once) == _figures(sentence)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="กขคงนมยรลวสหอปะาำเแโใไ่้์ัิีุูๆฯ 0123456789\ufffd\uf70aK(),.\n", max_size=60))
def test_no_text_breaks_the_repair(text: str) -> None:
    once = repair(text).text
    assert repair(once).text == once
    assert len(kinds_in(text)) <= len(Kind)
