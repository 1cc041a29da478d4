"""Whole articles, raw as they come, to annotations."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.annotations import Annotations
from app.errors import InvalidInput, LanguageNotSupported
from tests.extraction.article_reading import claimants, event, low, name, read

MEYDAN = """Home  /  World  /  Levant

Ceasefire let militants regroup, says Tehran

Deputy Foreign Minister of Iran Abbas Moradi-Rezai

An Iranian diplomat of high rank holds that the truce in Syria was used by armed gangs to gather strength.\u00a0

The cessation of hostilities, brokered by Moscow and Washington, took effect all over Syria on February 21. Abbas
Moradi-Rezai told reporters in Tehran on Monday that it had given terrorists time to rearm.

During the truce, Moradi-Rezai said, militants seized the village of Zeitan in Aleppo province in early May.

The Islamic Revolution Guards Corps (IRGC) admitted this month that nine of its instructors had been killed and 14 more
wounded in Zeitan.

Since April, Ahrar al-Sham has recruited 1,200 young fighters, Reuters quoted the Syrian Network for Human Rights as
saying.

Rescuers search a house in the village of Zeitan on May 8, 2016. \u00a9Wire

The latest round of talks was suspended on April 19 when the delegates of the rebels walked out.

Meydan Online can also be reached at www.meydan.example

