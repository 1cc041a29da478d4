"""Known names of several words, found in capitals-only text."""

from collections.abc import Iterable

from app.extraction.casing.capitals import CapitalsText, CapitalsWord
from app.extraction.lexicons.folding import fold


class NamePhrases:
    """Known names of two words or more, in their case."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for name in names:
            words = name.replace("-", " ").split()
            keys = tuple(_key(word) for word in words)
            if len(words) > 1 and all(keys):
                self._by_first.setdefault(keys[0], []).append((keys, tuple(words)))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def apply(self, text: CapitalsText) -> None:
        """Give the words of known names the case they have there."""
        keys = [_key(word.bare) for word in text.words]
        at = 0
        while at < len(keys):
            found = next(
                (
                    entry
                    for entry in self._by_first.get(keys[at], ())
                    if tuple(keys[at : at + len(entry[0])]) == entry[0]
                ),
                None,
            )
            if found is None or not _unbroken(text, at, at + len(found[0])):
                at += 1
                continue
            for word, form in zip(text.words[at : at + len(found[0])], found[1], strict=True):
                _write(word, form)
            at += len(found[0])


def _key(word: str) -> str:
    return "".join(fold(word)) if word.lower() != "the" else "the"


def _write(word: CapitalsWord, form: str) -> None:
    if word.lowered == "the":
        return
    possessive = word.lowered[len(word.bare) :]
    plain = form.removesuffix("'s")
    cased = word.bare
    if plain.isupper() and len(plain) > 1:
        cased = word.bare.upper()
    elif plain[:1].isupper():
        cased = word.titled[: len(word.bare)]
    word.form, word.fixed, word.is_name = cased + possessive, True, plain[:1].isupper()


def _unbroken(text: CapitalsText, start: int, end: int) -> bool:
    return all(word.before.strip(" -") in {"", "."} for word in text.words[start + 1 : end])
