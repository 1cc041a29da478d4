"""Who took part in one pair of events, and who tells of it."""

from collections.abc import Callable, Iterator, Sequence

from app.domain.annotations import Claim, Participant
from benchmarks.quality.alignment import Pair, overlap
from benchmarks.quality.labels import LabelledClaim, LabelledParty
from benchmarks.quality.loading import occurrences
from benchmarks.quality.names import names_agree, words_of
from benchmarks.quality.tally import Tally, same


def compare_parties(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """What this pair adds to ``actors`` and ``targets``, and to the figures of the right ones."""
    sides = (
        ("actors", pair.labelled.actors, pair.extracted.actors),
        ("targets", pair.labelled.targets, pair.extracted.targets),
    )
    for side, labelled, extracted in sides:
        right = _matched(labelled, extracted, lambda wanted, found: _right_party(pair, wanted, found))
        yield side, Tally(len(right), len(extracted), len(labelled))
        for wanted, found in right:
            yield "sectors", same(right=wanted.sector == found.sector)
            yield "party_entities", same(right=_right_entity(pair, wanted, found))
            if wanted.country_code:
                yield "party_countries", same(right=wanted.country_code == found.country_code)


def compare_claims(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """What this pair adds to ``claims`` and ``claim_stance``."""
    labelled, extracted = pair.labelled.claims, pair.extracted.claims
    right = _matched(labelled, extracted, lambda wanted, found: _right_claim(pair, wanted, found))
    agreed = sum(len(set(wanted.about) & set(found.about)) for wanted, found in right)
    yield "claims", Tally(agreed, sum(len(one.about) for one in extracted), sum(len(one.about) for one in labelled))
    for wanted, found in right:
        yield "claim_stance", same(right=wanted.stance == found.stance)


def _matched[Wanted, Found](
    labelled: Sequence[Wanted], extracted: Sequence[Found], agree: Callable[[Wanted, Found], bool]
) -> list[tuple[Wanted, Found]]:
    """Pairs that agree, one-to-one, in order."""
    free, pairs = list(extracted), []
    for wanted in labelled:
        found = next((one for one in free if agree(wanted, one)), None)
        if found is not None:
            free.remove(found)
            pairs.append((wanted, found))
    return pairs


def _right_party(pair: Pair, wanted: LabelledParty, found: Participant) -> bool:
    if (found.role == "mediator") != (wanted.role == "mediator"):
        return False
    said = any(_says(pair, wording, found) for wording in wanted.wordings)
    return said or bool(wanted.entity and _is_named(pair, found.entity, wanted.entity))


def _right_entity(pair: Pair, wanted: LabelledParty, found: Participant) -> bool:
    if not wanted.entity:
        return found.entity is None
    return _is_named(pair, found.entity, wanted.entity)


def _right_claim(pair: Pair, wanted: LabelledClaim, found: Claim) -> bool:
    same_verb = not wanted.verb or words_of(wanted.verb)[:1] == words_of(found.verb)[:1]
    return same_verb and (_says(pair, wanted.claimant, found) or _is_named(pair, found.claimant, wanted.claimant))


def _says(pair: Pair, wording: str, found: Participant | Claim) -> bool:
    return any(overlap((found.start, found.end), told) for told in occurrences(pair.text, wording))


def _is_named(pair: Pair, entity: str | None, name: str) -> bool:
    known = pair.entities.get(entity or "")
    return known is not None and any(names_agree(one, name) for one in (known.name, *known.aliases))
