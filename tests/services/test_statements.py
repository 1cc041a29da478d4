"""What storing an article costs in statements depends neither on how many entities it names nor on how many events."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from app.services.ingest import ingest_article
from tests.services.stories import Story

#: Statements that storing and resolving an article takes at most, its transaction's beginning and end left out.
MOST = 120
_SYLLABLES = ("ba", "di", "ku", "la", "mo", "ne", "ra", "sho", "tu", "ze")


def _name(number: int) -> str:
    first, second = divmod(number, len(_SYLLABLES))
    return f"{_SYLLABLES[first % 10]}{_SYLLABLES[second]}{_SYLLABLES[(first + second) % 10]}n".capitalize()


def _story(entities: int, *, seed: int = 0) -> Story:
    """As many people and groups, in turn, each pair in an event of its own in a village of its own."""
    pairs = range(seed, seed + entities // 2)
    text = " ".join(
        f"The {_name(number)} Brigade killed Omar {_name(number)} in {_name(number)}abad." for number in pairs
    )
    story = Story(text, f"Outlet {seed}", "2016-06-30")
    syria = story.place("Syria", 163843)
    for number in pairs:
        group = story.organization(f"{_name(number)} Brigade")
        person = story.person(f"Omar {_name(number)}", roles=("mayor",), country_code="SY")
        village = story.place(f"{_name(number)}abad", within=syria, country_code="SY")
        day = date(2016, 6, 1) + timedelta(days=number % 28)
        story.event(
            "ASSAULT", f"killed Omar {_name(number)}", day.isoformat(), mode="firearms", place=village,
            actors=(story.party(f"The {_name(number)} Brigade", group),),
            targets=(story.party(f"Omar {_name(number)}", person),),
        )  # fmt: skip
    return story


@pytest.fixture
def count_statements(stores):
    def count(story: Story) -> int:
        statements: list[str] = []
        event.listen(stores.database.engine, "before_cursor_execute", note := _noting(statements))
        ingest_article(stores, story.article, story.annotate)
        event.remove(stores.database.engine, "before_cursor_execute", note)
        return len([one for one in statements if not one.startswith(("BEGIN", "COMMIT", "ROLLBACK"))])

    return count


def _noting(statements: list[str]):
    def note(_connection, _cursor, statement, *_):
        statements.append(statement)

    return note


def test_forty_new_entities_cost_no_more_statements_than_six(count_statements) -> None:
    few, many = count_statements(_story(6)), count_statements(_story(40, seed=20))
    assert few <= many <= min(few + 4, MOST)


def test_entities_and_events_that_are_known_cost_no_more_either(stores, count_statements) -> None:
    for seed in (0, 20):
        story = _story(40, seed=seed)
        ingest_article(stores, story.article, story.annotate)
    few, many = _story(6), _story(40, seed=20)
    for story in (few, many):
        story.article = story.article.model_copy(update={"source": "Barada Mirror", "text": story.text + " It rained."})
    counts = [count_statements(story) for story in (few, many)]
    assert counts[1] <= min(counts[0] + 8, MOST)
