from pathlib import Path

import pytest

from app.extraction.lexicons.countries import CountryLexicon

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def countries() -> CountryLexicon:
    return CountryLexicon.load(SEEDS)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SY"),
        ("SYRIA", "SY"),
        ("the Syrian Arab Republic", "SY"),
        ("US", "US"),
        ("U.S.", "US"),
        ("the United States", "US"),
        ("America", "US"),
        ("UK", "GB"),
        ("Great Britain", "GB"),
        ("the Soviet Union", "RU"),
        ("USSR", "RU"),
        ("Yugoslavia", "RS"),
        ("Zaire", "CD"),
        ("Côte d’Ivoire", "CI"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Türkiye", "TR"),
        ("us", None),
        ("Us", None),
        ("turkey", None),
        ("Aleppo", None),
        ("", None),
    ],
)
def test_country_names(countries: CountryLexicon, name: str, code: str | None) -> None:
    assert countries.code_of_name(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Syrian", "SY"),
        ("Syrians", "SY"),
        ("South Korean", "KR"),
        ("North Koreans", "KP"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Frenchmen", "FR"),
        ("Burkinabé", "BF"),
        ("Soviet", "RU"),
        ("Palestinian", "PS"),
        ("Polish", "PL"),
        ("polish", None),
        ("Syria", None),
    ],
)
def test_demonyms(countries: CountryLexicon, word: str, code: str | None) -> None:
    assert countries.code_of_demonym(word) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Damascus", "SY"),
        ("Moscow", "RU"),
        ("the Kremlin", "RU"),
        ("White House", "US"),
        ("Downing Street", "GB"),
        ("Élysée", "FR"),
        ("Elysee", "FR"),
        ("Kiev", "UA"),
        ("Malé", "MV"),
        ("male", None),
        ("Aleppo", None),
    ],
)
def test_capitals_and_seats_of_government(countries: CountryLexicon, name: str, code: str | None) -> None:
    assert countries.code_of_capital(name) == code


def test_metonyms_are_not_capitals(countries: CountryLexicon) -> None:
    assert countries.code_of_metonym("Kremlin") == "RU"
    assert countries.code_of_metonym("Moscow") is None


def test_no_name_or_demonym_belongs_to_two_countries(countries: CountryLexicon) -> None:
    for pairs in (list(countries.names()), list(countries.demonyms())):
        codes: dict[str, set[str]] = {}
        for word, code in pairs:
            codes.setdefault(word, set()).add(code)
        assert {word: found for word, found in codes.items() if len(found) > 1} == {}


def test_every_country_finds_itself(countries: CountryLexicon) -> None:
    for country in countries:
        assert countries.code_of_name(country.name) == country.code
        assert countries.name(country.code) == country.name
    assert len(list(countries)) > 240
    assert countries.name("ZZ") == "ZZ"
