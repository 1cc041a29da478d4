"""Words in names with a job of their own: particles, titles, legal forms, numbers, forms of given names."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

#: Words of names that tell nobody apart.
PARTICLES: Final = frozenset(
    "al el ul as ash ad ar an at the of and for in affairs de del della di da du la le les van von der den bin ibn "
    "bint ben bu abd abdul abdel abdal mr mrs ms dr sheikh shaikh haji hajji sayyid".split()
)
#: "son of", "daughter of": what follows is the father's name.
FILIATIONS: Final = frozenset("bin ibn ben bint binti ould wuld oglu ogly".split())
#: Titles before a person's name; no part of it.
TITLES: Final = frozenset(
    "mr mrs ms miss mister madame monsieur herr frau senor don dona sir lord dame dr doctor prof professor engineer "
    "eng general gen genl colonel col lieutenant lt captain capt major maj sergeant sgt brigadier brig admiral adm "
    "marshal commander cmdr commodore commandant president prasident presidente vice deputy prime minister premier "
    "pm chancellor king queen prince princess emir amir sultan shah crown secretary senator sen governor gov mayor "
    "congressman congresswoman rep representative ambassador judge justice sheikh shaikh shaykh sheik haji hajji "
    "hajj sayyid sayyed seyyed mullah mulla maulana mawlawi molvi maulvi ayatollah hojatoleslam imam qari hafiz "
    "ustad alhaji pope cardinal archbishop bishop patriarch father fr reverend rev rabbi saint st former acting "
    "late retired ret chief staff first lady comrade".split()
)
#: Titles that are names too ("Amir Khan"): only before two words or more.
TITLES_LIKE_NAMES: Final = frozenset(
    "amir emir sultan shah king queen prince princess don imam justice judge pope major rabbi hafiz sayyid sayyed "
    "seyyed haji hajji mulla bishop dame marshal lady first late rep eng chief".split()
)
#: What tells a son from his father of the same name; the spellings of one mean the same.
GENERATIONS: Final = {
    "jr": "jr", "junior": "jr", "fils": "jr", "sr": "sr", "senior": "sr", "pere": "sr",
    "ii": "2", "iii": "3", "iv": "4",
}  # fmt: skip
#: Words that organizations of every country share: a name made of them alone needs its country.
GENERIC: Final = frozenset(
    "ministry minister department office agency bureau council committee commission parliament senate congress "
    "assembly government cabinet army military navy force forces air armed ground land guard guards police security "
    "intelligence service services interior foreign affairs defense defence justice health information finance "
    "education supreme constitutional high court central bank national federal state general staff command chief "
    "party presidency president prime opposition coalition front movement union brigade battalion division hospital "
    "university red crescent cross civil emergency rescue local people peoples republican presidential border "
    "special operations public prosecutor television radio news press authority authorities administration "
    "institute center centre".split()
)
#: Nouns for the kind of body, which short forms of a name leave out ("Nusra Front", "al-Nusra").
KIND_NOUNS: Final = frozenset(
    "front movement group organization organisation party militia militias network faction gang cartel company "
    "corporation foundation association agency concern jabhat harakat tanzim hizb".split()
)
_COMPASS: Final = "north south east west northern southern eastern western central upper lower"
_COUNTRIES: Final = frozenset(
    (
        "afghanistan albania algeria angola argentina armenia australia austria bahrain belarus benin bolivia bosnia "
        "brazil bulgaria burundi cameroon chad chile china colombia congo croatia cuba cyprus dominica dominican egypt "
        "eritrea estonia ethiopia finland france gabon gambia georgia germany ghana greece guinea guyana hungary "
        "iceland india indonesia iran iraq ireland israel italy japan jordan kenya korea kosovo kuwait latvia lebanon "
        "libya lithuania macedonia malawi mali malta mauritania mauritius mexico moldova mongolia morocco mozambique "
        "namibia nepal niger nigeria norway oman pakistan palestine panama peru poland prussia qatar romania russia "
        "rwanda senegal serbia siberia slovakia slovenia somalia spain sudan syria tanzania togo tunisia turkey uganda "
        "ukraine venezuela vietnam yemen zambia"
    ).split()
)
#: Given and family names that differ by little and are borne by many.
_OFTEN_BORNE: Final = (
    "abbas abdallah abdullah adel adil adnan ahmad ahmed akram ali alia amin amina amir amira ammar anas anwar asim "
    "asad asma aziz bashar bashir basil basim bilal fadi fahd fahad farid faris faruq fatima fawzi faysal habib "
    "hadi hafez hamad hamid hamed hamza hani hasan hassan hashim hatem hisham husam husayn hussain hussein husni "
    "ibrahim idris imad imran isa ismail issam iyad jabir jaber jafar jalal jamal jamil karam karim khalid khalil "
    "kamal kamil latif mahdi maher mahmoud mahmud majid malik mansour mansur marwan masoud mustafa muhammad "
    "mohammed mohamed mohammad mohsen muhsin munir musa nabil nader nadir naser nasir nasser nasr nazir nizar omar "
    "osama usama qasim qais rafiq rahim rahman rashad rashid rasoul riad riyad saad sabri sadiq sadeq saeed said "
    "salah saleh salih salem salim salman sami samir samira sayed sharif suleiman sulaiman sultan taha tahir talal "
    "tamim tareq tariq umar usman uthman waleed walid yahya yasin yasir yasser yusuf yousef zaid zayd zayed ziad "
    "ziyad zahir zuhair alan allan alexander alexandra andrea andreas andrei andrey andrew anna anne anton antonio "
    "boris carl carla carlo carlos christian christine daniel daniela daria david denis dennis dmitry donald eric "
    "erik frank frederik george hans henry igor ivan ian jack james jan jane janet jean jeanne joan john jorge jose "
    "joseph josh juan julia julio karl laura leo leon luis luisa marc maria mario marina mark marta martha martin "
    "mary michael michel michelle mikhail nikita nikolai oleg olga oscar paul paula paulo pavel pedro peter philip "
    "roman ronald rosa sandra sara sergei sergey simon simone stefan stephan steve thomas tom victor viktor "
    "viktoria vladimir vladislav william yuri"
)
#: Where both words stand here, neither is a slip of the other.
WORDS_OF_THEIR_OWN: Final = GENERIC | _COUNTRIES | frozenset(_COMPASS.split()) | frozenset(_OFTEN_BORNE.split())

#: Short forms, and the forms that one person's name takes in neighbouring languages.
_FORMS_OF_GIVEN_NAMES: Final = (
    "vladimir volodymyr vladimiras uladzimir, sergei sergey serhiy siarhei sergej, alexander aleksandr oleksandr "
    "alex, aliaksandr alexander, alexei aleksey oleksiy alexey, dmitry dmitri dmytro dima, nikolai mykola mikalai "
    "nikolay, yevgeny evgeny yevhen eugene, andrei andrey andriy andrew, pavel pavlo pawel, mikhail mykhailo mikhail "
    "misha, yuri yuriy iurii, igor ihor, oleg oleh, grigory hryhoriy, vasily vasyl, pyotr petro petr, anatoly "
    "anatoliy, konstantin kostiantyn, viktor victor, denis denys, kirill kyrylo, filipp pylyp, yelena elena olena, "
    "yekaterina kateryna, tatiana tetiana, natalia nataliya, joseph joe, william bill will billy, robert bob rob "
    "bobby, richard dick rick, james jim jimmy, john johnny jack, michael mike mick, thomas tom tommy, charles "
    "charlie chuck, edward ed eddie ted, theodore ted teddy, anthony tony, benjamin ben, daniel dan danny, david "
    "dave, donald don, gerald gerry jerry, gregory greg, jeffrey jeff, kenneth ken, matthew matt, nicholas nick, "
    "patrick pat, peter pete, ronald ron, samuel sam, stephen steve steven, timothy tim, christopher chris, elizabeth "
    "liz beth betty, katherine kate kathy, margaret maggie peggy, deborah debbie, susan sue, yusuf yousef youssef "
    "yussuf yousuf josef, francisco paco pancho, jose pepe, enrique kike "
)
#: Words for a body in the languages that its name is given in.
_TRANSLATED: Final = "jabhat front, harakat movement, hizb party, jaysh jaish army, liwa brigade, katibat battalion"
_INTERCHANGEABLE: Final = frozenset(
    pair
    for forms in f"{_FORMS_OF_GIVEN_NAMES},{_TRANSLATED}".split(",")
    for pair in combinations(sorted(set(forms.split())), 2)
)

#: Legal forms, the ways to write one after another; longer ones first, for they hold shorter ones.
_LEGAL_FORMS: Final = {
    "ltd": "private limited|pvt ltd|pty ltd|pte ltd|co ltd|company limited|limited company|limited|ltd|ltda|limitada",
    "llc": "limited liability company|limited liability co|llc|ooo|ооо|общество с ограниченнои ответственностью|"
    "tov|тов|too|тоо|obshchestvo s ogranichennoi otvetstvennostiu",
    "plc": "public limited company|plc",
    "jsc": "public joint stock company|open joint stock company|closed joint stock company|private joint stock company|"
    "joint stock company|joint stock co|jsc|ojsc|cjsc|pjsc|oao|zao|pao|оао|зао|пао|ао|"
    "публичное акционерное общество|открытое акционерное общество|закрытое акционерное общество|акционерное общество",
    "corp": "corporation|incorporated|corp|inc|company|and co|and company|co",
    "lp": "limited liability partnership|limited partnership|llp|lllp|lp",
    "gmbh": "gesellschaft mit beschrankter haftung|gmbh and co kg|gmbh|mbh|gesmbh",
    "ag": "aktiengesellschaft|ag",
    "se": "societas europaea|se",
    "sa": "societe anonyme|sociedad anonima|sociedade anonima|societa per azioni|sa de cv|sab de cv|sa|spa|sas",
    "sarl": "societe a responsabilite limitee|sarl|srl|s de rl de cv|s de rl|bvba|sprl|sl|lda",
    "bv": "besloten vennootschap|bv|nv|naamloze vennootschap",
    "ab": "aktiebolag|aktiebolaget|ab|as|a s|asa|aps|oy|oyj|hf|ehf",
    "spzoo": "sp z oo|sp zoo|spolka z ograniczona odpowiedzialnoscia|sro|doo|dd|ad|ead|ood|kft|zrt|nyrt|sh pk",
    "na": "na|national association",
    "kk": "kabushiki kaisha|kk|kaisha",
    "bhd": "sendirian berhad|sdn bhd|bhd|berhad|tbk|pt",
    "as": "anonim sirketi|limited sirketi|ltd sti|sti",
}  # fmt: skip
_FORM_OF_PHRASE: Final = {
    tuple(phrase.split()): form for form, phrases in _LEGAL_FORMS.items() for phrase in phrases.split("|")
}
_LONGEST_FORM: Final = max(map(len, _FORM_OF_PHRASE))
#: Legal forms that are words of other names too count only at the end.
_ONLY_AT_THE_END: Final = frozenset("company and na se as ad sa sl ab ag pt spa co a s corporation dd hf".split())

_NUMBER_WORDS: Final = {
    word: str(number)
    for words in (
        "one two three four five six seven eight nine ten eleven twelve",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
    )
    for number, word in enumerate(words.split(), 1)
}
_ROMAN: Final = dict(
    pair.split("=")
    for pair in "ii=2 iii=3 iv=4 vi=6 vii=7 viii=8 ix=9 xi=11 xii=12 xiii=13 xiv=14 xv=15 xvi=16 xvii=17".split()
)
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)?")


def are_forms_of_one_word(left: str, right: str) -> bool:
    """Whether two folded words are forms of one given name ("bill", "william"), or of one country ("iraq", "iraqi")."""
    if (min(left, right), max(left, right)) in _INTERCHANGEABLE:
        return True
    short, long = sorted((left, right), key=len)
    return short in _COUNTRIES and long not in _COUNTRIES and long in _adjectives(short)


def _adjectives(country: str) -> set[str]:
    """Words that may be made of the country's name; "Nigerian" is of Nigeria, not of Niger."""
    if country == "niger":
        return {"nigerien", "nigeriens"}
    stems = {country, country.rstrip("aeyo"), country.removesuffix("ia")}
    return {stem + ending for stem in stems for ending in ("n", "an", "ian", "ean", "i", "ese", "ish", "en")}


