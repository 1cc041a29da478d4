"""Articles: posted, listed, read, annotated."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.annotations import ArticleText
from app.domain.filters import ArticleQuery, ListQuery
from app.routers.bodies import IngestQuery, article_body, read_article
from app.routers.dependencies import AppExtractor, AppSettings, AppStores, Id, NoParameters, wants_json
from app.routers.responses import json_response, page_response, problems
from app.schemas.annotations import StoredAnnotations
from app.schemas.articles import ArticleIn, ArticleOut, ArticleVersion, Ingested
from app.schemas.common import PageOf
from app.services.articles import get_annotations, get_article, list_articles
from app.services.ingest import ingest_article
from app.services.versions import list_versions
from app.services.withdraw import delete_article

router = APIRouter(prefix="/articles", tags=["articles"], dependencies=[Depends(wants_json)])


async def posted_article(request: Request, query: Annotated[IngestQuery, Query()], settings: AppSettings) -> ArticleIn:
    """The article of the request's body."""
    return await read_article(request, ArticleIn, query, settings.max_text_chars)


@router.post(
    "",
    status_code=201,
    response_model=Ingested,
    responses={
        200: {"model": Ingested, "description": "Known already, or a new version of a known one"},
        **problems(403, 413, 415, 500, 503),
    },
    openapi_extra=article_body(ArticleIn),
)
def post_article(
    query: Annotated[IngestQuery, Query()],
    article: Annotated[ArticleIn, Depends(posted_article)],
    stores: AppStores,
    extractor: AppExtractor,
) -> Response:
    """Store an article, extract and resolve what it tells, and answer with the difference it made.

    The same article again (same text, line ends and outer blanks aside, from the same source) changes nothing and is
    answered with 200.

    Another text at the same `url` from the same source is a new version of the article: it keeps its id, what it tells
    takes the place of what it told (`changes` says what that makes of the events), and the answer is 200 too. In the
    URL, a fragment, a slash at the end, `www.` and trackers' parameters do not count, and an outlet's front page is no
    article's. A version is as it was posted: title and date are not taken over from the former one. A text that the
    article had before changes nothing.
    """
    text = ArticleText(**article.model_dump())
    outcome = ingest_article(stores, text, extractor.annotate if query.extract else None)
    document = {
        "article": outcome.article,
        "entities": outcome.entities,
        "events": outcome.events,
        "changes": outcome.changes,
    }
    location = {"Location": f"/articles/{outcome.article['id']}"}
    return json_response(document, 201 if outcome.is_new else 200, location)


@router.get("", response_model=PageOf[ArticleOut], responses=problems())
def get_articles(request: Request, query: Annotated[ArticleQuery, Query()], stores: AppStores) -> Response:
    """Articles, last stored first."""
    return page_response(request, list_articles(stores, query))


@router.get("/{id}", response_model=ArticleOut, responses=problems(404, 410))
def get_one_article(article_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """One article with its text."""
    return json_response(get_article(stores, article_id))


@router.delete("/{id}", status_code=204, response_class=Response, responses=problems(403, 404, 410))
def delete_one_article(article_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """Take an article and its evidence out of everything that rests on it.

    Events that other articles report too are derived anew without it, and may fall apart where only this article held
    them together. An event that no other article reports is gone, which its id answers with 410, as the article's does.
    """
    delete_article(stores, article_id)
    return Response(status_code=204)


@router.get("/{id}/versions", response_model=PageOf[ArticleVersion], responses=problems(404, 410))
def get_article_versions(
    request: Request, article_id: Id, query: Annotated[ListQuery, Query()], stores: AppStores
) -> Response:
    """What the article said before it was corrected, and says now, the version that stands first."""
    return page_response(request, list_versions(stores, article_id, query))


@router.get("/{id}/annotations", response_model=StoredAnnotations, responses=problems(404, 410))
def get_article_annotations(article_id: Id, _: NoParameters, stores: AppStores) -> Response:
    """What the extractor says about the article: standoff mentions, entities, dates, events."""
    return json_response(get_annotations(stores, article_id))
