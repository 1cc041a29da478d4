"""What a client may ask of each list: one frozen model per resource, from the URL's parameters to the SQL.

Unknown parameters and values outside a closed list are errors; free names never are.
"""

from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from app.domain.edtf import parse_query_date
from app.domain.iso3166 import ALPHA2_OF_ALPHA3, COUNTRY_CODES
from app.domain.moments import Moment, parse_point
from app.domain.vocabulary import EventType, OrganizationCategory, PlacePrecision, Stance

MAX_LIMIT = 200
DEFAULT_LIMIT = 50


def _upper(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _country(value: str) -> str:
    code = ALPHA2_OF_ALPHA3.get(value, value)
    if code not in COUNTRY_CODES:
        raise ValueError("not an ISO 3166-1 country code such as SY or SYR")
    return code


def _date(value: str) -> str:
    parse_query_date(value)
    return value.strip()


def _printable(value: str) -> str:
    text = value.strip()
    if not text or any(ord(character) < 32 or 0xD800 <= ord(character) <= 0xDFFF for character in text):
        raise ValueError("must hold printable text")
    return text


def _point(value: str) -> str:
    parse_point(value)
    return value.strip()


def _box(value: str) -> str:
    Box.parse(value)
    return value


CountryCode = Annotated[str, BeforeValidator(_upper), AfterValidator(_country)]
HistoryPoint = Annotated[str, AfterValidator(_point), Field(max_length=100)]
QueryDate = Annotated[str, AfterValidator(_date)]
FreeName = Annotated[str, AfterValidator(_printable), Field(max_length=200)]
SearchText = Annotated[str, AfterValidator(_printable), Field(max_length=500)]


class Box(BaseModel):
    """A box in WGS 84 degrees. ``west`` may be greater than ``east``: then it crosses the antimeridian."""

    model_config = ConfigDict(frozen=True)

    west: float = Field(ge=-180, le=180)
    south: float = Field(ge=-90, le=90)
    east: float = Field(ge=-180, le=180)
    north: float = Field(ge=-90, le=90)

    @classmethod
    def parse(cls, text: str) -> "Box":
        """Read ``west,south,east,north``; ``ValueError`` says what is wrong."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            raise ValueError("must be four numbers: west,south,east,north, such as 36.5,35.8,37.8,36.6") from None
        if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= 90 and -90 <= north <= 90):
            raise ValueError("longitudes lie between -180 and 180, latitudes between -90 and 90")
        if south > north:
            raise ValueError("the south must not lie north of the north")
        return cls(west=west, south=south, east=east, north=north)


class ListQuery(BaseModel):
    """What every list takes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MAX_LIMIT, description="Rows on one page.", examples=[50])
    cursor: str | None = Field(
        None,
        max_length=512,
        description="Where the next page starts, as `links.next` gives it; opaque.",
        examples=["WyIyMDE2LTA1LTEwIiwiZXZ0XzAxIl0"],
    )


class DatedQuery(ListQuery):
    """A list that can be cut by dates."""

    from_: QueryDate | None = Field(
        None,
        alias="from",
        description="First day, month or year of interest (YYYY, YYYY-MM, YYYY-MM-DD).",
        examples=["2016-05"],
    )
    to: QueryDate | None = Field(
        None, description="Last day, month or year of interest, included.", examples=["2016-06-30"]
    )

    @field_validator("to")
    @classmethod
    def check_order(cls, value: str | None, info: ValidationInfo) -> str | None:
        """Refuse an end that lies before the start."""
        start = info.data.get("from_")
        if value and start and parse_query_date(value)[1] < parse_query_date(start)[0]:
            raise ValueError(f"must not lie before `from` ({start})")
        return value

    @property
    def first_day(self) -> date | None:
        """The first day that ``from`` means."""
        return parse_query_date(self.from_)[0] if self.from_ else None

    @property
    def last_day(self) -> date | None:
        """The last day that ``to`` means."""
        return parse_query_date(self.to)[1] if self.to else None


_AS_OF: Final = Field(
    None,
    description="What was known at a moment: a time by RFC 3339 or a day (its end, UTC), or after a change: its number "
    "(`seq` of `/changes`), with all that was changed together with it. Left out: now.",
    examples=["2026-11-25T10:00:00Z"],
)


