"""Toponym resolution on texts with marked names: ``[Aleppo]`` is a place or a demonym, one entity per wording."""

import re
import time
from array import array
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.gazetteer import Gazetteer
from app.extraction.document import Block, CleanText, Document, EntityDraft, Location, Name
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.toponyms import resolve_toponyms
from app.extraction.toponyms.clues import container_after, in_list, kind_beside, relation, speaks
from app.extraction.toponyms.embedded import embedded_names
from app.storage.gazetteer import default_gazetteer_path, open_gazetteer

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(default_gazetteer_path(), SEEDS)


@pytest.fixture(scope="module")
def countries() -> CountryLexicon:
    return CountryLexicon.load(SEEDS)


class Resolver:
    """Resolves marked texts."""

    def __init__(self, gazetteer: Gazetteer, countries: CountryLexicon) -> None:
        self._gazetteer = gazetteer
        self._countries = countries

    def read(self, marked: str) -> dict[str, EntityDraft]:
        text, names, entities = "", [], {}
        for part in re.split(r"(\[[^\]]*\])", marked):
            if not part.startswith("["):
                text += part
                continue
            words = part[1:-1]
            kind = "demonym" if self._countries.code_of_demonym(words) else "place"
            index = entities.setdefault(words, len(entities))
            names.append(Name(len(text), len(text) + len(words), words, kind, entity=index))  # type: ignore[arg-type]
            text += words
        drafts = [
            EntityDraft(name.kind, name.text) for name in {name.entity: name for name in reversed(names)}.values()
        ]
        drafts.sort(key=lambda draft: entities[draft.name])
        clean = CleanText(text, array("I", range(len(text))), (Block(0, len(text)),))
        nothing: Any = None
        document = Document(clean, nothing, raw=text, names=names, entities=drafts)
        resolve_toponyms(document, self._gazetteer, self._countries)
        return {draft.name: draft for draft in document.entities}

    def location(self, marked: str, name: str) -> Location:
        location = self.read(marked)[name].location
        assert location is not None
        return location

    def where(self, marked: str, name: str) -> tuple[str, str | None, str | None]:
        entry = self.location(marked, name).entry
        assert entry is not None
        return entry.feature, entry.country_code, entry.admin1_name


@pytest.fixture(scope="module")
def resolver(gazetteer: Gazetteer, countries: CountryLexicon) -> Resolver:
    return Resolver(gazetteer, countries)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Shops burned in [Tripoli], [Lebanon], on Friday.", "Tripoli", "LB", None),
        ("Shells fell on [Tripoli] while [Misrata] and [Benghazi] stayed calm.", "Tripoli", "LY", "Tripoli"),
        ("A man from [Paris], [Texas], was held.", "Paris", "US", "Texas"),
        ("A man from [Paris], Texas, was held.", "Paris", "US", "Texas"),
        ("A fire broke out in [Springfield], Ill., overnight.", "Springfield", "US", "Illinois"),
        ("A storm hit [Springfield] (Missouri) and [Joplin].", "Springfield", "US", "Missouri"),
        (
            "Police in [London] met officers from [Toronto], [Hamilton] and [Windsor], all in [Ontario].",
            "London",
            "CA",
            "Ontario",
        ),
        ("The mayor of [London] flew to [Berlin] and [Rome].", "London", "GB", "England"),
        ("The [Venezuelan] city of [Valencia] saw protests.", "Valencia", "VE", "Carabobo"),
        ("Floods reached [Valencia] and [Alicante] in [Spain].", "Valencia", "ES", None),
        ("[Ukraine]'s [Odesa] was hit again.", "Odesa", "UA", "Odesa Oblast"),
        ("Sheriffs of [Ector County] and [Midland] met in [Odessa].", "Odessa", "US", "Texas"),
        ("Troops left the town of [Bama] in [Borno] state.", "Bama", "NG", "Borno"),
        ("[Colombian] soldiers went to [Cartagena] and [Barranquilla].", "Cartagena", "CO", "Bolívar"),
        ("[Santa Ana] and [Soyapango] lost power, [San Salvador] radio said.", "Santa Ana", "SV", "Santa Ana"),
    ],
)
def test_namesakes_are_told_apart_by_the_text(
    resolver: Resolver, text: str, name: str, country: str, admin1: str | None
) -> None:
    _, found_country, found_admin1 = resolver.where(text, name)
    assert found_country == country
    if admin1 is not None:
        assert found_admin1 == admin1


