import sqlite3
import threading
import time
from pathlib import Path

import pytest

from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.storage.gazetteer import SqliteGazetteer, default_gazetteer_path, open_gazetteer

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def gazetteer() -> SqliteGazetteer:
    return open_gazetteer(default_gazetteer_path(), SEEDS)


def ids(entries: object) -> list[int]:
    return [entry.geonames_id for entry in entries]  # type: ignore[attr-defined]


ALEPPO_CITY, ALEPPO_GOVERNORATE = 170063, 170062


@pytest.mark.parametrize("name", ["Aleppo", "ALEPPO", "Halab", "Ḩalab", "حلب", "حَلَب", "Алеппо"])
def test_a_city_and_its_division_in_many_spellings(gazetteer: SqliteGazetteer, name: str) -> None:
    assert {ALEPPO_CITY, ALEPPO_GOVERNORATE} & set(ids(gazetteer.find(name)))


@pytest.mark.parametrize(
    ("name", "geonames_id"),
    [
        ("Raqqa", 172955),
        ("al-Raqqa", 172955),
        ("Ar Raqqah", 172955),
        ("الرقة", 172955),
        ("Deir ez-Zor", 170794),
        ("Deir al-Zor", 170794),
        ("Khan Shaykhun", 168325),
        ("Kiev", 703448),
        ("Київ", 703448),
        ("Kyiv", 703448),
        ("東京", 1850147),
        ("St. Louis", 4407066),
        ("Saint Louis", 4407066),
    ],
)
def test_spellings_of_settlements(gazetteer: SqliteGazetteer, name: str, geonames_id: int) -> None:
    assert geonames_id in ids(gazetteer.find(name))


@pytest.mark.parametrize(
    "name",
    [
        "Aleppo Governorate",
        "Aleppo Province",
        "Aleppo province",
        "Governorate of Aleppo",
        "province of Aleppo",
        "the Aleppo Governorate",
    ],
)
def test_divisions_with_a_word_for_their_kind(gazetteer: SqliteGazetteer, name: str) -> None:
    assert ids(gazetteer.find(name)) == [ALEPPO_GOVERNORATE]


@pytest.mark.parametrize(
    ("name", "geonames_id", "feature"),
    [
        ("Donetsk Oblast", 709716, "admin1"),
        ("Texas", 4736286, "admin1"),
        ("State of Texas", 4736286, "admin1"),
        ("Calif.", 5332921, "admin1"),
        ("CA", 5332921, "admin1"),
        ("N.Y.", 5128638, "admin1"),
        ("Los Angeles County", 5368381, "admin2"),
        ("Gaza Strip", 281132, "admin1"),
        ("West Bank", 285153, "admin1"),
        ("Europe", 6255148, "region"),
    ],
)
def test_divisions_and_regions(gazetteer: SqliteGazetteer, name: str, geonames_id: int, feature: str) -> None:
    assert (geonames_id, feature) in [(entry.geonames_id, entry.feature) for entry in gazetteer.find(name)]


def test_abbreviations_count_only_as_they_are_written(gazetteer: SqliteGazetteer) -> None:
    mississippi = 4436296
    for name in ("Miss.", "MS", "Mississippi"):
        assert mississippi in ids(gazetteer.find(name))
    for name in ("Miss", "Ms", "miss", "Ill", "Mass", "In", "Me", "La"):
        assert not [entry for entry in gazetteer.find(name) if entry.feature == "admin1" and entry.country_code == "US"]
    assert 5332921 in ids(gazetteer.find("CALIFORNIA"))


def test_words_for_towns_are_no_part_of_the_name(gazetteer: SqliteGazetteer) -> None:
    assert 169389 in ids(gazetteer.find("Idlib city"))
    assert 172082 in ids(gazetteer.find("the town of Azaz"))
    assert {entry.name for entry in gazetteer.find("Kansas City")} == {"Kansas City"}


