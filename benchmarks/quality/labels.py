"""Labelled articles: a text, and every event it tells with every field, as a careful reader marks them.

One TOML file per article. A field that is absent means what the contract's default means: not stated, none, false,
asserted. Words are quoted, not counted: a quotation stands for all its occurrences, except that of a trigger, where
``nth`` says which one. Unknown keys, codes and dates that are none are refused here, words that are not in the text by
``loading``.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from app.domain.annotations import ArticleText, OfWhom
from app.domain.edtf import parse_edtf
from app.domain.vocabulary import CONTEXTS, MODES_OF_TYPE, SECTORS, ClaimTopic, EventType, FigureKind, Stance

Range = tuple[int, int | None]


def _known_context(name: str) -> str:
    if name not in CONTEXTS:
        raise ValueError(f"no context {name!r}")
    return name


def _known_sector(name: str) -> str:
    if name not in SECTORS:
        raise ValueError(f"no sector {name!r}")
    return name


def _range(amount: list[int]) -> list[int]:
    if len(amount) == 2 and amount[1] < amount[0]:
        raise ValueError(f"{amount} ends before it starts")
    return amount


#: ``[low, high]``, or ``[low]`` where it is open above.
Amount = Annotated[list[Annotated[int, Field(ge=0)]], Field(min_length=1, max_length=2), AfterValidator(_range)]
EdtfDate = Annotated[str, AfterValidator(lambda text: text and (parse_edtf(text).edtf or ""))]


def as_range(amount: Amount) -> Range:
    """Low and high; high is None where it is open."""
    return amount[0], amount[1] if len(amount) == 2 else None


class _Label(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LabelledPlace(_Label):
    """The narrowest named place, and where it lies."""

    text: str
    within: str = ""
    country_code: str = Field(pattern=r"^([A-Z]{2})?$", default="")


class LabelledParty(_Label):
    """An actor, mediator or target. ``entity``: the name behind the words; ``country_code`` only where words say it.

    ``also`` are other words of the text for the same party ("patrol" for "two policemen"), which are as good.
    """

    text: str
    also: tuple[str, ...] = ()
    sector: Annotated[str, AfterValidator(_known_sector)]
    entity: str = ""
    country_code: str | None = Field(pattern=r"^[A-Z]{2}$", default=None)
    role: Literal["mediator"] | None = None

    @property
    def wordings(self) -> tuple[str, ...]:
        """All words for it."""
        return self.text, *self.also


class LabelledFigure(_Label):
    """A stated casualty figure beside the one the event stands by. ``claimant`` is empty where the outlet says it."""

    what: FigureKind
    amount: Amount
    claimant: str = ""


class LabelledCount(_Label):
    """Another number of the event."""

    what: str
    amount: Amount
    text: str


class LabelledClaim(_Label):
    """Who says it, with which word (empty where there is none, as after a speaker's label), and what rests on it."""

    claimant: str
    verb: str = ""
    about: tuple[ClaimTopic, ...] = Field(min_length=1)
    stance: Stance = "asserted"


class Telling(_Label):
    """Words that tell the event; ``nth`` (from 1) where the text has them more than once."""

    trigger: str
    nth: int = Field(ge=1, default=1)


class LabelledEvent(Telling):
    """One happening. ``date`` is EDTF, empty where the text does not say."""

    also: tuple[Telling, ...] = ()
    type: EventType
    mode: str | None = None
    contexts: tuple[Annotated[str, AfterValidator(_known_context)], ...] = ()
    date: EdtfDate
    place: LabelledPlace | None = None
    background: bool = False
    actors: tuple[LabelledParty, ...] = ()
    targets: tuple[LabelledParty, ...] = ()
    killed: Amount | None = None
    wounded: Amount | None = None
    captured: Amount | None = None
    missing: Amount | None = None
    displaced: Amount | None = None
    of_whom: dict[FigureKind, OfWhom] = {}
    figures: tuple[LabelledFigure, ...] = ()
    counts: tuple[LabelledCount, ...] = ()
    stance: Stance = "asserted"
    stance_cue: str = ""
    claims: tuple[LabelledClaim, ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> "LabelledEvent":
        if self.mode is not None and self.mode not in MODES_OF_TYPE[self.type]:
            raise ValueError(f"{self.type} has no mode {self.mode!r}")
        if (self.stance == "asserted") == bool(self.stance_cue):
            raise ValueError("a stance other than asserted, and only that, needs its cue")
        if any(party.role for party in self.targets):
            raise ValueError("a target has no role")
        if any(self.amount(kind) is None for kind in self.of_whom):
            raise ValueError("of_whom tells apart a figure that is not there")
        return self

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """All words that tell it, the main ones first."""
        return self, *self.also

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day; None where open or unknown."""
        known = parse_edtf(self.date) if self.date else None
        return (known.earliest, known.latest) if known else (None, None)

    def amount(self, kind: FigureKind) -> Range | None:
        """The figure the event stands by."""
        stated: Amount | None = getattr(self, kind)
        return None if stated is None else as_range(stated)


class LabelledText(_Label):
    """One article of an outlet of some kind, and its events: the main one first."""

    outlet: str = Field(min_length=1)
    title: str | None = None
    published_on: str | None = None
    text: str
    events: tuple[LabelledEvent, ...] = Field(min_length=1)

    def article(self) -> ArticleText:
        """What the extractor is given."""
        return ArticleText(text=self.text, title=self.title, published_on=self.published_on)
