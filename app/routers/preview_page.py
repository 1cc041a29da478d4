"""An entity as a small page for people who reconcile a table."""

from collections.abc import Iterator
from html import escape
from typing import Any, cast

from app.domain.documents import EntityDocument

_MOST_NAMES = 6
_PATH_OF_KIND = {"person": "people", "organization": "organizations", "place": "places"}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{name}</title>
<style>body{{font:14px sans-serif;margin:8px}}h1{{font-size:16px;margin:0 0 4px}}p{{margin:2px 0}}</style></head>
<body>
<h1>{name}</h1>
{lines}
</body>
</html>
"""


def preview_page(document: EntityDocument, base_url: str) -> str:
    """The page; nothing that an article says can become markup."""
    lines = "\n".join(f"<p>{line}</p>" for line in (*map(escape, _facts(document)), _links(document, base_url)))
    return _PAGE.format(name=escape(document["name"]), lines=lines)


def _facts(document: EntityDocument) -> Iterator[str]:
    """What is known, one plain line each."""
    fields = cast("dict[str, Any]", document)
    parts = [document["kind"], *fields.get("roles", ()), fields.get("category"), document["country_code"]]
    yield " · ".join(part.replace("_", " ") for part in parts if part)
    if within := fields.get("within"):
        yield f"In {', '.join(other['name'] for other in within)}"
    if document["aliases"]:
        yield f"Also {', '.join(document['aliases'][:_MOST_NAMES])}"
    yield f"Named in {document['article_count']} articles, part of {document['event_count']} events"


def _links(document: EntityDocument, base_url: str) -> str:
    links = {document["id"]: f"{base_url}/{_PATH_OF_KIND[document['kind']]}/{document['id']}"}
    if document["wikidata_id"]:
        links["Wikidata"] = f"https://www.wikidata.org/wiki/{document['wikidata_id']}"
    if geonames_id := document.get("geonames_id"):
        links["GeoNames"] = f"https://www.geonames.org/{geonames_id}"
    return " · ".join(f'<a href="{escape(url)}" target="_blank">{escape(text)}</a>' for text, url in links.items())
