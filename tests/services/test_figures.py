"""Who states which figure, and whom the outlets belong to that tell it."""

from pathlib import Path

import pytest

from app.domain.filters import ArticleQuery, ListQuery
from app.errors import NotFound
from app.extraction.lexicons.actors import ActorLexicon
from app.resolution.alignment import Party, side_of
from app.services.articles import list_articles
from app.services.events import get_event, list_reports
from app.services.figures import list_figures
from app.services.ingest import ingest_article
from app.services.known_outlets import KnownOutlets
from app.services.stores import Stores
from tests.services.stories import SmallGazetteer, Story

SEEDS = Path(__file__).parents[2] / "seeds"
SYRIA = {"kind": "state", "key": "SY", "name": "Syria", "relation": "state_media"}


@pytest.fixture(scope="module")
def outlets() -> KnownOutlets:
    return KnownOutlets.load(SEEDS, ActorLexicon.load(SEEDS))


def _raid(source: str, toll: int, teller: str) -> Story:
    story = Story(
        f"Rebels raided an army post in Azaz on 8 May 2016. Some four were hurt. {teller} said {toll} soldiers died.",
        source,
        "2016-05-08",
    )
    speaker = story.organization(teller)
    story.event(
        "ASSAULT", "raided", "2016-05-08", place=story.place("Azaz", 172955), killed=(str(toll), toll),
        actors=(story.party("Rebels", sector="REB"),), wounded=("four", 4),
        targets=(story.party("army post", sector="MIL").model_copy(update={"country_code": "SY"}),),
        claims=[(speaker, teller, ("killed",))],
    )  # fmt: skip
    return story


def test_every_figure_with_who_says_so_and_whom_the_outlet_belongs_to(database, outlets) -> None:
    stores = Stores(database, SmallGazetteer(), outlets=outlets)
    told = [_raid("SANA", 3, "Barada Command"), _raid("Orontes Wire", 17, "Azaz Media Centre")]
    for story in told:
        outcome = ingest_article(stores, story.article, story.annotate)
    (event_id,) = outcome.changes["contradicted"]
    figures = list_figures(stores, event_id, ListQuery())
    assert figures.total == 4
    assert [(f["what"], f["low"], f["source"], f["claimant"] and f["claimant"]["name"]) for f in figures.data] == [
        ("killed", 3, "SANA", "Barada Command"),
        ("wounded", 4, "SANA", None),
        ("killed", 17, "Orontes Wire", "Azaz Media Centre"),
        ("wounded", 4, "Orontes Wire", None),
    ]
    for figure, story in zip(figures.data, [told[0], told[0], told[1], told[1]], strict=True):
        assert story.text[figure["start"] : figure["end"]] == figure["text"]
    assert figures.data[0]["source_alignment"] == {**SYRIA, "side": "target"}
    assert figures.data[2]["source_alignment"] is None
    assert [r["source_alignment"] for r in list_reports(stores, event_id, ListQuery()).data] == [
        {**SYRIA, "side": "target"},
        None,
    ]
    articles = {article["source"]: article for article in list_articles(stores, ArticleQuery()).data}
    assert articles["SANA"]["source_alignment"] == SYRIA
    event = get_event(stores, event_id)
    assert event["disputed"]
    (contradiction,) = event["contradictions"]
    assert contradiction["about"] == "killed"
    assert [(side["low"], side["claimant"]["name"]) for side in contradiction["sides"]] == [
        (3, "Barada Command"),
        (17, "Azaz Media Centre"),
    ]


def test_pages_of_figures_neither_skip_nor_repeat(stores) -> None:
    story = _raid("Orontes Wire", 9, "Azaz Media Centre")
    event_id = ingest_article(stores, story.article, story.annotate).events[0]["id"]
    first = list_figures(stores, event_id, ListQuery(limit=1))
    second = list_figures(stores, event_id, ListQuery(limit=1, cursor=first.next_cursor))
    assert [page.data[0]["what"] for page in (first, second)] == ["killed", "wounded"]
    assert second.next_cursor is None
    with pytest.raises(NotFound):
        list_figures(stores, "evt_nowhere", ListQuery())


@pytest.mark.parametrize(
    ("source", "owner"),
    [
        ("sana.sy", "Syria"),
        ("en.sana.sy", "Syria"),
        ("Syrian Arab News Agency", "Syria"),
        ("english.almanar.com.lb", "Hezbollah"),
        ("Al-Masirah TV", "Houthis"),
        ("tass.com", "Russia"),
        ("Orontes Wire", None),
        ("notsana.sy", None),
        ("sy", None),
        ("Santa Ana News", None),
        ("", None),
    ],
)
def test_outlets_are_known_by_name_and_host(outlets, source: str, owner: str | None) -> None:
    alignment = outlets.alignment_of(source)
    assert (alignment and alignment["name"]) == owner


def test_side_of_an_owner() -> None:
    army = Party(None, "SY", "MIL", is_state=False)
    state = Party(None, "SY", "GOV", is_state=True)
    group = Party("hezbollah", "LB", "REB", is_state=False)
    people = Party(None, "SY", "CVL", is_state=False)
    assert side_of("SY", [army], [group]) == "actor"
    assert side_of("SY", [group], [state]) == "target"
    assert side_of("SY", [army], [state]) == "both"
    assert side_of("hezbollah", [army], [group]) == "target"
    assert side_of("SY", [group], [people]) is None
    assert side_of("LB", [group], [army]) is None


def test_wrong_rows_are_named(tmp_path) -> None:
    (tmp_path / "countries.tsv").write_text((SEEDS / "countries.tsv").read_text(encoding="utf-8"), encoding="utf-8")
    rows = "name\taliases\thosts\taligned_with\trelation\nOrontes Wire\t\t\tnobody\tstate_media\n"
    (tmp_path / "outlets.tsv").write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match="Orontes Wire: nobody is no country"):
        KnownOutlets.load(tmp_path, ActorLexicon(()))
