"""Numbers of people and things: "at least 17 people", "dozens of rebels", "another three", "no casualties".

Conventional values of vague words are those of ``seeds/numbers.tsv``; they are lower bounds, their upper bound is open:
dozens 24 (two dozen), scores 40, hundreds 200, thousands 2000, several and a few 3. "More than 40" is 41 or more,
"up to 50" 1 to 50, "fewer than 50" 1 to 49; "about 30" stays 30.
"""

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from app.extraction.document import Document, Quantity
from app.extraction.grammar.ages import age_naming
from app.extraction.lexicons.words import NumberWord, WordLexicon
from app.extraction.quantities.counting import ANYBODY, counted_noun, group_of, head_of_both, is_count, without_whom
from app.extraction.quantities.numerals import Numeral, bound_before, number_range, phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

#: bounds that are prepositions or determiners too; they bound only where the parser ties them to the number
_AMBIGUOUS_BOUNDS: Final = frozenset("over under above below about around some close almost nearly just".split())
_MORE: Final = frozenset("another additional further extra".split())
_MORE_AFTER: Final = frozenset("more other others additional further else".split())
_WHOLE_PRONOUNS: Final = frozenset("them whom these those us which".split())
_WHOLE_NOUNS: Final = frozenset(
    "dead wounded injured killed victim casualty fatality death hostage captive missing survivor number total".split()
)
#: what may stand before "casualties" in a statement that there were none at all
_STILL_NONE: Final = frozenset("reported known confirmed other further additional more immediate".split())
_ADULT_AGE: Final = 18
_COUNTABLE_GROUPS: Final = frozenset(("attackers", "civilians", "children", "women"))
_PERSON_ENDINGS: Final = ("man", "men", "woman", "women", "ist", "ists")

type Span = tuple[int, int]


def find_quantities(document: Document, words: WordLexicon) -> list[Quantity]:
    """Every count in the text, in order. Dates, ages, times, money, measures and labels are none."""
    return _Finder(document, words).find()


