"""The working material that every stage of extraction reads and adds to.

All offsets here count characters of the *clean* text; ``CleanText.span`` leads back to the original. The pipeline
converts once, at the end.
"""

from array import array
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from app.domain.annotations import DateInterval
from app.domain.gazetteer import GazetteerEntry
from app.domain.vocabulary import EntityKind, MentionKind, OrganizationCategory, PlaceBasis, PlacePrecision

if TYPE_CHECKING:
    from spacy.tokens import Doc

BlockKind = Literal["headline", "heading", "caption", "body"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or caption of the clean text. ``body_start`` is past a dateline ("ADEN, 3 May --")."""

    start: int
    end: int
    kind: BlockKind = "body"
    body_start: int = -1


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline's place name and date words, where it has them, as half-open spans."""

    place: tuple[int, int] | None = None
    date: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class CleanText:
    """Text without boilerplate, odd spaces and capitals-only casing, with the way back.

    ``offsets[i]`` is the position in the original of character ``i``; ``boilerplate`` are spans of the original.
    """

    text: str
    offsets: "array[int]"
    blocks: tuple[Block, ...]
    boilerplate: tuple[tuple[int, int], ...] = ()
    dateline: Dateline | None = None
    was_capitals: bool = False
    #: lines that said when the page was published or changed, e.g. "Posted: Tuesday, March 24, 2015 6:12 PM EDT"
    stamps: tuple[str, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original text of a non-empty span of the clean text."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def block_at(self, position: int) -> Block:
        """The block that holds the character; the nearest one before it where none does."""
        ends = [block.end for block in self.blocks]
        return self.blocks[min(bisect_left(ends, position + 1), len(self.blocks) - 1)]


@dataclass(slots=True)
class FoundDate:
    """A date expression. ``value.basis`` is stated or relative; ``anchor`` is the EDTF date it was counted from."""

    start: int
    end: int
    text: str
    value: DateInterval
    anchor: str | None = None


@dataclass(slots=True)
class Name:
    """A name as it stands in the text: a mention before and after it is linked (``entity`` indexes the entity list)."""

    start: int
    end: int
    text: str
    kind: MentionKind
    confidence: float = 0.5
    entity: int | None = None
    #: title or office words right beside a person's name, e.g. "Iranian Foreign Minister"
    role: str | None = None
    role_span: tuple[int, int] | None = None
    #: id in the actor lexicon, where the words are known there
    lexicon_id: str | None = None


@dataclass(slots=True)
class Location:
    """What toponym resolution decided: the entry, or only a container (``entry`` None) where no gazetteer knows it."""

    entry: GazetteerEntry | None
    container: GazetteerEntry | None = None
    #: entity index of a container that is itself unknown to the gazetteer
    container_entity: int | None = None
    #: latitude and longitude that stand in better than the container's own point: a place nearby in the text
    point: tuple[float, float] | None = None
    precision: PlacePrecision = "settlement"
    basis: PlaceBasis = "gazetteer"
    confidence: float = 0.5


@dataclass(slots=True)
class EntityDraft:
    """One entity of the article while it is being put together."""

    kind: EntityKind | Literal["demonym", "weapon", "vehicle"]
    name: str
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    country_code: str | None = None
    category: OrganizationCategory | None = None
    sector: str | None = None
    lexicon_id: str | None = None
    location: Location | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of people or things: "at least 17 people" is low 17, high None.

    ``noun`` is the token index of the counted noun (None for a bare number, "13 were killed"); ``whole`` is the span
    of a whole it is part of ("three of the dead"); ``more`` marks "another three", "21 others".
    """

    start: int
    end: int
    text: str
    low: int
    high: int | None
    noun: int | None = None
    more: bool = False
    whole: tuple[int, int] | None = None
    #: whether people are counted; None where the words do not say ("13 were killed")
    counts_people: bool | None = None
    #: attackers, civilians, children or women, where the noun says so
    group: str | None = None


@dataclass(slots=True)
class Document:
    """One article on its way through the pipeline."""

    clean: CleanText
    doc: "Doc"
    #: the text as it came in
    raw: str = ""
    title: str | None = None
    #: publication date as an interval; basis stated (given) or relative (inferred), all None where unknown
    published: DateInterval = field(default_factory=DateInterval)
    names: list[Name] = field(default_factory=list)
    entities: list[EntityDraft] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    #: how often each country is named beyond doubt: by its name, people, capital, organizations, the dateline
    named_countries: Counter[str] = field(default_factory=Counter)
    #: code of the country that dateline and names put the report into; None without dateline
    homeland: str | None = None
    #: token index of a pronoun or definite description ("he", "the group") -> entity index
    antecedents: dict[int, int] = field(default_factory=dict)
    #: token index -> index into ``names`` for every token inside a name
    name_at: dict[int, int] = field(default_factory=dict)

    def original(self, start: int, end: int) -> tuple[int, int, str]:
        """Span and words in the original text of a non-empty span of the clean text."""
        first, last = self.clean.span(start, end)
        return first, last, self.raw[first:last]
