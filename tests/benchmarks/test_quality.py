"""The project's own floor of quality: labels that fit their texts, a scorer that counts, a command that fails."""

import shutil
from pathlib import Path

import pytest

from benchmarks.quality.__main__ import main
from benchmarks.quality.figures import figures
from benchmarks.quality.floor import Floor, Size, breaches, read_floor, size_of, write_floor
from benchmarks.quality.loading import BadLabels, load_article, load_labels
from tests.benchmarks.ideal_reading import changed, ideal

QUALITY = Path(__file__).parents[2] / "benchmarks" / "quality"
ARTICLES = QUALITY / "articles"

LABELS = """
outlet = "wire agency"
published_on = "2014-03-12"
text = '''
NIAMEY - Gunmen killed four herders near Diffa on Monday, and the army said it had shelled their camp.
Nobody was hurt, the army said.
'''

[[events]]
trigger = "killed"
type = "ASSAULT"
contexts = ["military"]
date = "2014-03-10"
place = {text = "Diffa", within = "Niger", country_code = "NE"}
actors = [{text = "Gunmen", sector = "UAF"}]
targets = [{text = "herders", sector = "CVL"}]
killed = [4, 4]

[[events]]
trigger = "shelled"
type = "ASSAULT"
mode = "heavy-weapons"
date = ""
actors = [{text = "army", sector = "MIL"}]
targets = [{text = "camp", sector = "UAF"}]
wounded = [0, 0]
claims = [{claimant = "army", verb = "said", about = ["event"]}]
"""


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder with three of the labelled articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for path in sorted(ARTICLES.glob("*.toml"))[:3]:
        shutil.copy(path, folder)
    return folder


def written(folder: Path, labels: str) -> Path:
    path = folder / "one.toml"
    path.write_text(labels, encoding="utf-8")
    return path


def test_enough_is_labelled() -> None:
    floor = read_floor(QUALITY / "floor.toml")
    assert floor.at_least == Size(articles=40, outlets=12, events=300)
    assert breaches(floor, size_of(load_labels(ARTICLES).values()), floor.figures) == []


def test_what_the_labels_say_is_right_in_every_figure() -> None:
    measured = figures((labels, ideal(labels)) for labels in load_labels(ARTICLES).values())
    assert measured
    assert {name: value for name, value in measured.items() if value != 100} == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"Gunmen"', '"Bandits"', "no 'Bandits' in the text"),
        ('"killed"', '"the"', "'the' occurs 2 times; say which one with nth"),
        ('"killed"', '"killed"\nalso = [{trigger = "killed"}]', "'killed' is given twice"),
        ('"killed"', '"killed"\nnth = 2', "'killed' occurs only 1 times"),
        ('"heavy-weapons"', '"loud"', "ASSAULT has no mode 'loud'"),
        ('"UAF"', '"XXX"', "no sector 'XXX'"),
        ('["military"]', '["war"]', "no context 'war'"),
        ('"2014-03-10"', '"2014-13"', "'2014-13' is not a date"),
        ("killed = [4, 4]", "killed = [4, 3]", "ends before it starts"),
        ("killed = [4, 4]", "dead = [4, 4]", "dead: Extra inputs are not permitted"),
        ('date = ""', "", "date: Field required"),
        ('date = ""', 'date = ""\nstance = "denied"', "needs its cue"),
    ],
)
def test_labels_that_contradict_text_or_vocabulary_are_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in LABELS
    with pytest.raises(BadLabels) as refusal:
        load_article(written(tmp_path, LABELS.replace(old, new, 1)))
    assert fault in str(refusal.value)


@pytest.mark.parametrize(
    ("fields", "figure", "percent"),
    [
        ({"type": "COERCE", "mode": None}, "type", 50.0),
        ({"mode": "aerial"}, "mode", 50.0),
        ({"wounded": None}, "wounded", 50.0),
        ({"contexts": ("military",)}, "contexts", 66.7),
        ({"place": "place Niger {'country_code': 'NE'}"}, "place", 50.0),
        ({"background": True}, "background", 50.0),
        ({"stance": "planned"}, "stance", 50.0),
        ({"claims": ()}, "claims", 0.0),
        ({"actors": ()}, "actors", 66.7),
        ({"evidence": ()}, "events_recall", 50.0),
    ],
)
def test_a_wrong_field_lowers_its_figure(
    tmp_path: Path, fields: dict[str, object], figure: str, percent: float
) -> None:
    labels = load_article(written(tmp_path, LABELS))
    assert figures([(labels, changed(ideal(labels), 1, **fields))])[figure] == percent


def test_a_place_in_the_labelled_container_is_half_right(tmp_path: Path) -> None:
    labels = load_article(written(tmp_path, LABELS))
    measured = figures([(labels, changed(ideal(labels), 0, place="place Niger {'country_code': 'NE'}"))])
    assert (measured["place"], measured["place_container"]) == (50.0, 100.0)


def test_a_figure_may_drop_by_one_point_and_no_more() -> None:
    floor = Floor(Size(1, 1, 1), {"events": 60.0, "date": 70.0, "place": 50.0})
    measured = {"events": 59.0, "date": 68.9, "place": 55.0}
    assert breaches(floor, Size(1, 1, 1), measured) == ["date dropped from 70.0 to 68.9"]
    assert breaches(floor, Size(1, 1, 0), floor.figures) == ["only 0 events are labelled, at least 1 must be"]


def test_the_command_fails_when_a_figure_dropped(few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "floor.toml"
    write_floor(path, Floor(Size(3, 1, 10), {}))
    told = ["--articles", str(few), "--floor", str(path)]
    assert main([*told, "--record"]) == 0
    recorded = read_floor(path)
    assert 0 < recorded.figures["date"] <= 100
    assert main(told) == 0
    assert "| date |" in capsys.readouterr().out
    raised = dict(recorded.figures) | {"date": recorded.figures["date"] + 1.1}
    write_floor(path, Floor(recorded.at_least, raised))
    assert main(told) == 1
    assert capsys.readouterr().err.splitlines()[1:] == [
        f"- date dropped from {raised['date']} to {recorded.figures['date']}"
    ]
