"""From an article to stored events, and the difference it makes."""

from itertools import permutations

import pytest

from app.domain.annotations import PublicationDate
from app.domain.filters import ArticleQuery, EventQuery, ListQuery, OrganizationQuery, PersonQuery
from app.errors import LanguageNotSupported
from app.extraction.lexicons.actors import ActorLexicon, ActorRecord
from app.extraction.lexicons.other_names import OtherNames
from app.services import candidates
from app.services.articles import get_annotations, get_article, list_articles
from app.services.entities import list_organizations, list_people
from app.services.events import get_event, list_claims, list_events, list_reports
from app.services.ingest import ingest_article
from app.services.known_actors import KnownActors
from app.services.stores import Stores
from tests.services.stories import Story, khan_tuman


def test_article_becomes_events_with_evidence_and_claims(stores, tell) -> None:
    outcome = tell(khan_tuman())
    assert outcome.is_new
    (event,) = outcome.events
    assert outcome.changes == {
        "created": [event["id"]], "corroborated": [], "contradicted": [], "revised": [], "withdrawn": [],
        "unchanged": [],
    }  # fmt: skip
    assert event["title"] == "Terrorists seize Khan Tuman, Aleppo"
    assert event["place"]["within"] == ["Aleppo", "Aleppo Governorate", "Syria"]
    assert event["casualties"]["killed"] == {"low": 13, "best": 13, "high": 13}
    assert event["casualties"]["missing"] is None
    assert event["date"]["precision"] == "week"
    (evidence,) = event["evidence"]
    assert outcome.article["text"][evidence["start"] : evidence["end"]] == evidence["quote"]
    assert evidence["quote"].startswith("Terrorists seized")
    assert evidence["claimant"]["name"] == "Ali Shamkhani"
    assert evidence["claimant"]["id"].startswith("per_")
    assert get_event(stores, event["id"]) == {**event, "referents": []}


def test_same_article_again_changes_nothing(stores, tell) -> None:
    first = tell(khan_tuman())
    again = khan_tuman()
    again.article = again.article.model_copy(update={"text": "\r\n" + again.text.replace("\n", "\r\n") + "  \n"})
    second = ingest_article(stores, again.article, _never)
    assert not second.is_new
    assert second.article == first.article
    assert second.events == first.events
    assert second.changes["unchanged"] == [first.events[0]["id"]]
    assert list_events(stores, EventQuery()).total == 1


def _never(_article):
    raise AssertionError("a known article is not annotated again")


def test_same_text_from_another_source_is_a_copy_that_counts_once(stores, tell) -> None:
    first = tell(khan_tuman("Orontes Wire"))
    second = tell(khan_tuman("Barada Mirror"))
    assert second.is_new
    assert second.article["copy_of"] == first.article["id"]
    (event,) = second.events
    assert event["id"] == first.events[0]["id"]
    assert (event["article_count"], event["independent_source_count"]) == (2, 1)
    assert second.changes["unchanged"] == [event["id"]]
    assert len(event["evidence"]) == 1


def test_source_defaults_to_the_host_of_the_url(stores) -> None:
    story = khan_tuman()
    bare = story.article.model_copy(update={"source": None, "url": "https://www.wire.example/a?b=1"})
    first = ingest_article(stores, bare, story.annotate)
    other_page = bare.model_copy(update={"url": "https://wire.example/other"})
    assert first.article["source"] == "wire.example"
    assert not ingest_article(stores, other_page, story.annotate).is_new


def test_article_stored_without_extraction_is_extracted_when_it_comes_again(stores) -> None:
    story = khan_tuman()
    stored = ingest_article(stores, story.article, None)
    assert stored.article["extraction"] == {"status": "none", "extractor": None, "extracted_at": None}
    assert stored.article["published_on"] == {"value": "2016-05-08", "basis": "given"}
    assert stored.events == []
    extracted = ingest_article(stores, story.article, story.annotate)
    assert extracted.article["id"] == stored.article["id"]
    assert not extracted.is_new
    assert extracted.changes["created"] == [extracted.events[0]["id"]]


