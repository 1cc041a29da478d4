"""What resolution knows of one article's report of an event: plain values that depend on that article alone.

Parties and places stand as keys that are the same in every article (``party_key``, ``place_key``), not as stored ids:
what two articles are compared by must not depend on which other article came first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.annotations import Entity, Organization, Participant, Person, Place
from app.domain.vocabulary import DatePrecision, EventType, PlacePrecision, Stance
from app.resolution.merging import state_of
from app.resolution.names import plain_name
from app.resolution.wording import Wording


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """One report as it is compared.

    ``order`` sorts reports the same way however they came in. ``is_main``: what its article is mainly about. ``chain``
    are the keys of the place (named ``place_name``) and its containers, innermost first; much happens in one day in a
    ``is_large_place``. ``actors`` and ``targets`` are party keys. Figures are (low, high). ``published`` is
    the article's last day. ``words`` are content words of the evidence; ``wording`` is that of the whole article.
    ``text_key`` is equal for copies of one text that one extractor read, in which ``local_id`` is the event's id.
    """

    id: str
    article_id: str
    order: str
    type: EventType
    local_id: str = ""
    is_main: bool = False
    text_key: str = ""
    mode: str | None = None
    stance: Stance = "asserted"
    earliest: date | None = None
    latest: date | None = None
    precision: DatePrecision = "unknown"
    place_name: str = ""
    chain: tuple[str, ...] = ()
    country_code: str | None = None
    place_precision: PlacePrecision | None = None
    point: tuple[float, float] | None = None
    is_large_place: bool = False
    actors: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    target_sectors: frozenset[str] = frozenset()
    killed: tuple[int, int | None] | None = None
    wounded: tuple[int, int | None] | None = None
    published: date | None = None
    words: frozenset[str] = frozenset()
    wording: Wording = field(default_factory=Wording)

    @property
    def fineness(self) -> DatePrecision:
        """The precision of the date; unknown for an interval that is open ("since Thursday")."""
        return self.precision if self.earliest and self.latest else "unknown"

    @property
    def people(self) -> frozenset[str]:
        """The keys of the persons among the parties."""
        return frozenset(key for key in self.actors | self.targets if key.startswith("p:"))


def party_keys(parties: Iterable[Participant], entities: Mapping[str, Entity]) -> frozenset[str]:
    """The keys of all parties that are known by more than words; ``entities`` are the article's, by id."""
    keys = (party_key(party, entities.get(party.entity or "")) for party in parties)
    return frozenset(key for key in keys if key)


def party_key(party: Participant, entity: Entity | None) -> str | None:
    """``l:`` the lexicon's id, ``c:`` a state's code, ``p:``, ``o:`` a folded name, ``g:`` a gazetteer id."""
    if isinstance(entity, Organization):
        return f"l:{entity.lexicon_id}" if entity.lexicon_id else f"o:{plain_name(entity.name)}"
    if isinstance(entity, Person):
        return f"p:{plain_name(entity.name)}"
    if isinstance(entity, Place):
        if entity.precision == "country" and entity.country_code:
            return f"c:{entity.country_code}"
        return f"g:{entity.geonames_id}" if entity.geonames_id else f"n:{plain_name(entity.name)}"
    state = state_of(party)
    return f"c:{state}" if state else None
