"""Which mentions are one entity, what offices people hold, what pronouns and descriptions stand for."""

from app.extraction.document import Document, EntityDraft
from tests.extraction.name_reading import entity_names, read


def person(read_document: Document, name: str) -> EntityDraft:
    return next(entity for entity in read_document.entities if entity.kind == "person" and entity.name == name)


def antecedents(read_document: Document) -> list[tuple[str, str]]:
    return [
        (read_document.doc[token].text, read_document.entities[entity].name)
        for token, entity in sorted(read_document.antecedents.items())
    ]


def test_a_surname_alone_follows_the_full_name_before_or_after_it() -> None:
    found = read("Karimi resigned, state media said. Hossein Karimi was 61. Mr. Karimi had led the council.")
    assert entity_names(found, "person") == ["Hossein Karimi"]
    assert person(found, "Hossein Karimi").aliases == ["Karimi"]


def test_people_with_the_same_surname_stay_apart() -> None:
    found = read("Bill Harmon married Jane Harmon in 1990. Tom Berger saw Jane Harmon leave. Harmon said nothing.")
    assert entity_names(found, "person") == ["Bill Harmon", "Jane Harmon", "Tom Berger"]
    last = next(name for name in reversed(found.names) if name.text == "Harmon")
    assert last.entity is not None
    assert found.entities[last.entity].name == "Jane Harmon"


def test_particles_initials_and_hyphens_do_not_part_a_person() -> None:
    found = read(
        "Bashar al-Assad spoke on Sunday. Bashar Assad won. Assad left. Maria Lopez-Ruiz stayed. Lopez-Ruiz slept."
    )
    assert entity_names(found, "person") == ["Bashar al-Assad", "Maria Lopez-Ruiz"]


def test_an_office_before_the_name_loses_possessor_and_acronym() -> None:
    found = read("Chairman of Egypt's Supreme Constitutional Court (SCC) Hamid Karimi said so.")
    karimi = person(found, "Hamid Karimi")
    assert karimi.roles == ["Chairman of the Supreme Constitutional Court"]
    assert karimi.country_code == "EG"
    name = next(name for name in found.names if name.text == "Hamid Karimi")
    assert name.role == "Chairman of Egypt's Supreme Constitutional Court (SCC)"
    assert name.role_span == (0, len(name.role))


def test_a_nationality_before_the_office_is_the_persons_country() -> None:
    minister = person(read("Turkish Foreign Minister Mehmet Aydin flew to Vienna."), "Mehmet Aydin")
    assert (minister.roles, minister.country_code) == (["Foreign Minister"], "TR")


def test_an_apposition_gives_an_office() -> None:
    found = read("Omar Haddad, a political officer of the Ahrar al-Sham rebel movement, said he was resigning.")
    assert person(found, "Omar Haddad").roles == ["Political officer of the Ahrar al-Sham rebel movement"]


def test_a_role_gives_the_person_the_sector_and_country_of_its_body() -> None:
    found = read("Hezbollah commander Omar Haddad and Turkish President Mehmet Aydin spoke.")
    haddad, aydin = person(found, "Omar Haddad"), person(found, "Mehmet Aydin")
    assert (haddad.sector, haddad.country_code) == ("REB", "LB")
    assert (aydin.sector, aydin.country_code) == ("GOV", "TR")


def test_the_country_an_envoy_is_for_is_not_his() -> None:
    found = read("UN special envoy for Syria Peter Blum left. The President of Chile, Maria Lopez, stayed.")
    assert person(found, "Peter Blum").country_code is None
    assert person(found, "Maria Lopez").country_code == "CL"


def test_another_persons_office_or_kin_is_none_of_his() -> None:
    found = read("Sara Lind, a lawyer for Mr. Omar Haddad, met his brother Samir Haddad.")
    assert person(found, "Sara Lind").roles != []
    assert person(found, "Omar Haddad").roles == []
    assert person(found, "Samir Haddad").roles == []