class _Finder:
    def __init__(self, document: Document, lexicon: WordLexicon) -> None:
        self._document = document
        self._doc = document.doc
        self._lexicon = lexicon
        self._words = [token.lower_ for token in document.doc]
        self._starts_phrase = {key[0] for key in lexicon.phrases}
        self._date_spans = sorted((date.start, date.end) for date in document.dates)
        self._found: list[Quantity] = []

    def find(self) -> list[Quantity]:
        at = 0
        while at < len(self._words):
            word = self._words[at]
            if word[0].isdigit() or word in self._lexicon.numbers:
                at = self._number(at)
            elif word in self._starts_phrase or word in {"a", "an", "half"}:
                at = self._phrase(at)
            else:
                at += 1
        return self._found

    def _number(self, at: int) -> int:
        numeral = number_range(self._words, at, self._lexicon)
        if numeral is None:
            return at + 1
        return self._count((at, numeral.end), numeral)

    def _count(self, span: Span, numeral: Numeral) -> int:
        if self._in_date(self._doc[span[0]].idx):
            return span[1]
        noun = counted_noun(self._doc, *span)
        if noun is not None and numeral.low > 1:
            noun = head_of_both(noun)
        group = group_of(self._doc, *span, self._lexicon)
        if not is_count(self._doc, span, numeral.high or numeral.low, noun or group, self._lexicon):
            return span[1]
        start, low, high = self._bounded(span, numeral)
        self._add((start, span[1]), low, high, group or noun, sized=group is not None)
        return span[1]

    def _phrase(self, at: int) -> int:
        found = phrase(self._words, at, self._lexicon)
        if found is not None:
            return self._vague(at, *found)
        if self._words[at] == "half":
            return self._half(at)
        if self._words[at] in {"a", "an"} and number_range(self._words, at, self._lexicon) is not None:
            return self._number(at)
        return self._single(at) if self._words[at] in {"a", "an"} else at + 1

    def _vague(self, at: int, end: int, number: NumberWord) -> int:
        if number.kind == "none_of":
            self._none_of(at, end)
        elif number.kind == "none":
            noun = counted_noun(self._doc, at, end) if self._words[end : end + 1] == ["of"] else None
            if noun is None or self._lexicon.people.get(noun.lemma_.lower()) != "casualties":
                self._add((at, end), 0, 0, noun)  # "none of the injuries was serious" says there were some
        else:
            numeral = Numeral(end, number.low, number.high)
            noun = counted_noun(self._doc, at, end)
            if noun is not None or self._doc[at:end].root.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}:
                return self._count((at, end), numeral)
        return end

    def _none_of(self, at: int, end: int) -> None:
        """Zero of people or of what happens to them: "no casualties", "without injuries"."""
        token = self._doc[end - 1]
        noun = without_whom(token) if token.dep_ == "prep" else token.head
        if noun is not None and noun.lower_ in ANYBODY:
            self._add((at, end), 0, 0, noun)
            return
        if noun is None or noun.i < end or self._lexicon.people.get(noun.lemma_.lower()) in {None, "groups"}:
            return
        if token.dep_ == "prep" and self._lexicon.people[noun.lemma_.lower()] != "casualties":
            return
        if all(child.lower_ in _STILL_NONE for child in noun.children if child.dep_ in {"amod", "compound"}):
            self._add((at, end), 0, 0, noun)  # "no serious injuries" may be many light ones

    def _single(self, at: int) -> int:
        """One person, the words of the noun included: "a man"."""
        token = self._doc[at]
        noun = token.head
        if token.dep_ == "det" and noun.i > at:
            group = self._lexicon.people.get(noun.lemma_.lower()) if noun.tag_ == "NN" else None
            is_person = group is not None and group not in {"groups", "casualties"}
            if is_person or age_naming(noun) is not None:
                self._add((at, noun.i + 1), 1, 1, noun)
        return at + 1

    def _half(self, at: int) -> int:
        """Half of the last number of people: "half of them children"."""
        of = self._doc[at + 1] if at + 1 < len(self._doc) else None
        last = next((q for q in reversed(self._found) if q.counts_people is not False and q.low > 1), None)
        if of is None or of.lower_ != "of" or last is None:
            return at + 1
        whole = next((child for child in of.children if child.dep_ == "pobj"), None)
        if whole is None or whole.lower_ not in _WHOLE_PRONOUNS:
            return at + 1
        head = self._doc[at].head
        attribute = next((child for child in head.children if child.dep_ == "attr"), None)
        noun = attribute or (head if head.pos_ in {"NOUN", "PROPN"} else whole)
        self._add((at, at + 1), last.low // 2, last.high // 2 if last.high is not None else None, noun, whole=whole)
        return at + 1

    def _bounded(self, span: Span, numeral: Numeral) -> tuple[int, int, int | None]:
        start, low, high = span[0], numeral.low, numeral.high
        bound = bound_before(self._words, start, self._lexicon)
        if bound is not None and self._binds(bound[0], span):
            start = bound[0]
            low, high = _apply(bound[1], low, high)
        elif self._words[span[1] : span[1] + 2] == ["or", "more"]:
            high = None
        return start, low, high

    def _binds(self, start: int, span: Span) -> bool:
        if span[0] - start > 1 or self._words[start] not in _AMBIGUOUS_BOUNDS:
            return True
        head = self._doc[start].head.i
        noun = counted_noun(self._doc, *span)
        return span[0] <= head < span[1] or (noun is not None and head == noun.i)

    def _in_date(self, position: int) -> bool:
        index = bisect_right(self._date_spans, (position, 1 << 60)) - 1
        return index >= 0 and position < self._date_spans[index][1]

    def _add(
        self,
        span: Span,
        low: int,
        high: int | None,
        noun: "Token | None",
        *,
        whole: "Token | None" = None,
        sized: bool = False,
    ) -> None:
        """Add a quantity; ``sized``: it is the size of the group that the noun names ("a family of five")."""
        start, end = self._doc[span[0]].idx, self._doc[span[1] - 1].idx + len(self._doc[span[1] - 1])
        counts_people, group = (True, None) if sized else self._people(noun)
        self._found.append(
            Quantity(
                start=start,
                end=end,
                text=self._document.clean.text[start:end],
                low=low,
                high=high,
                noun=noun.i if noun is not None else None,
                more=self._is_more(span, noun),
                whole=_span_of(whole) if whole is not None else self._whole(span[1], noun),
                counts_people=counts_people,
                group=group,
            )
        )

    def _people(self, noun: "Token | None") -> tuple[bool | None, str | None]:
        if noun is None or noun.lower_ in _WHOLE_PRONOUNS:
            return None, None
        lowered = noun.lower_
        group = self._lexicon.people.get(noun.lemma_.lower(), self._lexicon.people.get(lowered.removesuffix("s")))
        age = age_naming(noun)
        if age is not None:
            return True, "children" if age < _ADULT_AGE else None
        if group is None:
            return noun.ent_type_ == "NORP" or lowered in ANYBODY or lowered.endswith(_PERSON_ENDINGS), None
        return group != "groups", group if group in _COUNTABLE_GROUPS else None

    def _is_more(self, span: Span, noun: "Token | None") -> bool:
        """Whether it comes on top: "another three", "21 others", "three more people", "no one else"."""
        before = self._words[span[0] - 1] if span[0] else ""
        last = min(noun.i + 1 if noun is not None and noun.i >= span[1] else span[1] + 1, len(self._words))
        following = self._words[span[1] : min(last, span[1] + 4)]
        return before in _MORE or any(word in _MORE_AFTER for word in following)

    def _whole(self, end: int, noun: "Token | None") -> Span | None:
        """A whole that the text has told of: "of the dead", "of them", "of the 12"."""
        if noun is None or self._words[end : end + 1] != ["of"]:
            return None
        numbered = any(child.dep_ == "nummod" for child in noun.children)
        if (
            noun.lower_ in _WHOLE_PRONOUNS
            or numbered
            or noun.lower_ in _WHOLE_NOUNS
            or noun.lemma_.lower() in _WHOLE_NOUNS
        ):
            return _span_of(noun)
        return None


def _apply(bound: str, low: int, high: int | None) -> tuple[int, int | None]:
    if bound == "at least":
        return low, None
    if bound == "more than":
        return low + 1, None
    if bound == "at most":
        return min(1, low), high
    if bound == "fewer than":
        return min(1, low), high - 1 if high else None
    return low, high


def _span_of(token: "Token") -> Span:
    left, right = token.left_edge, token.right_edge
    return left.idx, right.idx + len(right)
