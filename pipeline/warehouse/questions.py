"""Questions in SQL to the warehouse, which can change nothing: neither the warehouse nor any other file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pipeline.warehouse.duckdb import opened

LEAST_DECIMALS = 2
SHARE_DECIMALS = 4

ADVICE = {
    "not one statement": ("ถามได้ครั้งละหนึ่งคำสั่ง", "ask by one statement at a time"),
    "read-only": ("คลังเปิดไว้ให้อ่านอย่างเดียว ใช้ SELECT", "the warehouse is open for reading only: use SELECT"),
    "disabled by configuration": ("ถามได้เฉพาะตารางในคลัง", "only the warehouse's own tables can be asked, no files"),
    "not found in FROM": ("ไม่มีคอลัมน์นี้ ดูชื่อที่ใกล้เคียงด้านล่าง", "no such column: see the likely ones below"),
    "does not exist": ("ไม่มีตารางนี้ สั่ง ita query เพื่อดูที่มี", "no such table: ita query alone lists what there is"),
    "syntax error": (
        'SQL ไม่ถูกรูปแบบ ชื่อที่เป็นคำของ SQL ให้ใส่อัญประกาศ เช่น "check" "table"',
        "not SQL as it stands; names that are words of SQL need quotes",
    ),
    "Conversion Error": ("ชนิดข้อมูลไม่ตรงกัน", "the types do not fit"),
}
"""What to do in Thai and English, by words of the engine's message."""


@dataclass(frozen=True, slots=True)
class Answer:
    columns: tuple[str, ...]
    rows: Sequence[tuple[object, ...]]


class BadQuestion(Exception):
    """SQL that the warehouse does not understand or allow; what to do in Thai and English, then the engine's words."""

    code = "E_BAD_QUESTION"

    def __init__(self, engine_says: str) -> None:
        other = ("ถามไม่ได้", "cannot be answered")
        th, en = next((advice for words, advice in ADVICE.items() if words in engine_says), other)
        super().__init__(f"{th} · {en}\n{engine_says}")
        self.engine_says = engine_says


def ask(database: Path, sql: str) -> Answer:
    """The rows of one SQL statement. Raises BadQuestion, and WarehouseUnusable without a warehouse."""
    import duckdb

    with opened(database) as connection:
        connection.execute("SET enable_external_access = false; SET lock_configuration = true")
        try:
            if len(connection.extract_statements(sql)) != 1:
                raise BadQuestion("not one statement but none or several")
            result = connection.execute(sql)
            columns = tuple(column[0] for column in result.description or ())
            return Answer(columns, [tuple(map(plain, row)) for row in result.fetchall()])
        except duckdb.Error as error:
            raise BadQuestion(str(error)) from error


def plain(value: object) -> object:
    """The value; a decimal with at least two places and no zeros after them, a share with four at most."""
    if isinstance(value, float):
        return round(value, SHARE_DECIMALS)
    if not isinstance(value, Decimal):
        return value
    text = f"{value:f}".rstrip("0") if "." in f"{value:f}" else f"{value:f}"
    whole, _, decimals = text.partition(".")
    return Decimal(f"{whole}.{decimals:0<{LEAST_DECIMALS}}")
