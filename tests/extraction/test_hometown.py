"""The town a report is about, and its main event's place in it."""

from tests.extraction.article_reading import entity, event, name, read


def test_street_in_a_report_of_the_towns_police_lies_in_that_town() -> None:
    found = read(
        "Two men were shot on Harlow Avenue on Saturday night.\n\n"
        "Houston police said the men were hit as they left a shop. One of them, from Dallas, is in hospital.\n\n"
        "The Houston Police Department asks witnesses to call."
    )
    place = entity(found, event(found, "ASSAULT").place)
    assert place is not None
    assert place.kind == "place"
    assert "Houston" in {place.name, name(found, place.within)}


def test_county_is_narrowed_to_the_town_in_it_that_the_report_is_about() -> None:
    found = read(
        "A woman was shot dead in Orange County, Florida, on Sunday.\n\n"
        "The shooting was the third in Apopka this month. The mayor of Apopka asked for calm."
    )
    assert name(found, event(found, "ASSAULT").place) == "Apopka"


def test_title_speaks_for_the_town() -> None:
    text = (
        "A man was killed in Ohio on Friday when a gun went off.\n\n"
        "His brother lives in Dayton, his mother in Akron. A friend in Toledo said that he had been cleaning it."
    )
    found = read(text, title="Toledo man killed at garage")
    assert name(found, event(found, "ASSAULT").place) == "Toledo"


def test_town_far_off_of_which_the_report_tells_stays_where_it_is() -> None:
    found = read(
        "A bomb killed four people in Rutba in the west of Iraq on Friday.\n\n"
        "The governor of Mosul and the mayor of Mosul condemned the attack. Mosul has been quiet since March."
    )
    place = entity(found, event(found, "ASSAULT").place)
    assert place is not None
    assert place.kind == "place"
    assert place.name == "Rutba"
    assert name(found, place.within) != "Mosul"
