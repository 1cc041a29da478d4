"""The one comparison of names: features that speak for or against, a score with its parts, three outcomes."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from typing import Final, Literal

from app.resolution.name_words import KIND_NOUNS, WORDS_OF_THEIR_OWN
from app.resolution.names import NameKind, NameParts, acronym, plain_name, take_apart
from app.resolution.spelling import WordMatch, compare_words, is_whole_name, latin, letters_apart, skeleton

Outcome = Literal["same", "different", "unsure"]

#: From here on the names alone say that one entity is meant.
SAME_NAME: Final = 0.9
#: Below it they say that two are meant; between the two something else has to tell.
DIFFERENT_NAME: Final = 0.6
#: From here on one entity is more likely than two: the answer where a yes or no is asked for.
LIKELY_NAME: Final = 0.75

_MOST_SLIPS: Final = 2
_COST_OF: Final = {"respelled": 0.02, "short_form": 0.05}
#: The best agreement first.
_RANK: Final = ("equal", "respelled", "short_form", "slip", "sound", "initial")


@dataclass(frozen=True)
class NameScore:
    """What each feature takes from the 1.0 of two equal names; the score is what is left."""

    spelling: float = 0.0
    initials: float = 0.0
    slips: float = 0.0
    conflict: float = 0.0
    extra_words: float = 0.0
    other_initials: float = 0.0
    one_word: float = 0.0
    numbers: float = 0.0
    legal_form: float = 0.0
    order: float = 0.0
    acronym: float = 0.0

    @cached_property
    def score(self) -> float:
        """0 to 1."""
        return round(max(0.0, 1.0 + sum(self.parts.values())), 4)

    @cached_property
    def parts(self) -> dict[str, float]:
        """The features that count, by name."""
        return {feature: cost for feature in _FEATURES if (cost := getattr(self, feature))}

    @property
    def outcome(self) -> Outcome:
        """``same``, ``different``, or ``unsure`` where more than the names is needed to tell."""
        if self.score >= SAME_NAME:
            return "same"
        return "different" if self.score < DIFFERENT_NAME else "unsure"


_FEATURES: Final = tuple(feature.name for feature in fields(NameScore))


@dataclass(frozen=True, slots=True)
class _Alignment:
    """Which words of two names are alike, and which are left over."""

    matches: tuple[tuple[str, str, WordMatch], ...]
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def slips(self) -> int:
        return sum(match.slips for *_, match in self.matches)


def compare_names(left: str, right: str, kind: NameKind = "any") -> NameScore:
    """How well two names agree, whatever the spelling, script and order of their words."""
    return _compare(min(left, right), max(left, right), kind)


@lru_cache(maxsize=65536)
def _compare(left: str, right: str, kind: NameKind) -> NameScore:
    one, other = take_apart(left, kind), take_apart(right, kind)
    if plain_name(left) == plain_name(right):
        return NameScore(one_word=_one_word(one.words, other.words, kind))
    if _abbreviates(left, right) or _abbreviates(right, left):
        return NameScore(acronym=-0.2)
    alignment = _align(_put_together(one.words, other.words), _put_together(other.words, one.words))
    joined = _joined(one, other, alignment, kind)
    if joined is not None:
        return joined
    return _score(one, other, alignment, kind)


def name_similarity(left: str, right: str, kind: NameKind = "any") -> float:
    """The score of ``compare_names``: 1 for the same folded name, 0 where nothing agrees."""
    return compare_names(left, right, kind).score


def _score(one: NameParts, other: NameParts, alignment: _Alignment, kind: NameKind) -> NameScore:
    if not alignment.matches:
        return NameScore(conflict=-1.0)
    one_word = _one_word(one.words, other.words, kind)
    return NameScore(
        spelling=_spelling(alignment),
        initials=-0.12 * sum(match.agreement == "initial" for *_, match in alignment.matches),
        slips=_slips(alignment.slips),
        conflict=_conflict(alignment),
        extra_words=0.0 if one_word else _extra_words(alignment, kind),
        other_initials=_other_initials(one, other, alignment) if kind == "person" else 0.0,
        one_word=one_word,
        numbers=_numbers(one.numbers, other.numbers),
        legal_form=_legal_form(one, other),
        order=_order(one, other, alignment),
    )


def _put_together(words: Sequence[str], model: Sequence[str]) -> list[str]:
    """The words, two neighbours as one where the other name has them so ("Patr ushev", "Patrushev")."""
    result: list[str] = []
    for word in words:
        if result and f"{result[-1]}{word}" in model:
            result[-1] += word
        else:
            result.append(word)
    return result


def _align(left: Sequence[str], right: Sequence[str]) -> _Alignment:
    """Pair the words that agree, the best pairs first; a later pair never takes a word twice."""
    pairs = [
        (match, first, second)
        for first in left
        for second in right
        if (match := compare_words(first, second)).agreement != "none"
    ]
    pairs.sort(key=lambda pair: (_RANK.index(pair[0].agreement), pair[0].slips))
    lefts, rights, matches = list(left), list(right), []
    for match, first, second in pairs:
        if first in lefts and second in rights:
            lefts.remove(first)
            rights.remove(second)
            matches.append((first, second, match))
    return _Alignment(tuple(matches), tuple(lefts), tuple(rights))


def _joined(one: NameParts, other: NameParts, alignment: _Alignment, kind: NameKind) -> NameScore | None:
    """Words written together or apart ("Jongun", "Jong Un"), with at most two slips in the whole name.

    Not where the words left over are two names, or differ in vowels alone as "Hassan" and "Husain" do.
    """
    if one.numbers != other.numbers or not _are_parted(alignment, kind):
        return None
    if any(_two_names(first, second) for first in alignment.left for second in alignment.right):
        return None
    if compare_words("".join(alignment.left), "".join(alignment.right)).agreement in {"equal", "respelled"}:
        return NameScore(spelling=-0.05)
    left, right = latin(one.joined), latin(other.joined)
    apart, shorter = letters_apart(left, right), min(len(left), len(right))
    if apart > _MOST_SLIPS or shorter < (4, 5, 8)[apart]:
        return None
    return NameScore(spelling=-0.05, slips=_slips(apart))


def _are_parted(alignment: _Alignment, kind: NameKind) -> bool:
    """Whether the words left over may be the same letters with other spaces.

    Of two people one short word each may be left, too short to tell a slip in it alone; it must begin alike.
    """
    left, right = alignment.left, alignment.right
    if not (left and right) or any(len(word) == 1 for word in (*left, *right)):
        return False
    return len(left) != len(right) or (kind == "person" and len(left) == 1 and left[0][0] == right[0][0])


def _two_names(left: str, right: str) -> bool:
    return (left in WORDS_OF_THEIR_OWN and right in WORDS_OF_THEIR_OWN) or skeleton(left) == skeleton(right)


def _spelling(alignment: _Alignment) -> float:
    """Words that agree by sound or as forms of one given name cost a little."""
    return -round(sum(_COST_OF.get(match.agreement, 0.0) for *_, match in alignment.matches), 4)


def _slips(count: int) -> float:
    """One letter wrong costs a tenth, two a fifth; three are no slip."""
    return -0.1 * count if count <= _MOST_SLIPS else -0.5


def _conflict(alignment: _Alignment) -> float:
    """Each name has words that the other lacks: another given name, another father, another place."""
    return -0.5 if alignment.left and alignment.right else 0.0


def _extra_words(alignment: _Alignment, kind: NameKind) -> float:
    """Middle names come and go; an organization with a word more is another one, unless it is a common noun for it."""
    extra = alignment.left or alignment.right
    if kind == "person" or not extra:
        return -0.03 * len(extra)
    return -0.15 if KIND_NOUNS.issuperset(extra) else -0.35


def _other_initials(one: NameParts, other: NameParts, alignment: _Alignment) -> float:
    """Where both names have initials these tell relatives apart: "George W. Bush", "George H. W. Bush"."""
    both = all(any(len(word) == 1 for word in name.words) for name in (one, other))
    return -0.3 if both and any(len(word) == 1 for word in alignment.left + alignment.right) else 0.0


def _one_word(left: Sequence[str], right: Sequence[str], kind: NameKind) -> float:
    """A person's name of one word is borne by many: a family name leaves it open, a given name more so."""
    short, long = sorted((left, right), key=len)
    if kind != "person" or len(short) != 1 or is_whole_name(short[0]) or short[0] == "".join(long) != long[-1]:
        return 0.0
    if len(long) == 1:
        return -0.2
    return -0.3 if compare_words(short[0], long[-1]).agreement != "none" else -0.4


def _numbers(left: frozenset[str], right: frozenset[str]) -> float:
    """Numbers must agree: brigade 5 is not brigade 6; one without a number may be either."""
    if left == right:
        return 0.0
    return -0.6 if left and right else -0.3


def _legal_form(one: NameParts, other: NameParts) -> float:
    return -0.05 if one.legal_forms and other.legal_forms and not one.legal_forms & other.legal_forms else 0.0


def _order(one: NameParts, other: NameParts, alignment: _Alignment) -> float:
    """The words of a name may come in any order, but a son is not his father: "Omar bin Ali", "Ali bin Omar"."""
    partner = {first: second for first, second, _ in alignment.matches}
    turned = {(partner.get(father), partner.get(son)) for son, father in one.filiations}
    return -0.5 if turned & other.filiations else 0.0


def _abbreviates(short: str, long: str) -> bool:
    """Whether the first name is written like an acronym and has the second one's initials."""
    return len(short) >= 3 and short.isupper() and plain_name(short) in _initials(long)


def _initials(name: str) -> set[str | None]:
    letters = "".join(word[0] for word in plain_name(name).split())
    return {acronym(name), letters if len(letters) >= 3 else None}
