"""The comparison of names: what is one name, what is two, and what the name alone leaves open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.resolution.name_scoring import DIFFERENT_NAME, LIKELY_NAME, SAME_NAME, compare_names

KINDS = st.sampled_from(["person", "organization", "thing", "any"])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Мухаммед Али Сафа", "Muhammad Ali Safa"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
        ("Рамзан Кадыров", "Ramzan Kadyrov"),
        ("Валерий Герасимов", "Valery Gerasimov"),
        ("قاسم سليماني", "Qasem Soleimani"),
        ("محمود عباس", "Mahmoud Abbas"),
        ("حسن نصر الله", "Hassan Nasrallah"),
        ("علی خامنه‌ای", "Ali Khamenei"),
        ("王毅", "Wang Yi"),
        ("Golbuddin Hikmetyar", "Gulbuddin Hekmatyar"),
        ("Abd Rabbuh Mansur Hadi", "Abdrabbuh Mansour Hadi"),
        ("Abdul Fattah Burhan", "Abdelfattah al-Burhan"),
        ("Oleksandr Syrskyi", "Alexander Syrsky"),
        ("Michael Pompeo", "Mike Pompeo"),
        ("Shamkhani, Ali", "Ali Shamkhani"),
        ("Gen. Qassem Suleimani", "Qasem Soleimani"),
        ("Sergei Shoigu", "Sergey Kuzhugetovich Shoygu"),
        ("AbuBakr Baghdadi", "Abu Bakr al-Baghdadi"),
        ("Rashid Gannouchi", "Rachid Ghannouchi"),
    ],
)
def test_one_person_in_any_spelling_script_and_order(left, right) -> None:
    assert compare_names(left, right, "person").score >= LIKELY_NAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Bashar al-Assad", "Maher al-Assad"),
        ("Bashar al-Assad", "Hafez al-Assad"),
        ("Rafik Hariri", "Saad Hariri"),
        ("Ali Hassan", "Ali Hussein"),
        ("Ali Hassan", "Ali Husain"),
        ("حسن علي", "حسين علي"),
        ("Mohammed Karimi", "Mahmoud Karimi"),
        ("Amir Karim", "Omar Karim"),
        ("Anwar Sadat", "Ahmed Sadat"),
        ("Omar bin Ali", "Ali bin Omar"),
        ("Kim Jong-il", "Kim Jong-un"),
        ("Ivan Petrov", "Ivana Petrova"),
        ("Ivan Petrovich Sokolov", "Ivan Sergeyevich Sokolov"),
        ("Ramón Salas Jr.", "Ramón Salas Sr."),
    ],
)
def test_relatives_and_namesakes_are_two_people(left, right) -> None:
    assert compare_names(left, right, "person").outcome == "different"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Assad", "Bashar al-Assad"),
        ("Assad", "Assad"),
        ("Ramón Salas", "Ramón Salas Jr."),
        ("J. Walker", "James Walker"),
        ("George H. W. Bush", "George W. Bush"),
    ],
)
def test_what_a_persons_name_leaves_open(left, right) -> None:
    assert compare_names(left, right, "person").outcome == "unsure"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("SDF", "Syrian Democratic Forces"),
        ("Jabhat al-Nusra", "al-Nusra"),
        ("Jabhat al-Nusra", "Nusra Front"),
        ("Hezbollah", "Hizbullah"),
        ("Orontes Relief Committee (ORC)", "Orontes Relief Committee"),
        ("Ministry of Defence of Russia", "Russian Defense Ministry"),
        ("Ministry of Foreign Affairs and Trade", "Foreign and Trade Ministry"),
        ("Ukrainian Armed Forces", "Armed Forces of Ukraine"),
        ("47th Mechanized Brigade", "Mechanized Brigade 47"),
        ("First Brigade", "1st Brigade"),
        ("Orontes Cement Ltd", "Orontes Cement Limited"),
        ("OOO Volga Trade", "Общество с ограниченной ответственностью «Volga Trade»"),
        ("Nordwerk GmbH", "Nordwerk Gesellschaft mit beschränkter Haftung"),
        ("Alepo Textile Company", "Aleppo Textile Co."),
    ],
)
def test_one_organization(left, right) -> None:
    assert compare_names(left, right, "organization").score >= LIKELY_NAME


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("North Korea", "South Korea"),
        ("1st Brigade", "2nd Brigade"),
        ("Brigade 5", "Brigade 6"),
        ("Ministry of Defence of Russia", "Ministry of Defence of Ukraine"),
        ("Ministry of Interior", "Ministry of Defence"),
        ("Army of Niger", "Army of Nigeria"),
        ("Army of Niger", "Nigerian Army"),
        ("Bank of Iran", "Bank of Iraq"),
        ("Western Command", "Eastern Command"),
        ("Ahrar al-Sham", "Ansar al-Sham"),
        ("Jaysh al-Islam", "Jaysh al-Fatah"),
        ("Free Syrian Army", "Syrian Arab Army"),
        ("Tawhid Brigade", "Tawhid Division"),
    ],
)
def test_two_organizations(left, right) -> None:
    assert compare_names(left, right, "organization").outcome == "different"


def test_a_ship_is_named_with_or_without_its_prefix() -> None:
    assert compare_names("MV Orontes Star", "Orontes Star", "thing").score == 1.0
    assert compare_names("Orontes Star", "Orontes Moon", "thing").outcome == "different"


def test_the_score_is_what_its_parts_leave() -> None:
    score = compare_names("V. Gerasimov", "Valerij Gerasimov", "person")
    assert score.parts == {"initials": -0.12}
    assert score.score == 0.88
    assert DIFFERENT_NAME < LIKELY_NAME < SAME_NAME


@given(st.text(max_size=40), st.text(max_size=40), KINDS)
def test_the_order_of_the_two_names_does_not_matter(left, right, kind) -> None:
    one, other = compare_names(left, right, kind), compare_names(right, left, kind)
    assert 0 <= one.score <= 1
    assert one.score == pytest.approx(other.score)
