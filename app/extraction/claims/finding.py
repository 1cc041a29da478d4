"""Claims: who says what, by direct and indirect speech, "according to", and quotes within quotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from app.domain.vocabulary import ClaimTopic, Stance
from app.extraction.claims.responsibility import agent_of, is_nobody, taking
from app.extraction.claims.speakers import belonging, speaker, subject_of
from app.extraction.document import Document
from app.extraction.frames import Argument, Frame
from app.extraction.grammar.blame import disowned_by
from app.extraction.grammar.governing import left_open
from app.extraction.grammar.syntax import is_parted, is_passive, with_conjuncts
from app.extraction.lexicons.reporting import ReportingLexicon, ReportingWord

Range = tuple[int, int]

_QUOTING = frozenset({"quote", "cite"})
#: verbs of saying that stand beside another one of the same speaker
_PLAIN = frozenset({"say", "tell", "add", "state", "claim", "insist", "accuse", "announce", "declare", "blame"})
#: what someone denies to have had in a deed that he does not deny
_PART = frozenset({"involvement", "responsibility", "role", "part", "participation", "complicity", "link", "hand"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})
_QUOTE_MARKS = frozenset({'"', "“", "”", "''", "``"})


@dataclass(slots=True)
class FoundClaim:
    """One act of saying. ``content`` are the token ranges it covers; ``start``/``end`` span the claimant's words."""

    claimant: Argument
    verb: str
    verb_token: int
    content: tuple[Range, ...]
    stance: Stance = "asserted"
    quoted: bool = False
    #: what it says of an event that it covers
    topics: tuple[ClaimTopic, ...] = ("event",)
    #: whether it tells the event itself, with its figures; a denial of what another told does not
    tells: bool = True

    def covers(self, token: int) -> bool:
        """Whether the token is part of what is said."""
        return any(first <= token < last for first, last in self.content)

    def width(self) -> int:
        """Number of tokens of what is said; of nested claims the narrower is the inner one."""
        return sum(last - first for first, last in self.content)


def find_claims(document: Document, reporting: ReportingLexicon) -> list[FoundClaim]:
    """All claims of the article in text order."""
    claims: list[FoundClaim] = []
    for sentence in document.doc.sents:
        found = list(_claims_of_sentence(document, sentence, reporting))
        claims += found or list(_carried_on(sentence, claims))
    return claims


def claims_on(claims: Iterable[FoundClaim], token: int) -> list[FoundClaim]:
    """Claims that cover the token, innermost first, each claimant once."""
    covering = sorted(
        (claim for claim in claims if claim.covers(token)),
        key=lambda claim: (claim.width(), not claim.tells, -claim.verb_token),
    )
    kept: dict[object, FoundClaim] = {}
    for claim in covering:
        who = claim.claimant.entity if claim.claimant.entity is not None else ("words", claim.claimant.start)
        kept.setdefault(who, claim)
    return list(kept.values())


def _claims_of_sentence(document: Document, sentence: Span, reporting: ReportingLexicon) -> Iterator[FoundClaim]:
    for token in sentence:
        if token.pos_ == "VERB" or token.tag_.startswith("VB"):
            if token.lemma_ in _QUOTING:
                yield from _quoted_as_saying(document, sentence, token)
            elif who := next(taking(token), None):
                yield from _taken_responsibility(document, token, who)
            elif (word := reporting.verb(token.lemma_)) is not None:
                yield from _said(document, sentence, token, word)


def _taken_responsibility(document: Document, verb: Token, who: Token) -> Iterator[FoundClaim]:
    claimant = speaker(document, who)
    if claimant is not None:
        if claimant.entity is None:
            claimant.entity = belonging(document, who)
        content = ((verb.left_edge.i, verb.right_edge.i + 1),)
        taken = next((child for child in verb.children if child.dep_ == "dobj"), None)
        words = verb.text if taken is None else f"{verb.text} {taken.text}"
        yield FoundClaim(claimant, words, verb.i, content, topics=("event", "actors"))


