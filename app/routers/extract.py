"""Extraction alone: the annotation contract, nothing stored."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from app.domain.annotations import Annotations, ArticleText
from app.routers.bodies import ExtractQuery, article_body, read_article
from app.routers.dependencies import AppExtractor, AppSettings, wants_json
from app.routers.responses import json_response, problems
from app.schemas.articles import ArticleToExtract

router = APIRouter(prefix="/extract", tags=["extraction"], dependencies=[Depends(wants_json)])


async def posted_text(
    request: Request, query: Annotated[ExtractQuery, Query()], settings: AppSettings
) -> ArticleToExtract:
    """The article of the request's body."""
    return await read_article(request, ArticleToExtract, query, settings.max_text_chars)


@router.post(
    "",
    response_model=Annotations,
    responses=problems(403, 413, 415, 500, 503),
    openapi_extra=article_body(ArticleToExtract),
)
def extract(article: Annotated[ArticleToExtract, Depends(posted_text)], extractor: AppExtractor) -> Response:
    """Annotate an article: people, organizations, places, dates, events and who claims them. Nothing is stored."""
    annotations = extractor.annotate(ArticleText(**article.model_dump()))
    return json_response(annotations.model_dump(mode="json"))
