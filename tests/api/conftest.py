"""The application in this process, on an SQLite file, with an extractor that knows three sentences."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import Settings
from app.domain.annotations import (
    Annotations,
    ArticleText,
    Casualties,
    Claim,
    Event,
    EventDate,
    Evidence,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
    PublicationDate,
    TextSpan,
)
from app.errors import ExtractionTimeout, LanguageNotSupported
from app.main import create_app
from tests.in_process import Client, client_of

ARTICLE = (
    "Militants seized Khan Tuman in Aleppo on 6 May 2016. Thirteen soldiers were killed there, "
    "Brigadier Karim Daouri said."
)


class KnownSentences:
    """Annotates ``ARTICLE`` word by word, and finds nothing in other texts."""

    ready = True
    failure = None

    def annotate(self, article: ArticleText) -> Annotations:
        text = article.text
        if text.startswith("endless"):
            raise ExtractionTimeout("Extraction did not end within 30 seconds.", field="text")
        if text.startswith("Ceci"):
            raise LanguageNotSupported("The text looks like 'fr'.", field="text")
        if "Khan Tuman" not in text:
            return Annotations(id=article.id, extractor="known-sentences")
        return _annotate_known(article)


def _span(text: str, words: str) -> dict[str, object]:
    found = re.search(re.escape(words), text)
    assert found
    return {"start": found.start(), "end": found.end(), "text": words}


def _annotate_known(article: ArticleText) -> Annotations:
    text = article.text
    syria = Place(id="e5", name="Syria", geonames_id=163843, country_code="SY", precision="country", basis="gazetteer")
    aleppo = Place(
        id="e4", name="Aleppo", geonames_id=170063, latitude=36.2, longitude=37.16, country_code="SY", within="e5",
        precision="settlement", basis="gazetteer",
    )  # fmt: skip
    tuman = Place(
        id="e3", name="Khan Tuman", latitude=36.2, longitude=37.16, country_code="SY", admin1="Aleppo", within="e4",
        precision="near", basis="context",
    )  # fmt: skip
    speaker = Person(id="e1", name="Karim Daouri", roles=("Brigadier",), country_code="SY")
    army = Organization(id="e2", name="Syrian Arab Army", category="military", sector="MIL", country_code="SY")
    killed = Casualties(**_span(text, "Thirteen"), low=13, high=13)
    event = Event(
        id="v1", type="ASSAULT", contexts=("territory",), place="e3",
        date=EventDate(edtf="2016-05-06", earliest="2016-05-06", latest="2016-05-06", precision="day", basis="stated"),
        actors=(Participant(**_span(text, "Militants"), sector="REB"),),
        targets=(Participant(**_span(text, "soldiers"), entity="e2", sector="MIL", role="target"),),
        killed=killed, confidence=0.8,
        claims=(Claim(id="c1", claimant="e1", verb="said", about=("event", "killed"), **_span(text, "Karim Daouri")),),
        evidence=(Evidence(start=0, end=52, trigger=TextSpan(**_span(text, "seized"))),),
    )  # fmt: skip
    return Annotations(
        id=article.id,
        published_on=PublicationDate(value=article.published_on, basis="given"),
        entities=(speaker, army, tuman, aleppo, syria),
        mentions=(
            Mention(**_span(text, "Khan Tuman"), kind="place", entity="e3", confidence=0.9),
            Mention(**_span(text, "Aleppo"), kind="place", entity="e4", confidence=0.9),
            Mention(**_span(text, "Karim Daouri"), kind="person", entity="e1", confidence=0.9),
        ),
        events=(event,),
        extractor="known-sentences",
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """An application of its own for each module."""
    folder: Path = tmp_path_factory.mktemp("api")
    settings = Settings(data_dir=folder, database_url="", max_text_chars=5_000)
    with client_of(create_app(settings, KnownSentences())) as opened:
        yield opened
