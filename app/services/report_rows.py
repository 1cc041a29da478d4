"""An article's events as rows: the report with its participants, claims, figures and evidence."""

from collections.abc import Mapping

from app.domain.annotations import Event, Participant
from app.domain.identifiers import new_id
from app.models import (
    ArticleRow,
    CasualtyFigureRow,
    EvidenceRow,
    ExtractionRow,
    ReportClaimRow,
    ReportParticipantRow,
    ReportRow,
)
from app.storage.reports import ReportRows


def with_stored_ids(event: Event, stored_ids: Mapping[str, str]) -> Event:
    """The event with stored ids for the article's entity ids; what was linked to nothing keeps its words only."""

    def party(participant: Participant) -> Participant:
        return participant.model_copy(update={"entity": stored_ids.get(participant.entity or "")})

    claims = tuple(
        claim.model_copy(update={"claimant": stored_ids.get(claim.claimant or "")}) for claim in event.claims
    )
    return event.model_copy(
        update={
            "place": stored_ids.get(event.place or ""),
            "actors": tuple(map(party, event.actors)),
            "targets": tuple(map(party, event.targets)),
            "claims": claims,
        }
    )


def report_rows(
    event: Event, article: ArticleRow, extraction: ExtractionRow, ordinal: int = 0, former: ReportRow | None = None
) -> ReportRows:
    """All rows of one report; its event is its own until it is compared. ``event`` has stored entity ids.

    ``former`` is the report of an earlier reading that tells the same: its row, and with it its ids, is taken over.
    """
    report = _report(event, article, extraction, ordinal)
    if former is not None:
        kept = {"id", "event_id", "own_event_id", "is_referent"}
        report = former.sqlmodel_update(report.model_dump(exclude=kept))
    claim_ids = {claim.id: new_id("clm") for claim in event.claims}
    return ReportRows(
        report=report,
        participants=_participants(report.id, event),
        claims=_claims(report.id, event, claim_ids),
        figures=_figures(report.id, event, claim_ids),
        evidence=_evidence(report.id, event, article),
    )


def _report(event: Event, article: ArticleRow, extraction: ExtractionRow, ordinal: int) -> ReportRow:
    event_id = new_id("evt")
    return ReportRow(
        id=new_id("rep"),
        article_id=article.id,
        extraction_id=extraction.id,
        event_id=event_id,
        own_event_id=event_id,
        ordinal=ordinal,
        local_id=event.id,
        type=event.type,
        mode=event.mode,
        stance=event.stance,
        background=event.background,
        earliest=event.date.earliest,
        latest=event.date.latest,
        place_id=event.place,
        confidence=event.confidence,
        document=event.model_dump(mode="json"),
        extractor=extraction.extractor,
        created_at=extraction.created_at,
    )


def _participants(report_id: str, event: Event) -> list[ReportParticipantRow]:
    sides = [(party, party.role) for party in event.actors]
    sides += [(party, "target") for party in event.targets]
    return [
        ReportParticipantRow(
            report_id=report_id,
            ordinal=ordinal,
            role=role,
            entity_id=party.entity,
            text=party.text,
            start=party.start,
            end=party.end,
            sector=party.sector,
            country_code=party.country_code,
        )
        for ordinal, (party, role) in enumerate(sides)
    ]


def _claims(report_id: str, event: Event, claim_ids: Mapping[str, str]) -> list[ReportClaimRow]:
    return [
        ReportClaimRow(
            id=claim_ids[claim.id],
            report_id=report_id,
            local_id=claim.id,
            claimant_id=claim.claimant,
            text=claim.text,
            verb=claim.verb,
            start=claim.start,
            end=claim.end,
            stance=claim.stance,
            about=list(claim.about),
        )
        for claim in event.claims
    ]


def _figures(report_id: str, event: Event, claim_ids: Mapping[str, str]) -> list[CasualtyFigureRow]:
    return [
        CasualtyFigureRow(
            report_id=report_id,
            ordinal=ordinal,
            what=figure.what,
            low=figure.low,
            high=figure.high,
            text=figure.text,
            start=figure.start,
            end=figure.end,
            claim_id=claim_ids.get(figure.claim or ""),
            of_whom=figure.of_whom.model_dump(mode="json") if figure.of_whom else None,
            chosen=_is_chosen(event, figure.what, (figure.low, figure.high)),
        )
        for ordinal, figure in enumerate(event.figures)
    ]


def _is_chosen(event: Event, what: str, numbers: tuple[int, int | None]) -> bool:
    chosen = getattr(event, what)
    return chosen is not None and (chosen.low, chosen.high) == numbers


def _evidence(report_id: str, event: Event, article: ArticleRow) -> list[EvidenceRow]:
    return [
        EvidenceRow(
            report_id=report_id,
            ordinal=ordinal,
            article_id=article.id,
            start=evidence.start,
            end=evidence.end,
            quote=article.text[evidence.start : evidence.end],
            trigger_start=evidence.trigger.start if evidence.trigger else None,
            trigger_end=evidence.trigger.end if evidence.trigger else None,
            trigger_text=evidence.trigger.text if evidence.trigger else None,
        )
        for ordinal, evidence in enumerate(event.evidence)
    ]
