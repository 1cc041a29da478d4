"""Words that name events, by the event lexicon and the constructions they stand in."""

from typing import TYPE_CHECKING, Final

from app.domain.vocabulary import EventType
from app.extraction.document import Document
from app.extraction.frames import Trigger
from app.extraction.lexicons.events import Entry, EventLexicon
from app.extraction.triggers.modes import infer_mode
from app.extraction.triggers.trigger_context import TriggerContext, hyphenated, joined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COOPERATION: Final = frozenset({
    EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
    EventType.RETREAT,
})  # fmt: skip
_PRESSURE: Final = frozenset({
    EventType.REJECT, EventType.THREATEN, EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE,
})  # fmt: skip
_POS: Final = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}
#: where a gerund stands as a noun ("fighting erupted")
_NOMINAL: Final = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})
#: as far as an object may be from its verb to belong to the trigger's words ("fired tear gas")
_NEAR: Final = 4
#: what is longer is no sentence but a list or a table, and slow to search
_LONGEST_SENTENCE: Final = 400
#: complements inside complements are looked into so far
_DEEPEST: Final = 6
#: a text of so many tokens is a report of sports from this share of words of sports on
_REPORT: Final = 60
_SPORTS_SHARE: Final = 0.012
_VIOLENT: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.PROTEST})


#: verbs that the rule lemmatizer takes for others ("staged" for a form of "stag")
_MISREAD: Final = {
    "wag": "wage", "rap": "rape", "hop": "hope", "stag": "stage", "rag": "rage", "fin": "fine", "lambast": "lambaste",
    "enrol": "enroll", "fulfil": "fulfill", "readie": "ready", "maimed": "maim", "airdrope": "airdrop",
    "engulfs": "engulf", "paroles": "parole", "overran": "overrun", "retook": "retake",
    "forgave": "forgive",
}  # fmt: skip


def find_triggers(document: Document, events: EventLexicon) -> list[Trigger]:
    """All triggers of the document in text order, at most one per token."""
    return _TriggerFinder(document, events).find()


def _mend_lemmas(doc: "Doc") -> None:
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_ in _MISREAD:
            token.lemma_ = _MISREAD[token.lemma_]


class _TriggerFinder:
    def __init__(self, document: Document, events: EventLexicon) -> None:
        self._document = document
        self._events = events
        self._context = TriggerContext(document, events, self._attitude)
        self._depth = 0
        self._best: dict[int, tuple[Entry, list[int]] | None] = {}

    def find(self) -> list[Trigger]:
        found = []
        for token in self._candidates():
            best = self._entry(token)
            if best is not None and best[0].type is not None:
                found.append(self._trigger(token, *best))
        return self._without_sports(found)

    def _without_sports(self, found: list[Trigger]) -> list[Trigger]:
        """In a report of sports "attack", "fight", "shoot" mean the game, unless it tells of plain violence too."""
        doc, sporty = self._document.doc, self._events.classes["SPORTY"]
        plain = any(t.type is EventType.ASSAULT and t.lemma not in sporty for t in found)
        if plain or len(doc) < _REPORT:
            return found
        words = self._events.classes["SPORT"]
        if sum(token.lemma_ in words for token in doc) < max(4, _SPORTS_SHARE * len(doc)):
            return found
        return [trigger for trigger in found if trigger.lemma not in sporty]

    def _candidates(self) -> list["Token"]:
        ids = self._events.lemma_ids
        _mend_lemmas(self._document.doc)
        rows = self._document.doc.to_array(["LEMMA", "LOWER"]).tolist()
        doc = self._document.doc
        hyphen = doc.vocab.strings["-"]
        found = []
        for sentence in doc.sents:
            if len(sentence) > _LONGEST_SENTENCE:
                continue
            for i in range(sentence.start, sentence.end):
                lemma, lower = rows[i]
                if lemma in ids or lower in ids or (i > 1 and rows[i - 1][1] == hyphen):
                    found.append(doc[i])
        return found

    def _entry(self, token: "Token") -> tuple[Entry, list[int]] | None:
        if token.i not in self._best:
            self._best[token.i] = None
            self._best[token.i] = self._look_up(token)
        return self._best[token.i]

    def _look_up(self, token: "Token") -> tuple[Entry, list[int]] | None:
        pos = "N" if token.tag_ == "VBG" and token.dep_ in _NOMINAL else _POS.get(token.pos_)
        if pos is None or not self._may_trigger(token, pos):
            return None
        for lemma in dict.fromkeys((joined(token), hyphenated(token), token.lemma_.lower(), token.lower_)):
            for entry in self._events.of(pos, lemma):
                used = self._context.matches(token, entry.constraints)
                if used is not None:
                    return entry, used
        return None

    def _may_trigger(self, token: "Token", pos: str) -> bool:
        """Whether the word stands as an event and not as a modifier or part of a name."""
        if token.dep_ in {"compound", "amod", "nmod", "poss", "aux", "auxpass"}:
            return False
        if pos == "V" and token.dep_ in {"dobj", "pobj"} and any(child.dep_ == "det" for child in token.children):
            return False
        name = self._document.name_at.get(token.i)
        return name is None or (pos == "V" and token.tag_ != "NNP")

    def _attitude(self, token: "Token") -> str | None:
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        best = self._entry(token)
        self._depth -= 1
        if best is None or best[0].type is None:
            return None
        if best[0].type in _COOPERATION:
            return "COOPERATION"
        if best[0].type is EventType.ASSAULT:
            return "VIOLENCE"
        return "PRESSURE" if best[0].type in _PRESSURE else None

    def _trigger(self, token: "Token", entry: Entry, used: list[int]) -> Trigger:
        assert entry.type is not None  # noqa: S101  entries without type were left out
        start, end = self._words_of(token, entry, used)
        mode = entry.mode
        if entry.type is EventType.ASSAULT:
            mode = infer_mode(token, mode, self._events.modes)
        return Trigger(
            token=token.i,
            start=start,
            end=end,
            lemma=entry.lemma,
            type=entry.type,
            mode=mode,
            contexts=entry.contexts,
            is_noun=entry.pos == "N",
            effect=entry.effect,
            counts=entry.counts,
            weight=entry.weight,
            pattern=entry.pattern,
            consumed=tuple(used),
        )

    def _words_of(self, token: "Token", entry: Entry, used: list[int]) -> tuple[int, int]:
        """Clean-text span of the trigger word with its particle, and with a near object that makes the meaning."""
        first = token.i
        if token.lemma_.lower() != entry.lemma in {joined(token), hyphenated(token)} and token.nbor(-1).text == "-":
            first = token.i - 2
        last = token.i
        for index in used:
            near = token.i < index <= token.i + _NEAR
            if near and entry.pos == "V" and (entry.type in _VIOLENT or index == token.i + 1):
                last = max(last, index)
        doc = self._document.doc
        return doc[first].idx, doc[last].idx + len(doc[last])
