"""The day of an article's main event, where several dates could be it. Published on Monday, 30 May 2016."""

from tests.extraction.article_reading import event, read


def day(text: str, published_on: str | None = "2016-05-30") -> str | None:
    return event(read(text, published_on), "ASSAULT").date.edtf


def test_day_on_which_officers_were_called_is_that_of_the_crime() -> None:
    text = (
        "A man was shot dead in a car park in Wichita, Kansas, and two others were hurt.\n\n"
        "Officers were called to the car park at about 9:40 p.m. Friday.\n\n"
        "A suspect was arraigned on Sunday."
    )
    assert day(text) == "2016-05-27"


def test_time_of_day_beside_a_date_speaks_for_it() -> None:
    text = (
        "Gunmen killed four farmers in the village of Tal Amr.\n\n"
        "Mourners gathered at the mosque on Sunday.\n\n"
        "The men were asleep when the gunmen came, on Thursday at around 3 a.m."
    )
    assert day(text) == "2016-05-26"


def test_day_of_the_arrest_is_not_the_day_of_the_crime() -> None:
    text = (
        "A man was arrested on Sunday for shooting a shopkeeper in Tulsa, Oklahoma.\n\n"
        "The shooting happened on Wednesday night."
    )
    assert day(text) == "2016-05-25"


def test_the_day_is_preferred_to_the_weekend_it_lies_in() -> None:
    text = "A shell killed five people in Donetsk at the weekend.\n\nIt struck a bus stop at about 7 a.m. on Saturday."
    assert day(text) == "2016-05-28"


def test_coming_days_are_no_days_of_what_has_happened() -> None:
    assert day("Two women were killed in a shooting in Dayton, Ohio. A vigil will be held on Thursday.") is None


def test_a_time_of_day_without_any_date_speaks_of_the_day_of_publication() -> None:
    text = "A rocket killed three people in Kharkiv.\n\nIt struck a house shortly after 4 a.m., prosecutors said."
    date = event(read(text), "ASSAULT").date
    assert (date.edtf, date.basis, date.anchor) == ("2016-05-30", "publication", "2016-05-30")
    assert day(text, "2016-05") is None
    assert day(text, None) is None
