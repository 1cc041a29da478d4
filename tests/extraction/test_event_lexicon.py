from pathlib import Path

import pytest

from app.domain.vocabulary import MODES_OF_TYPE, EventType
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.lexicons.events import EventLexicon
from tests.extraction.frame_reading import SEEDS, agents, events


def all_entries():
    return [entry for group in events().entries.values() for entry in group]


def test_at_least_900_verbs_and_nouns():
    assert len({(e.lemma, e.pos) for e in all_entries() if e.type is not None}) >= 900


def test_every_type_has_verbs_and_nouns():
    for event_type in EventType:
        assert {e.pos for e in all_entries() if e.type is event_type} >= {"V", "N"}, event_type


def test_every_mode_is_reached():
    told = {(e.type, e.mode) for e in all_entries()} | {
        (EventType.ASSAULT, mode) for mode in events().modes.values()
    }  # fmt: skip
    wanted = {(event_type, mode) for event_type, modes in MODES_OF_TYPE.items() for mode in modes}
    assert wanted - told == set()


def test_every_event_entry_has_a_pattern():
    assert [e for e in all_entries() if e.type is not None and not e.pattern] == []


def test_the_most_specific_entry_comes_first():
    ranks = [len(entry.constraints) for entry in events().of("N", "attack")]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) > 1


def _copy(tmp_path: Path, name: str, old: str, new: str) -> Path:
    folder = tmp_path / "events"
    folder.mkdir()
    for path in (SEEDS / "events").glob("*.tsv"):
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(text.replace(old, new, 1) if path.name == name else text, encoding="utf-8")
    (tmp_path / "agents.tsv").write_text((SEEDS / "agents.tsv").read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "old", "new", "error"),
    [
        ("assault.tsv", "\taerial\t", "\tareal\t", ValueError),
        ("assault.tsv", "\tmilitary\t", "\tmillitary\t", ValueError),
        ("assault.tsv", "\tkilled\t", "\tslain\t", ValueError),
        ("consult.tsv", "\tV\t", "\tX\t", ValueError),
        ("consult.tsv", "@TALKS", "@TALK", KeyError),
    ],
)
def test_a_row_with_an_unknown_word_is_refused(tmp_path, name, old, new, error):
    with pytest.raises(error):
        EventLexicon.load(_copy(tmp_path, name, old, new))


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("militant", "REB"), ("soldier", "MIL"), ("civilian", "CVL"), ("refugee", "REF"), ("journalist", "JRN"),
        ("minister", "GOV"), ("protester", "OPP"), ("judge", "JUD"), ("lawmaker", "LEG"), ("doctor", "MED"),
    ],
)  # fmt: skip
def test_sectors_of_nouns(noun, sector):
    assert agents().sector(noun) == sector


def test_a_known_compound_comes_before_its_head():
    assert agents().sector("officer", "police") == "COP"
    assert agents().sector("officer", "army") == "MIL"


def test_an_unknown_sector_is_refused(tmp_path):
    (tmp_path / "agents.tsv").write_text("sector\tnouns\nXYZ\tperson\n", encoding="utf-8")
    with pytest.raises(ValueError, match="XYZ"):
        AgentLexicon.load(tmp_path)