def test_courtesy_is_no_office_and_a_rank_is_written_out() -> None:
    found = read("Mr. Peter Blum and Gen. Karl Roth met.")
    assert person(found, "Peter Blum").roles == []
    assert person(found, "Karl Roth").roles == ["General"]


def test_lexicon_aliases_and_acronyms_are_one_organization() -> None:
    found = read(
        "The Associated Press wrote that al-Qaeda's affiliate in Syria grew. Nusra Front denied it. "
        "AP quoted a report. The Islamic State and ISIS were silent."
    )
    assert entity_names(found, "organization") == ["Associated Press", "Nusra Front", "Islamic State"]
    nusra = next(entity for entity in found.entities if entity.name == "Nusra Front")
    assert (nusra.category, nusra.sector, nusra.lexicon_id) == ("armed_group", "REB", "nusra-front")
    assert "al-Qaeda's affiliate in Syria" in nusra.aliases


def test_a_defined_acronym_and_a_short_form_are_the_long_name() -> None:
    found = read(
        "The Coastal Fishermen Rescue Board (CFRB) met. The Board was glad. "
        "Later the CFRB thanked the Rescue Board staff."
    )
    assert entity_names(found, "organization") == ["Coastal Fishermen Rescue Board"]


def test_unknown_organizations_are_classed_by_their_head() -> None:
    found = read("The Northern Lions Brigade and the Harbour Workers Party met the Ministry of Fisheries of Norway.")
    classes = {
        entity.name: (entity.category, entity.sector) for entity in found.entities if entity.kind == "organization"
    }
    assert classes["Northern Lions Brigade"] == ("armed_group", "REB")
    assert classes["Harbour Workers Party"] == ("party", "PTY")
    assert classes["Ministry of Fisheries of Norway"] == ("government", "GOV")


def test_letters_of_a_body_of_an_unmentioned_country_are_not_that_body() -> None:
    found = read("In Norway, sailors of the CJTF met Norwegian officers of the CJTF.")
    assert all(entity.country_code != "NG" for entity in found.entities)


def test_names_of_a_country_are_one_entity_and_its_people_another() -> None:
    found = read("The United States and Russia agreed. The US thanked Russia. American and U.S. officials left.")
    assert [(e.kind, e.name, e.country_code) for e in found.entities] == [
        ("place", "United States", "US"),
        ("place", "Russia", "RU"),
        ("demonym", "American", "US"),
    ]


def test_every_token_of_a_name_leads_to_it() -> None:
    found = read("Nusra Front left Aleppo.")
    assert [found.names[found.name_at[i]].text for i in (0, 1, 3)] == ["Nusra Front", "Nusra Front", "Aleppo"]
    assert 2 not in found.name_at


def test_pronouns_follow_the_speaker() -> None:
    found = read("Hossein Karimi said he would resign. “I am tired,” he added. His party declined to comment.")
    assert antecedents(found) == [("he", "Hossein Karimi"), ("he", "Hossein Karimi"), ("His", "Hossein Karimi")]


def test_a_pronoun_of_the_other_gender_is_not_followed() -> None:
    found = read("Mr. Peter Blum saw the car. She ran away.")
    assert antecedents(found) == []


def test_descriptions_point_back_to_what_fits() -> None:
    found = read(
        "Foreign Minister Mehmet Aydin met leaders of Nusra Front in Aleppo. "
        "The group rejected the plan. The minister left the city."
    )
    assert antecedents(found) == [("group", "Nusra Front"), ("minister", "Mehmet Aydin"), ("city", "Aleppo")]


def test_a_description_with_a_complement_of_its_own_is_left_alone() -> None:
    found = read("Nusra Front attacked the base. The group of journalists fled.")
    assert antecedents(found) == []


def test_an_organization_is_the_subject_of_its_own_report() -> None:
    found = read("The Islamic State said it had carried out the attack.")
    assert antecedents(found) == [("it", "Islamic State")]
