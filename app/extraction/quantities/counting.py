"""What a number in a sentence counts, and whether it counts anything at all."""

from typing import TYPE_CHECKING, Final

from app.extraction.lexicons.words import WordLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STATES: Final = frozenset("dead wounded injured missing others".split())
_LABELS: Final = frozenset(
    "no. no number numbers nos. # $ us$ \u20ac \u00a3 \u00a5 rs route highway interstate resolution article articles "
    "section chapter channel flight page pages district ward room apartment unit age aged ages boeing airbus level "
    "grade phase version mark type model hill point area block zone battalion brigade division regiment".split()
)
_TIME_PREPOSITIONS: Final = frozenset("at in since until till by from around before after during".split())
_NUMERIC_ENTITIES: Final = frozenset(("MONEY", "PERCENT", "TIME", "QUANTITY", "ORDINAL"))
_UNCHANGED_PLURALS: Final = frozenset(
    "aircraft personnel staff cattle sheep police people troops crew livestock".split()
)
_DASHES: Final = frozenset(("-", "\u2013", "\u2014"))
_BEFORE_PRONOUN_ONE: Final = frozenset("the this that which no any each every a only".split())
_AFTER_PRONOUN_ONE: Final = frozenset({"another", "for"})
#: Whoever it may be: nobody, after "without".
ANYBODY: Final = frozenset({"anyone", "anybody"})
_MORTALLY: Final = frozenset({"fatally", "mortally"})
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "dobj", "conj"))


def counted_noun(doc: "Doc", start: int, end: int) -> "Token | None":
    """The head of what the number in ``doc[start:end]`` counts, None for a number that stands alone."""
    root = doc[start:end].root
    following = doc[end] if end < len(doc) else None
    if following is not None and following.lower_ == "of":
        whole = next((child for child in following.children if child.dep_ in {"pobj", "pcomp"}), None)
        # "one of three people" is sometimes read as one number
        return root.head.head if whole is None and root.dep_ == "quantmod" else whole
    if root.dep_ in {"nummod", "quantmod", "amod", "det", "compound", "predet"} and root.head.i >= end:
        return root.head
    if following is not None and following.lower_ in _STATES and following.tag_[0] in "JN":
        return following
    return None


def head_of_both(noun: "Token") -> "Token":
    """The plural that a singular before "and" only qualifies: "12 army and police officers"."""
    if noun.tag_ not in {"NN", "NNP", "JJ"}:
        return noun
    return next((other for other in noun.children if other.dep_ == "conj" and other.tag_ == "NNS"), noun)


def without_whom(preposition: "Token") -> "Token | None":
    """What there was none of, by "without casualties", "without causing any casualties", "without injuring anyone"."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            return child
        if child.dep_ == "pcomp":
            return next((inner for inner in child.children if inner.dep_ == "dobj"), None)
    return None


def group_of(doc: "Doc", start: int, end: int, lexicon: WordLexicon) -> "Token | None":
    """The collective whose size the number is: "a family of five"."""
    root = doc[start:end].root
    if root.dep_ != "pobj" or root.head.lower_ != "of":
        return None
    head = root.head.head
    return head if lexicon.people.get(head.lemma_.lower()) == "groups" else None


def is_count(doc: "Doc", span: tuple[int, int], value: int, noun: "Token | None", lexicon: WordLexicon) -> bool:
    """Whether the number counts people or things, and is no measure, age, date, label, address or score."""
    start, end = span
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    if after in lexicon.measures or after in _DASHES or after[:1] in {"-", "/", ":"} or before in _LABELS:
        return False
    if _is_listed(doc, start, end) or (before == "of" and start > 1 and doc[start - 2].lower_ in {"age", "ages"}):
        return False
    if noun is not None:
        return _counts_noun(doc[start], value, noun, lexicon)
    return _stands_alone(doc, span, value)


def _is_listed(doc: "Doc", start: int, end: int) -> bool:
    """Whether the digits are part of a telephone number or score, or number a paragraph: "(305) 471", "4-2", "1."."""
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and before.lower_ in _DASHES and start > 1 and doc[start - 2].like_num:
        return True
    if before is not None and before.text == "(" and after is not None and after.text == ")":
        return end + 1 < len(doc) and doc[end + 1].like_num
    numbered = before is None or before.is_space or before.text == ":"
    return numbered and after is not None and after.text == "." and doc[start].is_digit


def _counts_noun(number: "Token", value: int, noun: "Token", lexicon: WordLexicon) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in lexicon.measures or noun.lower_ in lexicon.measures:
        return False
    if lemma in lexicon.people or noun.lower_ in _UNCHANGED_PLURALS:
        return True
    if number.ent_type_ in _NUMERIC_ENTITIES:
        return False
    if value > 1 and noun.tag_ in {"NN", "NNP"}:
        return noun.tag_ == "NNP" and lemma.endswith("s") and number.ent_type_ != "DATE"
    return True


def _stands_alone(doc: "Doc", span: tuple[int, int], value: int) -> bool:
    start, end = span
    number = doc[start:end].root
    before = doc[start - 1].lower_ if start else ""
    after = doc[end].lower_ if end < len(doc) else ""
    if number.ent_type_ in _NUMERIC_ENTITIES or value == 911:
        return False
    if number.dep_ in {"nummod", "appos"} and number.head.i < start and not _is_verb(number.head):
        return False  # a label ("Battalion 3") or an age ("Omar Said, 24")
    if before in {",", "("} and after in {",", ")", ".", ";"} and value < 116 and start > 1 and doc[start - 2].is_alpha:
        return False
    if doc[start].is_digit and 1000 <= value <= 2400 and (before in _TIME_PREPOSITIONS or value >= 1500):
        return False
    if doc[start].lower_ == "one" and end == start + 1:
        pronoun = (
            before in _BEFORE_PRONOUN_ONE or after in {"another", "for"} or doc[min(end, len(doc) - 1)].tag_ == "MD"
        )
        return (number.dep_ in _SUBJECTS or after in _MORTALLY) and not pronoun
    return True


def _is_verb(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"}
