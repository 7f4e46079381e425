import re
from collections import Counter
from decimal import Decimal

import pytest

from schemas.framework import framework, known_years, nearest

SINCE_2562 = [year for year in known_years() if year >= 2562]


def test_every_year_from_2558_to_2568_has_a_framework() -> None:
    assert known_years() == tuple(range(2558, 2569))


@pytest.mark.parametrize("year", SINCE_2562)
def test_the_weights_of_the_instruments_make_a_hundred(year: int) -> None:
    assert {i.code: i.weight for i in framework(year).instruments} == {
        "IIT": Decimal(30),
        "EIT": Decimal(30),
        "OIT": Decimal(40),
    }


@pytest.mark.parametrize("year", SINCE_2562)
def test_every_part_belongs_to_a_part_above_it(year: int) -> None:
    rules = framework(year)
    indicators = [i.code for i in rules.indicators]
    assert [code for each in rules.instruments for code in each.indicators] == indicators
    assert all(
        code in each.indicators
        for each in rules.instruments
        for code in rules.parts_of("instrument", each.code)
    )
    assert {s.indicator for s in rules.subindicators} == {"9", "10"}
    assert {i.subindicator for i in rules.items} <= {s.code for s in rules.subindicators} | {""}


@pytest.mark.parametrize("year", SINCE_2562)
def test_item_codes_are_unique_and_in_order(year: int) -> None:
    numbers = [int(re.fullmatch(r"O(\d+)", item.code)[1]) for item in framework(year).items]  # type: ignore[index]
    assert numbers == sorted(set(numbers))


def test_one_name_has_other_numbers_in_other_years() -> None:
    codes = {
        year: next(i.code for i in framework(year).items if i.name == "E-Service")
        for year in (2564, 2565, 2566)
    }
    assert codes == {2564: "O17", 2565: "O17", 2566: "O18"}


def test_the_items_of_2566_are_grouped_as_its_list_groups_them() -> None:
    rules = framework(2566)
    counts = Counter(item.subindicator for item in rules.items)
    assert counts == {"9.1": 10, "9.2": 8, "9.3": 4, "9.4": 4, "9.5": 4, "10.1": 8, "10.2": 5}
    assert rules.parts_of("subindicator", "9.3") == ("O19", "O20", "O21", "O22")
    assert rules.parts_of("indicator", "10") == ("10.1", "10.2")


def test_a_year_adds_its_own_variants_to_the_shared_list() -> None:
    variants = {year: framework(year).items[33].variants for year in (2564, 2565)}
    assert "นโยบายไม่รับของขวัญ (No Gift Policy)" in variants[2565]
    assert "นโยบายไม่รับของขวัญ (No Gift Policy)" not in variants[2564]
    assert set(variants[2564]) < set(variants[2565])


def test_what_was_only_remembered_is_not_confirmed() -> None:
    assert not any(item.confirmed for year in (2562, 2563, 2567, 2568) for item in framework(year).items)
    assert all(item.confirmed for year in (2564, 2565, 2566) for item in framework(year).items)
    assert not any(rule.confirmed for rule in framework(2568).rules)
    assert all(rule.confirmed and rule.source for rule in framework(2566).rules)


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "AA"),
        ("95.00", "AA"),
        ("94.99", "A"),
        ("85.00", "A"),
        ("84.99", "B"),
        ("54.99", "E"),
        ("0", "F"),
    ],
)
def test_bands_of_the_grades_aa_to_f(score: str, grade: str) -> None:
    assert framework(2565).grade_systems[0].grade_of(Decimal(score)) == grade


def test_the_grades_of_2566_look_at_every_instrument() -> None:
    nacc = next(system for system in framework(2566).grade_systems if system.name == "NACC 2566")
    high, low = Decimal("96.00"), Decimal("84.00")
    assert nacc.grade_of(high, (high, high, high)) == "ผ่านดีเยี่ยม"
    assert nacc.grade_of(high, (high, high, low)) == "ผ่าน"
    assert nacc.grade_of(Decimal("70.00"), (low, low, low)) == "ต้องปรับปรุง"
    assert nacc.grade_of(high) is None


def test_an_unknown_year_gets_the_nearest_one() -> None:
    assert nearest(2570) is framework(2568)
    assert nearest(2550) is framework(2558)
    with pytest.raises(KeyError):
        framework(2570)


def test_names_by_level_and_code() -> None:
    rules = framework(2566)
    assert rules.name_of("indicator", "6") == "คุณภาพการดำเนินงาน"
    assert rules.name_of("item", "O18") == "E-Service"
    assert rules.name_of("instrument", "OIT") == "แบบตรวจการเปิดเผยข้อมูลสาธารณะ"
    assert rules.name_of("item", "O99") == rules.name_of("nonsense", "1") == ""
