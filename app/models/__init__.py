"""SQLModel tables, one noun per file. Importing this package fills ``Table.metadata``."""

from app.models.articles import ArticleRow, ExtractionRow, SourceRow
from app.models.base import Table
from app.models.changes import ChangeRow
from app.models.copies import NearCopyRow, TextSketchRow
from app.models.entities import (
    AliasRow,
    LinkRow,
    MentionRow,
    NameKeyRow,
    OrganizationRow,
    PersonRow,
    PlaceAncestorRow,
    PlaceRow,
)
from app.models.event_versions import EventVersionRow, VersionPartyRow, VersionPlaceRow, VersionTextRow
from app.models.events import EventDocumentRow, EventPartyRow, EventPlaceRow, EventRow, PartyRole, SearchTextRow
from app.models.grouping import ArticleWordingRow, ReportBlockRow, ReportFactsRow, ReportPairRow
from app.models.judgements import JudgementRow
from app.models.open_pairs import OpenPairRow
from app.models.reports import CasualtyFigureRow, EvidenceRow, ReportClaimRow, ReportParticipantRow, ReportRow
from app.models.retired import RetiredIdRow
from app.models.versions import ArticleVersionRow

__all__ = [
    "AliasRow",
    "ArticleRow",
    "ArticleVersionRow",
    "ArticleWordingRow",
    "CasualtyFigureRow",
    "ChangeRow",
    "EventDocumentRow",
    "EventPartyRow",
    "EventPlaceRow",
    "EventRow",
    "EventVersionRow",
    "EvidenceRow",
    "ExtractionRow",
    "JudgementRow",
    "LinkRow",
    "MentionRow",
    "NameKeyRow",
    "NearCopyRow",
    "OpenPairRow",
    "OrganizationRow",
    "PartyRole",
    "PersonRow",
    "PlaceAncestorRow",
    "PlaceRow",
    "ReportBlockRow",
    "ReportClaimRow",
    "ReportFactsRow",
    "ReportPairRow",
    "ReportParticipantRow",
    "ReportRow",
    "RetiredIdRow",
    "SearchTextRow",
    "SourceRow",
    "Table",
    "TextSketchRow",
    "VersionPartyRow",
    "VersionPlaceRow",
    "VersionTextRow",
]
