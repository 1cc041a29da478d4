"""What an article is said to have made of the events it tells."""

from app.services.changes import unchanged
from tests.services.stories import Story
from tests.services.test_judgements import _id

PAGE = "https://coast-desk.example/1"


def _shelling(outlet: str, killed: int | None, when: str = "2016-05-04", denied: bool = False, url: str | None = None):
    toll = f"{killed} people died" if killed else "Nobody gave a toll"
    text = f"Shells fell on Azaz on 3 May 2016. {toll}, {outlet} learned from the town. Governor Samir Qasem said so."
    story = Story(text, outlet, when)
    story.article = story.article.model_copy(update={"url": url})
    known = {"killed": (f"{killed} people", killed)} if killed else {}
    if denied:
        known["claims"] = [(story.person("Samir Qasem"), "Samir Qasem", ("event",))]
    event = story.event(
        "ASSAULT", "Shells fell", "2016-05-03", mode="heavy-weapons", place=story.place("Azaz", 172955), **known
    )
    if denied:
        claims = tuple(claim.model_copy(update={"stance": "denied"}) for claim in event.claims)
        story.events[0] = event.model_copy(update={"claims": claims})
    return story


def _made(outcome, **changes):
    return outcome.changes == {**unchanged(()), **{name: [_id(outcome)] for name in changes}}


def test_the_first_creates_and_another_source_that_agrees_corroborates(tell) -> None:
    assert _made(tell(_shelling("Orontes Wire", 4)), created=1)
    assert _made(tell(_shelling("Barada Mirror", 4)), corroborated=1)
    assert _made(tell(_shelling("Coast Desk", None)), corroborated=1)


def test_the_same_source_again_adds_nothing(tell) -> None:
    tell(_shelling("Orontes Wire", 4))
    assert _made(tell(_shelling("Orontes Wire", None)), unchanged=1)
    assert _made(tell(_shelling("Orontes Wire", None)), unchanged=1)


def test_another_toll_on_one_day_contradicts_and_a_toll_that_rose_does_not(tell) -> None:
    tell(_shelling("Orontes Wire", 4))
    assert _made(tell(_shelling("Barada Mirror", 6, "2016-05-05")), corroborated=1)
    assert _made(tell(_shelling("Coast Desk", 9, "2016-05-05")), contradicted=1)


def test_a_third_toll_contradicts_and_one_that_was_told_corroborates(tell) -> None:
    for outlet, killed in (("Orontes Wire", 4), ("Barada Mirror", 6)):
        tell(_shelling(outlet, killed))
    assert _made(tell(_shelling("Euphrates Post", 6)), corroborated=1)
    assert _made(tell(_shelling("Coast Desk", 12)), contradicted=1)


def test_a_denial_contradicts(tell) -> None:
    tell(_shelling("Orontes Wire", 4))
    assert _made(tell(_shelling("Barada Mirror", 4, denied=True)), contradicted=1)


def test_a_correction_can_contradict_revise_or_change_nothing(tell) -> None:
    tell(_shelling("Orontes Wire", 4))
    tell(_shelling("Coast Desk", 4, url=PAGE))
    assert _made(tell(_shelling("Coast Desk", 6, url=PAGE)), contradicted=1)
    assert _made(tell(_shelling("Coast Desk", None, url=PAGE)), revised=1)
    reworded = _shelling("Coast Desk", None, url=PAGE)
    reworded.article = reworded.article.model_copy(update={"text": f"{reworded.text} More soon."})
    assert _made(tell(reworded), unchanged=1)
