from collections import Counter

import pytest

from schemas.offices import Office, office, offices


def by_short_name(name: str) -> Office:
    (found,) = [each for each in offices() if each.name_short == name]
    return found


def test_there_are_183_primary_and_62_secondary_offices() -> None:
    assert Counter(each.type for each in offices()) == {"สพป.": 183, "สพม.": 62}


def test_ids_and_names_are_unique() -> None:
    for names in ("office_id", "name_full", "name_short"):
        assert len({getattr(each, names) for each in offices()}) == 245


@pytest.mark.parametrize("each", offices(), ids=lambda each: each.office_id)
def test_an_id_is_a_code_of_eight_digits_or_a_slug(each: Office) -> None:
    if each.id_status == "slug":
        assert each.office_id.startswith("spm-")
        assert each.office_id.replace("-", "").isalnum()
    else:
        assert each.office_id.isdigit()
        assert each.office_id.endswith("0000")
        assert int(each.office_id[2:4]) == int(each.area_no or 1)


def test_a_name_is_made_of_type_provinces_and_area() -> None:
    for each in offices():
        area = f" เขต {each.area_no}" if each.area_no else ""
        assert each.name_short == f"{each.type}{' '.join(each.provinces)}{area}"


def test_a_province_with_one_area_has_no_number() -> None:
    assert by_short_name("สพป.กระบี่").area_no == ""
    assert by_short_name("สพป.ชุมพร เขต 2").office_id == "86020000"


def test_the_only_code_confirmed_whole_says_so() -> None:
    assert [each.name_short for each in offices() if each.id_status == "confirmed"] == ["สพป.ชุมพร เขต 2"]


def test_an_unknown_id_is_no_office() -> None:
    assert office("99990000") is None
    assert office("spm-chiangrai") == by_short_name("สพม.เชียงราย")
