"""Claims of one event: one per claimant, with what each is about."""

from app.domain.annotations import Claim
from app.domain.vocabulary import ClaimTopic
from app.extraction.casualties.figure import FoundFigure
from app.extraction.claims.finding import FoundClaim, claims_on
from app.extraction.document import Document
from app.extraction.events.assembly.entities import EntityList
from app.extraction.events.findings import Findings


class EventClaims:
    """Collects who says the event, and who says each of its figures."""

    def __init__(self, found: Findings, frames: list[int], figures: list[FoundFigure], entities: EntityList) -> None:
        self._document = found.document
        self._entities = entities
        self._claims: dict[object, FoundClaim] = {}
        self._about: dict[object, list[ClaimTopic]] = {}
        self._figure_claimant: dict[int, object] = {}
        hit = {party.token for index in frames for party in found.frames[index].affected}
        for index in frames:
            for claim in _claims_on_frame(found, index):
                if claim.claimant.token not in hit:
                    for topic in claim.topics:
                        self._note(claim, topic)
        for position, figure in enumerate(figures):
            saying = [claim for claim in claims_on(found.claims, figure.token) if claim.claimant.token not in hit]
            for claim in _innermost(saying):
                self._figure_claimant.setdefault(position, self._note(claim, figure.what))

    @property
    def voices(self) -> dict[int, object]:
        """Claimant of each figure by its position; figures of the outlet's own voice are absent."""
        return self._figure_claimant

    def of_figure(self, position: int) -> str | None:
        """Id of the claim that the figure at this position rests on."""
        claimant = self._figure_claimant.get(position)
        return None if claimant is None else self._id(claimant)

    def written(self) -> tuple[Claim, ...]:
        """The claims of the contract, in the order they were met."""
        return tuple(self._write(claimant) for claimant in self._claims)

    def _note(self, claim: FoundClaim, topic: ClaimTopic) -> object:
        who: object = claimant_key(self._document, claim)
        self._claims.setdefault(who, claim)
        about = self._about.setdefault(who, [])
        if topic not in about:
            about.append(topic)
        return who

    def _id(self, claimant: object) -> str:
        return f"c{list(self._claims).index(claimant) + 1}"

    def _write(self, claimant: object) -> Claim:
        claim = self._claims[claimant]
        start, end, words = self._document.original(claim.claimant.start, claim.claimant.end)
        entity = claim.claimant.entity
        return Claim(
            id=self._id(claimant),
            claimant=None if entity is None else self._entities.acting(entity),
            text=words,
            verb=claim.verb,
            start=start,
            end=end,
            stance=claim.stance,
            about=tuple(self._about[claimant]),
        )


def _claims_on_frame(found: Findings, index: int) -> list[FoundClaim]:
    """Claims on the telling; who denies a part in it denies it of whatever word tells it."""
    frame = found.frames[index]
    claims = claims_on(found.claims, frame.trigger.token)
    for trigger in frame.merged:
        claims += [claim for claim in claims_on(found.claims, trigger.token) if "event" not in claim.topics]
    return claims


def _innermost(saying: list[FoundClaim]) -> list[FoundClaim]:
    """The claims that tell a figure: the innermost, and those of its other speakers."""
    telling = [claim for claim in saying if claim.tells]
    return [claim for claim in telling if claim.verb_token == telling[0].verb_token]


def claimant_key(document: Document, claim: FoundClaim) -> object:
    """What makes two claimants one: their entity, else their head word."""
    entity = claim.claimant.entity
    return entity if entity is not None else document.doc[claim.claimant.token].lemma_.lower()
