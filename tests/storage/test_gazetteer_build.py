import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.gazetteer import SqliteGazetteer, assembling, build_gazetteer, default_gazetteer_path, open_gazetteer
from app.storage.gazetteer.build import is_built
from app.storage.gazetteer.points import AreaPoints
from app.storage.gazetteer.schema import PlaceRow, bare_division
from app.storage.gazetteer.spelling import division_name, is_spelling, plain_name

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def few_places(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Build from two places instead of the whole world; the list has an item per build."""
    builds: list[int] = []

    def places(_seeds: Path) -> Iterator[PlaceRow]:
        builds.append(1)
        yield PlaceRow(1, "Northford", "settlement", "XX", 1.0, 2.0, 900, aliases=["Nordford"])
        yield PlaceRow(2, "Northford Province", "admin1", "XX", 1.0, 2.0, code="XX.01")

    monkeypatch.setattr(assembling, "all_places", places)
    return builds


def test_builds_once_and_reports_progress(tmp_path: Path, few_places: list[int]) -> None:
    path, seen = tmp_path / "deep" / "down" / "gazetteer.sqlite", []
    gazetteer = open_gazetteer(path, SEEDS, progress=lambda done, total: seen.append((done, total)))
    assert [entry.geonames_id for entry in gazetteer.find("northford")] == [1, 2]
    assert [entry.geonames_id for entry in gazetteer.find("Nordford")] == [1]
    assert seen[-1][0] == 2
    assert seen[-1][0] <= seen[-1][1]
    open_gazetteer(path, SEEDS)
    assert few_places == [1]
    assert sorted(file.name for file in path.parent.iterdir()) == ["gazetteer.sqlite", "gazetteer.sqlite.lock"]


def test_a_damaged_file_is_built_anew(tmp_path: Path, few_places: list[int]) -> None:
    path = tmp_path / "gazetteer.sqlite"
    path.write_bytes(b"no database at all" * 100)
    assert not is_built(path, SEEDS)
    assert open_gazetteer(path, SEEDS).entry(1) is not None


def test_changed_seeds_make_a_new_file(tmp_path: Path, few_places: list[int]) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name in ("countries.tsv", "regions.tsv"):
        (seeds / name).write_bytes((SEEDS / name).read_bytes())
    path = tmp_path / "gazetteer.sqlite"
    open_gazetteer(path, seeds)
    (seeds / "regions.tsv").write_text((seeds / "regions.tsv").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not is_built(path, seeds)


def test_a_failed_build_leaves_the_old_file(
    tmp_path: Path, few_places: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "gazetteer.sqlite"
    build_gazetteer(path, SEEDS)
    before = path.read_bytes()

    def broken(_seeds: Path) -> Iterator[PlaceRow]:
        yield PlaceRow(1, "Half", "settlement", "XX", 1.0, 2.0)
        raise OSError("disk full")

    monkeypatch.setattr(assembling, "all_places", broken)
    with pytest.raises(OSError, match="disk full"):
        build_gazetteer(path, SEEDS)
    assert path.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["gazetteer.sqlite", "gazetteer.sqlite.lock"]


def test_several_at_once_build_it_once(tmp_path: Path, few_places: list[int]) -> None:
    path = tmp_path / "gazetteer.sqlite"
    found: list[SqliteGazetteer] = []
    threads = [threading.Thread(target=lambda: found.append(open_gazetteer(path, SEEDS))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert few_places == [1]


def test_default_path_is_inside_the_environment_or_the_users_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    assert default_gazetteer_path() == tmp_path / "share" / "sitrep" / "gazetteer.sqlite"
    monkeypatch.setattr("app.storage.gazetteer.paths._writable", lambda _directory: False)
    assert tmp_path not in default_gazetteer_path().parents


@pytest.mark.parametrize(
    ("name", "aliases", "country", "shown"),
    [
        ("Ḩalab", ("Aleppo", "Aleppo Governorate", "حلب"), "SY", "Aleppo"),
        ("Dimashq", ("Damascus City", "Damascus Governorate"), "SY", "Damascus"),
        ("Dhī Qār", ("ذي قار",), "IQ", "Dhi Qar"),
        ("Rivnenska oblast", ("Rivne Oblast", "Рівненська Область"), "UA", "Rivne Oblast"),
        ("California", ("Golden State", "State of California"), "US", "California"),
        ("Şanlıurfa", ("Urfa",), "TR", "Şanlıurfa"),
        ("São Paulo", (), "BR", "São Paulo"),
    ],
)
def test_english_name_of_a_division(name: str, aliases: tuple[str, ...], country: str, shown: str) -> None:
    assert division_name(name, aliases, country) == shown


def test_spellings_that_cannot_stand_in_a_text_are_left_out() -> None:
    assert [alias for alias in ("Alep", "ALP", "hlb", "حلب", "", "NYC", "Łódź") if is_spelling(alias)] == [
        "Alep",
        "حلب",
        "Łódź",
    ]
    assert plain_name("Khān Ţūmān") == "Khan Tuman"


def test_words_for_kinds_of_divisions() -> None:
    assert bare_division("aleppo governorate") == "aleppo"
    assert bare_division("province of aleppo") == "aleppo"
    assert bare_division("state aleppo") == "aleppo"
    assert bare_division("aleppo") is None
    assert bare_division("province") is None


def test_the_point_of_an_area_is_a_settlement_near_its_middle() -> None:
    points = AreaPoints()
    for number, (latitude, longitude) in enumerate([(0.0, 179.0), (0.2, -179.0), (0.1, 179.9)]):
        points.add([7], PlaceRow(number, "X", "settlement", "FJ", latitude, longitude, 100))
    assert points.point(7) == (0.1, 179.9)
    assert points.population(7) == 300
    assert points.point(8) is None
    assert points.population(8) == 0
