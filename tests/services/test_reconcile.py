"""Candidates for rows of a table, and suggestions, among stored entities on both databases."""

import pytest

from app.config import shipped
from app.domain.reconciliation import ReconciliationQuery
from app.errors import NotFound
from app.services.ingest import ingest_article
from app.services.judged_entities import judge_entities
from app.services.judgement_rows import NewJudgement
from app.services.known_actors import KnownActors
from app.services.reconcile import reconcile
from app.services.stores import Stores
from app.services.suggest import entity_of_any_kind, suggest_entities
from tests.databases import migrated, postgresql_database
from tests.services.stories import SmallGazetteer, Story


def _tell(stores: Stores) -> Stores:
    story = Story(
        "Shells fell on Khan Tuman near Aleppo and on Azaz, on Tripoli in Libya and Tripoli in Lebanon. Nadia Haddad, "
        "the Minister of Health, and the Nusra Front said so. Salim Darwish of Syria met Salim Darwish of Lebanon."
    )
    aleppo = story.place("Aleppo", 170063)
    story.place("Khan Tuman", within=aleppo, country_code="SY")
    story.place("Azaz", 172955)
    story.place("Tripoli", 2210246)
    story.place("Tripoli", 266826)
    story.person("Nadia Haddad", roles=("Minister of Health",), country_code="LB")
    story.person("Salim Darwish", country_code="SY")
    story.organization("Nusra Front", lexicon_id="nusra-front", category="armed_group", sector="REB")
    ingest_article(stores, story.article, story.annotate)
    other = Story("Salim Darwish, a grocer, opened his shop in Tripoli.", published="2016-06-01")
    other.person("Salim Darwish", country_code="LB")
    ingest_article(stores, other.article, other.annotate)
    for day, name in (("2016-06-02", "Hassan Tarabulsi"), ("2016-06-03", "Abu Firas")):
        war_name = Story(f"{name} spoke in Azaz.", published=day)
        war_name.person(name, roles=("commander",) if name == "Abu Firas" else ())
        ingest_article(stores, war_name.article, war_name.annotate)
    ids = [candidates(stores, name, types=("Person",))[0]["id"] for name in ("Abu Firas", "Hassan Tarabulsi")]
    judge_entities(stores, NewJudgement(*ids, "same", "night desk", "a war name"))
    return stores


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def told(request, tmp_path_factory, worker_name):
    actors = KnownActors.load(shipped("seeds"))
    if request.param == "sqlite":
        with migrated(f"sqlite:///{tmp_path_factory.mktemp('table') / 'table.db'}") as database:
            yield _tell(Stores(database, SmallGazetteer(), actors))
        return
    server = request.getfixturevalue("postgresql_url")
    with postgresql_database(server, f"table_{worker_name}") as url, migrated(url) as database:
        yield _tell(Stores(database, SmallGazetteer(), actors))


def candidates(stores, name: str, **asked) -> list[dict]:
    properties = {key: (value,) for key, value in asked.pop("properties", {}).items()}
    query = ReconciliationQuery(name, properties=properties, **asked)
    return reconcile(stores, {"row": query})["row"]["result"]


def matches(stores, name: str, **asked) -> list[str]:
    return [one["name"] for one in candidates(stores, name, **asked) if one["match"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nadia Haddad", "Nadia Haddad"),
        ("Haddad, Nadia", "Nadia Haddad"),
        ("NADIA HADDAD", "Nadia Haddad"),
        ("al-Nusra Front", "Nusra Front"),
        ("Jabhat al-Nusra", "Nusra Front"),
        ("Khan Touman", "Khan Tuman"),
        ("Khan Tuman, Aleppo", "Khan Tuman"),
        ("Azaz", "Azaz"),
        ("Tripoli, Lebanon", "Tripoli"),
    ],
)
def test_a_name_in_any_spelling_matches(told: Stores, name: str, expected: str) -> None:
    assert matches(told, name) == [expected]


def test_namesakes_are_offered_and_none_is_a_match(told: Stores) -> None:
    found = candidates(told, "Salim Darwish", types=("Person",))
    assert [(one["name"], one["score"], one["match"]) for one in found] == [("Salim Darwish", 100.0, False)] * 2
    assert [one["match"] for one in candidates(told, "Tripoli")] == [False, False]


@pytest.mark.parametrize("country", ["LB", "LBN", "lb", "Lebanon"])
def test_a_country_tells_namesakes_apart(told: Stores, country: str) -> None:
    best, other = candidates(told, "Tripoli", properties={"country": country})
    assert (best["score"], best["match"]) == (100.0, True)
    assert (other["score"], other["match"]) == (60.0, False)
    assert {"id": "country", "name": "Country", "value": -1} in other["features"]
    assert matches(told, "Salim Darwish", properties={"country": country}) == ["Salim Darwish"]


def test_a_country_may_be_given_by_its_id(told: Stores) -> None:
    (lebanon,) = candidates(told, "Lebanon", types=("Place",))
    assert matches(told, "Tripoli", properties={"country": lebanon["id"]}) == ["Tripoli"]
    assert matches(told, "Tripoli", properties={"within": lebanon["id"]}) == ["Tripoli"]


