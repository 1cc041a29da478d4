"""Which texts repeat one another: a sketch to find them by, and an exact decision.

The sketch holds the smallest hashes of a text's shingles, the MinHash of Broder (1997, "On the resemblance and
containment of documents", the sample ``MIN_s``; Leskovec, Rajaraman & Ullman, "Mining of Massive Datasets", ch. 3).
One hash function and any one value in common is enough here, where bands of several (ibid., 3.4) would miss what is
short and was cut out of something long. The sketch only proposes. The decision reads both texts: how much of the
shorter one the longer has, quotations aside, for whoever quotes a minister copies nobody; and whether numbers, days
and names were exchanged within sentences that are else the same, for a daily bulletin has the same ones each day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from app.resolution.particulars import Kind, Word, words_of_text

#: Values in a sketch: of a text of 60 words cut out of 600, two have at least one in common 19 times in 20.
SKETCH_SIZE: Final = 32
_WORDS_OF_SHINGLE: Final = 6
#: Words in a row from which two texts have them in common for more than chance.
_RUN: Final = 4
#: Texts are read so far; no article is longer.
_MOST_WORDS: Final = 5_000
#: Fewer words in common say nothing, unless the texts are as good as equal.
_FEWEST_WORDS: Final = 20
_AS_GOOD_AS_EQUAL: Final = 0.9
#: How much of the shorter text the other one has, of its words and of its different particulars.
_SHARED: Final = 0.5
#: Longer gaps than this between what two texts have in common were written anew, and exchange nothing.
_LONGEST_GAP: Final = 12
#: The same where a text begins and ends, with a date line or a signature of its own.
_LONGEST_EDGE: Final = 2
#: What an exchange weighs: a copy has its numbers corrected more often than its names, and its day hardly ever.
_WEIGHT: Final[dict[Kind, float]] = {"number": 1.0, "name": 2.0, "weekday": 3.0, "date": 3.0}
#: What exchanges may weigh: one number, and more the more particulars are the same; nothing in a text of a sentence.
_TOLERATED: Final = 1.0
_TOLERATED_PER_AGREEMENT: Final = 0.1
_SPELLING: Final = 70.0


@dataclass(frozen=True)
class ReadText:
    """A text as it is compared: its words, in order."""

    words: Sequence[Word]

    @cached_property
    def forms(self) -> list[str]:
        """The words as they are compared."""
        return [word.form for word in self.words]

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """All runs of a few words."""
        return frozenset(_runs(self.forms, _RUN))

    @cached_property
    def particulars(self) -> frozenset[str]:
        """Its different numbers, days and names."""
        return frozenset(word.form for word in self.words if word.kind)


def read_text(text: str) -> ReadText:
    """Read a text for comparison."""
    return ReadText(words_of_text(text)[:_MOST_WORDS])


def sketch_of(text: ReadText) -> list[int]:
    """The smallest hashes of the text's shingles, of 63 bits each; none for a text shorter than a shingle."""
    shingles = {" ".join(run).encode() for run in _runs(text.forms, _WORDS_OF_SHINGLE)}
    hashes = (int.from_bytes(blake2b(shingle, digest_size=8).digest()) >> 1 for shingle in shingles)
    return sorted(hashes)[:SKETCH_SIZE]


def near_copy(left: ReadText, right: ReadText) -> float | None:
    """How much two texts resemble each other where one repeats most of the other, else None.

    That is the share of the words of both that stand in runs which both have, 0 to 1.
    """
    mine, theirs = _in_common(left, right), _in_common(right, left)
    resemblance = (sum(mine) + sum(theirs)) / max(1, len(mine) + len(theirs))
    shorter, common = min((left, mine), (right, theirs), key=lambda side: len(side[0].words))
    tolerated = 0.0
    if _repeats(shorter, common):
        agreed = sum(1 for word, is_common in zip(shorter.words, common, strict=True) if is_common and word.kind)
        tolerated = _TOLERATED + _TOLERATED_PER_AGREEMENT * agreed
    elif resemblance < _AS_GOOD_AS_EQUAL:
        return None
    if not _has_same_particulars(left, right) or _exchanged(left, right) > tolerated:
        return None
    return round(resemblance, 3)


def _runs(forms: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return zip(*(forms[start:] for start in range(length)), strict=False)


def _in_common(text: ReadText, other: ReadText) -> list[bool]:
    """For each word whether it stands in a run that the other text has too."""
    common = [False] * len(text.words)
    for at, run in enumerate(_runs(text.forms, _RUN)):
        if run in other.runs:
            common[at : at + _RUN] = [True] * _RUN
    return common


def _repeats(text: ReadText, common: Sequence[bool]) -> bool:
    """Whether most of what the text says itself, its quotations aside, is in common."""
    own = [is_common for word, is_common in zip(text.words, common, strict=True) if not word.is_quoted]
    return sum(own) >= max(_FEWEST_WORDS, _SHARED * len(own))


def _has_same_particulars(left: ReadText, right: ReadText) -> bool:
    fewer = min(len(left.particulars), len(right.particulars))
    return len(left.particulars & right.particulars) >= _SHARED * fewer


def _exchanged(left: ReadText, right: ReadText) -> float:
    """What weighs the different exchanges of a number, day or name for another between words that stayed the same."""
    exchanges = {
        (kind, frozenset(mine), frozenset(theirs))
        for gap, other in _gaps(left, right)
        for kind in _WEIGHT
        if (mine := _of_kind(gap, kind)) and (theirs := _of_kind(other, kind)) and not _agree(kind, mine, theirs)
    }
    return sum(_WEIGHT[kind] for kind, _, _ in exchanges)


def _gaps(left: ReadText, right: ReadText) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """The short pieces that differ between two pieces that are the same, or before or after them all."""
    blocks = [block for block in LCSseq.opcodes(left.forms, right.forms) if block.tag == "equal"]
    anchors = [block for block in blocks if block.src_end - block.src_start > 1]
    ends = [(0, 0), *((block.src_end, block.dest_end) for block in anchors)]
    starts = [*((block.src_start, block.dest_start) for block in anchors), (len(left.words), len(right.words))]
    for at, (begin, end) in enumerate(zip(ends, starts, strict=True)):
        longest = _LONGEST_GAP if 0 < at < len(anchors) else _LONGEST_EDGE
        gap, other = left.words[begin[0] : end[0]], right.words[begin[1] : end[1]]
        if 0 < len(gap) <= longest and 0 < len(other) <= longest:
            yield gap, other


def _of_kind(words: Sequence[Word], kind: Kind) -> list[str]:
    return [word.form for word in words if word.kind == kind]


def _agree(kind: Kind, mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether some of it is the same; names may be spelled otherwise, or given by their initials."""
    if not set(mine).isdisjoint(theirs):
        return True
    if kind != "name":
        return False
    if _is_short_for(mine, theirs) or _is_short_for(theirs, mine):
        return True
    return any(fuzz.ratio(one, other) >= _SPELLING for one in mine for other in theirs)


def _is_short_for(short: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a word begins with the initials of names in a row: "ISIS" and "Islamic State"."""
    initials = "".join(name[0] for name in names)
    return len(initials) > 1 and any(word.startswith(initials) for word in short)
