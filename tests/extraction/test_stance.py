import pytest

from tests.extraction.frame_reading import frames


def stance(text: str) -> tuple[str, str | None]:
    found = frames(text)[-1]
    cue = text[slice(*found.stance_cue)] if found.stance_cue is not None else None
    return found.stance, cue


@pytest.mark.parametrize(
    ("text", "expected", "cue"),
    [
        ("The army attacked the village.", "asserted", None),
        ("The army did not attack the village.", "denied", "not"),
        ("The army never attacked the village.", "denied", "never"),
        ("The army denied attacking the village.", "denied", "denied"),
        ("The army denied that it had attacked the village.", "denied", "denied"),
        ("The rebels failed to capture the town.", "denied", "failed"),
        ("The rebels tried to storm the town.", "asserted", None),
        ("The rebels managed to storm the town.", "asserted", None),
        ("The army will attack the village.", "planned", "will"),
        ("The army plans to attack the village.", "planned", "plans"),
        ("The army is going to attack the village.", "planned", "going"),
        ("The army is to attack the village.", "planned", "is"),
        ("The rebels may attack the village.", "hypothetical", "may"),
        ("The rebels could attack the village.", "hypothetical", "could"),
        ("If rebels attack the village, people will flee.", "hypothetical", "If"),
        ("Residents fear that rebels will attack the village.", "hypothetical", "fear"),
        ("A planned attack on the village was discussed.", "planned", "planned"),
        ("There was no attack on the village.", "denied", "no"),
        ("Did the army attack the village?", "hypothetical", "?"),
        ("Police foiled an attack on the embassy.", "denied", "foiled"),
        ("The police prevented an attack on the embassy.", "denied", "prevented"),
        ("The army not only attacked the village.", "asserted", None),
    ],
)
def test_stance_and_its_cue(text, expected, cue):
    assert stance(text) == (expected, cue)


def test_a_failed_capture_does_not_deny_the_attack():
    attack, capture = frames("Rebels attacked the town but failed to capture the airport.")
    assert (attack.stance, capture.stance) == ("asserted", "denied")


def test_nobody_killed_is_an_asserted_figure():
    assert stance("No soldiers were killed in the clash.")[0] == "asserted"


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("The village was destroyed in the 2006 war between Israel and Hezbollah.", True),
        ("Millions have fled since the war between the factions began in 2011.", True),
        ("The army attacked the village.", False),
        ("Rebels have recruited 3,000 men since March.", False),
    ],
)
def test_background_by_wording(text, background):
    assert frames(text)[-1].background is background


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Obama to send 250 more troops to Syria", "planned"),
        ("Recruits gathered before an assault on Raqqa.", "planned"),
        ("The delegation said it would not negotiate with the government.", "asserted"),
        ("The police were able to arrest the driver.", "asserted"),
        ("The group denied participation in the murder of the judge.", "asserted"),
    ],
)
def test_what_is_still_to_come_and_what_is_refused(text, expected):
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It should be recalled that armed men robbed the bank.", "asserted"),
        ("He could confirm that soldiers had attacked the village.", "asserted"),
        ("He could not confirm that soldiers attacked the village.", "hypothetical"),
        ("The police did not say why soldiers attacked the village.", "asserted"),
    ],
)
def test_the_modal_of_telling_is_not_that_of_the_event(text, expected):
    assert stance(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hatched a plot to kill the president.", "planned"),
        ("Prices would rise in the event of an attack on the port.", "hypothetical"),
        ('"Either to surrender or to flee," the commander said.', "hypothetical"),
    ],
)
def test_deeds_that_are_only_thought_of(text, expected):
    assert stance(text)[0] == expected
