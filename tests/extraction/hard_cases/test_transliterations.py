"""Spellings of one name in Latin letters are one entity."""

import pytest

from tests.extraction.article_reading import name, read


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Volodymyr Zelenskyy visited the front. President Zelensky said the town would be rebuilt.",
         "Volodymyr Zelenskyy", "Zelensky"),
        ("Muammar Gaddafi's forces attacked Misrata. Colonel Qadhafi vowed to fight on.",
         "Muammar Gaddafi", "Qadhafi"),
        ("Mohammed Morsi was arrested in Cairo. Supporters of Mohamed Mursi protested.",
         "Mohammed Morsi", "Mohamed Mursi"),
        ("Kiev was hit by missiles on Monday. Two people died in Kyiv, officials said.", "Kiev", "Kyiv"),
        ("Fighters entered Dayr az-Zawr. The army said it had left Deir ez-Zor.", "Dayr az-Zawr", "Deir ez-Zor"),
        ("Al-Shabab attacked a hotel in Mogadishu. Al Shabaab said it killed 12 people.", "Al-Shabab", "Al Shabaab"),
        ("The Huthis fired a missile at Riyadh. Houthi rebels said it hit the airport.", "Huthis", "Houthi"),
    ],
)  # fmt: skip
def test_two_spellings_are_one_entity(text: str, one: str, other: str) -> None:
    mentions = {mention.text: mention.entity for mention in read(text).mentions}
    assert mentions[one] is not None
    assert mentions[one] == mentions[other]


def test_names_that_only_look_alike_stay_two_people() -> None:
    found = read("Hassan Ali and Hussein Ali were killed in Basra.")
    assert {name(found, mention.entity) for mention in found.mentions if mention.kind == "person"} == {
        "Hassan Ali",
        "Hussein Ali",
    }
