"""Reports, allegations and hearsay are claims, of their author where the text names one."""

import pytest

from tests.extraction.article_reading import claimants, event, read


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Reports that soldiers killed 20 villagers in Tigray could not be verified.", "Reports"),
        ("There were unconfirmed reports of shelling in Stepanakert on Tuesday.", "unconfirmed reports"),
        ("The ministry's claim that rebels shelled Horlivka was backed by monitors.", "The ministry"),
        ("Rebels allegedly burned a church in Kaduna on Sunday.", "allegedly"),
        ("Soldiers reportedly shot four protesters in Conakry.", "reportedly"),
        ("As reported by Al Jazeera, a bomb killed six people in Kirkuk.", "Al Jazeera"),
        ('In the words of one witness, the soldiers "shot everyone" in the village of Moura.', "one witness"),
        ("It was announced by the army on Monday that rebels had killed two soldiers in Kidal.", "the army"),
    ],
)
def test_whose_words_they_are(text: str, voice: str) -> None:
    found = read(text)
    assert claimants(found, event(found, "ASSAULT")) == [voice]


def test_a_passive_that_names_nobody_is_nobodys_claim() -> None:
    attack = event(read("Three people were reported killed in Mopti on Friday."), "ASSAULT")
    assert (attack.claims, [figure.claim for figure in attack.figures]) == ((), [None])


def test_where_a_report_puts_the_event_is_its_place() -> None:
    found = read("Reports that soldiers killed 20 villagers in Tigray could not be verified.")
    place = event(found, "ASSAULT").place
    assert [entity.name for entity in found.entities if entity.id == place] == ["Tigray"]
