import pytest

from app.domain.vocabulary import EventType
from tests.extraction.frame_reading import frames, triggers


def told(text: str) -> list[tuple[str, str | None]]:
    return [(str(frame.trigger.type), frame.trigger.mode) for frame in frames(text) if frame.same_as is None]


@pytest.mark.parametrize(
    ("text", "event_type", "mode"),
    [
        ("Norway has pledged to send two field hospitals to Lebanon.", "AGREE", None),
        ("Kenya and Tanzania reached a deal on fishing rights.", "AGREE", None),
        ("Italy promised military support to Tunisia.", "AGREE", None),
        ("President Sisi visited Khartoum on Monday.", "CONSULT", "visit"),
        ("The Syrian government and the opposition held indirect talks in Geneva.", "CONSULT", None),
        ("Qatar is mediating between Hamas and Fatah.", "CONSULT", "third-party"),
        ("Sweden recognized Palestine as a state.", "SUPPORT", None),
        ("Ethiopia and Somalia restored diplomatic relations.", "SUPPORT", None),
        ("The FARC declared a unilateral ceasefire on Monday.", "CONCEDE", None),
        ("Authorities in Kashmir lifted the curfew in Srinagar.", "CONCEDE", None),
        ("Thailand extradited an arms dealer to the United States.", "COOPERATE", None),
        ("Denmark granted asylum to a Chechen activist.", "AID", None),
        ("The truce went into effect across Yemen at midnight.", "RETREAT", "ceasefire"),
        ("Israeli troops withdrew from southern Lebanon.", "RETREAT", "withdraw"),
        ("General Haftar stepped down as commander of the army.", "RETREAT", "resign"),
        ("Iran freed a British sailor.", "RETREAT", "release"),
        ("The militia laid down its arms.", "RETREAT", "disarm"),
        ("Syria allowed UN inspectors into Douma.", "RETREAT", "access"),
        ("The opposition demanded the release of its leader.", "REQUEST", "yield"),
        ("Amnesty International called on Bahrain to free the activists.", "REQUEST", "yield"),
        ("Washington said Damascus must stop its attacks on civilians.", "REQUEST", "change"),
        ("The EU condemned the verdict in Belarus.", "ACCUSE", "disapprove"),
        ("Police are investigating the mayor.", "ACCUSE", "investigate"),
        ("Prosecutors charged the former president with corruption.", "ACCUSE", "allege"),
        ("The opposition walked out of the talks in Nairobi.", "REJECT", "meet"),
        ("Peace talks were suspended on Wednesday.", "REJECT", "meet"),
        ("Rebels broke the truce on its second day.", "REJECT", "yield"),
        ("Warsaw will not accept any refugees under the plan.", "REJECT", "change"),
        ("North Korea threatened to attack Seoul.", "THREATEN", "violence"),
        ("Riyadh said it would expel Lebanese diplomats.", "THREATEN", "expel"),
        ("Thousands of people marched in Caracas against President Maduro.", "PROTEST", "demo"),
        ("Kurdish prisoners began a hunger strike in Diyarbakir.", "PROTEST", "hunger"),
        ("Nurses went on strike across Zimbabwe.", "PROTEST", "strike"),
        ("Farmers blocked highways around Lyon.", "PROTEST", "obstruct"),
        ("A court in Cairo sentenced 20 Islamists to death.", "SANCTION", "convict"),
        ("Britain expelled two Iranian diplomats.", "SANCTION", "expel"),
        ("The United States imposed sanctions on four Russian banks.", "SANCTION", "discontinue"),
        ("Islamic State has recruited hundreds of teenagers in Mosul.", "MOBILIZE", "troops"),
        ("Police were deployed outside the courthouse.", "MOBILIZE", "police"),
        ("Police arrested 30 demonstrators in Moscow.", "COERCE", "arrest"),
        ("Authorities imposed a curfew in Diyarbakir.", "COERCE", "curfew"),
        ("The regime shut down two independent newspapers.", "COERCE", "censor"),
        ("The army laid siege to the town.", "COERCE", "restrict"),
        ("Saudi warplanes bombed Sanaa overnight.", "ASSAULT", "aerial"),
        ("A U.S. drone strike killed a Taliban commander.", "ASSAULT", "drone"),
        ("A suicide bomber killed 12 people in a market.", "ASSAULT", "suicide-attack"),
        ("Turkish artillery shelled Kurdish positions in Afrin.", "ASSAULT", "heavy-weapons"),
        ("Three soldiers were killed by a roadside bomb.", "ASSAULT", "explosives"),
        ("Gunmen opened fire on a bus in Mombasa.", "ASSAULT", "firearms"),
        ("A man stabbed two tourists in Hurghada.", "ASSAULT", "primitive"),
        ("Boko Haram fighters abducted 20 women.", "ASSAULT", "abduct"),
        ("Police fired tear gas at demonstrators in Lagos.", "ASSAULT", "crowd-control"),
        ("Armed men set fire to a school in Yala.", "ASSAULT", "destroy"),
        ("Syrian forces used chlorine gas in Saraqeb.", "ASSAULT", "unconventional"),
        ("The journalist was tortured by secret police.", "ASSAULT", "torture"),
        ("Rebels captured five soldiers near Buka.", "ASSAULT", "abduct"),
        ("Guards captured the attackers near the prison.", "COERCE", "arrest"),
        ("The men placed a charge of dynamite under a truck.", "ASSAULT", "explosives"),
        ("The blast destroyed a wall.", "ASSAULT", "explosives"),
        ("Six bodies with bullet wounds were found near Tikrit.", "ASSAULT", "firearms"),
        ("His car was machinegunned on the road to Tyre.", "ASSAULT", "firearms"),
        ("Sabotage actions against the power grid left Kharkiv in the dark.", "ASSAULT", None),
        ("The attack claimed the life of a nurse.", "ASSAULT", None),
    ],
)
def test_one_event_of_type_and_mode(text, event_type, mode):
    assert told(text) == [(event_type, mode)]


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack in Paris.",
        "The director shot his new film in Morocco.",
        "Real Madrid beat Barcelona in the final.",
        "The storm killed 12 people in Honduras.",
        "A train crash injured 40 passengers near Delhi.",
        "The minister told reporters that he was optimistic.",
        "The candidates fought a legal battle over the inheritance.",
        "The spokesman declined to comment.",
        "A quake rocked the island of Java on Tuesday.",
        "A cargo plane crashed into a village, killing 17 people and destroying several homes.",
        "The company has launched a media campaign against the bill.",
        "The government launched an offensive against drug trafficking.",
        "A social explosion is what the minister fears.",
    ],
)
def test_figures_of_speech_sport_and_accidents_are_no_events(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Government forces recaptured Palmyra from Islamic State.",
        "Militants seized the town of Khanaqin on Tuesday.",
        "The capture of the airport by the rebels was announced on Friday.",
        "The insurgents took control of the district.",
    ],
)
def test_taking_a_place_by_force_is_about_territory(text):
    (frame,) = frames(text)
    assert frame.trigger.type is EventType.ASSAULT
    assert "territory" in frame.trigger.contexts


