"""A name that stands once where persons stand is found in whatever form it stands elsewhere."""

import re
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.pseudonyms import file_token, is_file_token, pseudonymised
from schemas.issues import issue
from schemas.report import Report
from schemas.rows import CommitteeMember, Repair, Responsibility
from tests.pipeline.made_reports import made, measure

KEY = b"a key that nobody knows"
CONSONANTS, VOWELS = "กขคจชดตทนบปพมยรลวสห", ("า", "ี", "ู", "ิ", "ุ")
FORMS = {
    "with a title": "ให้ {title}{g} {f} ทำ",
    "with its title glued": "มอบหมาย{title}{g} {f} ทำ",
    "without a title": "โดย {g} {f} เสนอ",
    "glued to its words": "โดย{g}{f}",
    "over two lines": "{g}\n{f}",
    "with a word over two lines": "{g1}\n{g2} {f}",
    "with a hyphen at the line's end": "{g1}-\n{g2} {f}",
    "with many spaces": "{g}   \t{f}",
    "with a space of no break": "{g}\u00a0{f}",
    "with an invisible space": "{g}\u200b{f}",
    "with an underscore": "{title}{g}_{f}",
    "family name first": "{f}, {g}",
    "over a dotted line": "({g} ........ {f})",
    "in an address": "https://x.example/{g}-{f}.pdf",
    "in an escaped address": "https://x.example/{escaped}.pdf",
    "in an e-mail address": "{g}.{f}@x.example",
    "title and given name": "เรียน {title}{g}",
    "as people are called": "คุณ{g}",
}


def spelled(syllables: list[tuple[str, str]]) -> str:
    return "".join(consonant + vowel for consonant, vowel in syllables)


SYLLABLES = st.tuples(st.sampled_from(CONSONANTS), st.sampled_from(VOWELS))
WORDS = st.lists(SYLLABLES, min_size=2, max_size=4).map(spelled)
TITLES = st.sampled_from(["นาย", "นางสาว", "ว่าที่ร้อยตรี", "ดร."])


def of_person(title: str, g: str, f: str, text: str) -> Report:
    row = Responsibility(item_code="O1", role="owner", assignee=f"{title}{g} {f}", person=f"{title}{g} {f}", given_name=g, family_name=f)
    return made("a.pdf", measure(text)).model_copy(update={"responsibilities": (row,)})


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@given(title=TITLES, g=WORDS, f=WORDS)
@settings(max_examples=25, deadline=None)
def test_a_name_goes(form: str, title: str, g: str, f: str) -> None:
    text = form.format(title=title, g=g, f=f, g1=g[:2], g2=g[2:], escaped=quote(f"{g}{f}"))
    after = pseudonymised(of_person(title, g, f, text), KEY).measures[0].text
    bare = re.sub(r"[^ก-๙%A-F0-9]", "", after)
    assert g + f not in bare
    assert f + g not in bare
    assert quote(g) not in after
    assert "person-" in after or "[e-mail]" in after


@given(g=WORDS, f=WORDS)
@settings(max_examples=25, deadline=None)
def test_words_around_a_name_stay(g: str, f: str) -> None:
    text = f"ข้อ 14 {g} {f} ได้ 99.10 คะแนน"
    after = pseudonymised(of_person("นาย", g, f, text), KEY).measures[0].text
    assert re.fullmatch(r"ข้อ 14 person-[0-9a-f]{12} ได้ 99\.10 คะแนน", after)


def test_a_part_of_a_name_alone_goes_unless_it_is_a_word() -> None:
    report = of_person("นาง", "อรศุภิน", "กล้า", "อรศุภิน รายงานว่าต้องกล้า คิด กล้า ทำ")
    assert re.fullmatch("person-[0-9a-f]{12} รายงานว่าต้องกล้า คิด กล้า ทำ", pseudonymised(report, KEY).measures[0].text)


def test_a_province_that_somebody_is_called_by_stays() -> None:
    assert pseudonymised(of_person("นาย", "ระนอง", "อรศุภิน", "จังหวัด ระนอง"), KEY).measures[0].text == "จังหวัด ระนอง"


def test_a_member_without_a_title_goes_and_a_body_of_two_words_stays() -> None:
    members = (CommitteeMember(person="อรศุภิน รักเรียน"), CommitteeMember(person="คณะกรรมการ อำนวยการ"), CommitteeMember(person="ผู้แทน ชุมชน"))
    after = pseudonymised(made().model_copy(update={"committee_members": members}), KEY).committee_members
    assert after[0].person.startswith("person-")
    assert [member.person for member in after[1:]] == ["คณะกรรมการ อำนวยการ", "ผู้แทน ชุมชน"]


def test_a_repaired_name_is_in_neither_spelling() -> None:
    repair = Repair(printed="อรศุภนิ", repaired="อรศุภิน", why="form")
    report = of_person("นาง", "อรศุภิน", "รักเรียน", "").model_copy(update={"repairs": (repair,)})
    (after,) = pseudonymised(report, KEY).repairs
    assert after.printed == after.repaired
    assert after.printed.startswith("person-")


def test_a_files_name_is_a_token_also_where_a_message_names_it() -> None:
    report = made("รายงาน อรศุภิน.pdf", issues=(issue("E_FILE_MISSING", name="รายงาน อรศุภิน.pdf"),))
    after = pseudonymised(report, KEY)
    assert is_file_token(after.report.source_name)
    assert after.report.source_name.endswith(".pdf")
    assert "อรศุภิน" not in after.model_dump_json()
    assert pseudonymised(after, KEY) == after


@pytest.mark.parametrize(("name", "ending"), [("a.PDF", ".pdf"), ("นายก", ""), ("x.นายสมชาย", ""), ("x.tar.gz", ".gz")])
def test_of_a_files_name_only_a_plain_ending_stays(name: str, ending: str) -> None:
    assert re.fullmatch(rf"file-[0-9a-f]{{12}}{re.escape(ending)}", file_token(name, KEY))
