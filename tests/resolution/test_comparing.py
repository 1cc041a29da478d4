from dataclasses import replace
from datetime import date

import pytest

from app.domain.vocabulary import EventType
from app.resolution.comparing import compare
from app.resolution.facts import ReportFacts
from app.resolution.pairs import VETO

DAY = date(2016, 2, 14)
SHELLING = ReportFacts(
    id="rep_1",
    article_id="art_1",
    order="1",
    type=EventType.ASSAULT,
    mode="heavy-weapons",
    earliest=DAY,
    latest=DAY,
    precision="day",
    chain=("plc_azaz", "plc_aleppo", "plc_syria"),
    country_code="SY",
    place_precision="settlement",
    point=(36.59, 37.05),
    published=DAY,
)


def _same(left: ReportFacts, right: ReportFacts) -> bool:
    return compare(left, right).margin >= 0


def test_same_day_same_town_same_act_is_one() -> None:
    assert _same(replace(SHELLING, id="v1"), SHELLING)


@pytest.mark.parametrize(
    "other",
    [
        {"earliest": date(2016, 2, 15), "latest": date(2016, 2, 15)},
        {"chain": ("plc_idlib", "plc_syria"), "point": (35.9, 36.6)},
        {"type": EventType.PROTEST, "mode": None},
        {"stance": "planned"},
        {"earliest": None, "latest": None, "precision": "unknown"},
        {"earliest": date(2016, 2, 14), "latest": None},
        {"chain": (), "place_precision": None, "point": None},
        {"chain": ("plc_syria",), "country_code": "SY", "place_precision": "country", "point": None},
        {"actors": frozenset({"org_a"}), "mode": "aerial", "targets": frozenset({"org_x"})},
    ],
)
def test_other_day_place_act_or_too_little_known_stays_apart(other) -> None:
    stored = replace(SHELLING, actors=frozenset({"org_b"}), targets=frozenset({"org_y"}))
    assert not _same(replace(SHELLING, id="v1", **other), stored)


def test_unknown_date_joins_on_strong_evidence() -> None:
    toll = {"killed": (23, 23), "targets": frozenset({"org_x"})}
    undated = replace(SHELLING, id="v1", earliest=None, latest=None, precision="unknown", **toll)
    assert _same(undated, replace(SHELLING, **toll))
    assert not _same(replace(undated, published=date(2016, 2, 1)), replace(SHELLING, **toll))


def test_denied_and_asserted_may_be_one() -> None:
    assert _same(replace(SHELLING, id="v1", stance="denied"), SHELLING)


def test_score_is_symmetric() -> None:
    other = replace(SHELLING, id="v1", killed=(9, 9), precision="week", earliest=date(2016, 2, 10))
    assert compare(other, SHELLING) == compare(SHELLING, other)


def test_neighbouring_towns_are_compared_by_distance() -> None:
    near = replace(SHELLING, id="v1", chain=("plc_near", "plc_aleppo", "plc_syria"), point=(36.60, 37.10))
    assert compare(near, SHELLING).parts["place"] > 0
    assert compare(replace(near, point=(36.2, 37.16)), SHELLING).parts == {"place": VETO}


def test_what_happens_to_one_person_may_be_placed_differently() -> None:
    arrest = replace(SHELLING, type=EventType.COERCE, mode="arrest", targets=frozenset({"p:omar haddad"}))
    elsewhere = replace(arrest, id="v1", chain=("plc_idlib", "plc_syria"), point=(35.9, 36.6))
    assert _same(elsewhere, arrest)
    assert not _same(replace(elsewhere, chain=("plc_paris", "plc_france"), country_code="FR"), arrest)
    assert not _same(replace(elsewhere, earliest=date(2016, 2, 15), latest=date(2016, 2, 15)), arrest)


JALIS = replace(
    SHELLING, chain=("kafr jalis<gSY", "gSY"), place_name="Kafr Jalis", place_precision="near", is_main=True, point=None
)


@pytest.mark.parametrize(
    ("name", "chain", "is_one"),
    [
        ("Kafr Jales", ("kafr jales<gIdlib", "gIdlib", "gSY"), True),
        ("Kfar Jalis", ("gKafrJalis", "gIdlib", "gSY"), True),
        ("Kafr Janneh", ("kafr janneh<gIdlib", "gIdlib", "gSY"), False),
        ("Kafr Jales", ("kafr jales<gHoms", "gHoms", "gSY"), False),
    ],
)
def test_a_village_spelt_in_two_ways_is_one(name, chain, is_one) -> None:
    other = replace(JALIS, id="v1", place_name=name, chain=chain, article_id="art_2")
    known = JALIS if "gHoms" not in chain else replace(JALIS, chain=("kafr jalis<gIdlib", "gIdlib", "gSY"))
    assert (compare(other, known).parts["place"] > 0) is is_one