def test_famous_cities_stay_what_they_are_without_local_evidence(resolver: Resolver) -> None:
    text = "[Washington] and [Moscow] traded blame, while [Paris] and [London] called for calm in [Damascus]."
    found = {name: draft.country_code for name, draft in resolver.read(text).items()}
    assert found == {"Washington": "US", "Moscow": "RU", "Paris": "FR", "London": "GB", "Damascus": "SY"}
    assert resolver.where(text, "Washington") == ("settlement", "US", "District of Columbia")


def test_country_or_state_of_one_name(resolver: Resolver) -> None:
    assert resolver.where("[Georgia] and [Armenia] signed, [Tbilisi] said.", "Georgia")[:2] == ("country", "GE")
    assert resolver.where("Voters in [Atlanta], [Savannah] and all of [Georgia].", "Georgia")[:2] == ("admin1", "US")


@pytest.mark.parametrize(
    ("text", "name", "feature"),
    [
        ("The army shelled [Aleppo] province.", "Aleppo", "admin1"),
        ("The army shelled the province of [Aleppo].", "Aleppo", "admin1"),
        ("The army shelled the city of [Aleppo].", "Aleppo", "settlement"),
        ("The army shelled [Aleppo] and [Homs].", "Aleppo", "settlement"),
        ("The army shelled [Idlib Governorate].", "Idlib Governorate", "admin1"),
        ("They moved to [Los Angeles County].", "Los Angeles County", "admin2"),
        ("Talks on the [Donbas] failed.", "Donbas", "region"),
        ("He arrived in [Syria].", "Syria", "country"),
    ],
)
def test_division_or_settlement(resolver: Resolver, text: str, name: str, feature: str) -> None:
    location = resolver.location(text, name)
    assert location.entry is not None
    assert location.entry.feature == feature
    assert location.precision == feature
    assert location.basis == "gazetteer"


@pytest.mark.parametrize(
    "text",
    [
        "Fighters took [Tell Nowhere] in [Aleppo] on Monday. [Syrian] officers fled.",
        "Fighters took the village of [Tell Nowhere] in the southern countryside of [Aleppo], [Syria].",
        "Fighters took [Tell Nowhere], [Aleppo]. [Syria] was silent.",
        "Fighters took [Tell Nowhere], 10 kilometers southwest of [Aleppo], [Syria].",
        "Fighters took [Aleppo]'s [Tell Nowhere]. [Syria] was silent.",
    ],
)
def test_a_place_no_gazetteer_knows_gets_its_container(resolver: Resolver, text: str) -> None:
    location = resolver.location(text, "Tell Nowhere")
    assert location.entry is None
    assert location.container is not None
    assert (location.container.name, location.container.feature) == ("Aleppo", "admin1")
    assert location.precision == "near"
    assert location.basis == "context"
    assert location.point == pytest.approx((36.2, 37.16), abs=0.05)
    assert resolver.read(text)["Tell Nowhere"].country_code == "SY"


def test_places_of_a_list_do_not_contain_each_other(resolver: Resolver) -> None:
    location = resolver.location("Shells hit [Azaz], [Tell Nowhere], [Homs] and [Hama] in [Syria].", "Tell Nowhere")
    assert location.container is not None
    assert location.container.name == "Syria"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("[Ukrainian] troops took the village of [Tell Nowhere]. [Moscow] denied it.", "Ukraine"),
        (
            "[Tell Nowhere] fell to [Malian] troops. [Bamako] has repeatedly said so; [Bamako] also blamed others.",
            "Mali",
        ),
        ("Fighting went on in [Tell Nowhere]. Later a bus burned in [Bamako]. [Mali] is at war.", "Mali"),
    ],
)
def test_a_place_lies_in_no_other_only_because_it_is_named_near_it(resolver: Resolver, text: str, country: str) -> None:
    location = resolver.location(text, "Tell Nowhere")
    assert location.container is not None
    assert (location.container.name, location.precision, location.point) == (country, "near", None)
    assert location.confidence < 0.5


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "[Homs] and [Hama] were hit in [Syria]. [Riyadh], [Doha], [Vienna] and [Rome] were told of [Tell Nowhere].",
            id="the leading country holds it",
        ),
        pytest.param(
            "Jets hit [Azaz] and [Homs] in [Syria]. The [Tell Nowhere] camp, close to the [Turkish] border, burned.",
            id="a people whose border is near does not",
        ),
    ],
)
def test_an_unknown_place_lies_in_the_country_of_the_article(resolver: Resolver, text: str) -> None:
    location = resolver.location(text, "Tell Nowhere")
    assert location.container is not None
    assert location.container.country_code == "SY"