class AsOfQuery(BaseModel):
    """What a single event takes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    as_of: HistoryPoint | None = _AS_OF


class EntityEventsQuery(DatedQuery):
    """The events of one person, organization or place."""

    as_of: HistoryPoint | None = _AS_OF
    type: Annotated[EventType | None, BeforeValidator(_upper)] = Field(
        None, description="PLOVER event type.", examples=["ASSAULT"]
    )
    stance: Stance | Literal["any"] = Field(
        "asserted",
        description="Whether the event is reported to have happened (asserted), or was denied, threatened, planned, "
        "or is hypothetical; `any` for all.",
        examples=["asserted"],
    )
    background: bool | None = Field(
        None,
        description="true: only earlier episodes told as setting; false: none of them; left out: both.",
        examples=[False],
    )


class EventQuery(EntityEventsQuery):
    """Filters of ``/events``; all combine by AND. ``from`` and ``to`` overlap with the event's interval."""

    place: FreeName | None = Field(
        None,
        description="Name or id of a place; what lies in it is included. A settlement and the division named after it "
        "are read as the division; an id narrows.",
        examples=["Aleppo"],
    )
    country: CountryCode | None = Field(None, description="ISO 3166-1 code of the event's place.", examples=["SY"])
    bbox: Annotated[str, AfterValidator(_box)] | None = Field(
        None,
        description="Box west,south,east,north in degrees; west > east crosses the antimeridian.",
        examples=["36.5,35.8,37.8,36.6"],
    )
    actor: FreeName | None = Field(
        None,
        description="Name or id of who did it: a person, an organization or a state; mediators are included.",
        examples=["Nusra Front"],
    )
    person: FreeName | None = Field(
        None, description="Name or id of a person who took part or is quoted on it.", examples=["Shamkhani"]
    )
    organization: FreeName | None = Field(
        None, description="Name or id of an organization that took part or is quoted on it.", examples=["IRGC"]
    )
    q: SearchText | None = Field(
        None,
        description="Words that the event's title, parties, place or evidence must all hold.",
        examples=["ceasefire mediators"],
    )

    @property
    def box(self) -> Box | None:
        """The box that ``bbox`` means."""
        return Box.parse(self.bbox) if self.bbox else None


class ArticleQuery(DatedQuery):
    """Filters of ``/articles``. ``from`` and ``to`` overlap with the publication date."""

    source: FreeName | None = Field(None, description="Name of the source, as given.", examples=["Levant Courier"])
    q: SearchText | None = Field(None, description="Words that title and text must all hold.", examples=["Khan Tuman"])


class PersonQuery(ListQuery):
    """Filters of ``/people``."""

    q: FreeName | None = Field(None, description="Name, alias or transliteration.", examples=["Shamkhani"])
    country: CountryCode | None = Field(None, description="ISO 3166-1 code.", examples=["IR"])


class OrganizationQuery(PersonQuery):
    """Filters of ``/organizations``."""

    q: FreeName | None = Field(None, description="Name, acronym, alias or transliteration.", examples=["IRGC"])
    category: OrganizationCategory | None = Field(None, description="Kind of organization.", examples=["armed_group"])


class PlaceQuery(PersonQuery):
    """Filters of ``/places``."""

    q: FreeName | None = Field(None, description="Name in any transliteration.", examples=["Khan Tuman"])
    within: FreeName | None = Field(None, description="Name or id of a place that contains them.", examples=["Aleppo"])
    precision: PlacePrecision | None = Field(
        None, description="How exactly the coordinates stand for the place.", examples=["settlement"]
    )


class MentionQuery(ListQuery):
    """The mentions of one person, organization or place."""


class ChangeQuery(ListQuery):
    """What is asked of the change feed."""

    since: HistoryPoint | None = Field(
        None,
        description="Where to start: the number of the last change that you have seen (`seq`, or `meta.latest` of the "
        "last page), or a time by RFC 3339 or a day (UTC), whose own changes are included. Left out: the beginning.",
        examples=["1042"],
    )

    @property
    def start(self) -> int | Moment:
        """The number or moment that ``since`` means."""
        return parse_point(self.since) if self.since else 0
