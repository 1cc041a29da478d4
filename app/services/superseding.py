"""A new reading of an article, of the same text or of a corrected one, in the place of the one that stands."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from app.domain.annotations import Annotations, ArticleText
from app.domain.changes import ReasonCode
from app.domain.documents import Changes
from app.models import ArticleRow
from app.services.article_rows import update_article
from app.services.changelog import Cause, write_changes
from app.services.changes import changes_of
from app.services.copies import note_copies
from app.services.former import former_reading, take_over
from app.services.grouping import moved_on
from app.services.resolve import Resolution, resolve
from app.services.stores import Stores
from app.services.versions import replace_text
from app.services.withdraw import settle
from app.storage.grouping import event_of_own_id, load_reports, reports_of_copies
from app.storage.reports import reports_of_article


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was read, what was extracted (None: it is stored without extraction), and when."""

    text: ArticleText
    annotations: Annotations | None
    at: datetime


def supersede(session: Session, stores: Stores, article: ArticleRow, reading: Reading, reason: ReasonCode) -> Changes:
    """Put a new reading of an article in the place of the one that stands, and tell what changed."""
    now = reading.at
    told_before = [report.event_id for report in reports_of_article(session, article.id)]
    copies = reports_of_copies(session, article.text_sha256)
    former = former_reading(session, article, now)
    if reading.text.text != article.text:
        replace_text(session, article, reading.text, now)
    update_article(session, article, reading.text, reading.annotations, now)
    note_copies(session, article)
    if reading.annotations is not None:
        resolution = resolve(session, stores, article, reading.annotations, now, former)
    else:
        resolution = Resolution(withdrawn=take_over(session, former, (), now)[1])
    touched = {report.event_id for report in load_reports(session, copies).values()}
    touched.update(resolution.events, resolution.outdated_events)
    derived, moved = settle(session, resolution.withdrawn, touched, now)
    write_changes(session, Cause(reason, article_id=article.id), derived, moved_on(resolution.moved, moved))
    told = [report.event_id for report in reports_of_article(session, article.id)]
    leads_to = {event_id: event_of_own_id(session, event_id) for event_id in told_before}
    changes = changes_of(told, derived.before, derived.documents, told_before)
    changes["withdrawn"] = [one for one in told_before if one not in told and leads_to[one] not in told]
    return changes
