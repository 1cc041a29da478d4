"""People named by their age: "a 17-year-old", "two 8-year-olds"."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

_OLD: Final = frozenset({"old", "olds"})


def age_naming(token: "Token") -> int | None:
    """The age in years where the token ends an age that stands for a person; None where it does not."""
    if token.lower_ not in _OLD or token.i < 4 or token.dep_ == "amod":
        return None
    words = [token.nbor(back).lower_ for back in (-4, -3, -2, -1)]
    return int(words[0]) if words[0].isdecimal() and words[2] in {"year", "years"} else None