@lru_cache(maxsize=8192)
def number_in(word: str) -> str | None:
    """The number that a folded word writes: in digits, as an ordinal, as a word, or in Roman numerals from two."""
    if match := _ORDINAL.fullmatch(word):
        return match[1].lstrip("0") or "0"
    return _NUMBER_WORDS.get(word) or _ROMAN.get(word)


def without_legal_forms(words: Sequence[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The folded words of an organization's name without legal forms, and which forms these were; never no words."""
    rest, forms = list(words), set()
    while form := _form_at_the_end(rest) or _form_at_the_start(rest):
        size, at_the_end, name = form
        rest = rest[:-size] if at_the_end else rest[size:]
        forms.add(name)
    return tuple(rest), frozenset(forms)


def _form_at_the_end(words: Sequence[str]) -> tuple[int, bool, str] | None:
    for size in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        if form := _FORM_OF_PHRASE.get(tuple(words[-size:])):
            return size, True, form
    return None


def _form_at_the_start(words: Sequence[str]) -> tuple[int, bool, str] | None:
    for size in range(min(_LONGEST_FORM, len(words) - 1), 0, -1):
        phrase = tuple(words[:size])
        if (form := _FORM_OF_PHRASE.get(phrase)) and phrase[0] not in _ONLY_AT_THE_END:
            return size, False, form
    return None
