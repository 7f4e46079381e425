"""Where a text names persons or abbreviates: there no list of words may have a say."""

from __future__ import annotations

import re

from extractors.thai.repair.signs import MARKS

_TITLE = (
    r"(?:นาย|นาง(?:สาว)?|น\.ส\.|ด\.ช\.|ด\.ญ\.|ดร\.|ผศ\.|รศ\.|ศ\.|พ\.ต\.[อทต]\."
    r"|ว่าที่\s?(?:ร้อย|พัน)(?:ตรี|โท|เอก)|ว่าที่\s?ร\.ต\.)"
)
# Words that begin with a title and are none.
_NO_TITLE = "(?!ก|ทะเบียน|หน้า|จ้าง|อำเภอ|แพทย์|ช่าง|พราน|ทุน|ธนาคาร|ๆ|ประกัน)"
_NAME_PART = f"[ก-๎{MARKS}\ufffd\ue000-\uf8ff]+"
_PERSON = re.compile(f"(?:^|(?<=[^ก-๎])|(?<=ๆ)){_TITLE}\\s?{_NO_TITLE}{_NAME_PART}(?: {{1,3}}{_NAME_PART})?")


# Letters with a full stop: พ.ศ., ผอ., ป.ป.ช.; those of the offices also where they touch the word before.
_ABBREVIATION = re.compile(f"สพ[ฐปมท]\\.|(?<![ก-๎{MARKS}])(?:[ก-ฮ]{{1,4}}\\.)+(?:[ก-ฮ]{{1,3}}(?![ก-๎{MARKS}]))?")


def untouchable_spans(text: str) -> list[tuple[int, int]]:
    """Stretches that a title and the words of a name after it take up, and abbreviations; in order, apart."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(m.span() for pattern in (_PERSON, _ABBREVIATION) for m in pattern.finditer(text)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
