"""Filters, readings of names, pages."""

import pytest

from app.domain.filters import (
    ArticleQuery,
    EntityEventsQuery,
    EventQuery,
    MentionQuery,
    OrganizationQuery,
    PersonQuery,
    PlaceQuery,
)
from app.errors import InvalidInput, NotFound
from app.services.articles import get_article, list_articles
from app.services.entities import (
    get_entity,
    list_entity_events,
    list_entity_mentions,
    list_organizations,
    list_people,
    list_places,
)
from app.services.events import list_events
from app.services.ingest import ingest_article
from app.services.stores import Stores
from tests.databases import migrated, postgresql_database
from tests.services.stories import SmallGazetteer, Story, khan_tuman


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def told(request, tmp_path_factory, worker_name):
    """Events in Khan Tuman, in Damascus, and in Syria as a whole, told once for all tests that only read."""
    if request.param == "sqlite":
        with migrated(f"sqlite:///{tmp_path_factory.mktemp('told') / 'told.db'}") as database:
            yield _tell_all(Stores(database, SmallGazetteer()))
        return
    server = request.getfixturevalue("postgresql_url")
    with postgresql_database(server, f"told_{worker_name}") as url, migrated(url) as database:
        yield _tell_all(Stores(database, SmallGazetteer()))


def _tell_all(stores: Stores) -> Stores:
    def tell(story: Story) -> None:
        ingest_article(stores, story.article, story.annotate)

    tell(khan_tuman())
    damascus = Story("A bomb exploded in Damascus on 3 June 2016.", "Barada Mirror", "2016-06-03")
    damascus.event("ASSAULT", "exploded", "2016-06-03", mode="explosives", place=damascus.place("Damascus", 170654))
    tell(damascus)
    truce = Story(
        "A truce brokered by Russia began in Syria on 27 February. The Nusra Front was left out. "
        "The army may attack Azaz.",
        "Orontes Wire",
        "2016-02-28",
    )
    syria = truce.place("Syria", 163843)
    russia = truce.place("Russia", 2017370)
    truce.organization("Nusra Front", lexicon_id="nusra", category="armed_group", aliases=("Jabhat al-Nusra",))
    truce.event(
        "RETREAT", "began", "2016-02-27", mode="ceasefire", place=syria,
        actors=(truce.party("Russia", russia, "GOV", "mediator"),),
    )  # fmt: skip
    truce.event("ASSAULT", "attack", None, place=truce.place("Azaz", 172955), stance="hypothetical")
    tell(truce)
    return stores


def _titles(stores, **asked) -> list[str]:
    return [event["title"] for event in list_events(stores, EventQuery.model_validate(asked)).data]


KHAN_TUMAN = "Terrorists seize Khan Tuman, Aleppo"


@pytest.mark.parametrize(
    "asked",
    [
        {"place": "Aleppo"},
        {"place": "aleppo governorate"},
        {"place": "Alepo"},
        {"place": "حلب"},
        {"place": "Khan Tuman"},
        {"place": "Khan Tuman, Aleppo"},
        {"from": "2016-05", "to": "2016-05"},
        {"person": "Shamkhani"},
        {"person": "Chamkhani"},
        {"q": "seized terrorists"},
        {"q": "KHAN Túman"},
        {"type": "assault", "country": "SYR", "to": "2016-05-31"},
        {"bbox": "37.0,36.0,37.5,36.5"},
        {"place": "Syria", "person": "ali shamkhani", "type": "ASSAULT"},
    ],
)
def test_filters_find_the_village(told, asked) -> None:
    assert _titles(told, **asked) == [KHAN_TUMAN]


@pytest.mark.parametrize(
    "asked",
    [
        {"place": "Damascus"},
        {"place": "Azaz"},
        {"place": "Atlantis"},
        {"from": "2016-05-11"},
        {"to": "2016-04"},
        {"type": "PROTEST"},
        {"country": "LB"},
        {"bbox": "170,-10,-170,10"},
        {"person": "Nobody Known"},
        {"q": "advisers submarine"},
        {"q": "!!!"},
        {"background": True},
    ],
)
def test_filters_leave_the_village_out(told, asked) -> None:
    assert KHAN_TUMAN not in _titles(told, **asked)


