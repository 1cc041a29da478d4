"""The country that an article is about, told by the names that mean no more than one country."""

from collections import Counter
from collections.abc import Iterable

from app.extraction.document import Document
from app.extraction.toponyms.places import Toponym

#: A dateline counts like so many further mentions of its country.
_DATELINE = 1
#: More mentions of one name than these tell no more about the article.
_MOST_COUNTED = 4
#: Prior of a place that is known beyond its country, and its distance from a namesake that would be mixed up with it.
_WELL_KNOWN = 7.0
_CLEAR = 1.5
_DOMINANT_SHARE = 0.5
#: A smaller part is enough for a country with so many times the weight of the next.
_LEADING_SHARE = 0.35
_LEAD = 1.5


def named_countries(document: Document, toponyms: Iterable[Toponym]) -> Counter[str]:
    """Weight of every country that is named by its name, its people, a well-known place or organization of it.

    A medium counts only for a country that is named otherwise too: an agency's news plays all over the world.
    """
    weights: Counter[str] = Counter()
    for toponym in toponyms:
        code = only_country(toponym)
        if code is None:
            continue
        weights[code] += min(max(len(toponym.mentions), 1), _MOST_COUNTED)
        if any(is_dateline(document, name.start) for name in toponym.mentions):
            weights[code] += _DATELINE
    mentions = Counter(
        name.entity
        for name in document.names
        if name.kind == "organization" and name.start >= document.clean.block_at(name.start).body_start
    )
    bodies = [(document.entities[index], times) for index, times in mentions.items() if index is not None]
    for body, times in sorted(bodies, key=lambda counted: counted[0].category == "media"):
        code = body.country_code
        if code is not None and (body.category != "media" or code in weights):
            weights[code] += min(times, _MOST_COUNTED)
    return weights


def homeland(document: Document, toponyms: Iterable[Toponym]) -> str | None:
    """The country that the names of a report tell and its dateline may lie in; None for a text without dateline."""
    if document.clean.dateline is None or document.clean.dateline.place is None:
        return None
    code = leading_country(document.named_countries)
    for toponym in toponyms:
        if any(is_dateline(document, name.start) for name in toponym.mentions):
            return code if any(candidate.entry.country_code == code for candidate in toponym.candidates) else None
    return code


def leading_country(weights: Counter[str]) -> str | None:
    """The country with most of the weight; None where none leads."""
    ranked = weights.most_common(2)
    if not ranked:
        return None
    (code, weight), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    share = weight / weights.total()
    leads = share >= _DOMINANT_SHARE or (share >= _LEADING_SHARE and weight >= _LEAD * second)
    return code if leads and weight > second else None


def is_dateline(document: Document, position: int) -> bool:
    """Whether the characters at the position are those of the dateline's place."""
    dateline = document.clean.dateline
    return bool(dateline and dateline.place and dateline.place[0] <= position < dateline.place[1])


def only_country(toponym: Toponym) -> str | None:
    """The country the name belongs to whatever else the article says; None where namesakes abroad come near."""
    best = max(toponym.candidates, key=lambda candidate: candidate.prior, default=None)
    if best is None or best.prior < _WELL_KNOWN:
        return None
    code = best.entry.country_code
    said = {outer.candidates[0].entry.country_code for outer in toponym.outer if outer.candidates}
    if said and code not in said:
        return None
    abroad = [candidate.prior for candidate in toponym.candidates if candidate.entry.country_code != code]
    return code if best.prior - max(abroad, default=0.0) >= _CLEAR else None
