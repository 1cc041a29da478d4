from dataclasses import replace

import pytest

from app.resolution.entities import EntityFacts, compare_entities, decide_entity
from app.resolution.places import PlaceFacts, decide_place


def _person(id_, name, country=None, roles=(), aliases=()) -> EntityFacts:
    return EntityFacts(id=id_, kind="person", name=name, aliases=aliases, country_code=country, roles=roles)


def _organization(id_, name, country=None, aliases=(), lexicon_id=None) -> EntityFacts:
    return EntityFacts(
        id=id_, kind="organization", name=name, aliases=aliases, country_code=country, lexicon_id=lexicon_id
    )


SHAMKHANI = _person(
    "per_1", "Ali Shamkhani", "IR", ("Secretary of the Supreme National Security Council",), ("Shamkhani",)
)


def test_full_name_is_enough() -> None:
    decision = decide_entity(_person("e1", "Ali Shamkhani"), [SHAMKHANI])
    assert decision.stored_id == "per_1"
    assert decision.score == sum(decision.parts.values())


def test_family_name_alone_needs_country_or_role() -> None:
    assert decide_entity(_person("e1", "Shamkhani"), [SHAMKHANI]).stored_id is None
    assert decide_entity(_person("e1", "Shamkhani", "IR"), [SHAMKHANI]).stored_id == "per_1"
    role = ("Supreme National Security Council secretary",)
    assert decide_entity(_person("e1", "Shamkhani", None, role), [SHAMKHANI]).stored_id == "per_1"
    assert decide_entity(_person("e1", "Shamkhani", "SY"), [SHAMKHANI]).stored_id is None


def test_family_name_joins_a_full_name_that_was_never_shortened() -> None:
    erdogan = _person("per_1", "Recep Tayyip Erdogan", "TR", ("President",))
    assert decide_entity(_person("e1", "Erdogan", None, ("President",)), [erdogan]).stored_id == "per_1"
    assert decide_entity(_person("e1", "Erdogan", "TR"), [erdogan]).stored_id == "per_1"
    assert decide_entity(_person("e1", "Erdogan"), [erdogan]).stored_id is None
    assert decide_entity(_person("e1", "Recep", "TR"), [erdogan]).stored_id is None


def test_brothers_stay_apart_though_both_are_called_by_the_family_name() -> None:
    bashar = _person("per_1", "Bashar al-Assad", "SY", aliases=("Assad",))
    assert decide_entity(_person("e1", "Maher al-Assad", "SY", aliases=("Assad",)), [bashar]).stored_id is None


def test_family_name_that_fits_two_fits_none() -> None:
    brothers = [
        _person(f"per_{n}", name, "SY", aliases=("Assad",)) for n, name in enumerate(("Bashar Assad", "Maher Assad"))
    ]
    assert decide_entity(_person("e1", "Assad", "SY"), brothers).stored_id is None


def test_a_name_that_fits_two_who_were_judged_one_fits_them() -> None:
    brothers = [_person("per_1", "Bashar al-Assad", "SY"), _person("per_2", "Maher al-Assad", "SY")]
    one = [brothers[0], replace(brothers[1], canonical_id="per_1")]
    assert decide_entity(_person("e1", "Assad", "SY"), brothers).stored_id is None
    assert decide_entity(_person("e1", "Assad", "SY"), one).stored_id in {"per_1", "per_2"}
    third = _person("per_3", "Rifaat al-Assad", "SY")
    assert decide_entity(_person("e1", "Assad", "SY"), [*one, third]).stored_id is None


def test_namesakes_of_two_countries_stay_apart() -> None:
    assert decide_entity(_person("e1", "Ali Hassan", "IQ"), [_person("per_1", "Ali Hassan", "SY")]).stored_id is None


def test_lexicon_id_decides() -> None:
    nusra = _organization("org_1", "Nusra Front", lexicon_id="nusra")
    assert decide_entity(_organization("e1", "al-Qaeda in Syria", lexicon_id="nusra"), [nusra]).stored_id == "org_1"
    assert decide_entity(_organization("e1", "Nusra Front", lexicon_id="other"), [nusra]).stored_id is None