def test_a_division_in_which_all_places_lie_holds_the_unknown_one(resolver: Resolver) -> None:
    text = "Shells hit [Azaz], [Mare] and [Manbij] in [Aleppo] province. [Tell Nowhere] was evacuated."
    location = resolver.location(text, "Tell Nowhere")
    assert location.container is not None
    assert (location.container.name, location.container.feature) == ("Aleppo", "admin1")


def test_the_second_of_two_containers_is_the_nearer(resolver: Resolver) -> None:
    location = resolver.location("Clashes reached [Tell Nowhere] in [Myanmar]'s [Rakhine] state.", "Tell Nowhere")
    assert location.container is not None
    assert location.container.name == "Rakhine"


def test_a_hospital_is_not_the_far_city_of_its_name(resolver: Resolver) -> None:
    text = "[Aleppo] rescuers said the [al-Quds] hospital in [Syria] was hit. [Homs] was quiet."
    assert resolver.read(text)["al-Quds"].country_code in {"SY", None}
    assert resolver.where("Riots broke out in [al-Quds].", "al-Quds")[1] == "IL"


def test_an_article_cut_off_is_no_place(resolver: Resolver) -> None:
    assert "al" not in embedded_names("al-Dabit")
    assert resolver.read("Rockets hit the [al-Dabit] clinic in [Aleppo].")["al-Dabit"].country_code != "NO"


def test_an_unknown_place_without_any_context_stays_unlocated(resolver: Resolver) -> None:
    draft = resolver.read("They met in [Tell Nowhere] at noon.")["Tell Nowhere"]
    assert (draft.location, draft.country_code) == (None, None)


def test_a_small_namesake_abroad_is_not_the_place(resolver: Resolver) -> None:
    text = "[Kenyan] police searched [Nairobi], [Mombasa], [Garissa] and the estate of [Glenrock]."
    location = resolver.location(text, "Glenrock")
    assert location.entry is None
    assert location.container is not None
    assert location.container.country_code == "KE"


def test_facilities_lie_where_their_name_says(resolver: Resolver) -> None:
    text = "Rockets hit [Aleppo International Airport] and the [University of Mosul]."
    for name, country in (("Aleppo International Airport", "SY"), ("University of Mosul", "IQ")):
        location = resolver.location(text, name)
        assert location.entry is None
        assert location.container is not None
        assert location.container.country_code == country
        assert location.precision == "near"


def test_demonyms_get_a_country_only(resolver: Resolver) -> None:
    draft = resolver.read("[Syrian] and [Russian] jets took off.")["Syrian"]
    assert (draft.country_code, draft.location) == ("SY", None)


def test_certain_readings_are_surer_than_doubtful_ones(resolver: Resolver) -> None:
    sure = resolver.location("Clashes in [Aleppo], [Homs] and [Hama], [Syria].", "Homs").confidence
    doubtful = resolver.location("Clashes in [San Antonio].", "San Antonio").confidence
    said = resolver.location("[Syria]: clashes in [Tell Nowhere], [Aleppo].", "Tell Nowhere").confidence
    guessed = resolver.location("Clashes in [Homs], [Hama], [Syria]. [Tell Nowhere] fell.", "Tell Nowhere").confidence
    assert 1 >= sure > 0.8 > doubtful > 0
    assert said > guessed > 0