def test_metadata_of_the_stored_article_is_read_with_it_unless_given_anew(stores) -> None:
    story = khan_tuman(published="2016-05-07")
    known = {
        "title": "A village falls",
        "url": "https://wire.example/1",
        "published_on": "2016-05-08",
        "language": "en",
    }
    stored = ingest_article(stores, story.article.model_copy(update=known), None)
    bare = {"text": f"\r\n{story.text}\n", "published_on": None, "title": "Khan Tuman falls"}
    seen = []

    def annotate(article):
        seen.append(article)
        annotations = story.annotate(article)
        return annotations.model_copy(update={"published_on": PublicationDate(value="2016-05-08", basis="given")})

    extracted = ingest_article(stores, story.article.model_copy(update=bare), annotate)
    assert [article.model_dump(include={*known, "text"}) for article in seen] == [
        {**known, "title": "Khan Tuman falls", "text": story.text}
    ]
    assert extracted.article["id"] == stored.article["id"]
    assert extracted.article["published_on"] == {"value": "2016-05-08", "basis": "given"}
    assert (extracted.article["title"], extracted.article["url"]) == ("Khan Tuman falls", known["url"])
    assert list_articles(stores, ArticleQuery(q="falls khan")).total == 1


def test_known_text_given_as_another_language_is_refused_like_a_new_one(stores, tell) -> None:
    story = khan_tuman()
    tell(story)
    french = story.article.model_copy(update={"language": "fr"})
    with pytest.raises(LanguageNotSupported) as refused:
        ingest_article(stores, french, _never)
    assert refused.value.field == "language"
    assert not ingest_article(stores, french, None).is_new
    assert not ingest_article(stores, story.article.model_copy(update={"language": "en-GB"}), _never).is_new


def test_organizations_are_found_by_the_names_that_the_lexicon_has(stores) -> None:
    record = ActorRecord("guards", "Guard Corps", ("Pasdaran", "The Guard"), ("GCX",), "military", "MIL", "IR", None)
    other = ActorRecord("watch", "Night Watch", ("The Guard",), (), "military", "MIL", "IR", None)
    knowing = Stores(stores.database, stores.gazetteer, KnownActors(ActorLexicon([record, other])))
    story = Story("The Guard Corps attacked Azaz.")
    story.organization("Guard Corps", lexicon_id="guards")
    ingest_article(knowing, story.article, story.annotate)
    for asked, found in (("Pasdaran", ["Guard Corps"]), ("gcx", ["Guard Corps"]), ("Night Watch", [])):
        assert [row["name"] for row in list_organizations(knowing, OrganizationQuery(q=asked)).data] == found
    (row,) = list_organizations(knowing, OrganizationQuery(q="Guard Corps")).data
    assert row["aliases"] == ["GCX", "Pasdaran"]


def test_failing_extraction_leaves_nothing_behind(stores) -> None:
    def broken(_article):
        raise RuntimeError("no model")

    with pytest.raises(RuntimeError):
        ingest_article(stores, khan_tuman().article, broken)
    assert list_events(stores, EventQuery(stance="any")).total == 0
    assert ingest_article(stores, khan_tuman().article, None).is_new


def test_annotations_name_the_stored_entities_and_events(stores, tell) -> None:
    outcome = tell(khan_tuman())
    annotations = get_annotations(stores, outcome.article["id"])
    stored = {entity["name"]: entity["stored_id"] for entity in annotations["entities"]}
    assert stored["Khan Tuman"] == outcome.events[0]["place"]["id"]
    assert annotations["events"][0]["event_id"] == outcome.events[0]["id"]
    assert annotations["id"] == outcome.article["id"]
    assert annotations["entities"][0]["link"] == {"outcome": "new", "score": 0.0, "parts": {}}
    assert get_article(stores, outcome.article["id"]) == outcome.article


