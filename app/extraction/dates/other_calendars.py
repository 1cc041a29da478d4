"""Times of other calendars: they are named, and not converted, for what day they mean is not certain.

Islamic months begin with the sighting of the moon, feasts move, and fiscal years differ by country.
"""

import re
from collections.abc import Iterator
from typing import Final

_LUNAR: Final = (
    r"(?:Muharram|Safar|Rabi[’']?[ -](?:al-|ul-|I{1,2}\b)?(?:Awwal|Thani|Akhir)?|Jumada[ -](?:al-|ul-)?\w+|Rajab"
    r"|Sha[’']?ban"
    r"|Rama[dz]h?an|Shawwal|Dhu[ -]al-(?:Qi|Qa)[’']?dah?|Dhu[ -]al-Hijjah?|Dhul[ -]?(?:Qa[’']?dah?|Hijjah?)|Zilhaj)"
)
_SOLAR: Final = (
    r"(?:Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand|Baisakh|Jestha|Ashadh|"
    r"Shrawan|Bhadra|Ashwin|Kartik|Mangsir|Poush|Magh|Falgun|Chaitra|Nisan|Iyar|Sivan|Tammuz|Elul|Tishrei|Kislev|Adar)"
)
_FEAST: Final = (
    r"(?:Eid[ ](?:al|ul|el)-(?:Fitr|Adha|Ghadir)|Eid|Ashura|Arbaeen|Arba[’']een|Mawlid|Nowruz|Newroz|Diwali|Deepavali|"
    r"Durga[ ]Puja|Holi|Vesak|Yom[ ]Kippur|Rosh[ ]Hashanah?|Passover|Hanukkah|Purim|Sukkot|Shavuot|Tet|"
    r"Lunar[ ]New[ ]Year|(?:Orthodox|Coptic)[ ](?:Easter|Christmas)|Laylat[ ]al-Qadr)"
)
_MARK: Final = r"(?:[ ](?:A\.H\.|AH|S\.H\.|SH|B\.S\.|BS|hijri)(?!\w))"
_QUARTER: Final = r"(?:(?:the[ ])?(?:first|second|third|fourth|last)[ ](?:quarter|half)[ ]of[ ])?"
_PATTERNS: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{_LUNAR}|{_SOLAR})(?:,?[ ]\d{{4}})?{_MARK}?\b",
    rf"{_LUNAR}[ ]\d{{4}}{_MARK}?\b",
    r"(?<=[a-z][ ])(?:Rama[dz]h?an|Muharram)\b(?![ ][A-Z])",
    rf"(?<=[a-z][ ]){_FEAST}\b(?![ ][A-Z]\w+[ ][a-z]+ed\b)",
    rf"(?:the[ ]year[ ])?\b1[34]\d\d{_MARK}",
    rf"{_QUARTER}\b(?:fiscal|financial)[ ](?:year[ ])?(?:19|20)\d\d(?:[/–-]\d{{2,4}})?\b",
    rf"{_QUARTER}\bFY[ ]?(?:(?:19|20)\d\d|\d\d)(?:[/–-]\d{{2,4}})?\b",
)
_ANY: Final = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
#: What every pattern needs, so that most texts are looked through once.
_HINT: Final = re.compile(
    rf"\b(?:{_LUNAR}|{_SOLAR}|{_FEAST}|fiscal|financial|FY[ ]?\d+|A\.?H|S\.?H|B\.?S|hijri)\b", re.IGNORECASE
)


def find_unconverted(text: str) -> Iterator[tuple[int, int]]:
    """Spans of fiscal years, and of days, months and feasts of religious and national calendars, in text order."""
    if _HINT.search(text) is not None:
        for match in _ANY.finditer(text):
            yield match.span()