def test_a_hyphen_is_read_through():
    (trigger,) = triggers("The cease-fire between the two armies went on.")
    assert (trigger.type, trigger.mode) == (EventType.RETREAT, "ceasefire")


def test_the_trigger_covers_particle_and_meaningful_object():
    text = "Gunmen opened fire on a bus. The rebels laid down their arms."
    found = [text[t.start : t.end] for t in triggers(text)]
    assert found[0] == "opened fire"
    assert found[-1].startswith("laid down")


def test_an_attack_in_words_of_light_verbs_is_one_event():
    assert told("The rebels launched a major offensive against the army in Kivu.") == [("ASSAULT", None)]
    assert told("The attack was carried out by two gunmen.") == [("ASSAULT", "firearms")]


def test_what_is_demanded_or_threatened_is_no_event_of_its_own():
    assert told("Georgia demanded the withdrawal of Russian troops.") == [("REQUEST", "yield")]
    assert told("The militants threatened to kill the hostages.") == [("THREATEN", "violence")]


def test_what_is_condemned_is_an_event_too():
    assert told("Jordan condemned the bombing of the hospital.") == [
        ("ACCUSE", "disapprove"),
        ("ASSAULT", "explosives"),
    ]


SPORTS = (
    "United attacked from the start of the match and the visitors had to defend for long spells before the break. "
    "The striker shot wide, hit the post and then beat the goalkeeper with a low drive for his tenth goal this season. "
    "City launched a counter-attack after half-time, but the midfielder missed a penalty. "
    "The coach praised his team and said the battle for the league title was still open before the cup final."
)


def test_a_sports_report_tells_of_no_violence():
    assert [event for event in told(SPORTS) if event[0] == "ASSAULT"] == []


def test_violence_in_a_sports_report_is_told():
    assert ("ASSAULT", "firearms") in told(SPORTS + " After the match gunmen killed two fans and wounded the coach.")


@pytest.mark.parametrize(
    ("text", "event_type", "mode"),
    [
        ("12 dead in Kabul blast", "ASSAULT", "explosives"),
        ("Car bomb kills five in Baghdad", "ASSAULT", "explosives"),
        ("Clashes erupted between protesters and police in Tunis.", "PROTEST", "riot"),
        ("The army placed the town under curfew.", "COERCE", "curfew"),
        ("Barrel bombs from army helicopters hit a hospital in Aleppo.", "ASSAULT", "aerial"),
        ("The former minister was jailed for ten years for corruption.", "SANCTION", "convict"),
    ],
)
def test_news_style(text, event_type, mode):
    assert told(text) == [(event_type, mode)]


def test_a_charge_of_a_crime_is_no_second_crime():
    assert told("Prosecutors charged the officer with murder.") == [("ACCUSE", "allege")]


def test_wanting_and_backing_need_both_sides():
    assert told("She wants to be happy.") == []
    assert told("Everybody supported the idea.") == []


def test_a_misread_lemma_is_mended():
    assert told("Students staged a protest in Quito.") == [("PROTEST", "demo")]


@pytest.mark.parametrize("text", ["attack, killed, " * 600, "the attack of " * 600, "he will kill and " * 500])
def test_endless_sentences_are_left_alone(text):
    assert triggers(text) == []
