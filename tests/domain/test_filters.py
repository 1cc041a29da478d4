from datetime import date

import pytest
from pydantic import ValidationError

from app.domain.filters import Box, EventQuery, PlaceQuery
from app.domain.identifiers import kind_of_id, new_id


def test_dates_mean_their_first_and_last_day() -> None:
    query = EventQuery.model_validate({"from": "2016-02", "to": "2016"})
    assert (query.first_day, query.last_day) == (date(2016, 2, 1), date(2016, 12, 31))
    assert EventQuery().first_day is None


def test_codes_are_read_in_any_case_and_form() -> None:
    query = EventQuery.model_validate({"type": "assault", "country": "syr", "limit": "200"})
    assert (query.type, query.country, query.limit) == ("ASSAULT", "SY", 200)
    assert query.stance == "asserted"
    assert query.background is None


@pytest.mark.parametrize(
    "asked",
    [
        {"plaec": "Aleppo"},
        {"type": "ATTACK"},
        {"country": "XX"},
        {"stance": "maybe"},
        {"from": "2016-13"},
        {"from": "yesterday"},
        {"limit": 0},
        {"limit": 201},
        {"bbox": "1,2,3"},
        {"bbox": "10,20,30,nan"},
        {"bbox": "10,50,30,40"},
        {"bbox": "-190,0,0,10"},
        {"place": " "},
        {"place": "a\0b"},
        {"person": "x" * 201},
        {"q": ""},
        {"background": "perhaps"},
    ],
)
def test_other_parameters_and_values_are_refused(asked) -> None:
    with pytest.raises(ValidationError):
        EventQuery.model_validate(asked)


def test_box_may_cross_the_antimeridian() -> None:
    assert Box.parse("170,-10,-170,10") == Box(west=170, south=-10, east=-170, north=10)


def test_every_parameter_is_described_with_an_example() -> None:
    for model in (EventQuery, PlaceQuery):
        for name, field in model.model_fields.items():
            assert field.description, name
            assert field.examples, name


def test_ids_rise_and_name_their_kind() -> None:
    ids = [new_id("evt") for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert {kind_of_id(identifier) for identifier in ids} == {"event"}
    assert kind_of_id("Aleppo") is None
    assert kind_of_id("evt_" + "!" * 26) is None
