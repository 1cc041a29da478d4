"""Wire copy in capitals reads like any other, and the mentions keep the words of the text."""

import pytest

from tests.extraction.article_reading import claimants, event, low, name, read


@pytest.mark.parametrize(
    ("text", "place", "killed", "wounded"),
    [
        ("MAIDUGURI, Nigeria -- GUNMEN ATTACKED A MARKET IN GWOZA ON SATURDAY, KILLING AT LEAST 14 AND WOUNDING 22.",
         "Gwoza", 14, 22),
        ("SRI LANKAN TROOPS KILLED 11 REBELS IN JAFFNA, THE DEFENCE MINISTRY SAID. FIVE SOLDIERS WERE WOUNDED.",
         "Jaffna", 11, 5),
        ("BOGOTA, 21 MAY 90 (EFE) -- [TEXT] GUERRILLAS BLEW UP A PIPELINE IN ARAUCA. NOBODY WAS INJURED.",
         "Arauca", None, 0),
    ],
)  # fmt: skip
def test_places_and_numbers(text: str, place: str, killed: int | None, wounded: int | None) -> None:
    found = read(text)
    attack = event(found, "ASSAULT")
    assert (name(found, attack.place), low(attack.killed), low(attack.wounded)) == (place, killed, wounded)


def test_actors_and_speakers() -> None:
    found = read(
        "A ROADSIDE BOMB KILLED THREE POLICEMEN IN KANDAHAR PROVINCE ON TUESDAY. "
        "THE TALIBAN CLAIMED RESPONSIBILITY FOR THE ATTACK."
    )
    attack = event(found, "ASSAULT")
    assert ([name(found, actor.entity) for actor in attack.actors], claimants(found, attack)) == (
        ["Taliban"],
        ["Taliban"],
    )


def test_mentions_keep_the_capitals_of_the_text() -> None:
    text = "FOREIGN MINISTER SERGEI LAVROV TOLD REPORTERS IN MOSCOW THAT RUSSIA WOULD NOT LEAVE SYRIA."
    found = read(text)
    mentions = {mention.text: name(found, mention.entity) for mention in found.mentions}
    assert mentions["SERGEI LAVROV"] == "Sergei Lavrov"
    assert all(text[mention.start : mention.end] == mention.text for mention in found.mentions)
