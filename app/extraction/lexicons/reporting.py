"""Words by which a text says who says something, and how far it vouches for it."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from app.domain.vocabulary import STANCES, Stance
from app.extraction.lexicons.folding import fold
from app.extraction.lexicons.tables import read_table

#: what the speaker does by saying it
Act = Literal[
    "asserts", "claims", "admits", "denies", "accuses", "warns", "threatens", "promises", "demands", "predicts",
    "doubts",
]  # fmt: skip
ReportingForm = Literal["verb", "noun", "phrase"]
HedgeKind = Literal["hearsay", "doubt", "distance", "confirmation"]


@dataclass(frozen=True, slots=True)
class ReportingWord:
    """A verb ("say"), noun ("statement") or phrase ("according to") that introduces what someone says.

    ``stance`` is that of the content ("denied" for "deny"). ``strength`` (0 to 1) is how far the word presents the
    content as true: "confirm" high, "allege" low. ``quotes`` says that it can stand beside a direct quotation,
    ``objects`` that a plain noun object is what is said ("denied the attack"); others need a clause or a quotation.
    """

    lemma: str
    form: ReportingForm
    act: Act
    stance: Stance
    strength: float
    quotes: bool
    objects: bool = False


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words by which the text keeps its distance; ``strength`` multiplies the confidence of what they qualify."""

    words: str
    kind: HedgeKind
    strength: float


class ReportingLexicon:
    """Lookup of reporting words by lemma and of hedges by words."""

    def __init__(self, words: Collection[ReportingWord], hedges: Collection[Hedge]) -> None:
        self.words = tuple(words)
        self.hedges = tuple(hedges)
        self._verbs = {word.lemma: word for word in words if word.form == "verb"}
        self._nouns = {word.lemma: word for word in words if word.form == "noun"}
        self._phrases = {fold(word.lemma): word for word in words if word.form == "phrase"}
        self._hedges = {fold(hedge.words): hedge for hedge in hedges}

    @classmethod
    def load(cls, directory: Path) -> "ReportingLexicon":
        """Load ``reporting_verbs.tsv`` and ``hedges.tsv``.

        Raises:
            ValueError: a row is malformed or names an act, stance, form or kind outside the vocabulary.
        """
        words = [_word(row) for row in read_table(directory / "reporting_verbs.tsv")]
        return cls(words, [_hedge(row) for row in read_table(directory / "hedges.tsv")])

    def verb(self, lemma: str) -> ReportingWord | None:
        """The reporting verb of that lemma; verbs with a particle are written ``"point out"``."""
        return self._verbs.get(lemma)

    def noun(self, lemma: str) -> ReportingWord | None:
        """The reporting noun of that lemma ("statement", "allegation")."""
        return self._nouns.get(lemma)

    def phrase(self, words: str) -> ReportingWord | None:
        """The reporting phrase written so ("according to", "in the words of")."""
        return self._phrases.get(fold(words))

    def hedge(self, words: str) -> Hedge | None:
        """The hedge written so ("reportedly", "so-called")."""
        return self._hedges.get(fold(words))

    def phrases(self) -> dict[tuple[str, ...], ReportingWord]:
        """Every reporting phrase by its folded words, for a matcher over tokens."""
        return dict(self._phrases)

    def hedge_phrases(self) -> dict[tuple[str, ...], Hedge]:
        """Every hedge by its folded words, for a matcher over tokens."""
        return dict(self._hedges)


def _word(row: dict[str, str]) -> ReportingWord:
    form, act, stance = row["form"], row["act"], row["stance"]
    if form not in get_args(ReportingForm) or act not in get_args(Act) or stance not in STANCES:
        raise ValueError(f"{row['lemma']}: unknown form {form!r}, act {act!r} or stance {stance!r}")
    return ReportingWord(
        lemma=row["lemma"],
        form=cast("ReportingForm", form),
        act=cast("Act", act),
        stance=stance,
        strength=float(row["strength"]),
        quotes=row["quotes"] == "yes",
        objects=row["objects"] == "yes",
    )


def _hedge(row: dict[str, str]) -> Hedge:
    kind = row["kind"]
    if kind not in get_args(HedgeKind):
        raise ValueError(f"{row['words']}: unknown kind {kind!r}")
    return Hedge(words=row["words"], kind=cast("HedgeKind", kind), strength=float(row["strength"]))
