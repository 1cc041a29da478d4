"""All claims of an article: by verbs of saying, accusations, tolls, sources, and what denies them."""

from app.extraction.claims.accusations import find_accusations, find_trailing_speakers
from app.extraction.claims.finding import FoundClaim, find_claims
from app.extraction.claims.replies import find_replies
from app.extraction.claims.sources import find_sources
from app.extraction.claims.tolls import find_tolls
from app.extraction.document import Document
from app.extraction.lexicons.agents import AgentLexicon
from app.extraction.lexicons.reporting import ReportingLexicon


def collect_claims(document: Document, reporting: ReportingLexicon, agents: AgentLexicon) -> list[FoundClaim]:
    """Who says what, of every kind; sources may pass on what others say, and replies deny it."""
    claims = [*find_claims(document, reporting), *find_accusations(document, reporting)]
    claims += find_trailing_speakers(document, reporting)
    claims += find_tolls(document, agents)
    claims += find_sources(document, reporting, tuple(claims))
    claims += find_replies(document, reporting, tuple(claims))
    return claims
