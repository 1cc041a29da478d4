"""What the stages before assembly found in one article."""

from dataclasses import dataclass

from app.extraction.casualties.figure import FoundFigure
from app.extraction.claims.finding import FoundClaim
from app.extraction.document import Document
from app.extraction.events.circumstances import Circumstances
from app.extraction.frames import Frame
from app.extraction.lexicons.contexts import ContextCues


@dataclass(frozen=True, slots=True)
class Findings:
    """Frames with their circumstances (same order), claims and figures of one article."""

    document: Document
    frames: list[Frame]
    circumstances: list[Circumstances]
    claims: list[FoundClaim]
    figures: list[FoundFigure]
    cues: ContextCues
