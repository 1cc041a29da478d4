"""One stated number of casualties."""

from dataclasses import dataclass, field

from app.domain.vocabulary import FigureKind
from app.extraction.casualties.individuals import Individual


@dataclass(slots=True)
class FoundFigure:
    """A stated number of casualties.

    Figures of one ``group`` add up ("three soldiers and two civilians"). ``partial`` counts some of a larger number
    given elsewhere ("three of the dead", "including two children"); ``more`` adds to it ("another three"); ``hit``
    counts killed and wounded together ("five were shot").
    """

    what: FigureKind
    low: int
    high: int | None
    start: int
    end: int
    token: int
    frame: int
    group: int
    partial: bool = False
    more: bool = False
    hit: bool = False
    #: replaces what the article said before; or is itself given up
    later: bool = False
    outdated: bool = False
    #: those who "killed himself", "took his own life"
    by_own_hand: bool = False
    #: words such as "dozens", which a number by whomever tells better
    vague: bool = False
    #: where the number begins that "two others" come on top of
    beside: int | None = None
    #: the person, where the figure is one person
    one: Individual | None = None
    of_whom: dict[str, int] = field(default_factory=dict)


def killed_by_frame(figures: list[FoundFigure]) -> dict[int, int]:
    """Highest number of killed that each frame's own words give, by frame."""
    killed: dict[int, int] = {}
    for figure in figures:
        if figure.what == "killed" and figure.group == figure.frame and not figure.partial:
            killed[figure.frame] = max(killed.get(figure.frame, 0), figure.low)
    return killed