def test_two_outlets_on_one_event_corroborate_and_keep_both_reports(stores, tell) -> None:
    first = tell(khan_tuman())
    story = Story(
        "Fighters overran Khan Tuman, a village in Aleppo, between 1 and 10 May. 13 were killed.",
        "Barada Mirror",
        "2016-05-11",
    )
    syria = story.place("Syria", 163843)
    village = story.place("Khan Tuman", within=story.place("Aleppo", 170063, within=syria), country_code="SY")
    story.event(
        "ASSAULT", "overran", "2016-05-06", contexts=("territory",), place=village,
        actors=(story.party("Fighters", sector="REB"),), killed=("13", 13),
    )  # fmt: skip
    second = tell(story)
    (event,) = second.events
    assert event["id"] == first.events[0]["id"]
    assert second.changes["corroborated"] == [event["id"]]
    assert event["independent_source_count"] == 2
    assert event["date"]["edtf"] == "2016-05-06"
    assert event["first_reported_on"] == "2016-05-08"
    reports = list_reports(stores, event["id"], ListQuery())
    assert [report["source"] for report in reports.data] == ["Orontes Wire", "Barada Mirror"]
    link = reports.data[1]["link"]
    assert link["outcome"] == "same"
    assert link["score"] == pytest.approx(sum(link["parts"].values()))
    (claim,) = list_claims(stores, event["id"], ListQuery()).data
    assert claim["claimant"]["name"] == "Ali Shamkhani"
    assert {figure["what"]: figure["low"] for figure in claim["figures"]} == {"killed": 13, "wounded": 21}


def _shelling(day: str, source: str, published: str, killed: int = 2) -> Story:
    story = Story(f"Shells hit Azaz and {killed} people were killed on {day}.", source, published)
    place = story.place("Azaz", 172955)
    story.event(
        "ASSAULT", "hit", day, mode="heavy-weapons", place=place, killed=(f"{killed} people", killed)
    )  # fmt: skip
    return story


def test_next_days_similar_shelling_is_another_event(stores, tell) -> None:
    first = tell(_shelling("2016-02-14", "Orontes Wire", "2016-02-14"))
    second = tell(_shelling("2016-02-15", "Barada Mirror", "2016-02-15"))
    assert second.changes["created"] == [second.events[0]["id"]]
    assert second.events[0]["id"] != first.events[0]["id"]


def test_contradicting_tolls_of_one_day_are_a_dispute(stores, tell) -> None:
    tell(_shelling("2016-02-14", "Orontes Wire", "2016-02-15", killed=14))
    second = tell(_shelling("2016-02-14", "Barada Mirror", "2016-02-15", killed=9))
    (event,) = second.events
    assert second.changes["contradicted"] == [event["id"]]
    assert event["disputed"]
    assert (event["casualties"]["killed"]["low"], event["casualties"]["killed"]["high"]) == (9, 14)


def test_article_without_events_is_stored(stores, tell) -> None:
    outcome = tell(Story("Nothing happened.", None, None))
    assert outcome.is_new
    assert outcome.events == []
    assert outcome.article["source"] is None


def test_absurd_numbers_are_stored(stores, tell) -> None:
    story = Story(f"A bomb killed {10**25} people in Azaz on 1 June 2016.", "Coast Desk", "2016-06-02")
    story.event(
        "ASSAULT", "killed", "2016-06-01", place=story.place("Azaz", 172955), killed=(str(10**25), 10**25)
    )  # fmt: skip
    outcome = tell(story)
    assert outcome.events[0]["casualties"]["killed"]["best"] == 2**53 - 1
    assert list_reports(stores, outcome.events[0]["id"], ListQuery()).total == 1


