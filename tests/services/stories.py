"""Articles with their annotations, written down shortly, and a gazetteer of a few places."""

from collections.abc import Sequence
from datetime import date

from app.domain.annotations import (
    Annotations,
    ArticleText,
    Casualties,
    Claim,
    Event,
    EventDate,
    Evidence,
    Figure,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    PublicationDate,
    TextSpan,
)
from app.domain.edtf import parse_edtf
from app.domain.gazetteer import GazetteerEntry
from app.domain.names import fold_name, strip_article


def _entry(geonames_id, name, feature, admin1=None, point=(35.0, 38.0), **known):
    population, country = known.get("population", 0), known.get("country", "SY")
    return GazetteerEntry(
        geonames_id=geonames_id, name=name, feature=feature, country_code=country, admin1_id=admin1,
        admin1_name=None, admin2_id=None, admin2_name=None, latitude=point[0], longitude=point[1],
        population=population, is_capital=name == "Damascus",
    )  # fmt: skip


ENTRIES = {
    entry.geonames_id: entry
    for entry in (
        _entry(163843, "Syria", "country", population=20_000_000),
        _entry(170062, "Aleppo Governorate", "admin1"),
        _entry(170063, "Aleppo", "settlement", 170062, (36.20, 37.16), population=1_600_000),
        _entry(172955, "Azaz", "settlement", 170062, (36.59, 37.05), population=31_000),
        _entry(170652, "Damascus Governorate", "admin1"),
        _entry(170654, "Damascus", "settlement", 170652, (33.51, 36.29), population=1_500_000),
        _entry(2210247, "Libya", "country", country="LY"),
        _entry(2210246, "Tripoli", "settlement", None, (32.88, 13.19), population=1_100_000, country="LY"),
        _entry(272103, "Lebanon", "country", country="LB"),
        _entry(266826, "Tripoli", "settlement", None, (34.44, 35.83), population=230_000, country="LB"),
        _entry(2017370, "Russia", "country", country="RU"),
        _entry(130758, "Iran", "country", country="IR"),
    )
}
_OTHER_NAMES = {"حلب": 170063, "Halab": 170063}


class SmallGazetteer:
    """The places above, with the lookups of a gazetteer."""

    def find(self, name: str) -> Sequence[GazetteerEntry]:
        folded = strip_article(fold_name(name))
        named = [e for e in ENTRIES.values() if fold_name(e.name).removesuffix(" governorate") == folded]
        other = _OTHER_NAMES.get(name)
        return sorted([*named, *([ENTRIES[other]] if other else [])], key=lambda entry: -entry.population)

    def entry(self, geonames_id: int) -> GazetteerEntry | None:
        return ENTRIES.get(geonames_id)

    def country(self, country_code: str) -> GazetteerEntry | None:
        return next((e for e in ENTRIES.values() if e.feature == "country" and e.country_code == country_code), None)

    def containers(self, entry: GazetteerEntry) -> Sequence[GazetteerEntry]:
        country = self.country(entry.country_code or "")
        division = ENTRIES.get(entry.admin1_id or 0)
        return [found for found in (division, country) if found is not None and found != entry]