def test_wider_event_is_not_in_the_narrower_place(told) -> None:
    in_aleppo = list_events(told, EventQuery(place="Aleppo"))
    assert [event["type"] for event in in_aleppo.data] == ["ASSAULT"]
    in_syria = list_events(told, EventQuery(place="Syria"))
    assert in_syria.total == 3
    assert [event["date"]["latest"] for event in in_syria.data] == ["2016-06-03", "2016-05-10", "2016-02-27"]


def test_settlement_and_its_division_are_one_reading_and_an_id_narrows(told) -> None:
    reading = list_events(told, EventQuery(place="Aleppo")).interpreted["place"]
    assert reading["name"] == "Aleppo Governorate"
    assert reading["others"] == []
    for spelling in ("Alepo", "Halab", "حلب"):
        assert list_events(told, EventQuery(place=spelling)).interpreted["place"]["id"] == reading["id"], spelling
    (city,) = [place for place in list_places(told, PlaceQuery(q="Aleppo")).data if place["name"] == "Aleppo"]
    assert list_events(told, EventQuery(place=city["id"])).interpreted["place"]["id"] == city["id"]
    azaz = list_places(told, PlaceQuery(q="Azaz")).data[0]
    assert list_events(told, EventQuery(place=azaz["id"], stance="any")).total == 1
    assert list_events(told, EventQuery(place=azaz["id"], stance="any")).interpreted["place"]["match"] == "id"


def test_states_are_actors_and_mediators_count(told) -> None:
    (truce,) = list_events(told, EventQuery(actor="Russia")).data
    assert truce["actors"][0]["role"] == "mediator"
    assert truce["actors"][0]["kind"] == "place"


def test_namesakes_are_offered_as_other_readings(stores, tell) -> None:
    for country, geonames_id in (("Libya", 2210246), ("Lebanon", 266826)):
        story = Story(f"Gunmen clashed in Tripoli, {country}.", "Coast Desk", "2016-03-01")
        story.event("ASSAULT", "clashed", "2016-03-01", place=story.place("Tripoli", geonames_id))
        tell(story)
    page = list_events(stores, EventQuery(place="Tripoli"))
    assert page.total == 1
    reading = page.interpreted["place"]
    assert reading["within"] == ["Libya"]
    assert [other["within"] for other in reading["others"]] == [["Lebanon"]]
    assert [e["place"]["within"] for e in list_events(stores, EventQuery(place="Tripoli, Lebanon")).data] == [
        ["Lebanon"]
    ]


def test_unknown_name_is_explained(told) -> None:
    page = list_events(told, EventQuery(place="Atlantis", person="Nobody Known"))
    assert (page.data, page.total) == ([], 0)
    assert page.interpreted["place"]["match"] == "none"
    assert page.interpreted["person"]["id"] is None


def test_only_asserted_events_unless_asked(told) -> None:
    assert list_events(told, EventQuery()).total == 3
    assert list_events(told, EventQuery(stance="hypothetical")).total == 1
    assert list_events(told, EventQuery(stance="any")).total == 4


def test_cursor_leads_through_all_pages(told) -> None:
    seen, cursor = [], None
    while True:
        page = list_events(told, EventQuery(limit=1, cursor=cursor, stance="any"))
        seen += [event["id"] for event in page.data]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 4
    with pytest.raises(InvalidInput) as caught:
        list_events(told, EventQuery(cursor="nonsense"))
    assert caught.value.field == "cursor"


