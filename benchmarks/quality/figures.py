"""The figures of extraction on labelled articles, in per cent.

- ``events_precision``, ``events_recall``, ``events``: extracted events that stand for a labelled one of the same type,
  one-to-one (``alignment``); ``events`` is the F measure. ``type``: pairs that agree in type, of all pairs.
- ``main_event``: articles whose first event stands for the first labelled one.

All that follows is counted over the pairs that agree in type.

- ``mode``, ``background``, ``stance``, ``date`` (first and last day), ``killed`` … ``displaced`` (low and high):
  pairs in which the value is the same. Not stated is a value, and another one than 0.
- ``place``: pairs in which the place is the labelled one, by name; ``place_container``: in which it is, or lies in, the
  labelled container and country. No place is right where none is labelled.
- ``contexts``, ``figures`` (every stated casualty number), ``of_whom`` (each part told apart), ``counts`` (the numbers,
  without those that repeat a casualty number): F measure of equal items.
- ``actors`` (with mediators, in their role), ``targets``: F measure; a party is right if its words overlap the labelled
  ones or its entity has the labelled name. Of the right parties: ``sectors``, those with the labelled sector;
  ``party_entities``, with the labelled entity or rightly none; ``party_countries``, with the country that words tell.
- ``claims``: F measure of topics claimed: same claimant, same verb, same topic. Of those with claimant and verb right:
  ``claim_stance``, those with the labelled stance.
- ``stance_cue``: of the pairs that agree in a stance other than ``asserted``, those whose cue overlaps the labelled.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.domain.annotations import Annotations
from benchmarks.quality.alignment import Pair, align
from benchmarks.quality.fields import compare_fields
from benchmarks.quality.labels import LabelledText
from benchmarks.quality.parties import compare_claims, compare_parties
from benchmarks.quality.tally import Tally, same


def figures(articles: Iterable[tuple[LabelledText, Annotations]]) -> dict[str, float]:
    """All figures over some articles, to a tenth of a point."""
    tallies: dict[str, Tally] = defaultdict(lambda: Tally(0, 0, 0))
    for labels, found in articles:
        for name, tally in _compare(labels, found):
            tallies[name] += tally
    events = tallies["events"]
    shares = {
        "events_precision": 100 * events.right / max(events.extracted, 1),
        "events_recall": 100 * events.right / max(events.labelled, 1),
    }
    measured = shares | {name: tally.percent for name, tally in tallies.items()}
    return {name: round(value, 1) for name, value in measured.items()}


def _compare(labels: LabelledText, found: Annotations) -> Iterator[tuple[str, Tally]]:
    pairs = align(labels, found)
    agreed = [pair for pair in pairs if pair.labelled.type == pair.extracted.type]
    yield "events", Tally(len(agreed), len(found.events), len(labels.events))
    yield "type", Tally(len(agreed), len(pairs), len(pairs))
    yield "main_event", same(right=any(_both_first(pair, labels, found) for pair in agreed))
    for pair in agreed:
        yield from compare_fields(pair)
        yield from compare_parties(pair)
        yield from compare_claims(pair)


def _both_first(pair: Pair, labels: LabelledText, found: Annotations) -> bool:
    return pair.labelled is labels.events[0] and pair.extracted is found.events[0]
