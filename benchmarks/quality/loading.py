"""Reading labelled articles from their folder, and checking that every quoted wording is in the text."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from benchmarks.quality.labels import LabelledEvent, LabelledText, Telling

Stretch = tuple[int, int]


class BadLabels(ValueError):
    """Labels that contradict their text or the vocabularies: one line per fault."""


def load_labels(folder: Path) -> dict[str, LabelledText]:
    """All labelled articles of a folder by the names of their files.

    Raises:
        BadLabels: with every fault of every file.
    """
    read, faults = {}, []
    for path in sorted(folder.glob("*.toml")):
        try:
            read[path.stem] = load_article(path)
        except BadLabels as error:
            faults.append(str(error))
    if faults:
        raise BadLabels("\n".join(faults))
    return read


def load_article(path: Path) -> LabelledText:
    """One labelled article. Raises ``BadLabels`` with all that is wrong with it."""
    try:
        labels = LabelledText.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise BadLabels(f"{path.name}: {error}") from error
    except ValidationError as error:
        told = (f"{path.name}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
        raise BadLabels("\n".join(told)) from error
    if faults := [f"{path.name}: {fault}" for event in labels.events for fault in _faults(event, labels.text)]:
        raise BadLabels("\n".join(faults))
    return labels


def occurrences(text: str, wording: str) -> list[Stretch]:
    """Where the words stand in the text, as whole words and in this case; a space stands for any white space."""
    words = r"\s+".join(re.escape(word) for word in wording.split())
    return [found.span() for found in re.finditer(rf"(?<!\w){words}(?!\w)", text)] if words else []


def trigger_stretch(text: str, telling: Telling) -> Stretch:
    """Where the trigger stands."""
    return occurrences(text, telling.trigger)[telling.nth - 1]


def _faults(event: LabelledEvent, text: str) -> Iterator[str]:
    name = f"{event.type} {event.trigger!r}"
    for telling in event.tellings:
        found = len(occurrences(text, telling.trigger))
        if not found:
            yield f"{name}: no {telling.trigger!r} in the text"
        elif telling.nth > found:
            yield f"{name}: {telling.trigger!r} occurs only {found} times"
        elif found > 1 and "nth" not in telling.model_fields_set:
            yield f"{name}: {telling.trigger!r} occurs {found} times; say which one with nth"
    for wording in _quotations(event):
        if not occurrences(text, wording):
            yield f"{name}: no {wording!r} in the text"
    told = Counter((telling.trigger, telling.nth) for telling in event.tellings)
    yield from (f"{name}: {trigger!r} is given twice" for (trigger, _), count in told.items() if count > 1)


def _quotations(event: LabelledEvent) -> Iterator[str]:
    if event.place:
        yield event.place.text
    yield from (wording for party in (*event.actors, *event.targets) for wording in party.wordings)
    yield from (count.text for count in event.counts)
    yield from (figure.claimant for figure in event.figures if figure.claimant)
    yield from (wording for claim in event.claims for wording in (claim.claimant, claim.verb) if wording)
    if event.stance_cue:
        yield event.stance_cue
