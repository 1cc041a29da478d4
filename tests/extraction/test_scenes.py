"""Places that a sentence names without being where it happened, and sentences in which they are."""

import pytest

from tests.extraction.article_reading import entity, event, name, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Speaking in Geneva, the Sudanese army chief said the RSF had killed 30 civilians.", "Sudan", id="speaking"
        ),
        pytest.param(
            "The rebel leader, speaking by phone from Nairobi, said his men had killed 40 soldiers.",
            None,
            id="by phone",
        ),
        pytest.param(
            "In a statement broadcast from Sanaa, the Houthis said they had fired missiles at a tanker, killing two "
            "sailors.",
            "Yemen",
            id="broadcast",
        ),
        pytest.param(
            "At a news conference in Ankara, the defence minister said 22 soldiers had been killed.",
            None,
            id="news conference",
        ),
        pytest.param(
            "The minister told reporters in Islamabad that militants had killed nine soldiers.", None, id="reporters"
        ),
        pytest.param(
            "He said from exile in London that soldiers had shot dead 14 protesters in Minsk.", "Minsk", id="from exile"
        ),
        pytest.param("Exiles in Paris said gunmen had killed five people on Monday.", None, id="exiles"),
        pytest.param("Officials in Baghdad said gunmen had killed five people on Monday.", "Iraq", id="officials"),
    ],
)
def test_where_somebody_speaks_is_not_the_scene(text: str, expected: str | None) -> None:
    found = read(text, "2025-01-22")
    assert name(found, event(found, "ASSAULT").place) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded at a news conference in Kabul on Monday, killing three journalists.", "Kabul"),
        ("Gunmen stormed a speech by the governor in Maiduguri, killing six people.", "Maiduguri"),
        ("The opposition leader was shot dead while speaking in Lahore on Friday.", "Lahore"),
        ("Speaking in Kabul, the president was shot at by a gunman, who killed two guards.", "Kabul"),
        ("Two journalists were killed on Monday while they interviewed residents in Tripoli.", "Tripoli"),
        ("Police in Baghdad said a bomb had killed five people on Monday.", "Baghdad"),
        ("Residents of Goma said M23 rebels killed six people on Monday.", "Goma"),
        ("The governor of Kharkiv said shelling killed four people on Monday.", "Kharkiv"),
        ("Activists in Aleppo said jets killed nine people on Monday.", "Aleppo"),
    ],
)
def test_where_a_speech_is_attacked_or_a_witness_lives_is_the_scene(text: str, expected: str) -> None:
    found = read(text, "2025-01-22")
    assert name(found, event(found, "ASSAULT").place) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor of Gaziantep said rebels had killed 12 people in a raid on a village in northern Syria.", "Syria"),
        ("Protesters attacked the mayor of Sidon in Beirut on Monday.", "Beirut"),
        ("A bomb killed two residents of Ramadi in Baghdad on Monday.", "Baghdad"),
        ("Gunmen killed the mayor of Kirkuk on Tuesday.", "Kirkuk"),
        ("Gunmen killed four residents of Kirkuk on Tuesday.", "Kirkuk"),
    ],
)
def test_town_of_a_mayor_or_resident_stands_back_behind_the_place_of_the_deed(text: str, expected: str) -> None:
    found = read(text, "2025-01-22")
    assert name(found, event(found, "ASSAULT").place) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A U.S. drone strike killed three militants on Monday, officials said.",
        "Russian missiles killed four people on Monday, officials said.",
        "In a speech broadcast from Beirut, Hassan Nasrallah said Israeli jets had killed three fighters.",
        "Turkish warplanes killed 12 PKK fighters, the ministry said.",
    ],
)
def test_country_of_jets_and_missiles_is_not_where_they_struck(text: str) -> None:
    assert event(read(text, "2025-01-22"), "ASSAULT").place is None


def test_jets_of_a_country_whose_towns_the_article_names_struck_at_home() -> None:
    found = read(
        "Syrian jets killed 14 people on Sunday.\n\nRain fell all day.\n\nTrade of Homs, Hama and Latakia has halted.",
        "2016-05-24",
    )
    assert name(found, event(found, "ASSAULT").place) == "Syria"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels shelled the town of Azaz, 44 km north of Aleppo, on Friday, killing two people.", "Azaz"),
        ("Gunmen killed three people on Friday at a farm 20 miles from Aleppo.", "Aleppo"),
    ],
)
def test_town_measured_from_is_the_place_only_where_no_other_is_told(text: str, expected: str) -> None:
    found = read(text, "2016-05-24")
    assert name(found, event(found, "ASSAULT").place) == expected


def test_seat_of_a_news_agency_is_no_place_of_its_news() -> None:
    found = read('"We did not shell the camp," a rebel commander told AFP on Monday.')
    assert all(told.place is None for told in found.events)


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        pytest.param(
            "MOGADISHU, March 11 - A car bomb exploded outside a police station in the Medina district on Monday, "
            "killing two officers. Al Shabaab claimed responsibility for the attack.",
            "Medina",
            "SO",
            id="a province under another name",
        ),
        pytest.param(
            "ELN guerrillas killed five farmers in Catatumbo on Friday, the Colombian army said.",
            "Catatumbo",
            "CO",
            id="a municipality over the border under its short name",
        ),
    ],
)
def test_area_is_no_division_of_a_country_that_the_report_never_names(text: str, place: str, country: str) -> None:
    found = read(text, "2025-03-12")
    area = next((one for one in found.entities if one.name == place), None)
    assert area is not None
    assert area.country_code == country


def test_division_is_known_abroad_by_its_full_name() -> None:
    found = read("Police arrested two Palestinians in Anderson County on Friday. Palestinian students protested.")
    place = entity(found, next(one.entity for one in found.mentions if one.text == "Anderson County"))
    assert place is not None
    assert place.country_code == "US"
