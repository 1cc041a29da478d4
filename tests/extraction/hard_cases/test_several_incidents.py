"""Several incidents in one article keep their own dates, places and numbers."""

from app.domain.annotations import Annotations, Event
from tests.extraction.article_reading import low, name, read

Told = tuple[str | None, str | None, int | None, int | None]


def told(found: Annotations) -> list[Told]:
    """Place, day, killed and wounded of every assault, in the order of the text."""
    assaults = sorted((e for e in found.events if e.type == "ASSAULT"), key=lambda event: event.evidence[0].start)
    return [_told(found, event) for event in assaults]


def _told(found: Annotations, event: Event) -> Told:
    return name(found, event.place), event.date.edtf, low(event.killed), low(event.wounded)


def test_three_attacks_on_three_days() -> None:
    found = read(
        "A car bomb killed six people in Basra on Sunday. On Tuesday gunmen shot dead two teachers in Mosul. "
        "In a third incident, a mortar shell wounded four children in Fallujah on Wednesday."
    )
    assert told(found) == [
        ("Basra", "2016-05-29", 6, None),
        ("Mosul", "2016-05-24", 2, None),
        ("Fallujah", "2016-05-25", None, 4),
    ]


def test_separate_incidents_with_different_attackers() -> None:
    found = read(
        "Abu Sayyaf militants beheaded a hostage on Jolo island on Sunday. "
        "Separately, communist rebels ambushed an army patrol in Samar, killing five soldiers."
    )
    assert [(place, killed) for place, _, killed, _ in told(found)] == [("Jolo", 1), ("Samar", 5)]


def test_the_first_and_the_second_of_two_explosions() -> None:
    found = read(
        "Two explosions rocked Kabul on Thursday. The first, near the airport, killed four soldiers. "
        "The second, outside a ministry, killed seven civilians and wounded 20."
    )
    assert [(killed, wounded) for _, _, killed, wounded in told(found)] == [(4, None), (7, 20)]


def test_a_month_after_is_another_time() -> None:
    found = read("Boko Haram killed 30 people in Baga on Sunday, a month after it kidnapped 200 girls from Chibok.")
    assert told(found) == [("Baga", "2016-05-29", 30, None), ("Chibok", None, None, None)]


def test_later_attacks_by_date_alone() -> None:
    found = read(
        "On March 3, rebels attacked the village of Boga, killing 23 people. "
        "Five days later they raided a mine, where 11 civilians died. Another attack, on March 15, left no casualties."
    )
    assert [(day, killed) for _, day, killed, _ in told(found)] == [
        ("2016-03-03", 23),
        ("2016-03-08", 11),
        ("2016-03-15", 0),
    ]
