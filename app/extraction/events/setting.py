"""Where and when an event was, as far as its own sentences leave it open: the article around it tells."""

from dataclasses import replace

from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.vocabulary import EventType
from app.extraction.dates.joining import is_heading
from app.extraction.document import Location
from app.extraction.events.circumstances import (
    Sightings,
    is_prefix,
    is_site,
    is_spot,
    lies_ahead,
    narrowest_date,
    narrowest_place,
)
from app.extraction.events.dating import day_by_time, day_of
from app.extraction.events.drafts import EventDraft
from app.extraction.events.findings import Findings
from app.extraction.events.home import SETTLED, country_entity, find_home, home_country
from app.extraction.events.hometown import settle, weigh_towns
from app.extraction.events.scenes import is_measured_from
from app.extraction.events.ways import is_elsewhere
from app.extraction.lexicons.head_nouns import HeadNouns

#: Happen at a spot, so that the place of the article's story is theirs where nothing else is said.
_PHYSICAL = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})
#: Told over whole articles, so that any sentence may give the day of the main one.
_TOLD_AT_LENGTH = frozenset({EventType.ASSAULT, EventType.PROTEST})
#: Strike from far off, so that who did it does not tell where it was.
_FROM_AFAR = frozenset({"aerial", "drone", "heavy-weapons"})
_SENTENCES_AROUND = 2
#: Toponym resolution below this is a guess from the article as a whole.
_SURE = 0.4


def set_events(
    found: Findings, drafts: list[EventDraft], seen: Sightings, gazetteer: Gazetteer, heads: HeadNouns
) -> None:
    """Give every draft its date and place; the first draft is the article's main event."""
    stage = _Stage(found, seen, gazetteer, heads)
    main = next((draft for draft in drafts if draft.type in _TOLD_AT_LENGTH and draft.stance == "asserted"), None)
    for number, draft in enumerate(drafts):
        stage.set(draft, is_main=number == 0, tells_main=draft is main)


