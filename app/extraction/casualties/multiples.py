"""How many a "double murder", a "triple homicide" or a "quadruple shooting" struck."""

from typing import Final

from app.domain.vocabulary import FigureKind
from app.extraction.casualties.figure import FoundFigure
from app.extraction.document import Document
from app.extraction.frames import Frame
from app.extraction.grammar.syntax import kids

_TIMES: Final = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
#: Nouns by which each of so many was killed, and those that leave open whether they died.
_KILLING: Final = frozenset({"murder", "homicide", "killing", "slaying", "assassination", "execution"})
_HITTING: Final = frozenset({"shooting", "stabbing"})


def counted_by_multiple(document: Document, frame: Frame, index: int) -> FoundFigure | None:
    """The figure in the words of a noun for violence; a "double murder-suicide" leaves open who is counted."""
    noun = document.doc[frame.trigger.token]
    word = next((word for word in kids(noun, "amod", "compound", "nmod") if word.lower_ in _TIMES), None)
    if word is None or noun.lemma_ not in _KILLING | _HITTING or noun.nbor().text == "-":
        return None
    number, end = _TIMES[word.lower_], word.idx + len(word)
    what: FigureKind = "killed" if noun.lemma_ in _KILLING else "wounded"
    return FoundFigure(what, number, number, word.idx, end, noun.i, index, -1 - noun.i, hit=what == "wounded")
