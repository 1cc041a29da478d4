"""Which spelling of a place name is shown, and which spellings are worth keeping."""

import re
import unicodedata
from collections.abc import Sequence

from app.storage.gazetteer.schema import ARABIC_COUNTRIES

#: Kinds that English texts leave out in running text ("in Aleppo", "in Jalisco"), and kinds that they keep.
_LEFT_OUT = re.compile(r"^([^\W\d_][\w' .-]*?) (?:Governorate|Province|Department|Prefecture)$")
_KEPT = re.compile(r"^[^\W\d_][\w' .-]*? (?:Oblast|Krai|County|District|Raion|Republic|Region|Voivodeship)$")
_SLAVIC = re.compile(r"(?:ska|skaya|skiy|skyi) (?:oblast|raion|rayon|kray)|respublika|oblast'|shahrest", re.IGNORECASE)
_SCHOLARLY = re.compile(r"[āēīōūĀĪŪḩḨḑḐẕẔḏḎṯ]|[ŞşŢţ](?=.*[āīū])")
#: Countries whose own Latin spelling uses the letters that elsewhere mark a transliteration.
_OWN_DIACRITICS = frozenset({"TR", "RO", "MD", "AZ", "LV", "LT", "NZ", "WS", "TO", "CK", "JP"})
_CODE = re.compile(r"^[A-Z0-9]{2,3}$")


def division_name(name: str, aliases: Sequence[str], country_code: str) -> str:
    """The English name of a division: from an alias with an English word for its kind, else the name itself."""
    english = [alias.replace("’", "'") for alias in aliases if alias.isascii() or "’" in alias]
    for alias in (name, *english):
        if match := _LEFT_OUT.match(alias):
            return match[1]
    romanized = country_code not in _OWN_DIACRITICS and _is_romanized(name)
    if romanized:
        for alias in english:
            if _KEPT.match(alias):
                return alias
        for alias in english:
            if alias.isascii() and " " not in alias:
                return alias
    return shown_name(name, country_code)


def shown_name(name: str, country_code: str) -> str:
    """The name as it is shown: without scholarly signs where they are those of a transliteration."""
    name = " ".join(name.split())
    if country_code in _OWN_DIACRITICS:
        return name
    return plain_name(name) if country_code in ARABIC_COUNTRIES or _is_romanized(name) else name


def plain_name(name: str) -> str:
    """A romanized Arabic or Persian name without the signs of scholarly transliteration."""
    letters = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return letters.replace("‘", "'").replace("’", "'").replace("ʻ", "'").replace("ʿ", "'").replace("ʼ", "'")


def is_spelling(alias: str) -> bool:
    """Whether an alternate name can stand in a text: no airport code and no machine transliteration ("swldw")."""
    first = alias[:1]
    return bool(alias) and not (first.isascii() and first.islower()) and not _CODE.match(alias)


def _is_romanized(name: str) -> bool:
    """Whether the name carries marks of transliteration: macrons, cedillas, dots below, Slavic adjective endings."""
    return bool(_SLAVIC.search(name) or _SCHOLARLY.search(unicodedata.normalize("NFC", name)))