class _Stage:
    """The article's settlements and free dates, by which drafts without their own are set."""

    def __init__(self, found: Findings, seen: Sightings, gazetteer: Gazetteer, heads: HeadNouns) -> None:
        self._found = found
        self._seen = seen
        self._document = found.document
        self._gazetteer = gazetteer
        self._heads = heads
        self._sentence_at = {
            token.i: number for number, sentence in enumerate(found.document.doc.sents) for token in sentence
        }
        self._settlements = [
            (token, index)
            for token, index in seen.places
            if index not in seen.venues
            and self._is_settled(self._document.names[index].entity)
            and not is_prefix(self._document.doc[token])
            and not is_measured_from(self._document, index)
            and not is_elsewhere(self._document, index)
        ]
        self._dates = self._free_dates(seen)
        self._headings = self._headings_with_dates()
        self._home = find_home(self._document, [index for _, index in self._settlements], gazetteer)
        self._towns = weigh_towns(self._document, gazetteer, seen.venues)
        self._country = home_country(self._document, seen.abroad)
        self._countries_of_spots = {
            draft.country_code for index, draft in enumerate(self._document.entities) if is_spot(self._document, index)
        }

    def set(self, draft: EventDraft, *, is_main: bool, tells_main: bool) -> None:
        """What the draft's own sentences say comes first."""
        told = [self._found.circumstances[index] for index in draft.frames]
        draft.date = narrowest_date(self._document, [one.date for one in told])
        draft.place_name = narrowest_place(self._document, [one.place for one in told])
        if draft.place_name is not None:
            draft.place = self._document.names[draft.place_name].entity
        if tells_main:
            draft.date = self._main_day(draft)
        elif draft.date is None:
            draft.date = next(iter(self._nearest(draft, self._dates, least=1)), None)
        if draft.date is None:
            draft.date = self._heading_before(draft)
        if draft.type in _PHYSICAL:
            self._narrow(draft, is_main=is_main)
        if tells_main:
            settle(self._document, draft, self._towns, self._gazetteer, self._heads)

    def _free_dates(self, seen: Sightings) -> list[tuple[int, int]]:
        """Days gone by that no frame took and no speech verb governs."""
        taken = {one.date for one in self._found.circumstances}
        speaking = {claim.verb_token for claim in self._found.claims}
        return [
            (token, index)
            for token, index in seen.dates
            if index not in taken
            and not lies_ahead(self._document, index)
            and self._document.dates[index].value.precision == "day"
            and not any(ancestor.i in speaking for ancestor in self._document.doc[token].ancestors)
        ]

    def _headings_with_dates(self) -> list[int]:
        """Indexes of the dates that head parts of a chronicle; a single one may be the day of the report."""
        text = self._document.clean.text
        heading = [
            index
            for index, found in enumerate(self._document.dates)
            if found.value.precision == "day" and is_heading(text, found.start, found.end)
        ]
        return heading if len({self._document.dates[index].value.edtf for index in heading}) > 1 else []

    def _heading_before(self, draft: EventDraft) -> int | None:
        """The day that heads the part of the chronicle in which the event is told."""
        start = self._found.frames[draft.frames[0]].trigger.start
        before = [index for index in self._headings if self._document.dates[index].end <= start]
        return max(before, key=lambda index: self._document.dates[index].start, default=None)

    def _main_day(self, draft: EventDraft) -> int | None:
        """The day that the whole article tells of its main event, before a wider date of the event's own sentences."""
        day = day_of(self._found, self._seen, draft)
        if day is None and draft.date is None and (timed := day_by_time(self._document)) is not None:
            self._document.dates.append(timed)
            return len(self._document.dates) - 1
        return draft.date if day is None else day

    def _narrow(self, draft: EventDraft, *, is_main: bool) -> None:
        """Find the settlement for an event with a street, a wide place, or none."""
        location = self._location(draft.place)
        if location is not None and location.entry is not None and location.entry.feature in SETTLED | {"other"}:
            return
        for name in self._nearest(draft, self._settlements):
            entity = self._document.names[name].entity
            if entity is not None and self._fits(location, self._location(entity)):
                self._take(draft, entity, name)
                return
        if is_main and self._home is not None and self._fits(location, self._location(self._home)):
            self._take(draft, self._home, None)
        elif draft.place is None and self._country is not None and not self._struck_from_there(draft, self._country):
            draft.place = country_entity(self._document, self._country, self._gazetteer)

    def _struck_from_there(self, draft: EventDraft, country: str) -> bool:
        """Whether the country is known only as that of the jets or missiles, which may have struck abroad."""
        if draft.mode not in _FROM_AFAR or country in self._countries_of_spots:
            return False
        entities = self._document.entities
        strikers = [party for index in draft.frames for party in self._found.frames[index].actors]
        return any(
            country in {party.country_code, None if party.entity is None else entities[party.entity].country_code}
            for party in strikers
        )

    def _take(self, draft: EventDraft, entity: int, name: int | None) -> None:
        """Set the settlement, or put the street into it; a village no gazetteer knows stays where the text puts it."""
        street = draft.place
        location = self._location(street)
        if street is not None and location is not None and location.entry is None:
            city = self._location(entity)
            if city is not None and city.entry is not None and is_site(self._document, street, self._heads):
                self._document.entities[street].location = replace(
                    location, container=city.entry, container_entity=entity, point=None, precision="near"
                )
            return
        draft.place, draft.place_name = entity, name

    def _nearest(self, draft: EventDraft, sightings: list[tuple[int, int]], *, least: int = 0) -> list[int]:
        """Sightings in the draft's sentences and those around them in the same paragraph, nearest first.

        ``least`` is the least number of sentences between: with 1 the draft's own sentences are passed over.
        """
        found: list[tuple[int, int, int]] = []
        for index in draft.frames:
            trigger = self._found.frames[index].trigger
            block = self._document.clean.block_at(trigger.start)
            for token, sighting in sightings:
                away = abs(self._sentence_at[token] - self._sentence_at[trigger.token])
                inside = block.start <= self._document.doc[token].idx < block.end
                if least <= away <= _SENTENCES_AROUND and (inside or away == 0):
                    found.append((away, abs(token - trigger.token), sighting))
        return [sighting for _, _, sighting in sorted(found)]

    def _fits(self, wide: Location | None, narrow: Location | None) -> bool:
        """Whether the settlement can be inside what is known of the place."""
        if wide is None or narrow is None or narrow.entry is None:
            return wide is None
        if wide.entry is None and wide.confidence < _SURE:
            return True
        known = wide.entry or wide.container
        if known is None or known.geonames_id == narrow.entry.geonames_id:
            return True
        return any(entry.geonames_id == known.geonames_id for entry in self._gazetteer.containers(narrow.entry))

    def _entry(self, entity: int | None) -> GazetteerEntry | None:
        location = self._location(entity)
        return location.entry if location is not None else None

    def _location(self, entity: int | None) -> Location | None:
        return self._document.entities[entity].location if entity is not None else None

    def _is_settled(self, entity: int | None) -> bool:
        entry = self._entry(entity)
        return entry is not None and entry.feature in SETTLED
