"""Words by which the clutter around an article is known: share bars, site navigation, credits, wire marks."""

from pathlib import Path
from typing import Final, Self

from app.extraction.lexicons.tables import read_table

SEEDS_FILE: Final = "boilerplate.tsv"
MATCHES: Final = frozenset("whole start short contains list inline mark caption navigation".split())


class ClutterCues:
    """Cues of ``seeds/boilerplate.tsv``, all lower case, by the way they match.

    ``whole``: the whole line · ``start``: the line's first words · ``short``: first words of a line of eight words at
    most · ``contains``: anywhere in a sentence · ``list``: first words of a header, after which short lines are links ·
    ``inline``: just these words, wherever they stand · ``mark``: what stands in square brackets · ``caption``: first
    words of a picture's caption · ``navigation``: one step of a breadcrumb.
    """

    def __init__(self, cues: dict[str, list[str]]) -> None:
        self.whole = frozenset(cues.get("whole", ()))
        self.marks = frozenset(cues.get("mark", ()))
        self.navigation = frozenset(cues.get("navigation", ()))
        self.contains = tuple(cues.get("contains", ()))
        self.inline = tuple(cues.get("inline", ()))
        self._starts = {match: _by_first_word(cues.get(match, ())) for match in ("start", "short", "list", "caption")}

    @classmethod
    def load(cls, directory: Path) -> Self:
        """Read ``boilerplate.tsv`` of the seeds directory.

        Raises:
            ValueError: a row names a way of matching that does not exist.
        """
        cues: dict[str, list[str]] = {}
        for row in read_table(directory / SEEDS_FILE):
            if row["match"] not in MATCHES:
                raise ValueError(f"{SEEDS_FILE}: no such match: {row['match']}")
            cues.setdefault(row["match"], []).append(row["cue"].lower())
        return cls(cues)

    def starts(self, match: str, lowered: str) -> bool:
        """Whether the lower-cased line starts with a cue of that kind, up to the end of a word."""
        first = lowered.split(" ", 1)[0].strip("(:|")
        for cue in self._starts[match].get(first, ()):
            if lowered.startswith(cue) and not (cue[-1].isalnum() and lowered[len(cue) : len(cue) + 1].isalnum()):
                return True
        return False


def _by_first_word(cues: list[str] | tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for cue in cues:
        first = cue.split(" ", 1)[0].strip("(:|")
        table[first] = (*table.get(first, ()), cue)
    return table