SHARE THIS ARTICLE
"""


@pytest.fixture(scope="module")
def meydan() -> Annotations:
    return read(MEYDAN, "2016-05-30")


def test_offsets_lead_to_the_words_in_the_original(meydan: Annotations) -> None:
    spans = [*meydan.mentions, *meydan.dates]
    for told in meydan.events:
        spans += [*told.actors, *told.targets, *told.figures, *told.claims, *told.counts]
        spans += [evidence.trigger for evidence in told.evidence if evidence.trigger]
    assert len(spans) > 40
    for span in spans:
        assert MEYDAN[span.start : span.end] == span.text


def test_people_are_the_official_with_his_office_and_nobody_else(meydan: Annotations) -> None:
    people = [found for found in meydan.entities if found.kind == "person"]
    assert [person.name for person in people] == ["Abbas Moradi-Rezai"]
    assert any("Deputy Foreign Minister" in role for role in people[0].roles)
    assert people[0].country_code == "IR"


def test_nothing_comes_from_navigation_and_footer(meydan: Annotations) -> None:
    body = MEYDAN.index("Ceasefire let"), MEYDAN.index("Meydan Online")
    assert all(body[0] <= mention.start < body[1] for mention in meydan.mentions)
    assert all(body[0] <= evidence.start < body[1] for told in meydan.events for evidence in told.evidence)
    left_out = " ".join(MEYDAN[span.start : span.end] for span in meydan.boilerplate)
    assert "SHARE THIS ARTICLE" in left_out
    assert "Home" in left_out


def test_truce_in_effect_with_its_brokers(meydan: Annotations) -> None:
    truce = event(meydan, "RETREAT")
    assert (truce.mode, truce.date.edtf, truce.date.precision) == ("ceasefire", "2016-02-21", "day")
    assert {name(meydan, party.entity) for party in truce.actors if party.role == "mediator"} == {
        "Russia",
        "United States",
    }
    assert name(meydan, truce.place) == "Syria"


def test_village_taken_by_force_in_a_province(meydan: Annotations) -> None:
    seized = event(meydan, "ASSAULT", "seized")
    assert "territory" in seized.contexts
    assert name(meydan, seized.place) == "Zeitan"
    assert seized.date.edtf == "2016-05-01/2016-05-10"
    assert [party.text for party in seized.actors] == ["militants"]
    assert "Abbas Moradi-Rezai" in claimants(meydan, seized)
    zeitan = next(found for found in meydan.entities if found.kind == "place" and found.name == "Zeitan")
    assert name(meydan, zeitan.within) == "Aleppo"


def test_figures_keep_their_claimant(meydan: Annotations) -> None:
    told = next(found for found in meydan.events if low(found.killed) == 9)
    assert low(told.wounded) == 14
    claim = next(claim for claim in told.claims if "killed" in claim.about)
    assert name(meydan, claim.claimant) == "Islamic Revolution Guards Corps"
    assert {figure.claim for figure in told.figures if figure.low in (9, 14)} == {claim.id}


def test_recruiting_is_counted_and_quoted_in_a_quote(meydan: Annotations) -> None:
    recruiting = event(meydan, "MOBILIZE", "recruited")
    assert [(count.what, count.low) for count in recruiting.counts] == [("recruited", 1200)]
    assert {"Syrian Network for Human Rights", "Reuters"} <= set(claimants(meydan, recruiting))
    assert recruiting.date.earliest is not None
    assert (recruiting.date.edtf, recruiting.date.earliest.isoformat()) == ("2016-04/..", "2016-04-01")
    assert not recruiting.background


def test_talks_suspended(meydan: Annotations) -> None:
    suspended = event(meydan, "REJECT", "suspended")
    assert (suspended.mode, suspended.date.edtf) == ("meet", "2016-04-19")


def test_publication_date_is_inferred_as_precisely_as_the_text_allows() -> None:
    inferred = read(MEYDAN, None)
    assert (inferred.published_on.value, inferred.published_on.basis) == ("2016-05", "inferred")


@pytest.mark.parametrize("headline", ["World Powers Fail to Agree on Syria Truce", "LEBANON NEWS"])
def test_capitals_of_a_headline_make_no_organization(headline: str) -> None:
    body = "The two sides did not agree on Tuesday, diplomats said. Shells fell on Homs."
    assert [found.name for found in read(f"{headline}\n\n{body}").entities if found.kind == "organization"] == []


def test_a_headline_keeps_what_the_text_or_a_lexicon_knows() -> None:
    text = "Harbour Brigade Says Islamic State Attacked\n\nThe Harbour Brigade said it was attacked on Tuesday."
    organizations = {found.name for found in read(text).entities if found.kind == "organization"}
    assert organizations == {"Harbour Brigade", "Islamic State"}


def test_a_plural_that_opens_a_sentence_is_no_organization() -> None:
    text = (
        "Friday 6 May 2016 \u2013 Idlib correspondent\n\nWarplanes bombed a camp for displaced people near Sarmada in "
        "northern Idlib on Thursday and killed at least 30 civilians, activists and rescuers said. Hamas condemned it."
    )
    assert [found.name for found in read(text).entities if found.kind == "organization"] == ["Hamas"]


def test_given_language_wins_and_others_are_refused() -> None:
    french = (
        "Les forces gouvernementales ont bombardé plusieurs quartiers de la ville tenus par les rebelles, selon des "
        "habitants, et au moins douze personnes ont été tuées pendant la nuit de samedi dans la banlieue est. "
        "Les secours ont continué à chercher des survivants dans les décombres toute la journée."
    )
    with pytest.raises(LanguageNotSupported) as refused:
        read(french)
    assert refused.value.field == "text"
    assert read(french, language="en").language == "en"
    with pytest.raises(LanguageNotSupported) as given_as:
        read("The army said two soldiers were killed.", language="ar")
    assert given_as.value.field == "language"


def test_broken_date_is_refused_by_name() -> None:
    with pytest.raises(InvalidInput) as refused:
        read("Two soldiers were killed.", "2016-13-40")
    assert refused.value.field == "published_on"


@pytest.mark.parametrize(
    "text", ["x", "...", "\u200b\u200b.", "SHARE THIS ARTICLE", "<div></div>", "(" * 500, "\u202e\u0627\u0644"]
)
def test_texts_without_news_give_no_events(text: str) -> None:
    assert read(text).events == ()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_and_every_span_is_inside_it(text: str) -> None:
    found = read(text, language="en")
    for mention in found.mentions:
        assert text[mention.start : mention.end] == mention.text
    assert all(0 <= span.start < span.end <= len(text) for span in found.boilerplate)
