"""Many articles through the real command: nothing lost, in order, memory measured."""

from benchmarks.bulk import run, short_articles


def test_no_line_is_lost_and_memory_is_known() -> None:
    marks = list(run(150, jobs=2))
    assert [done for done, _, _ in marks] == list(range(15, 151, 15))
    assert all(size > 50_000_000 for _, _, size in marks[:-1])


def test_short_articles_are_short_and_differ() -> None:
    lines = list(short_articles(50))
    assert len(set(lines)) == 50
    assert all(55 <= len(line.split()) <= 200 for line in lines)
