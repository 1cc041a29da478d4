"""Raw article text to annotations: the story of extraction, one line per stage."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.domain.annotations import Annotations, ArticleText, DateInterval, PublicationDate, Span
from app.domain.edtf import parse_published_on
from app.errors import InvalidInput, LanguageNotSupported
from app.extraction.casualties.figures import find_figures
from app.extraction.claims.collecting import collect_claims
from app.extraction.claims.finding import resolve_first_person
from app.extraction.cleaning.text import clean
from app.extraction.confidence import rated
from app.extraction.coreference import link_names
from app.extraction.dates import find_dates
from app.extraction.document import CleanText, Document
from app.extraction.events.affiliations import name_bodies, name_movements
from app.extraction.events.assembly.dates import write_dates
from app.extraction.events.assembly.entities import EntityList
from app.extraction.events.assembly.events import write_event
from app.extraction.events.background import mark_background
from app.extraction.events.circumstances import circumstances, sightings
from app.extraction.events.findings import Findings
from app.extraction.events.merging import Merger
from app.extraction.events.misreadings import mend_misreadings
from app.extraction.events.parties import settle_parties
from app.extraction.events.salience import in_order_of_salience
from app.extraction.events.sectors import settle_sectors
from app.extraction.events.setting import set_events
from app.extraction.events.sums import mark_sums
from app.extraction.knowledge import Knowledge
from app.extraction.language.given import check_given_language
from app.extraction.language.pipelines import detect_language, tokenized
from app.extraction.mentions import find_names
from app.extraction.publication import infer_publication
from app.extraction.quantities.finding import find_quantities
from app.extraction.roles.frame_building import find_roles
from app.extraction.toponyms import resolve_toponyms
from app.extraction.triggers.finding import find_triggers
from app.extraction.version import extractor_version

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH_SIZE = 64


def annotate(article: ArticleText, knowledge: Knowledge) -> Annotations:
    """Everything the extractor says about one article.

    Raises:
        LanguageNotSupported: the text is given as, or confidently found to be, in another language than English.
        InvalidInput: ``published_on`` is no date.
    """
    return next(annotate_batch([article], knowledge))


def annotate_batch(articles: Iterable[ArticleText], knowledge: Knowledge) -> Iterator[Annotations]:
    """Annotate a stream of articles in order, reading the language model in batches. Raises as ``annotate`` does."""
    nlp = knowledge.nlp
    prepared = ((tokenized(nlp, cleaned), (article, cleaned)) for article, cleaned in _prepared(articles, knowledge))
    for doc, (article, cleaned) in nlp.pipe(prepared, as_tuples=True, batch_size=_BATCH_SIZE):
        yield _read(article, cleaned, doc, knowledge)


def _prepared(articles: Iterable[ArticleText], knowledge: Knowledge) -> Iterator[tuple[ArticleText, CleanText]]:
    for article in articles:
        _check_language(article)
        yield article, clean(article.text, knowledge.clutter, knowledge.casing)


def _check_language(article: ArticleText) -> None:
    if article.language is not None:
        check_given_language(article.language)
        return
    language, certain = detect_language(article.text)
    if certain and language != "en":
        raise LanguageNotSupported(
            f"The text looks like {language!r}; only English is extracted. Give language=en if it is English.",
            field="text",
        )


def _read(article: ArticleText, cleaned: CleanText, doc: "Doc", knowledge: Knowledge) -> Annotations:
    document = Document(clean=cleaned, doc=doc, raw=article.text, title=article.title)
    document.published, publication = _published(article, cleaned)
    document.dates = find_dates(document)
    document.quantities = find_quantities(document, knowledge.words)
    document.names = find_names(document, knowledge.names)
    link_names(document, knowledge.names)
    resolve_toponyms(document, knowledge.gazetteer, knowledge.countries)
    frames = find_roles(document, find_triggers(document, knowledge.events), knowledge.agents)
    claims = collect_claims(document, knowledge.reporting, knowledge.agents)
    resolve_first_person(frames, document, claims)
    mend_misreadings(document, frames, claims)
    settle_parties(document, frames)
    settle_sectors(document, frames, knowledge.agents)
    name_bodies(document, frames)
    figures = find_figures(document, frames, knowledge.words.people)
    seen = sightings(document, frames, claims)
    triggers = {trigger.token for frame in frames for trigger in (frame.trigger, *frame.merged)}
    told = [circumstances(document, frame, seen, claims, triggers) for frame in frames]
    mark_background(document, frames, told)
    mark_sums(document, frames, told, figures)
    found = Findings(document, frames, told, claims, figures, knowledge.contexts)
    drafts = in_order_of_salience(Merger(found, knowledge.gazetteer, knowledge.names.heads).merge(), found)
    set_events(found, drafts, seen, knowledge.gazetteer, knowledge.names.heads)
    name_movements(found, drafts)
    entities = EntityList(document, knowledge.gazetteer, knowledge.countries)
    events = tuple(write_event(number, draft, found, entities) for number, draft in enumerate(drafts, start=1))
    return Annotations(
        id=article.id,
        language="en",
        published_on=publication,
        boilerplate=tuple(Span(start=start, end=end) for start, end in cleaned.boilerplate),
        entities=entities.all(),
        mentions=entities.mentions(),
        dates=write_dates(document),
        events=tuple(rated(events, entities.all(), len(article.text))),
        extractor=extractor_version(),
    )


def _published(article: ArticleText, cleaned: CleanText) -> tuple[DateInterval, PublicationDate]:
    """The publication date as stages use it and as the contract shows it."""
    if article.published_on is not None:
        try:
            given = parse_published_on(article.published_on)
        except ValueError as error:
            raise InvalidInput(str(error), field="published_on") from error
        return given, PublicationDate(value=given.edtf, basis="given")
    inferred = infer_publication(cleaned)
    if inferred.edtf is None:
        return inferred, PublicationDate()
    return inferred, PublicationDate(value=inferred.edtf, basis="inferred")
