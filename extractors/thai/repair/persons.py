"""Where a text names persons: there no list of words may have a say."""

from __future__ import annotations

import re

from extractors.thai.repair.signs import MARKS

_TITLE = r"(?:นาย|นาง(?:สาว)?|น\.ส\.|ด\.ช\.|ด\.ญ\.|ดร\.|ผศ\.|รศ\.|ศ\.|พ\.ต\.[อทต]\.|ว่าที่\s?(?:ร้อย|พัน)(?:ตรี|โท|เอก)|ว่าที่\s?ร\.ต\.)"
# Words that begin with a title and are none.
_NO_TITLE = "(?!ก|ทะเบียน|หน้า|จ้าง|อำเภอ|แพทย์|ช่าง|พราน|ทุน|ธนาคาร|ๆ|ประกัน)"
_NAME_PART = f"[ก-๎{MARKS}\ufffd\ue000-\uf8ff]+"
_PERSON = re.compile(f"(?:^|(?<=[^ก-๎])|(?<=ๆ)){_TITLE}\\s?{_NO_TITLE}{_NAME_PART}(?: {{1,3}}{_NAME_PART})?")


def person_spans(text: str) -> list[tuple[int, int]]:
    """The stretches that a title and the words of a name after it take up."""
    return [match.span() for match in _PERSON.finditer(text)]
