import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.gazetteer import DumpError, SqliteGazetteer, assembling, build_gazetteer, import_geonames
from app.storage.gazetteer.dump_files import DumpLine
from app.storage.gazetteer.schema import PlaceRow

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def places(_seeds: Path) -> Iterator[PlaceRow]:
        yield PlaceRow(170062, "Aleppo", "admin1", "SY", 36.0, 37.0, 100, code="SY.09", aliases=["Ḩalab"])
        yield PlaceRow(163843, "Syria", "country", "SY", 35.0, 38.0, 20_000_000, code="SY")

    monkeypatch.setattr(assembling, "all_places", places)
    build_gazetteer(tmp_path / "base.sqlite", SEEDS)
    return tmp_path / "base.sqlite"


def line(  # noqa: PLR0913 - the columns of a dump
    geonames_id: int | str,
    name: str,
    *,
    alternates: str = "",
    at: tuple[object, object] = (36.1, 37.0),
    kind: str = "P.PPL",
    admin: tuple[str, str] = ("09", ""),
    population: object = 0,
) -> str:
    feature_class, feature_code = kind.split(".")
    columns = [
        geonames_id,
        name,
        name,
        alternates,
        *at,
        feature_class,
        feature_code,
        "SY",
        "",
        *admin,
        "",
        "",
        population,
    ]
    return "\t".join(map(str, [*columns, "", "300", "Asia/Damascus", "2020-01-01"]))


def write(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_villages_are_found_afterwards_in_any_script(tmp_path: Path, base: Path) -> None:
    dump = write(
        tmp_path / "SY.txt",
        line(5, "Khān Ţūmān", alternates="Khan Touman,خان طومان"),
        line(6, "Zaytā District", kind="A.ADM2", admin=("09", "0907")),
        line(7, "Zaytā", admin=("09", "0907")),
        line(8, "Jabal Zayt", kind="T.MT"),
        line(9, "Grand Hotel", kind="S.HTL"),
        line(10, "Kuweires Air Base", kind="S.AIRB"),
    )
    overlay = tmp_path / "data" / "overlay.sqlite"
    assert import_geonames(dump, overlay, base) == 5
    gazetteer = SqliteGazetteer(base, overlay)
    for name in ("Khan Tuman", "Khan Touman", "خان طومان"):
        (village,) = gazetteer.find(name)
        assert (village.name, village.feature, village.admin1_name) == ("Khan Tuman", "settlement", "Aleppo")
    (zayta,) = [entry for entry in gazetteer.find("Zayta") if entry.feature == "settlement"]
    assert [entry.name for entry in gazetteer.containers(zayta)] == ["Zayta District", "Aleppo", "Syria"]
    assert [entry.feature for entry in gazetteer.find("Jabal Zayt")] == ["other"]
    assert [entry.feature for entry in gazetteer.find("Kuweires Air Base")] == ["other"]
    assert list(gazetteer.find("Grand Hotel")) == []


def test_known_places_keep_their_name_and_get_better_coordinates(tmp_path: Path, base: Path) -> None:
    dump = write(
        tmp_path / "SY.txt", line(170062, "Ḩalab", kind="A.ADM1", at=(36.5, 37.5), alternates="Alepski", population=9)
    )
    import_geonames(dump, tmp_path / "overlay.sqlite", base)
    gazetteer = SqliteGazetteer(base, tmp_path / "overlay.sqlite")
    for name in ("Aleppo", "Alepski"):
        (aleppo,) = gazetteer.find(name)
        assert (aleppo.name, aleppo.latitude, aleppo.population) == ("Aleppo", 36.5, 9)


def test_importing_again_brings_names_up_to_date(tmp_path: Path, base: Path) -> None:
    overlay = tmp_path / "overlay.sqlite"
    first = write(tmp_path / "first.txt", line(5, "Oldname", alternates="Olderspelling"), line(6, "Other"))
    for _ in range(2):
        assert import_geonames(first, overlay, base) == 2
    size = overlay.stat().st_size
    import_geonames(first, overlay, base)
    assert overlay.stat().st_size == size
    import_geonames(write(tmp_path / "second.txt", line(5, "Newname")), overlay, base)
    gazetteer = SqliteGazetteer(base, overlay)
    assert [len(gazetteer.find(name)) for name in ("Newname", "Oldname", "Olderspelling", "Other")] == [1, 0, 0, 1]


def test_zipped_dumps_and_progress(tmp_path: Path, base: Path) -> None:
    dump = write(tmp_path / "SY.txt", *(line(number, f"Village {number}") for number in range(1, 12_001)))
    with zipfile.ZipFile(tmp_path / "SY.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(dump, "SY.txt")
        archive.writestr("readme.txt", "not a dump")
    seen: list[tuple[int, int]] = []
    count = import_geonames(
        tmp_path / "SY.zip", tmp_path / "o.sqlite", base, lambda done, total: seen.append((done, total))
    )
    assert count == 12_000
    assert seen == sorted(seen)
    assert len(seen) > 3
    assert seen[-1] == (2 * dump.stat().st_size, 2 * dump.stat().st_size)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("just some words", "line 3: 1 columns"),
        (line("x7", "Name"), "line 3: geonameid is 'x7'"),
        (line(-7, "Name"), "line 3: geonameid is '-7'"),
        (line(7, "Name", at=("north", 37)), "line 3: latitude is 'north'"),
        (line(7, "Name", at=(36, 181)), "line 3: longitude is '181'"),
        (line(7, "Name", at=("nan", 37)), "line 3: latitude is 'nan'"),
        (line(7, "Name", population="many"), "line 3: population is 'many'"),
    ],
)
def test_malformed_lines_are_named_and_nothing_is_kept(tmp_path: Path, base: Path, broken: str, message: str) -> None:
    overlay = tmp_path / "overlay.sqlite"
    import_geonames(write(tmp_path / "good.txt", line(1, "Goodvillage")), overlay, base)
    before = overlay.read_bytes()
    with pytest.raises(DumpError, match=message):
        import_geonames(write(tmp_path / "bad.txt", line(2, "Second"), "", broken), overlay, base)
    assert overlay.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_other_encodings_and_archives_are_refused(tmp_path: Path, base: Path) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes(line(1, "Café").encode("latin-1"))
    with pytest.raises(DumpError, match="line 1: not UTF-8"):
        import_geonames(latin, tmp_path / "o.sqlite", base)
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("A.txt", "")
        archive.writestr("B.txt", "")
    with pytest.raises(DumpError, match="2 dump files"):
        import_geonames(tmp_path / "two.zip", tmp_path / "o.sqlite", base)
    damaged = tmp_path / "damaged.zip"
    with zipfile.ZipFile(damaged, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("A.txt", line(1, "A name that is long enough to be packed") * 50)
    packed = bytearray(damaged.read_bytes())
    packed[60:90] = bytes(30)
    damaged.write_bytes(packed)
    with pytest.raises(DumpError, match="archive"):
        import_geonames(damaged, tmp_path / "o.sqlite", base)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_clear_error(raw: bytes) -> None:
    with pytest.raises(DumpError, match=r"^line 7: "):
        DumpLine.parse(7, raw)


@given(
    st.integers(0, 10**9),
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
    st.floats(-90, 90),
    st.floats(-180, 180),
)
def test_any_well_formed_line_is_read(number: int, name: str, latitude: float, longitude: float) -> None:
    parsed = DumpLine.parse(1, line(number, name, at=(latitude, longitude)).encode())
    assert (parsed.id, parsed.name, parsed.latitude, parsed.longitude) == (number, name, latitude, longitude)
