"""Events told by everyday verbs and idioms, and the numbers that go with them."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Soldiers looted three shops in the market of Wau on Friday.", "COERCE", "seize"),
        ("Masked men stole forty goats from a herder near Kaduna.", "COERCE", "seize"),
        ("The police secured nine rifles in the port of Mombasa.", "COERCE", "seize"),
        ("Police cleared a camp of students in Minsk at dawn.", "COERCE", "restrict"),
        ("A rocket damaged the clinic in Taiz.", "ASSAULT", "heavy-weapons"),
        ("Rebels destroyed an ancient mausoleum near Gao.", "ASSAULT", "destroy"),
        ("Insurgents entered the town of Bambari on Monday.", "ASSAULT", None),
        ("The army established control over the village of Maskana.", "ASSAULT", None),
        ("Six villagers were found dead near Bunia on Sunday.", "ASSAULT", None),
        ("Extremists beheaded two farmers near Maiduguri.", "ASSAULT", "primitive"),
        ("The two armies traded artillery fire near Kargil.", "ASSAULT", "heavy-weapons"),
        ("The marines drove into the city of Basra at noon.", "MOBILIZE", "troops"),
        ("Nine militants turned themselves in to the police.", "RETREAT", None),
        ("The guns fell silent at midnight in Marawi.", "RETREAT", "ceasefire"),
        ("The minister held Sudan responsible for the bloodshed.", "ACCUSE", "allege"),
        ("Germany objected on Tuesday.", "REJECT", "change"),
        ("Canada suspended trade privileges for Belarus.", "SANCTION", "discontinue"),
        ("The Security Council authorised a mission of observers.", "AGREE", None),
        ("The general vowed to wipe out the rebels.", "THREATEN", "violence"),
        ("Norway urged the rebels to release the hostages.", "REQUEST", "yield"),
        ("Norway urged Sweden to send doctors.", "REQUEST", "assist"),
        ("The crowd burned tyres in Dakar.", "PROTEST", "riot"),
    ],
)
def test_a_deed_is_told_by_a_plain_verb(text: str, kind: str, mode: str | None) -> None:
    assert event(read(text), kind).mode == mode


def test_a_town_falls_to_those_who_hold_it_now() -> None:
    told = event(read("The town of Bria fell to the rebels on Tuesday."), "ASSAULT", "fell")
    assert [party.text for party in told.actors] == ["rebels"]


@pytest.mark.parametrize(
    "text",
    ["The minister did not rule out talks with the union.", "The spokesman rejected the allegation."],
)
def test_what_is_left_open_or_denied_is_no_refusal(text: str) -> None:
    assert not [told for told in read(text).events if told.type == "REJECT"]


@pytest.mark.parametrize(
    ("text", "kind", "counts"),
    [
        ("Militants fired 14 rockets at the base near Erbil.", "ASSAULT", [("rockets", 14)]),
        ("Spain sent 600 troops to Lebanon.", "MOBILIZE", [("troops", 600)]),
        ("The rebels freed five hostages on Monday.", "RETREAT", [("hostages", 5)]),
        ("The army conducted 12 airstrikes on Idlib.", "ASSAULT", [("airstrikes", 12)]),
        ("About 300 students protested in Khartoum.", "PROTEST", [("students", 300)]),
        ("Gunmen killed seven farmers near Jos.", "ASSAULT", []),
    ],
)
def test_an_event_keeps_the_numbers_of_its_means_and_parties(
    text: str, kind: str, counts: list[tuple[str, int]]
) -> None:
    assert [(count.what, count.low) for count in event(read(text), kind).counts] == counts
