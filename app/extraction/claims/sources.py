"""Claims without a verb of saying: "according to X", "citing X", "reports that …", "allegedly"."""

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Span, Token

from app.extraction.claims.finding import FoundClaim, around
from app.extraction.claims.speakers import speaker
from app.extraction.document import Document
from app.extraction.frames import Argument
from app.extraction.grammar.stance_words import DENYING
from app.extraction.grammar.syntax import with_conjuncts
from app.extraction.lexicons.reporting import ReportingLexicon, ReportingWord

_AUTHORED: Final = frozenset({"by", "from"})
_OWNERS: Final = frozenset({"poss", "compound", "nmod"})
_CLAUSES: Final = frozenset({"acl", "ccomp", "relcl"})
#: participles by which a speaker passes on what another said
_CITING: Final = frozenset({"citing", "quoting"})


def find_sources(document: Document, reporting: ReportingLexicon, said: Iterable[FoundClaim]) -> Iterator[FoundClaim]:
    """Claims by phrases, nouns and adverbs of reporting; ``said`` are those by verbs, which speakers may pass on."""
    by_verb = {claim.verb_token: claim for claim in said}
    for sentence in document.doc.sents:
        for token in sentence:
            yield from _by_phrase(document, sentence, token, reporting, by_verb)
            word = reporting.noun(token.lemma_.lower()) if token.pos_ == "NOUN" else None
            if word is not None:
                yield from _by_noun(document, token, word)
            elif token.lower_ in reporting.hearsay:
                yield _by_hearsay(token)


def _by_phrase(
    document: Document,
    sentence: Span,
    token: Token,
    reporting: ReportingLexicon,
    by_verb: dict[int, FoundClaim],
) -> Iterator[FoundClaim]:
    for rest, word in reporting.phrases(token.lower_):
        last = token.i + len(rest)
        if last + 1 >= sentence.end or [other.lower_ for other in sentence.doc[token.i + 1 : last + 1]] != list(rest):
            continue
        who = _named_after(document.doc[last])
        if who is None or who.i >= sentence.end:
            continue
        content = around(sentence, token.i, who.right_edge.i + 1)
        passed_on = by_verb.get(token.head.i) if token.lower_ in _CITING else None
        if passed_on is not None:
            content = passed_on.content
        for named in with_conjuncts(who):
            if named.pos_ != "VERB" and (claimant := speaker(document, named)) is not None:
                yield FoundClaim(claimant, word.lemma, last, content, word.stance)


def _named_after(last: Token) -> Token | None:
    """The head of the words after a phrase's last word."""
    for child in last.children:
        if child.dep_ in {"pobj", "dobj"} and child.i > last.i:
            return child
    after = last.nbor()
    while after.head.i > after.i and after.dep_ in {"det", "amod", "compound", "poss", "nmod", "nummod"}:
        after = after.head
    return after if after.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _by_noun(document: Document, noun: Token, word: ReportingWord) -> Iterator[FoundClaim]:
    """What a report, claim or denial says, by its author; without one the report itself is all that is known."""
    content = _told_by(noun)
    author = _author(noun)
    claimant = speaker(document, author) if author is not None else None
    denied = any(verb.lemma_ in DENYING for verb in (noun.head, noun.head.head))
    if content is None or (claimant is None and denied):
        return
    if claimant is None:
        first = min([noun.i, *(child.left_edge.i for child in noun.children if child.dep_ in {"amod", "compound"})])
        claimant = Argument(noun.i, noun.doc[first].idx, noun.idx + len(noun))
    yield FoundClaim(claimant, noun.text, noun.i, (content,), word.stance)


def _told_by(noun: Token) -> tuple[int, int] | None:
    for child in noun.children:
        clause = child.dep_ in _CLAUSES and any(
            inner.dep_ == "mark" or (inner.lower_ == "that" and not inner.dep_.startswith("nsubj"))
            for inner in child.children
        )
        if clause or (child.dep_ == "prep" and child.lower_ == "of"):
            return child.left_edge.i, child.right_edge.i + 1
    return None


def _author(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in _OWNERS and child.pos_ in {"NOUN", "PROPN", "PRON"}:
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in _AUTHORED:
            return next((who for who in child.children if who.dep_ == "pobj"), None)
    return None


def _by_hearsay(adverb: Token) -> FoundClaim:
    """What "allegedly" is said of, by nobody the text names."""
    told = adverb.head
    words = Argument(adverb.i, adverb.idx, adverb.idx + len(adverb))
    return FoundClaim(words, adverb.text, adverb.i, ((told.left_edge.i, told.right_edge.i + 1),))
