"""Two reports side by side, with what several parts of their comparison ask for."""

from functools import cached_property
from typing import Final

from app.resolution.facts import ReportFacts
from app.resolution.names import words_of_name
from app.resolution.wording import likeness, shared_people

#: What rules a pair out whatever else agrees.
VETO: Final = -20.0
#: Places that are a point on the map.
FINE_PLACES: Final = frozenset({"exact", "settlement", "near"})
#: Below this likeness a shared name is two people's, or one of public life.
_ONE_STORY: Final = 0.12


class Pair:
    """Two reports side by side, with what several parts of the score ask for."""

    def __init__(self, left: ReportFacts, right: ReportFacts, *, near_copy: bool = False) -> None:
        self.left = left
        self.right = right
        self.near_copy = near_copy

    @cached_property
    def likeness(self) -> float:
        """How alike the two articles are worded, 0 to 1."""
        return likeness(self.left.wording, self.right.wording)

    @cached_property
    def is_main(self) -> bool:
        """Whether each report is what its article is mainly about: then the whole articles tell about it."""
        return self.left.is_main and self.right.is_main

    @cached_property
    def names(self) -> int:
        """People out of public life that both articles of one story name, at most two."""
        if not self.is_main or self.likeness <= _ONE_STORY:
            return 0
        return min(2, shared_people(self.left.wording, self.right.wording))

    @cached_property
    def same_victims(self) -> bool:
        """Whether both tell of the same people: named in a story that both tell, or parties of both reports."""
        return self.names > 0 or share_people(self.left.people, self.right.people)

    @cached_property
    def shared_words(self) -> float:
        """How much of the shorter evidence the other one shares, 0 to 1."""
        fewer = min(len(self.left.words), len(self.right.words))
        return len(self.left.words & self.right.words) / fewer if fewer >= 3 else 0.0


def share_people(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether a person of one side is one of the other: the same name, or two words of it."""
    others = [set(words_of_name(key[2:])) for key in right if key.startswith("p:")]
    mine = [set(words_of_name(key[2:])) for key in left if key.startswith("p:")]
    return any(len(words & other) > 1 or words == other for words in mine for other in others)
