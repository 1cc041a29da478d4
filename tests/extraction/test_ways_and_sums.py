"""Places on somebody's way, sums that a conflict has cost, and the days that an event's own words give."""

from datetime import date

import pytest

from tests.extraction.article_reading import event, low, name, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A convoy heading for the besieged town of Djibo was ambushed in the commune of Gaskinde, Soum, on Monday.",
            "Gaskinde",
        ),
        ("Gunmen attacked a bus near Goma on Monday. Two passengers walked for two days to Bukavu.", "Goma"),
        ("An air strike on a wedding near the Red Sea port of Mocha in Yemen killed seventy people.", "Mocha"),
        ("A drone struck a ship off the Black Sea port of Odesa on Monday, wounding two sailors.", "Odesa"),
    ],
)
def test_the_scene_is_not_where_somebody_was_going_nor_what_qualifies_it(text: str, place: str) -> None:
    found = read(text)
    assert name(found, event(found, "ASSAULT").place) == place


@pytest.mark.parametrize(
    "toll",
    [
        "Disputes over land between farmers and herders have killed hundreds in the region this year.",
        "The conflict has killed dozens of people in the district over the past year.",
    ],
)
def test_what_a_conflict_has_cost_is_no_toll_of_the_attack(toll: str) -> None:
    found = read(f"Gunmen killed at least twelve people in an attack on the village of Kubat on Monday. {toll}")
    attack = found.events[0]
    assert low(attack.killed) == 12
    assert not attack.background
    assert all(told.background for told in found.events if (low(told.killed) or 0) > 12)


def test_fresh_fighting_is_news() -> None:
    found = read("Clashes have killed thirty people in Tripoli since Saturday, Libyan medics said.")
    clashes = event(found, "ASSAULT")
    assert low(clashes.killed) == 30
    assert not clashes.background


def test_the_weekend_of_the_event_is_not_given_up_for_a_later_day() -> None:
    found = read("Troops searched the hills of Piagapo on Monday for men who blew up an army truck over the weekend.")
    blast = event(found, "ASSAULT")
    assert (blast.date.earliest, blast.date.latest) == (date(2016, 5, 28), date(2016, 5, 29))


def test_one_for_each_is_nobody() -> None:
    found = read("Two tents, one for men and one for women, were struck by shells near Mocha on Saturday.")
    assert event(found, "ASSAULT").killed is None


def test_barrels_from_helicopters_are_an_air_strike() -> None:
    found = read("Helicopters dropped barrels over the town of Kafr Zita in Syria on Tuesday, killing two people.")
    told = event(found, "ASSAULT", "dropped")
    assert told.mode == "aerial"
    assert low(told.killed) == 2


@pytest.mark.parametrize("bound", ["Up to", "As many as"])
def test_at_most_so_many_is_a_range(bound: str) -> None:
    found = read(f"{bound} 50 people were killed when jets bombed Idlib on Saturday.")
    killed = event(found, "ASSAULT").killed
    assert killed is not None
    assert (killed.low, killed.high) == (1, 50)


def test_a_third_victim_makes_three() -> None:
    found = read("A third victim died of his wounds on Saturday after the shooting in Quetta.")
    assert low(event(found, "ASSAULT").killed) == 3
