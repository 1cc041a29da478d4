"""Claims that no verb of saying introduces: accusations, and speakers at the end of a list ("…, police and X said")."""

from collections.abc import Iterator

from spacy.tokens import Token

from app.extraction.claims.finding import FoundClaim
from app.extraction.claims.speakers import speaker, subject_of
from app.extraction.document import Document
from app.extraction.grammar.blame import deed_of
from app.extraction.lexicons.reporting import ReportingLexicon


def find_accusations(document: Document, reporting: ReportingLexicon) -> Iterator[FoundClaim]:
    """What somebody is accused of is claimed by the accuser."""
    for token in document.doc:
        word = reporting.verb(token.lemma_) if token.pos_ == "VERB" else None
        if word is None or word.act != "accuses":
            continue
        subject, deed = subject_of(token), deed_of(token)
        claimant = speaker(document, subject) if subject is not None and not _is_passive(token) else None
        if claimant is not None and deed is not None:
            content = ((deed.left_edge.i, deed.right_edge.i + 1),)
            yield FoundClaim(claimant, token.text, token.i, content, topics=("event", "actors"))


def find_trailing_speakers(document: Document, reporting: ReportingLexicon) -> Iterator[FoundClaim]:
    """Speakers after the last comma whom the parser took for the end of a list."""
    for sentence in document.doc.sents:
        for verb in sentence:
            if reporting.verb(verb.lemma_) is None or verb.tag_ not in {"VBD", "VBZ"}:
                continue
            first = _trailing_list(verb)
            claimant = speaker(document, first) if first is not None else None
            if first is not None and claimant is not None:
                comma = _comma_before(first)
                claimant.start = max(claimant.start, document.doc[comma + 1].idx)
                yield FoundClaim(claimant, verb.text, verb.i, ((sentence.start, comma),))


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def _trailing_list(verb: Token) -> Token | None:
    """The first noun of "…, X and Y said" where the verb has no subject of its own."""
    if verb.i == verb.sent.start or any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return None
    last = verb.nbor(-1)
    if last.dep_ != "conj" or last.pos_ not in {"NOUN", "PROPN"} or last.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    comma = _comma_before(last)
    chain = [token for token in (last, *last.conjuncts) if token.i > comma]
    return min(chain, key=lambda token: token.i) if comma > verb.sent.start else None


def _comma_before(token: Token) -> int:
    for index in range(token.i, token.sent.start - 1, -1):
        if token.doc[index].text == ",":
            return index
    return -1