def test_generic_organization_needs_its_country() -> None:
    ministry = _organization("org_1", "Interior Ministry", "IQ")
    assert decide_entity(_organization("e1", "Interior Ministry"), [ministry]).stored_id is None
    assert decide_entity(_organization("e1", "Interior Ministry", "SY"), [ministry]).stored_id is None
    assert decide_entity(_organization("e1", "Interior Ministry", "IQ"), [ministry]).stored_id == "org_1"


def test_acronym_joins_what_it_abbreviates_within_a_country() -> None:
    full = _organization("org_1", "High Negotiations Committee", "SY")
    assert decide_entity(_organization("e1", "HNC", "SY"), [full]).stored_id == "org_1"
    assert decide_entity(_organization("e1", "HNC", "HT"), [full]).stored_id is None


ALEPPO, SYRIA, IDLIB = "plc_aleppo", "plc_syria", "plc_idlib"


def _place(id_, containers=(), country="SY", geonames_id=None) -> PlaceFacts:
    return PlaceFacts(id_, ("Khan Tuman",), geonames_id, country, containers)


def test_gazetteer_id_decides_for_places() -> None:
    stored = _place("plc_1", geonames_id=7)
    assert decide_place(_place("e1", geonames_id=7), [stored]).stored_id == "plc_1"
    assert decide_place(_place("e1", geonames_id=8), [stored]).stored_id is None


def test_unknown_place_needs_a_common_container() -> None:
    stored = _place("plc_1", (ALEPPO, SYRIA))
    assert decide_place(_place("e1", (ALEPPO, SYRIA)), [stored]).stored_id == "plc_1"
    assert decide_place(_place("e1", (SYRIA,)), [stored]).stored_id == "plc_1"
    assert decide_place(_place("e1", (IDLIB, SYRIA)), [stored]).stored_id is None
    assert decide_place(_place("e1", (), None), [stored]).stored_id is None
    nearby = PlaceFacts("e1", ("Khan Tuman",), nearby_countries=frozenset({"SY"}))
    assert decide_place(nearby, [stored]).stored_id == "plc_1"
    assert decide_place(_place("e1", ("plc_iraq",), "IQ"), [stored]).stored_id is None


def test_what_stays_open_is_listed_with_the_parts_of_its_score() -> None:
    decision = decide_entity(_person("e1", "Shamkhani"), [SHAMKHANI, _person("per_2", "Qasem Soleimani", "IR")])
    assert decision.stored_id is None
    (stored_id, comparison), *others = decision.unsure
    assert (stored_id, comparison.outcome, others) == ("per_1", "unsure", [])
    assert comparison.parts["name_one_word"] < 0
    assert comparison.score == round(sum(comparison.parts.values()), 4)


def test_a_tie_leaves_both_open() -> None:
    namesakes = [_person("per_1", "Ali Safa"), _person("per_2", "Ali Safa")]
    decision = decide_entity(_person("e1", "Ali Safa"), namesakes)
    assert decision.stored_id is None
    assert [stored_id for stored_id, _ in decision.unsure] == ["per_1", "per_2"]


def test_relatives_are_different_though_country_and_role_agree() -> None:
    bashar = _person("per_1", "Bashar al-Assad", "SY", ("President",))
    assert compare_entities(_person("e1", "Hafez al-Assad", "SY", ("President",)), bashar).outcome == "different"


def test_two_wrong_letters_are_never_enough() -> None:
    left, right = _person("e1", "Tarek Sukarmi", "ID"), _person("per_1", "Tarek Suharni", "ID")
    assert compare_entities(left, right).outcome == "unsure"


@pytest.mark.parametrize("name", ["Ramón Salas Jr.", "Ramon T. R. Salas"])
def test_father_and_son_stay_open_though_country_and_role_agree(name) -> None:
    father = _person("per_1", "Ramón T. Salas", "PH", ("Senator",))
    assert compare_entities(_person("e1", name, "PH", ("Senator",)), father).outcome == "unsure"


def test_numbers_of_units_must_agree() -> None:
    fifth = _organization("org_1", "5th Brigade", "UA")
    assert compare_entities(_organization("e1", "6th Brigade", "UA"), fifth).outcome == "different"
    assert compare_entities(_organization("e1", "Fifth Brigade", "UA"), fifth).outcome == "same"
    assert compare_entities(_organization("e1", "Brigade", "UA"), fifth).outcome != "same"