def _about_the_village() -> list[Story]:
    """Three outlets on one event, a copy, and another day's event at the same place."""
    village = {"country_code": "SY", "admin1": "Aleppo"}
    stories = [khan_tuman(), khan_tuman("Barada Mirror", "2016-05-09")]
    for trigger, day, source in (("overran", "2016-05-06", "Coast Desk"), ("shelled", "2016-05-20", "Levant Page")):
        story = Story(f"Fighters {trigger} Khan Tuman in Aleppo on {day}.", source, day)
        syria = story.place("Syria", 163843)
        place = story.place("Khan Tuman", within=story.place("Aleppo", 170063, within=syria), **village)
        story.event(
            "ASSAULT", trigger, day, contexts=("territory",) if trigger == "overran" else (), place=place,
            actors=(story.party("Fighters", sector="REB"),),
        )  # fmt: skip
        stories.append(story)
    return stories


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_order_of_arrival_changes_no_event(stores, tell, order) -> None:
    stories = _about_the_village()
    for number in order:
        tell(stories[number])
    told = list_events(stores, EventQuery()).data
    assert [(event["date"]["edtf"], event["article_count"], event["independent_source_count"]) for event in told] == [
        ("2016-05-20", 1, 1),
        ("2016-05-06", 3, 2),
    ]
    assert [event["title"] for event in told] == [
        "Fighters attack in Khan Tuman, Aleppo",
        "Fighters seize Khan Tuman, Aleppo",
    ]


def test_better_name_of_a_person_reaches_the_documents_of_earlier_events(stores, tell) -> None:
    early = Story("Secretary Shamkhani visited Damascus on 3 May 2016.", "Coast Desk", "2016-05-04")
    visitor = early.person("Shamkhani", roles=("Secretary of the council",), country_code="IR")
    early.event(
        "CONSULT", "visited", "2016-05-03", mode="visit", place=early.place("Damascus", 170654),
        actors=(early.party("Shamkhani", visitor),),
    )  # fmt: skip
    (visit,) = tell(early).events
    assert visit["title"] == "Shamkhani visits Damascus, Damascus Governorate"
    tell(khan_tuman())
    renamed = get_event(stores, visit["id"])
    assert renamed["title"].startswith("Ali Shamkhani visits")
    assert renamed["actors"][0]["id"] == visit["actors"][0]["id"]


@pytest.mark.parametrize(
    ("hit", "title"), [(True, "Air strike at hospital"), (False, "Rebels and warplanes strike from the air")]
)
def test_title_names_no_doers_where_both_sides_are_blamed_for_one_strike(stores, hit: bool, title: str) -> None:
    story = Story("Rebels said warplanes had hit the hospital, and the army that rebels had.")
    doers = [story.party("Rebels", sector="REB"), story.party("warplanes", sector="MIL")]
    targets = [story.party("hospital", sector="MED")] if hit else []
    story.event("ASSAULT", "hit", mode="aerial", actors=tuple(doers), targets=tuple(targets))
    assert [event["title"] for event in ingest_article(stores, story.article, story.annotate).events] == [title]


def test_a_war_name_is_the_person_who_bears_it(stores) -> None:
    people = OtherNames([(("Salim Darwish", "Abu Hadid al-Shami"), "SY")])
    knowing = Stores(stores.database, stores.gazetteer, KnownActors(people=people))
    for name, text in (("Salim Darwish", "{} spoke in Azaz."), ("Abu Hadid al-Shami", "{} left Azaz.")):
        story = Story(text.format(name))
        story.person(name)
        ingest_article(knowing, story.article, story.annotate)
    (row,) = list_people(knowing, PersonQuery(q="Abu Hadid al-Shami")).data
    assert (row["name"], row["article_count"]) == ("Salim Darwish", 2)


def test_people_made_by_an_article_do_not_change_which_stored_ones_are_compared(stores, tell, monkeypatch) -> None:
    monkeypatch.setattr(candidates, "_MOST_SHARING", 3)
    stored = [f"Omar Ali {family}" for family in ("Hamdan", "Karimi", "Darwish")]
    stored += [f"Ali Zubayri {family}" for family in ("Safa", "Mansour", "Ghanem", "Tlass")]
    for name in stored:
        story = Story(f"{name} spoke.", f"Outlet of {name}", "2016-05-08")
        story.person(name)
        tell(story)
    story = Story("Omar Ali Qabbani met Omar Ali Bitar and Omar Ali Zubayri.", "Coast Desk", "2016-05-09")
    for family in ("Qabbani", "Bitar", "Zubayri"):
        story.person(f"Omar Ali {family}")
    assert len({entity["id"] for entity in tell(story).entities}) == 3
