"""Made-up names, happenings and articles about them, always the same: what databases are filled with for measuring."""

import random
from datetime import date, timedelta
from typing import Any, Final

from app.domain.annotations import (
    Annotations,
    ArticleText,
    Event,
    EventDate,
    Evidence,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    PublicationDate,
)
from app.domain.gazetteer import Gazetteer, GazetteerEntry
from app.domain.vocabulary import EventType

FIRST_DAY: Final = date(2014, 1, 1)
_DAYS: Final = 3_650
_SYLLABLES: Final = "ba da fa ha ja ka la ma na ra sa ta wa ya za bi di mi ri si ti bu du nu ru su".split()
_TOWNS: Final = "Aleppo Idlib Homs Azaz Mosul Kirkuk Tikrit Sanaa Taiz Aden Kherson Goma Bunia Gao Mopti".split()


class World:
    """Made-up names and happenings, always the same."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._chance = random.Random(4)
        self._given = [self._word(2) for _ in range(400)]
        self._family = [self._word(3) for _ in range(20_000)]
        found = (gazetteer.find(town) for town in _TOWNS)
        self._towns: list[GazetteerEntry] = [next(e for e in entries if e.feature == "settlement") for entries in found]
        self._countries = {town.country_code: gazetteer.country(town.country_code or "") for town in self._towns}

    def _word(self, syllables: int) -> str:
        return "".join(self._chance.choices(_SYLLABLES, k=syllables)).capitalize()

    def person(self) -> str:
        """A full name; given names are shared by many, family names by some."""
        first, second = self._chance.choices(self._given, k=2)
        return f"{first} {second} {self._chance.choice(self._family)}"

    def organization(self) -> str:
        """A brigade of a place."""
        return f"{self._chance.choice(self._family)} {self._chance.choice(('Brigade', 'Front', 'Council', 'Army'))}"

    def article(self, events: int) -> tuple[ArticleText, Annotations]:
        """An article about some events, each with a place, a day, an actor and a victim."""
        towns = self._chance.sample(self._towns, events)
        day = FIRST_DAY + timedelta(days=self._chance.randrange(_DAYS))
        text, entities, mentions, told = "", [], [], []
        for number, town in enumerate(towns, start=1):
            country = self._countries[town.country_code]
            parts = {"o": self.organization(), "p": self.person(), "t": town.name}
            start = len(text)
            text += f"{parts['o']} killed {parts['p']} in {parts['t']} with {self._word(4)} {self._word(3)}. "
            places = [_place(f"t{number}", town, f"c{number}")]
            places += [_place(f"c{number}", country, None)] if country else []
            entities += [
                Organization(id=f"o{number}", name=parts["o"]),
                Person(id=f"p{number}", name=parts["p"]),
                *places,
            ]
            at = {key: text.index(words, start) for key, words in parts.items()}
            for key, kind in (("o", "organization"), ("p", "person"), ("t", "place")):
                span = {"start": at[key], "end": at[key] + len(parts[key]), "text": parts[key]}
                mentions.append(Mention(**span, kind=kind, entity=f"{key}{number}", confidence=0.9))
            told.append(_event(number, day, parts, at, (start, len(text) - 1)))
        published = day.isoformat()
        article = ArticleText(text=text, source=self._word(3), published_on=published)
        annotations = Annotations(
            published_on=PublicationDate(value=published, basis="given"),
            entities=tuple(entities),
            mentions=tuple(mentions),
            events=tuple(told),
            extractor="made-up",
        )
        return article, annotations


def _event(number: int, day: date, parts: dict[str, str], at: dict[str, int], sentence: tuple[int, int]) -> Event:
    def party(key: str, role: Any) -> Participant:
        return Participant(
            entity=f"{key}{number}", text=parts[key], start=at[key], end=at[key] + len(parts[key]), role=role
        )

    return Event(
        id=f"v{number}",
        type=EventType.ASSAULT,
        mode="firearms",
        date=EventDate(edtf=day.isoformat(), earliest=day, latest=day, precision="day", basis="stated"),
        place=f"t{number}",
        actors=(party("o", "actor"),),
        targets=(party("p", "target"),),
        confidence=0.8,
        evidence=(Evidence(start=sentence[0], end=sentence[1]),),
    )


def _place(local_id: str, entry: GazetteerEntry, within: str | None) -> Place:
    return Place(
        id=local_id,
        name=entry.name,
        geonames_id=entry.geonames_id,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country_code=entry.country_code,
        within=within,
        precision="settlement" if within else "country",
        basis="gazetteer",
    )