def test_entities_with_their_events_and_mentions(told) -> None:
    (person,) = list_people(told, PersonQuery(q="Shamkhani", country="IR")).data
    assert person["name"] == "Ali Shamkhani"
    assert person["aliases"] == ["Shamkhani"]
    assert (person["article_count"], person["mention_count"], person["event_count"]) == (1, 1, 1)
    assert person["first_seen"] == "2016-05-08"
    assert get_entity(told, "person", person["id"]) == person
    events = list_entity_events(told, "person", person["id"], EntityEventsQuery())
    assert [event["title"] for event in events.data] == [KHAN_TUMAN]
    (mention,) = list_entity_mentions(told, "person", person["id"], MentionQuery()).data
    text = get_article(told, mention["article_id"])["text"]
    assert text[mention["start"] : mention["end"]] == mention["text"] == "Ali Shamkhani"
    (front,) = list_organizations(told, OrganizationQuery(q="jabhat al nusra", category="armed_group")).data
    assert front["name"] == "Nusra Front"
    syria = list_places(told, PlaceQuery(q="Syria")).data[0]
    assert list_entity_events(told, "place", syria["id"], EntityEventsQuery()).total == 3
    names = [place["name"] for place in list_places(told, PlaceQuery(within="Aleppo")).data]
    assert names == ["Aleppo", "Azaz", "Khan Tuman"]


def test_articles_by_source_date_and_words(told) -> None:
    assert list_articles(told, ArticleQuery(source="orontes wire")).total == 2
    assert list_articles(told, ArticleQuery(q="bomb damascus")).total == 1
    assert list_articles(told, ArticleQuery.model_validate({"from": "2016-05", "to": "2016-05"})).total == 1


def test_unknown_ids_are_not_found(told) -> None:
    with pytest.raises(NotFound):
        get_entity(told, "person", "per_00000000000000000000000000")
    with pytest.raises(NotFound):
        get_article(told, "x")


def test_family_name_means_who_bears_it_most_not_whoever_has_nothing_else(stores, tell) -> None:
    tell(khan_tuman())
    short = Story("Shamkhani spoke in Libya.", "Coast Desk", "2016-07-01")
    short.person("Shamkhani", country_code="LY")
    tell(short)
    page = list_events(stores, EventQuery(person="Shamkhani"))
    assert page.total == 1
    assert page.interpreted["person"]["name"] == "Ali Shamkhani"
    assert [other["name"] for other in page.interpreted["person"]["others"]] == ["Shamkhani"]


def test_place_without_own_point_stands_at_its_container_but_a_country_at_none(stores, tell) -> None:
    story = Story("Gunmen seized Hamra. Others fought in Syria.", "Coast Desk", "2016-07-01")
    syria = story.place("Syria", 163843)
    village = story.place("Hamra", within=story.place("Aleppo", 170063, within=syria))
    story.event("ASSAULT", "seized", "2016-07-01", place=village)
    story.event("ASSAULT", "fought", "2016-07-01", place=syria)
    tell(story)
    (event,) = list_events(stores, EventQuery(bbox="30,30,45,45")).data
    assert event["place"]["name"] == "Hamra"
    assert (event["place"]["latitude"], event["place"]["country_code"]) == (36.2, "SY")


def test_unnamed_forces_are_found_under_their_state(stores, tell) -> None:
    story = Story("Russian warplanes bombed Azaz. Syrian rebels fled Azaz.", "Coast Desk", "2016-07-01")
    azaz = story.place("Azaz", 172955)
    warplanes = story.party("Russian warplanes", sector="MIL").model_copy(update={"country_code": "RU"})
    rebels = story.party("Syrian rebels", sector="REB").model_copy(update={"country_code": "SY"})
    story.event("ASSAULT", "bombed", "2016-07-01", mode="aerial", place=azaz, actors=(warplanes,))
    story.event("RETREAT", "fled", "2016-07-01", mode="withdraw", place=azaz, actors=(rebels,))
    tell(story)
    (event,) = list_events(stores, EventQuery(actor="Russia")).data
    assert event["actors"][0]["name"] is None
    assert event["title"] == "Russian warplanes strike from the air in Azaz, Aleppo Governorate"
    assert list_events(stores, EventQuery(actor="Syria")).total == 0
