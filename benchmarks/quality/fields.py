"""The fields of one pair of events that have a value of their own: mode, date, place, casualties, stance."""

from collections.abc import Iterator

from app.domain.annotations import Entity, OfWhom, Place
from app.domain.vocabulary import FIGURE_KINDS, FigureKind
from benchmarks.quality.alignment import Pair, overlap
from benchmarks.quality.labels import Range, as_range
from benchmarks.quality.loading import occurrences
from benchmarks.quality.names import names_agree
from benchmarks.quality.tally import Tally, items, same


def compare_fields(pair: Pair) -> Iterator[tuple[str, Tally]]:
    """Each figure's name with what this pair adds to it."""
    labelled, extracted = pair.labelled, pair.extracted
    yield "mode", same(right=labelled.mode == extracted.mode)
    yield "contexts", items(extracted.contexts, set(labelled.contexts))
    yield "date", same(right=labelled.days == (extracted.date.earliest, extracted.date.latest))
    yield "place", same(right=_right_place(pair))
    yield "place_container", same(right=_right_container(pair))
    yield "background", same(right=labelled.background == extracted.background)
    yield "stance", same(right=labelled.stance == extracted.stance)
    if labelled.stance == extracted.stance != "asserted":
        yield "stance_cue", same(right=_right_cue(pair))
    yield from _casualties(pair)
    yield "counts", _counts(pair)


def _casualties(pair: Pair) -> Iterator[tuple[str, Tally]]:
    for kind in FIGURE_KINDS:
        stated = getattr(pair.extracted, kind)
        yield kind, same(right=pair.labelled.amount(kind) == (stated and (stated.low, stated.high)))
        parts = _parts(stated.of_whom if stated else None)
        yield "of_whom", items(parts, _parts(pair.labelled.of_whom.get(kind)))
    stated_figures = {(figure.what, figure.low, figure.high) for figure in pair.extracted.figures}
    yield "figures", items(stated_figures, set(_labelled_figures(pair)))


def _counts(pair: Pair) -> Tally:
    """Other numbers than those of casualties (arrests are counted as captured anyhow), whatever word tells of what."""
    stated = {(figure.low, figure.high) for figure in pair.extracted.figures}
    counted = [(count.low, count.high) for count in pair.extracted.counts]
    labelled = [as_range(count.amount) for count in pair.labelled.counts]
    casualties = {(low, high) for _, low, high in _labelled_figures(pair)}
    return items(
        [count for count in counted if count not in stated],
        [count for count in labelled if count not in casualties],
    )


def _labelled_figures(pair: Pair) -> Iterator[tuple[FigureKind, int, int | None]]:
    chosen: Iterator[tuple[FigureKind, Range | None]] = ((kind, pair.labelled.amount(kind)) for kind in FIGURE_KINDS)
    yield from ((kind, *amount) for kind, amount in chosen if amount)
    yield from ((figure.what, *as_range(figure.amount)) for figure in pair.labelled.figures)


def _parts(of_whom: OfWhom | None) -> set[tuple[str, int]]:
    return set(of_whom.model_dump(exclude_none=True).items()) if of_whom else set()


def _right_place(pair: Pair) -> bool:
    wanted, place = pair.labelled.place, _place(pair)
    if wanted is None or place is None:
        return (wanted is None) == (place is None)
    span = pair.extracted.place_span
    spoken = span and any(overlap((span.start, span.end), told) for told in occurrences(pair.text, wanted.text))
    return bool(spoken) or _is_named(place, wanted.text)


def _right_container(pair: Pair) -> bool:
    wanted, place = pair.labelled.place, _place(pair)
    if wanted is None or place is None:
        return (wanted is None) == (place is None)
    if wanted.country_code and place.country_code != wanted.country_code:
        return False
    return not wanted.within or any(_is_named(one, wanted.within) for one in _chain(place, pair.entities))


def _place(pair: Pair) -> Place | None:
    found = pair.entities.get(pair.extracted.place or "")
    return found if isinstance(found, Place) else None


def _chain(place: Place, entities: dict[str, Entity]) -> Iterator[Place]:
    """The place and all its containers."""
    seen: set[str] = set()
    current: Entity | None = place
    while isinstance(current, Place) and current.id not in seen:
        yield current
        seen.add(current.id)
        current = entities.get(current.within or "")


def _is_named(place: Place, name: str) -> bool:
    return any(names_agree(known, name) for known in (place.name, *place.aliases, place.admin1) if known)


def _right_cue(pair: Pair) -> bool:
    cue = pair.extracted.stance_cue
    told = occurrences(pair.text, pair.labelled.stance_cue)
    return cue is not None and any(overlap((cue.start, cue.end), one) for one in told)