class Story:
    """An article and what an extractor would say of it. Words are looked up in the text, so offsets are right."""

    def __init__(self, text: str, source: str | None = "Orontes Wire", published: str | None = "2016-05-08") -> None:
        self.article = ArticleText(text=text, source=source, published_on=published)
        self.text, self.published, self.version = text, published, "stories-1"
        self.entities: list = []
        self.mentions: list[Mention] = []
        self.events: list[Event] = []

    def annotate(self, article: ArticleText) -> Annotations:
        published = PublicationDate(value=self.published, basis="given" if self.published else "unknown")
        return Annotations(
            id=article.id, published_on=published, entities=tuple(self.entities), mentions=tuple(self.mentions),
            events=tuple(self.events), extractor=self.version,
        )  # fmt: skip

    def span(self, words: str) -> dict:
        start = self.text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    def _add(self, entity, words: str | None):
        self.entities.append(entity)
        if words:
            self.mentions.append(Mention(**self.span(words), kind=entity.kind, entity=entity.id, confidence=0.9))
        return entity.id

    def person(self, name: str, words: str | None = None, **known) -> str:
        return self._add(Person(id=f"e{len(self.entities) + 1}", name=name, **known), words or name)

    def organization(self, name: str, words: str | None = None, **known) -> str:
        return self._add(Organization(id=f"e{len(self.entities) + 1}", name=name, **known), words or name)

    def place(self, name: str, geonames_id: int | None = None, words: str | None = None, **known) -> str:
        entry = ENTRIES.get(geonames_id or 0)
        if entry is not None:
            precision = entry.feature
            known = {
                "latitude": entry.latitude, "longitude": entry.longitude, "country_code": entry.country_code,
                "precision": precision, "basis": "gazetteer", **known,
            }  # fmt: skip
        else:
            known = {"precision": "near", "basis": "context", **known}
        mentioned = (words or name) if (words or name) in self.text else None
        return self._add(Place(id=f"e{len(self.entities) + 1}", name=name, geonames_id=geonames_id, **known), mentioned)

    def party(self, words: str, entity: str | None = None, sector: str | None = None, role: str = "actor"):
        return Participant(**self.span(words), entity=entity, sector=sector, role=role)

    def event(self, type_: str, trigger: str, when: str | None = None, **known) -> Event:
        """``killed``/``wounded`` are the words and number; ``claims`` (entity, words, about)."""
        start = self.text.rfind(".", 0, self.text.index(trigger)) + 1
        end = self.text.index(".", self.text.index(trigger)) + 1
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        claims = [
            Claim(id=f"c{number}", claimant=entity, verb="said", about=about, **self.span(words))
            for number, (entity, words, about) in enumerate(known.pop("claims", ()), 1)
        ]
        figures = {}
        for what in ("killed", "wounded"):
            if what in known:
                words, number = known.pop(what)
                figures[what] = Casualties(**self.span(words), low=number, high=number)
        event = Event(
            id=f"v{len(self.events) + 1}",
            type=type_,
            date=EventDate(**parse_edtf(when).model_dump()) if when else EventDate(),
            claims=tuple(claims),
            figures=tuple(
                Figure(
                    **figure.model_dump(), what=what,
                    claim=next((claim.id for claim in claims if what in claim.about), None),
                )
                for what, figure in figures.items()
            ),
            evidence=(Evidence(start=start, end=end, trigger=TextSpan(**self.span(trigger))),),
            **{"confidence": 0.8, **figures, **known},
        )  # fmt: skip
        self.events.append(event)
        return event


def day(text: str) -> date:
    return date.fromisoformat(text)


def khan_tuman(source: str = "Orontes Wire", published: str = "2016-05-08") -> Story:
    """The fall of a village that the gazetteer lacks, told by a named official."""
    story = Story(
        "Terrorists seized Khan Tuman in Aleppo early in May. Secretary Ali Shamkhani said 13 advisers were killed "
        "and 21 wounded there.",
        source,
        published,
    )
    syria = story.place("Syria", 163843)
    aleppo = story.place("Aleppo", 170063, within=syria)
    village = story.place(
        "Khan Tuman", within=aleppo, country_code="SY", admin1="Aleppo", latitude=36.2, longitude=37.16
    )
    speaker = story.person(
        "Ali Shamkhani", aliases=("Shamkhani",), roles=("Secretary of the council",), country_code="IR"
    )
    story.event(
        "ASSAULT", "seized", "2016-05-01/2016-05-10", contexts=("territory",), place=village,
        actors=(story.party("Terrorists", sector="REB"),), killed=("13", 13), wounded=("21", 21),
        claims=[(speaker, "Shamkhani", ("event", "killed", "wounded"))],
    )  # fmt: skip
    return story