def _said(document: Document, sentence: Span, verb: Token, word: ReportingWord) -> Iterator[FoundClaim]:
    content = _content(sentence, verb, takes_objects=word.objects)
    if content is None or _negated(verb) or left_open(verb) or _is_quote_complement(verb):
        return
    content = _without_sayings_beside(verb, content)
    if word.act == "denies":
        content = _without_relative_clauses(verb, content)
    part = word.act == "denies" and _denies_part(verb)
    topics: tuple[ClaimTopic, ...] = ("actors",) if part else ("event",)
    for claimant in _speakers(document, verb):
        if not any(first <= claimant.token < last for first, last in content):
            quoted = _has_quotes(sentence)
            yield FoundClaim(claimant, verb.text, verb.i, content, word.stance, quoted, topics, tells=not part)


def _denies_part(verb: Token) -> bool:
    """Whether it denies who did it and not that it was done ("denied involvement in", "denied carrying out the …")."""
    return disowned_by(verb) or any(child.dep_ == "dobj" and child.lemma_ in _PART for child in verb.children)


def _speakers(document: Document, verb: Token) -> Iterator[Argument]:
    """Who says it, each of several; a passive that names nobody ("was reported killed") is nobody's claim."""
    subject = agent_of(verb) if is_passive(verb) else subject_of(_saying_of(verb))
    if subject is None or is_nobody(subject):
        return
    for who in with_conjuncts(subject):
        if (claimant := speaker(document, who)) is not None:
            yield claimant


def _saying_of(verb: Token) -> Token:
    """The verb whose subject says it: "denied that they had left X and said …" is said by the one who denied."""
    clause = verb.head
    if verb.dep_ != "conj" or clause.dep_ != "ccomp" or clause.head.tag_ != verb.tag_:
        return verb
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    return verb if own or clause.lemma_ == verb.lemma_ else clause.head


