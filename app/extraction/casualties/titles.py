"""The death that an article's title tells while its text only tells of the shot or the stabbing."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from app.extraction.casualties.figure import FoundFigure

_DEATH: Final = re.compile(
    r"\b(?:dead|deadly|fatal|fatally|fatality|kill|kills|killed|killing|murder|murders|murdered|slain|slaying|homicide"
    r"|manslaughter|dies|died|death)\b",
    re.IGNORECASE,
)
#: wordings with such a word that tell of nobody's death
_NO_DEATH: Final = re.compile(
    r"\b(?:attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying)|plot(?:s|ted|ting)?|threat(?:s|en|ens|ened)?)\b[^.,;:|]*"
    r"|\bdeath (?:threat|penalty|sentence|row|squad|toll)s?\b|\bnear[- ](?:fatal|death)\b|\bnon-?fatal\w*",
    re.IGNORECASE,
)


def death_in_title(title: str | None, figures: Iterable[FoundFigure]) -> FoundFigure | None:
    """One killed, by the words for the first person who was hit; None where the text itself counts any dead."""
    told = list(figures)
    if title is None or any(figure.what == "killed" for figure in told):
        return None
    if _DEATH.search(_NO_DEATH.sub("", title)) is None:
        return None
    victim = next((figure for figure in told if figure.what == "wounded" and figure.one is not None), None)
    return None if victim is None else replace(victim, what="killed", hit=False, of_whom=dict(victim.of_whom))
