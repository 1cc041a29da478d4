"""Which news outlets the seeds know to be owned or run by a state, a party or an armed group."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.domain.documents import AlignmentDocument
from app.domain.names import fold_name
from app.extraction.lexicons.actors import ActorLexicon
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.lexicons.tables import read_table, values

_RELATIONS = frozenset({"state_media", "party_media"})


class KnownOutlets:
    """Lookup of an outlet's alignment by its name or the host of its web address."""

    def __init__(self, outlets: Iterable[tuple[Iterable[str], AlignmentDocument]] = ()) -> None:
        """``outlets``: the names and hosts of each, and whom it belongs to."""
        self._outlets = {fold_name(name): alignment for names, alignment in outlets for name in names}

    @classmethod
    def load(cls, directory: Path, organizations: ActorLexicon) -> "KnownOutlets":
        """Load ``outlets.tsv``.

        Raises:
            ValueError: a row is malformed, or ``aligned_with`` is no country and no actor of the seeds.
        """
        countries = CountryLexicon.load(directory)
        return cls(
            ((row["name"], *values(row["aliases"]), *values(row["hosts"])), _alignment(row, organizations, countries))
            for row in read_table(directory / "outlets.tsv")
        )

    def alignment_of(self, source: str) -> AlignmentDocument | None:
        """Whom the outlet belongs to; ``source`` is its name, or a host, also one below its own (``en.sana.sy``)."""
        return next((self._outlets[key] for key in _keys(source) if key in self._outlets), None)


def _keys(source: str) -> Iterator[str]:
    yield fold_name(source)
    labels = source.strip().casefold().split(".")
    if len(labels) > 1 and not any(map(str.isspace, source.strip())):
        yield from (fold_name(".".join(labels[start:])) for start in range(1, len(labels) - 1))


def _alignment(row: Mapping[str, str], organizations: ActorLexicon, countries: CountryLexicon) -> AlignmentDocument:
    key, relation = row["aligned_with"], row["relation"]
    country = countries.country(key)
    record = organizations.get(key)
    if relation not in _RELATIONS or (country is None and record is None):
        raise ValueError(f"outlets.tsv, {row['name']}: {key} is no country and no actor, or {relation} no relation")
    name = country.name if country else record.name if record else key
    return {"kind": "state" if country else "organization", "key": key, "name": name, "relation": relation}