def _without_sayings_beside(verb: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content without what the parser hung on it and the same speaker says apart."""
    for clause in verb.children:
        for beside in clause.children if clause.dep_ == "ccomp" else ():
            if beside.dep_ == "conj" and beside.lemma_ in _PLAIN and _saying_of(beside).i == verb.i:
                return tuple((first, min(last, beside.left_edge.i)) for first, last in content if first < beside.i)
    return content


def _without_relative_clauses(verb: Token, content: tuple[Range, ...]) -> tuple[Range, ...]:
    """The content without what its relative clauses tell: the speaker takes that for granted."""
    for clause in verb.subtree:
        if clause.dep_ == "relcl" and any(first < clause.i < last for first, last in content):
            gap = (clause.left_edge.i, clause.right_edge.i + 1)
            content = tuple(
                (start, end)
                for first, last in content
                for start, end in ((first, min(last, gap[0])), (max(first, gap[1]), last))
                if start < end
            )
    return content


def _content(sentence: Span, verb: Token, *, takes_objects: bool) -> tuple[Range, ...] | None:
    """Token ranges of what the verb reports: its clause, the sentence around it, or the noun it denies or reports."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.pos_ != "ADJ" and not is_parted(child):
            return ((child.left_edge.i, child.right_edge.i + 1),)
    if verb.dep_ == "parataxis":
        return around(sentence, verb.left_edge.i, verb.right_edge.i + 1)
    if verb.dep_ == "ROOT" and _has_quotes(sentence):
        first = min([verb.i, *(child.left_edge.i for child in verb.children if child.dep_ == "nsubj")])
        return around(sentence, first, verb.i + 1)
    for child in verb.children if takes_objects else ():
        if _is_toll(child) or (child.dep_ in {"dobj", "xcomp", "oprd", "nsubjpass"} and child.lemma_ != "statement"):
            last = max([child.right_edge.i, *(more.right_edge.i for more in verb.children if _is_toll(more))])
            return ((child.left_edge.i, last + 1),)
    return None


def _is_toll(word: Token) -> bool:
    """Whether the word belongs to what is said as the "dead" of "admits 13 dead" and the "21" of "and 21 wounded"."""
    if word.dep_ not in {"acomp", "conj"}:
        return False
    return word.pos_ == "NUM" or (word.tag_ in {"JJ", "VBN"} and any(child.pos_ == "NUM" for child in word.children))


def around(sentence: Span, first: int, last: int) -> tuple[Range, ...]:
    """The sentence without the words from token ``first`` to ``last``."""
    return tuple(part for part in ((sentence.start, first), (last, sentence.end)) if part[0] < part[1])


def _quoted_as_saying(document: Document, sentence: Span, verb: Token) -> Iterator[FoundClaim]:
    """Read "AP quoted the Observatory as saying": the quoted one claims, the quoting one reports."""
    quoted = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    saying = next((part for child in verb.children if child.lower_ == "as" for part in child.children), None)
    if quoted is None or saying is None:
        return
    inside = next((child for child in saying.children if child.dep_ == "ccomp"), None)
    first = min(
        child.left_edge.i for child in [*verb.children, verb] if child.dep_ in {"nsubj", "nsubjpass", verb.dep_}
    )
    content = ((inside.left_edge.i, inside.right_edge.i + 1),) if inside else ((sentence.start, min(first, verb.i)),)
    quoting = next((child for child in verb.children if child.dep_ in {"nsubj", "agent"}), None)
    if quoting is not None and quoting.dep_ == "agent":
        quoting = next(iter(quoting.children), None)
    if not inside and quoting is not None:
        content = ((sentence.start, quoting.left_edge.i),)
    for token, word in ((quoted, saying), (quoting, verb)):
        if token is not None and (claimant := speaker(document, token)) is not None:
            yield FoundClaim(claimant, word.text, word.i, content)


def _carried_on(sentence: Span, claims: list[FoundClaim]) -> Iterator[FoundClaim]:
    """A sentence that stands whole in quotation marks goes on with the words of the last speaker."""
    if not claims or not _opens_quoted(sentence):
        return
    last = claims[-1]
    if sentence.start - last.verb_token < 120:
        yield FoundClaim(last.claimant, last.verb, last.verb_token, ((sentence.start, sentence.end),), quoted=True)


def _opens_quoted(sentence: Span) -> bool:
    words = [token for token in sentence if not token.is_space]
    if not words:
        return False
    marks = sum(token.text in _QUOTE_MARKS for token in words)
    return words[0].text in _QUOTE_MARKS and (marks == 1 or words[-1].text in _QUOTE_MARKS)


def _has_quotes(sentence: Span) -> bool:
    return any(token.text in _QUOTE_MARKS for token in sentence)


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _is_quote_complement(verb: Token) -> bool:
    """The "saying" of "quoted X as saying", which ``_quoted_as_saying`` reads."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in _QUOTING


def resolve_first_person(frames: Iterable[Frame], document: Document, claims: list[FoundClaim]) -> None:
    """Let "we" in somebody's words stand for the one who says them."""
    for frame in frames:
        for party in (*frame.actors, *frame.targets):
            if party.entity is None and document.doc[party.token].lower_ in _FIRST_PERSON:
                party.entity = _entity_saying(claims, party.token)
        if not frame.actors:
            frame.actors += _speaking_subject(document, frame, claims)


def _speaking_subject(document: Document, frame: Frame, claims: list[FoundClaim]) -> list[Argument]:
    for child in document.doc[frame.trigger.token].children:
        if child.dep_ == "nsubj" and child.lower_ in _FIRST_PERSON:
            entity = _entity_saying(claims, child.i)
            if entity is not None:
                return [Argument(child.i, child.idx, child.idx + len(child), entity)]
    return []


def _entity_saying(claims: list[FoundClaim], token: int) -> int | None:
    saying = next(iter(claims_on(claims, token)), None)
    return saying.claimant.entity if saying is not None else None