def test_own_regions_have_negative_ids_and_coordinates(gazetteer: SqliteGazetteer) -> None:
    (donbas,) = [entry for entry in gazetteer.find("the Donbass") if entry.feature == "region"]
    assert donbas.geonames_id < 0
    assert (donbas.name, donbas.country_code) == ("Donbas", "UA")
    assert donbas.latitude == pytest.approx(48, abs=1.5)


def test_most_populous_first(gazetteer: SqliteGazetteer) -> None:
    populations = [entry.population for entry in gazetteer.find("Springfield")]
    assert len(populations) > 10
    assert populations == sorted(populations, reverse=True)


def test_unknown_names_are_not_found(gazetteer: SqliteGazetteer) -> None:
    for name in ("Khan Tuman al-Nowhere", "", " ", "'", "-", "Province", "province of", "city of "):
        assert list(gazetteer.find(name)) == []


def test_hierarchy(gazetteer: SqliteGazetteer) -> None:
    manbij = next(entry for entry in gazetteer.find("Manbij") if entry.feature == "settlement")
    assert [(entry.name, entry.feature) for entry in gazetteer.containers(manbij)] == [
        ("Manbij District", "admin2"),
        ("Aleppo", "admin1"),
        ("Syria", "country"),
    ]
    syria = gazetteer.country("SY")
    assert syria is not None
    assert list(gazetteer.containers(syria)) == []
    assert gazetteer.country("ZZ") is None


def test_english_names_are_shown(gazetteer: SqliteGazetteer) -> None:
    names = {
        geonames_id: entry.name
        for geonames_id in (170062, 172955, 170792, 5332921, 709716)
        if (entry := gazetteer.entry(geonames_id))
    }
    assert names == {
        170062: "Aleppo",
        172955: "Raqqa",
        170792: "Deir ez-Zor",
        5332921: "California",
        709716: "Donetsk Oblast",
    }
    assert gazetteer.entry(1) is None


def test_divisions_and_countries_have_points_inside(gazetteer: SqliteGazetteer) -> None:
    aleppo, syria = gazetteer.entry(ALEPPO_GOVERNORATE), gazetteer.country("SY")
    assert aleppo is not None
    assert syria is not None
    assert aleppo.latitude == pytest.approx(36.2, abs=0.6)
    assert aleppo.longitude == pytest.approx(37.5, abs=0.8)
    assert 32 < (syria.latitude or 0) < 37.5
    fiji = gazetteer.country("FJ")  # lies across the date line
    assert fiji is not None
    assert abs(fiji.longitude or 0) > 176


def test_capitals(gazetteer: SqliteGazetteer) -> None:
    capitals = [entry for entry in gazetteer.find("Damascus") if entry.is_capital]
    assert [entry.country_code for entry in capitals] == ["SY"]


def test_lookup_takes_less_than_a_millisecond(gazetteer: SqliteGazetteer) -> None:
    names = ["Springfield", "San Antonio", "Aleppo", "حلب", "Nowhere at all", "Saint-Denis", "Washington", "東京"]
    times = []
    for name in names:
        fresh = SqliteGazetteer(default_gazetteer_path())
        fresh.find("Damascus")
        start = time.perf_counter()
        fresh.find(name)
        times.append(time.perf_counter() - start)
    assert sorted(times)[len(times) // 2] < 1e-3


def test_threads_share_one_gazetteer(gazetteer: SqliteGazetteer) -> None:
    shared = SqliteGazetteer(default_gazetteer_path())
    names = ("Homs", "Hama", "Idlib", "Raqqa") * 20
    found: list[list[list[int]]] = []

    def look() -> None:
        found.append([ids(shared.find(name)) for name in names])

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[ids(gazetteer.find(name)) for name in names]] * 8


def test_the_file_cannot_be_written_through_it(gazetteer: SqliteGazetteer) -> None:
    (connection,) = gazetteer._connections()
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM names")


def test_it_is_a_gazetteer(gazetteer: SqliteGazetteer) -> None:
    protocol: Gazetteer = gazetteer
    entry = protocol.entry(ALEPPO_CITY)
    assert isinstance(entry, GazetteerEntry)
