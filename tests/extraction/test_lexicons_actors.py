from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.iso3166 import COUNTRY_CODES
from app.domain.vocabulary import ORGANIZATION_CATEGORIES, SECTORS
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.folding import fold, words_of

SEEDS = Path(__file__).parents[2] / "seeds"

#: names of more than one word that really are shared; anything new here must be looked at
SHARED_NAMES = {
    "al quds brigade",
    "ansar al sharia",
    "peoples democratic party",
    "people s defense forces",
    "peoples defense forces",
}


@pytest.fixture(scope="module")
def actors() -> ActorLexicon:
    return ActorLexicon.load(SEEDS)


@pytest.mark.parametrize(
    ("words", "record_id"),
    [
        ("Nusra Front", "nusra-front"),
        ("the Nusra Front", "nusra-front"),
        ("Jabhat al-Nuṣra", "nusra-front"),
        ("Nusra Front's", "nusra-front"),
        ("Jaish al Islam", "jaysh-al-islam"),
        ("Da’esh", "islamic-state"),
        ("I.S.I.S.", "islamic-state"),
        ("DAESH", "islamic-state"),
        ("People’s Protection Units", "peoples-protection-units"),
        ("Peoples Protection Units", "peoples-protection-units"),
        ("YPG", "peoples-protection-units"),
        ("U.N. Security Council", "un-security-council"),
        ("Islamic Revolution Guards Corps", "islamic-revolutionary-guard-corps"),
        ("Supreme National Security Council", "supreme-national-security-council"),
        ("the Médecins Sans Frontières", "doctors-without-borders"),
        ("Syrian Observatory for Human Rights", "syrian-observatory-for-human-rights"),
        ("Associated Press", "associated-press"),
        ("Sendero Luminoso", "shining-path"),
        ("Farabundo Marti National Liberation Front", "farabundo-marti-national-liberation-front"),
        ("Ministry of Defence", "any-defense-ministry"),
        ("Syrian army", "syrian-arab-army"),
    ],
)
def test_an_actor_is_found_in_any_spelling(actors: ActorLexicon, words: str, record_id: str) -> None:
    found = actors.find(words)
    assert found is not None
    assert found.id == record_id


@pytest.mark.parametrize(
    "words",
    ["is", "Is", "fsa", "", "'s", "the", "Nusra Front fighters", "white helmets", "New forces", "defense ministry"],
)
def test_other_words_are_no_actor(actors: ActorLexicon, words: str) -> None:
    assert actors.find(words) is None


def test_a_shared_acronym_is_told_apart_by_the_countries_of_the_text(actors: ActorLexicon) -> None:
    assert len(actors.readings("PLA")) == 2
    assert actors.find("PLA") is None
    found = actors.find("PLA", {"CN", "TW"})
    assert found is not None
    assert found.country_code == "CN"


def test_one_name_of_two_groups_is_the_group_of_the_texts_country(actors: ActorLexicon) -> None:
    found = [actors.find("People's Defence Forces", countries) for countries in ({"MM"}, {"TR", "IQ"}, set())]
    assert [record.id if record else None for record in found] == [
        "peoples-defence-force",
        "peoples-defence-forces-pkk",
        None,
    ]


def test_a_news_agency_wins_a_shared_acronym_unless_the_text_speaks_of_another_home(actors: ActorLexicon) -> None:
    agency, army = actors.find("AFP"), actors.find("AFP", {"PH"})
    assert agency is not None
    assert army is not None
    assert (agency.category, army.category) == ("media", "military")


def test_a_common_name_means_the_known_group_only_where_the_text_speaks_of_its_country(actors: ActorLexicon) -> None:
    syrian, other = actors.find("Southern Front", {"SY", "JO"}), actors.find("Southern Front", {"CO"})
    assert syrian is not None
    assert other is not None
    assert (syrian.id, syrian.generic) == ("southern-front-syria", False)
    assert other.generic


def test_no_generic_record_lumps_different_bodies(actors: ActorLexicon) -> None:
    ids = [
        record.id if record else None for record in map(actors.find, ("Labour Party", "Conservative Party", "Senate"))
    ]
    assert None not in ids
    assert len(set(ids)) == 3


def test_generic_bodies_have_no_country_and_others_of_a_state_do(actors: ActorLexicon) -> None:
    for record in actors.records:
        if record.generic:
            assert record.country_code is None, record.id
        elif record.category in {"military", "police", "intelligence", "legislature"}:
            assert record.country_code, record.id


def test_there_are_enough_actors_and_all_are_well_formed(actors: ActorLexicon) -> None:
    records = actors.records
    assert sum(not record.generic for record in records) >= 1000
    for record in records:
        assert record.category in ORGANIZATION_CATEGORIES
        assert record.sector in SECTORS
        assert record.country_code is None or record.country_code in COUNTRY_CODES, record.id
        assert record.wikidata is None or record.wikidata.startswith("Q")
        assert not any("|" in form or ";" in form for form in (record.name, *record.aliases, *record.acronyms))


def test_ids_are_unique_over_all_files() -> None:
    ids = [
        line.split("\t")[0]
        for path in (SEEDS / "actors").glob("*.tsv")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
    ]
    assert len(ids) == len(set(ids))


def test_only_acronyms_and_the_listed_names_are_shared(actors: ActorLexicon) -> None:
    shared = {
        " ".join(phrase.words)
        for phrase in actors.phrases()
        if sum(not record.generic for record in phrase.records) > 1
        and not (phrase.exact_case and phrase.words[0].isupper())
    }
    assert shared == SHARED_NAMES


def test_every_phrase_leads_back_to_its_record(actors: ActorLexicon) -> None:
    for record in actors.records:
        for form in (record.name, *record.aliases, *record.acronyms):
            assert record in actors.readings(form), (record.id, form)


def test_a_malformed_row_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    header = "id\tname\taliases\tacronyms\tcategory\tsector\tcountry_code\twikidata\n"
    (tmp_path / "actors" / "x.tsv").write_text(header + "a\tA\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.tsv, line 2"):
        ActorLexicon.load(tmp_path)
    (tmp_path / "actors" / "x.tsv").write_text(header + "a\tA\t\t\tknights\tREB\t\t\n", encoding="utf-8")
    with pytest.raises(ValueError, match="knights"):
        ActorLexicon.load(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jabhat al-Nuṣra", ("Jabhat", "al", "Nusra")),
        ("U.N.", ("UN",)),
        ("People's", ("People", "s")),
        ("Workers’ Party", ("Workers", "Party")),
        ("R&AW", ("R", "and", "AW")),
        ("…", ()),
    ],
)
def test_words_of(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_fold_joins_spellings() -> None:
    assert fold("The Defence Organisation") == fold("Defense Organization")
    assert fold("the") == ("the",)


@given(st.text(max_size=60))
def test_folding_a_folded_text_changes_nothing_more_than_a_second_article(text: str) -> None:
    once = words_of(text)
    assert words_of(" ".join(once)) == once


@given(
    st.lists(st.sampled_from(["al", "-", "Nusra", "'s", "Front", "U.N.", "People", "Jaish", "(", "Da’esh"]), max_size=8)
)
def test_the_words_of_a_phrase_are_those_of_its_tokens(tokens: list[str]) -> None:
    assert words_of(" ".join(tokens)) == tuple(word for token in tokens for word in words_of(token))
