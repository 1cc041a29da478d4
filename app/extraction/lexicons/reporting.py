"""Words by which a text says who says something."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from app.domain.vocabulary import STANCES, Stance
from app.extraction.lexicons.tables import read_table

#: what the speaker does by saying it
Act = Literal[
    "asserts", "claims", "admits", "denies", "accuses", "warns", "threatens", "promises", "demands", "predicts",
    "doubts",
]  # fmt: skip
ReportingForm = Literal["verb", "noun", "phrase", "adverb"]


@dataclass(frozen=True, slots=True)
class ReportingWord:
    """A verb ("say"), noun ("report"), phrase ("according to") or adverb ("allegedly") for what someone says.

    ``stance`` is that of the content ("denied" for "deny"). ``objects`` says that a plain noun object is what is said
    ("denied the attack"); other verbs need a clause or a quotation.
    """

    lemma: str
    form: ReportingForm
    act: Act
    stance: Stance
    objects: bool = False


class ReportingLexicon:
    """Lookup of reporting words."""

    def __init__(self, words: Collection[ReportingWord]) -> None:
        self._verbs = {word.lemma: word for word in words if word.form == "verb"}
        self._nouns = {word.lemma: word for word in words if word.form == "noun"}
        #: lower-case adverbs by which the text leaves open who says it
        self.hearsay = frozenset(word.lemma for word in words if word.form == "adverb")
        self._phrases: dict[str, list[tuple[tuple[str, ...], ReportingWord]]] = {}
        for word in words:
            if word.form == "phrase":
                first, *rest = word.lemma.split()
                self._phrases.setdefault(first, []).append((tuple(rest), word))

    @classmethod
    def load(cls, directory: Path) -> "ReportingLexicon":
        """Load ``reporting_verbs.tsv``.

        Raises:
            ValueError: a row is malformed or names an act, stance or form outside the vocabulary.
        """
        return cls([_word(row) for row in read_table(directory / "reporting_verbs.tsv")])

    def verb(self, lemma: str) -> ReportingWord | None:
        """The reporting verb of that lemma; verbs with a particle are written ``"point out"``."""
        return self._verbs.get(lemma)

    def noun(self, lemma: str) -> ReportingWord | None:
        """The reporting noun of that lemma ("report", "allegation")."""
        return self._nouns.get(lemma)

    def phrases(self, first: str) -> Collection[tuple[tuple[str, ...], ReportingWord]]:
        """The reporting phrases that start with the lower-case word, each as the words after it and its record."""
        return self._phrases.get(first, ())


def _word(row: Mapping[str, str]) -> ReportingWord:
    form, act, stance = row["form"], row["act"], row["stance"]
    if form not in get_args(ReportingForm) or act not in get_args(Act) or stance not in STANCES:
        raise ValueError(f"{row['lemma']}: unknown form {form!r}, act {act!r} or stance {stance!r}")
    return ReportingWord(
        lemma=row["lemma"],
        form=cast("ReportingForm", form),
        act=cast("Act", act),
        stance=stance,
        objects=row["objects"] == "yes",
    )
