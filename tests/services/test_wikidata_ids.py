"""Which stored entities carry an id of Wikidata."""

import re

import pytest

from app.config import shipped
from app.domain.filters import OrganizationQuery, PersonQuery, PlaceQuery
from app.domain.iso3166 import COUNTRY_CODES
from app.extraction.lexicons.tables import read_table
from app.services.entities import get_entity, list_organizations, list_people, list_places
from app.services.ingest import ingest_article
from app.services.known_actors import KnownActors
from app.services.stores import Stores
from tests.services.stories import SmallGazetteer, Story

SEEDS = shipped("seeds")


@pytest.fixture
def knowing(database) -> Stores:
    return Stores(database, SmallGazetteer(), KnownActors.load(SEEDS))


def _ids(stores: Stores, story: Story) -> dict[str, str | None]:
    """The Wikidata ids of the article's entities by name; answer, list and single document agree on them."""
    outcome = ingest_article(stores, story.article, story.annotate)
    single = [get_entity(stores, entity["kind"], entity["id"]) for entity in outcome.entities]
    listed = [
        *list_people(stores, PersonQuery()).data,
        *list_organizations(stores, OrganizationQuery()).data,
        *list_places(stores, PlaceQuery()).data,
    ]
    ids = {entity["name"]: entity["wikidata_id"] for entity in outcome.entities}
    assert {entity["name"]: entity["wikidata_id"] for entity in single} == ids
    assert {entity["name"]: entity["wikidata_id"] for entity in listed}.items() >= ids.items()
    return ids


def test_an_organization_of_the_lexicon_has_its_id(knowing: Stores) -> None:
    story = Story("NATO and Hamas met a committee that calls itself the Nato Friends, and the Nusra Front, near Azaz.")
    story.organization("NATO", lexicon_id="nato", category="igo")
    story.organization("Hamas", lexicon_id="hamas", category="armed_group")
    story.organization("Nusra Front", lexicon_id="nusra-front", category="armed_group")
    story.organization("Nato Friends", category="other")
    assert _ids(knowing, story) == {"NATO": "Q7184", "Hamas": "Q38799", "Nusra Front": None, "Nato Friends": None}


def test_an_organization_that_is_only_called_so_has_none(knowing: Stores) -> None:
    story = Story("Boeing, a bakery in Azaz, was hit.")
    story.organization("Boeing", category="company", country_code="SY")
    assert _ids(knowing, story) == {"Boeing": None}


@pytest.mark.parametrize(
    ("country_code", "roles", "expected"),
    [
        ("GB", ("Prime Minister",), "Q192"),
        (None, ("former British Prime Minister",), "Q192"),
        ("GB", (), None),
        ("GB", ("Corporal",), None),
        (None, (), None),
        ("AU", ("Prime Minister",), None),
    ],
)
def test_a_person_needs_name_and_office_and_no_other_country(knowing: Stores, country_code, roles, expected) -> None:
    story = Story("David Cameron spoke in Azaz.")
    story.person("David Cameron", country_code=country_code, roles=roles)
    assert _ids(knowing, story) == {"David Cameron": expected}


def test_a_person_is_known_by_other_spellings(knowing: Stores) -> None:
    story = Story("President Tayyip Erdoğan and the late leader Mao Tse-tung were named in Azaz.")
    story.person("Tayyip Erdoğan", country_code="TR", roles=("President",))
    story.person("Mao Tse-tung", roles=("late leader",))
    assert _ids(knowing, story) == {"Tayyip Erdoğan": "Q39259", "Mao Tse-tung": "Q5816"}


def test_a_family_name_with_an_office_is_nobody(knowing: Stores) -> None:
    story = Story("Prime Minister Cameron spoke in Azaz.")
    story.person("Cameron", country_code="GB", roles=("Prime Minister",))
    assert _ids(knowing, story) == {"Cameron": None}


def test_a_country_has_its_id_and_a_town_has_none(knowing: Stores) -> None:
    story = Story("Shells fell on Azaz and elsewhere in Syria.")
    story.place("Azaz", 172955)
    story.place("Syria", 163843)
    assert _ids(knowing, story) == {"Azaz": None, "Syria": "Q858"}


def test_the_ids_are_wikidatas_and_each_stands_for_one() -> None:
    rows = list(read_table(SEEDS / "wikidata.tsv"))
    ids = [row["wikidata"] for row in rows]
    ids += [record.wikidata for record in KnownActors.load(SEEDS).organizations.records if record.wikidata]
    assert [id_ for id_ in ids if not re.fullmatch(r"Q[1-9]\d*", id_)] == []
    assert len(set(ids)) == len(ids)
    assert {row["country_code"] for row in rows} <= set(COUNTRY_CODES)
    assert [row["names"] for row in rows if (row["kind"] == "person") != bool(row["offices"])] == []
