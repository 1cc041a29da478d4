"""Conditional, planned, threatened and feared events are kept with that stance and never asserted."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("If the rebels attack Goma, the army will respond, the governor said.", "hypothetical"),
        ("The United Nations fears that militias will massacre civilians in El Fasher.", "hypothetical"),
        ("Had the bomb exploded, it would have killed hundreds of people in Oslo.", "hypothetical"),
        ("Analysts say a Chinese invasion of Taiwan is possible.", "hypothetical"),
        ("Fears of an attack on Odesa grew on Monday.", "hypothetical"),
        ("The army plans to storm Fallujah next week.", "planned"),
        ("Police say the men hatched a plot to kill the president in Tbilisi.", "planned"),
        ("Had the rebels attacked, Bamako would have been cut off, the colonel said.", "hypothetical"),
        ("Were the army to shell Lashio, thousands would flee.", "hypothetical"),
        ("Herders near Menaka fear an attack by the Islamic State.", "hypothetical"),
        ("The embassy warned of an attack on churches in Maputo.", "hypothetical"),
        ("An attack on Taiwan would be a disaster, the minister said.", "hypothetical"),
        ("The cabinet is considering a strike on radar sites in Yemen.", "hypothetical"),
        ("The Sudanese army is planning an offensive in Kordofan.", "planned"),
    ],
)
def test_stance_of_what_has_not_happened(text: str, stance: str) -> None:
    assert event(read(text), "ASSAULT").stance == stance


def test_an_announced_deployment_is_planned() -> None:
    assert event(read("NATO will deploy 4,000 troops in Estonia next year."), "MOBILIZE").stance == "planned"


@pytest.mark.parametrize(
    "text",
    ["Talks are planned in Geneva next week.", "Peace talks are expected to begin in Doha on Friday, officials said."],
)
def test_planned_talks_are_nobodys_claim_and_no_asserted_event(text: str) -> None:
    assert [told for told in read(text).events if told.stance == "asserted"] == []


def test_who_warns_of_others_threatens_nobody() -> None:
    found = read("The UN warned that fighters might attack Rafah within days.")
    assert [(told.type, told.stance) for told in found.events] == [("ASSAULT", "hypothetical")]


def test_who_warns_of_his_own_deeds_threatens() -> None:
    assert event(read("Iran warned that it would bomb Haifa."), "THREATEN").stance == "asserted"


def test_who_plans_an_offensive_is_its_actor() -> None:
    planned = event(read("The Sudanese army is planning an offensive in Kordofan."), "ASSAULT")
    assert [actor.text for actor in planned.actors] == ["Sudanese army"]


def test_a_raid_that_was_done_without_is_no_event() -> None:
    found = read("Rebels left Kidal on Monday without firing a shot.")
    assert [told.type for told in found.events] == ["RETREAT"]
