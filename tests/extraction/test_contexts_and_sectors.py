"""Contexts by parties and words; sectors by modifiers, owners and deeds."""

import pytest

from tests.extraction.article_reading import event, read


@pytest.mark.parametrize(
    ("text", "type_", "wanted"),
    [
        ("Rebels ambushed a military convoy near Idlib on Monday, killing four soldiers.", "ASSAULT", "military"),
        ("A suicide bomber killed nine shoppers in a market in Maiduguri on Friday.", "ASSAULT", "terrorism"),
        ("A teenager was stabbed to death outside a shop in Croydon on Friday, police said.", "ASSAULT", "crime"),
        ("The Turkish foreign minister met his Russian counterpart in Sochi on Monday.", "CONSULT", "diplomatic"),
        ("Troops withdrew from the town of Palma on Sunday.", "RETREAT", "territory"),
        ("The convoy delivered food aid to displaced families in Tawila on Sunday.", "AID", "human_security"),
        ("Amnesty International accused the army of war crimes in Mekelle on Tuesday.", "ACCUSE", "human_rights"),
    ],
)
def test_contexts(text: str, type_: str, wanted: str) -> None:
    assert wanted in event(read(text), type_).contexts


def test_violence_in_a_war_is_no_ordinary_crime() -> None:
    found = read("Soldiers shelled the village of Kafr Nabl on Monday. A farmer was shot dead in his field on Tuesday.")
    assert all("crime" not in told.contexts for told in found.events)


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("Masked men shot dead a village chief in Beni on Monday.", "Masked men", "UAF"),
        ("Gunmen killed three traders in Kaduna on Monday.", "Gunmen", "UAF"),
        ("Separatist gunmen killed three traders in Bamenda on Monday.", "gunmen", "REB"),
        ("Government forces shelled the town of Douma on Monday.", "Government forces", "MIL"),
        ("Militants attacked an army base in Damboa on Monday.", "army base", "MIL"),
        ("Israel bombed the port of Hodeidah on Monday.", "Israel", "MIL"),
        ("Two Britons were killed in a bomb blast in Kabul on Monday.", "Britons", "CVL"),
    ],
)
def test_sectors(text: str, words: str, sector: str) -> None:
    told = event(read(text), "ASSAULT")
    parties = {party.text: party.sector for party in (*told.actors, *told.targets)}
    assert next(known for text, known in parties.items() if words in text) == sector
