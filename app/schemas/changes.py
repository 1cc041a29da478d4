"""The change feed."""

from pydantic import Field

from app.domain.changes import ChangeAction, ChangedKind, ReasonCode
from app.schemas.common import PageLinks, PageMeta, Wire


class ChangeReason(Wire):
    """Why something changed."""

    code: ReasonCode = Field(description="The reason; programs may rely on it.")
    text: str = Field(description="The reason in words.")
    article_id: str | None = Field(description="Id of the article that it is due to.")
    judgement_id: str | None = Field(description="Id of the judgement that it is due to.")


class ChangeOut(Wire):
    """What happened to one resource."""

    seq: int = Field(ge=1, description="Number of the change: from 1, without gaps, in order.")
    at: str = Field(
        description="When (RFC 3339, UTC). Changes that were made together have the same time, and only they."
    )
    action: ChangeAction = Field(
        description="`created`; `updated`: it is shown otherwise; `merged`: its id leads to `into` from now on; "
        "`split`: it was part of `from` and stands for itself now; `deleted`: its id leads nowhere."
    )
    resource: ChangedKind = Field(description="What kind of resource it is.")
    id: str = Field(description="Id of the resource.")
    into: str | None = Field(description="For `merged`: the id of what it is part of now.")
    from_: list[str] = Field(alias="from", description="For events that reports of others became: the ids of these.")
    reason: ChangeReason = Field(description="Why.")


class ChangeMeta(PageMeta):
    """What a page of the change feed says about itself."""

    latest: int = Field(
        ge=0, description="Number of the last change there was. On the last page: `since` for the next time you ask."
    )


class ChangePage(Wire):
    """One page of the change feed."""

    data: list[ChangeOut] = Field(description="The changes of this page, in order.")
    meta: ChangeMeta = Field(description="How many changes there are since then, and where to go on later.")
    links: PageLinks = Field(description="Where the next page is.")
