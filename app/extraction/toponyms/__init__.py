"""Toponym resolution: which place of the gazetteer each place name of an article means."""

from app.domain.gazetteer import Gazetteer
from app.extraction.document import Document
from app.extraction.lexicons.countries import CountryLexicon
from app.extraction.toponyms.candidates import collect
from app.extraction.toponyms.homeland import homeland, named_countries
from app.extraction.toponyms.locating import locate_all
from app.extraction.toponyms.ranking import rank
from app.extraction.toponyms.spellings import join_spellings


def resolve_toponyms(document: Document, gazetteer: Gazetteer, countries: CountryLexicon) -> None:
    """Set ``location`` and ``country_code`` of every place entity, and ``country_code`` of every demonym.

    A name has one sense in an article, unless the text puts two places of that name apart. Its candidates are weighed
    by what the text says around its mentions
    ("X, Texas", "the village of X in Y province"), by the article's other places and nationalities, by how well the
    name fits, and last by population. A name no gazetteer knows keeps its words and gets a container where the text or
    the article gives one.
    """
    toponyms = collect(document, gazetteer, countries)
    document.named_countries = named_countries(document, toponyms)
    document.homeland = homeland(document, toponyms)
    evidence = rank(toponyms, document.homeland)
    locate_all(toponyms, document, evidence, gazetteer)
    join_spellings(document)
