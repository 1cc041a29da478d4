"""Who is hit where the words list them, count them into a group, or tell of them beside a thing that is hit."""

import pytest

from tests.extraction.article_reading import event, name, read


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "The bomb damaged a hotel, a restaurant, two clinics and a shop in Mosul on 3 May 2016.",
            ["hotel", "restaurant", "clinics", "shop in Mosul"],
        ),
        ("Gunmen killed six priests in Mosul on 3 May 2016, including two nuns.", ["priests in Mosul", "nuns"]),
        ("Four people, including one child, were injured by a blast in Mosul on 3 May 2016.", ["people", "child"]),
        ("The judge was killed in Mosul on 3 May 2016, along with two of his guards.", ["judge", "guards"]),
        ("Gunmen abducted the mayor, John Mills, his wife and two guards in Mosul.", ["mayor", "wife", "guards"]),
        ("A bomb destroyed a school in Mosul on 3 May 2016, killing four nurses.", ["school in Mosul", "nurses"]),
    ],
)
def test_all_that_a_list_tells_are_targets(text: str, targets: list[str]) -> None:
    assert [party.text for party in event(read(text), "ASSAULT").targets] == targets


def test_a_name_after_an_office_is_no_further_target() -> None:
    found = read("Gunmen shot the mayor, Peter Gordon, near Mosul on 3 May 2016.")
    assert [name(found, party.entity) for party in event(found, "ASSAULT").targets] == ["Peter Gordon"]


def test_a_description_is_no_further_target() -> None:
    found = read("Gunmen killed John Mills, a lawyer and father of two, in Mosul on 3 May 2016.")
    assert [party.text for party in event(found, "ASSAULT").targets] == ["John Mills"]


def test_names_in_brackets_are_no_further_victims() -> None:
    found = read("Gunmen killed Senator John Mills (Peter Gordon and Carl Vance were unhurt).")
    assert [party.text for party in event(found, "ASSAULT").targets] == ["Senator John Mills"]


def test_members_of_a_counted_group_are_not_counted_again() -> None:
    found = read("Eleven people were wounded in Mosul on 3 May 2016, among them a reporter and a cook.")
    assert event(found, "ASSAULT").wounded.low == 11


def test_companions_in_death_are_counted() -> None:
    found = read("Minister Peter Gordon was killed in Mosul on 3 May 2016, along with two of his guards.")
    assert event(found, "ASSAULT").killed.low == 3
