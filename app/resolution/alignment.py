"""On which side of an event the owner of a news outlet is."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.vocabulary import STATE_ARMED


@dataclass(frozen=True, slots=True)
class Party:
    """Who took part: an organization by its id in the seeds; ``is_state``: a country that stands for itself."""

    lexicon_id: str | None
    country_code: str | None
    sector: str | None
    is_state: bool


def side_of(key: str, actors: Iterable[Party], targets: Iterable[Party]) -> str | None:
    """Whether the state (``key`` is its country code) or organization (its id in the seeds) is actor, target or both.

    A state takes part as itself, its government or its forces. None where it is on neither side.
    """
    acts = any(_is_owner(party, key) for party in actors)
    is_hit = any(_is_owner(party, key) for party in targets)
    if acts and is_hit:
        return "both"
    return "actor" if acts else "target" if is_hit else None


def _is_owner(party: Party, key: str) -> bool:
    if party.lexicon_id == key:
        return True
    return party.country_code == key and (party.is_state or party.sector in STATE_ARMED)