def test_other_properties_count(told: Stores) -> None:
    assert candidates(told, "Nusra Front", properties={"category": "Armed group", "sector": "reb"})[0]["score"] == 100.0
    assert candidates(told, "Nusra Front", properties={"category": "igo"})[0]["match"] is False
    assert candidates(told, "Nadia Haddad", properties={"role": "Health Minister"})[0]["score"] == 100.0
    assert candidates(told, "Azaz", properties={"precision": "country"})[0]["match"] is False


def test_what_nobody_can_read_does_not_count(told: Stores) -> None:
    for properties in ({"country": "Atlantis"}, {"P17": "Q858"}, {"within": " "}, {"role": ""}):
        assert candidates(told, "Nadia Haddad", properties=properties)[0]["score"] == 100.0


@pytest.mark.parametrize(
    ("types", "strict", "kinds"),
    [
        (("Place",), "any", {"Place"}),
        (("place",), "all", {"Place"}),
        (("Person",), "any", set()),
        (("Person",), "should", {"Place"}),
        (("Person", "Place"), "any", {"Place"}),
        (("Person", "Place"), "all", set()),
        (("Q515",), "any", set()),
        (("Q515",), "should", {"Place"}),
    ],
)
def test_types_restrict_as_strictly_as_asked(told: Stores, types, strict, kinds) -> None:
    found = candidates(told, "Khan Tuman", types=types, type_strict=strict)
    assert {type_["id"] for one in found for type_ in one["type"]} == kinds


def test_a_limit_cuts_after_the_best_and_hides_no_namesake(told: Stores) -> None:
    (one,) = candidates(told, "Salim Darwish", limit=1)
    assert one["match"] is False


@pytest.mark.parametrize("name", ["", " ", ",", "?!", "Qwrtz Xkcd", "Nadia " * 80])
def test_what_is_no_name_finds_nothing(told: Stores, name: str) -> None:
    assert candidates(told, name) == []


def test_an_id_finds_what_it_stands_for(told: Stores) -> None:
    (found,) = candidates(told, "Nadia Haddad")
    assert candidates(told, found["id"])[0]["match"] is True
    assert candidates(told, found["id"], types=("Place",)) == []
    assert candidates(told, "per_00000000000000000000000000") == []


@pytest.mark.parametrize("name", ["Hassan Tarabulsi", "Abu Firas"])
def test_what_was_judged_one_is_one_candidate(told: Stores, name: str) -> None:
    (found,) = candidates(told, name, properties={"role": "Commander"})
    assert (found["name"], found["score"], found["match"]) == ("Hassan Tarabulsi", 100.0, True)
    assert found["description"] == "commander · named in 2 articles"
    (suggested,) = suggest_entities(told, name, 0)
    assert (suggested["id"], suggested["description"]) == (found["id"], found["description"])


def test_an_id_that_another_one_stands_for_leads_there(told: Stores) -> None:
    whole = entity_of_any_kind(told, candidates(told, "Abu Firas")[0]["id"])
    (former,) = whole["referents"]
    assert entity_of_any_kind(told, former)["id"] == whole["id"]
    assert [(one["id"], one["match"]) for one in candidates(told, former)] == [(whole["id"], True)]


def test_descriptions_tell_namesakes_apart(told: Stores) -> None:
    assert candidates(told, "Khan Tuman")[0]["description"].startswith("place · Aleppo, Aleppo Governorate, Syria")
    assert candidates(told, "Nadia Haddad")[0]["description"] == "Minister of Health · Lebanon · named in 1 article"
    assert candidates(told, "Nusra Front")[0]["description"].startswith("armed group · named in")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nad", ["Nadia Haddad"]),
        ("nadia had", ["Nadia Haddad"]),
        ("Haddad Nadia", ["Nadia Haddad"]),
        ("Jabhat al-Nu", ["Nusra Front"]),
        ("Khan T", ["Khan Tuman"]),
        ("%", []),
        ("_", []),
        ("", []),
        ("Zyx", []),
    ],
)
def test_suggestions_begin_so_or_have_the_words(told: Stores, typed: str, expected: list[str]) -> None:
    assert [one["name"] for one in suggest_entities(told, typed, 0)] == expected


def test_suggestions_go_on_behind_the_cursor(told: Stores) -> None:
    first = suggest_entities(told, "Tripoli", 0)
    assert [one["id"] for one in suggest_entities(told, "Tripoli", 1)] == [first[1]["id"]]
    assert suggest_entities(told, "Tripoli", 10**30) == []


def test_suggestions_may_be_of_one_type(told: Stores) -> None:
    assert [one["name"] for one in suggest_entities(told, "N", 0)] == ["Nadia Haddad", "Nusra Front"]
    assert [one["name"] for one in suggest_entities(told, "N", 0, "organization")] == ["Nusra Front"]
    assert len(suggest_entities(told, "N", 0, "Q43229")) == 2


def test_an_entity_of_any_kind_is_found_by_its_id(told: Stores) -> None:
    for name in ("Nadia Haddad", "Nusra Front", "Azaz"):
        (found,) = candidates(told, name)
        assert entity_of_any_kind(told, found["id"])["name"] == name
    for nothing in ("per_00000000000000000000000000", "evt_00000000000000000000000000", "x", ""):
        with pytest.raises(NotFound):
            entity_of_any_kind(told, nothing)