def test_the_same_text_gives_the_same_answer(resolver: Resolver) -> None:
    text = "[Springfield], [Franklin], [Clinton], [Salem] and [Madison] sent teams."
    assert resolver.read(text) == resolver.read(text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "[Aleppo]",
                "[Paris]",
                "[Texas]",
                "[Syrian]",
                "[Nowhereville]",
                ", ",
                " in ",
                "'s ",
                " city of ",
                " (",
                "\n",
            ]
        ),
        max_size=12,
    )
)
def test_any_arrangement_is_survived(resolver: Resolver, parts: list[str]) -> None:
    for draft in resolver.read("".join(parts)).values():
        if draft.location is not None:
            assert (draft.location.entry is None) != (draft.location.container is None)
            assert 0 <= draft.location.confidence <= 1


def test_long_lists_of_places_stay_cheap(resolver: Resolver) -> None:
    towns = "Springfield Franklin Clinton Salem Madison Georgetown Arlington Ashland Burlington Manchester".split()
    text = ", ".join(f"[{town} {number}], [{town}]" for number in range(400) for town in towns)
    start = time.perf_counter()
    resolver.read(text)
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        (", ", "comma"),
        (" in ", "inside"),
        (" in the northern ", "inside"),
        (", in northern ", "inside"),
        (" district of ", "inside"),
        (", the capital of ", "inside"),
        (" (", "inside"),
        ("'s ", "contains"),
        ("’s northern city of ", "contains"),
        (" province town of ", "contains"),
        (", 10 kilometers (6 miles) south of ", "near"),
        (" near ", "near"),
        (" village, 5 km from ", "near"),
        (" and ", None),
        (" said the army moved to ", None),
        (". In ", None),
        ("\n\n", None),
        (" " * 70, None),
    ],
)
def test_what_stands_between_two_names(gap: str, expected: str | None) -> None:
    assert relation(gap, demonym=False) == expected


def test_demonyms_contain_only_what_is_called_theirs() -> None:
    assert relation(" city of ", demonym=True) == "contains"
    assert relation(" border town of ", demonym=True) == "contains"
    assert relation(" in ", demonym=True) is None
    assert relation(", ", demonym=True) is None


def test_words_beside_a_name() -> None:
    text = "the province of Aleppo, Idlib city"
    assert kind_beside(text, 16, 22) == "division"
    assert kind_beside(text, 24, 29) == "settlement"
    assert kind_beside("near Aleppo, yes", 5, 11) is None


def test_containers_after_a_comma() -> None:
    assert container_after("Paris, Texas, was", 5) == ("Texas",)
    assert container_after("Albany, New York state", 6) == ("New York", "New")
    assert container_after("Paris was", 5) == ()


def test_lists() -> None:
    assert in_list(", ", " said ")
    assert in_list(" said ", " and ")
    assert not in_list(" said ", "\n")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("University of Mosul", "Mosul"),
        ("Baghdad International Airport", "Baghdad"),
        ("Eastern Aleppo", "Aleppo"),
        ("Old Mosul", "Mosul"),
        ("Homs's Military Hospital", "Homs"),
    ],
)
def test_names_inside_names(name: str, expected: str) -> None:
    assert expected in embedded_names(name)


def test_places_that_speak() -> None:
    assert speaks("Moscow denied it", 6)
    assert speaks("Moscow has also said so", 6)
    assert not speaks("Moscow, blamed by others", 6)
    assert not speaks("Moscow was quiet", 6)


def test_names_without_a_place_inside() -> None:
    assert embedded_names("Khan Tuman") == ()
    assert embedded_names("Airport") == ()


def test_clues_take_linear_time() -> None:
    start = time.perf_counter()
    for gap in (" the" * 14, ", " + "a." * 28, " 1.1.1.1" * 7, " of" * 19, ", in" * 14):
        for _ in range(50):
            relation(gap, demonym=False)
    for name in ("North " * 2000, "of " * 3000, "of A" * 2000, "Airport " * 2000):
        embedded_names(name)
    container_after("X, " + "A" * 50_000, 1)
    speaks("X" + " also" * 20_000, 1)
    speaks("X" + " " * 50_000, 1)
    assert time.perf_counter() - start < 2
