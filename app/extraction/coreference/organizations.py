"""Which mentions name the same organization: lexicon, acronyms, short forms of a longer name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from app.extraction.coreference.groups import add_entity, fullest
from app.extraction.document import Document, EntityDraft, Name
from app.extraction.lexicons.actors import ActorRecord
from app.extraction.lexicons.folding import fold
from app.extraction.mentions.acronyms import is_acronym
from app.extraction.mentions.knowledge import NameKnowledge

_SMALL: Final = frozenset("of the for and in on to al el de del la".split())
_NATIONAL: Final = frozenset(
    {"armed_group", "military", "police", "intelligence", "government", "legislature", "party"}
)

Words = tuple[str, ...]


@dataclass(slots=True)
class _Organization:
    words: Words
    record: ActorRecord | None = None
    members: list[int] = field(default_factory=list)


def link_organizations(document: Document, knowledge: NameKnowledge) -> None:
    """Make one entity of every organization, and link every mention of that kind."""
    countries = spoken_of(document, knowledge)
    found = _Organizations()
    defined = _defined_acronyms(document)
    mentions = [i for i, name in enumerate(document.names) if name.kind == "organization"]
    of_mention: dict[int, _Organization] = {}
    for i in sorted(mentions, key=lambda i: (-len(fold(document.names[i].text)), i)):
        record = _record(document.names[i], countries, knowledge)
        long = of_mention.get(defined.get(i, -1))
        organization = long or found.same(fold(document.names[i].text), record)
        organization.members.append(i)
        organization.record = organization.record or record
        of_mention[i] = organization
    for organization in found.all:
        organization.members.sort()
        add_entity(document, organization.members, _draft(document, organization, knowledge))


def spoken_of(document: Document, knowledge: NameKnowledge) -> set[str]:
    """Codes of the countries that the article names or whose people it names."""
    codes: set[str | None] = set()
    for name in document.names:
        if name.kind == "place":
            codes.add(knowledge.countries.code_of_name(name.text))
            codes.update(entry.country_code for entry in knowledge.gazetteer.find(name.text)[:1])
        elif name.kind == "demonym":
            codes.add(knowledge.countries.code_of_demonym(name.text))
    return {code for code in codes if code}


def _record(name: Name, countries: set[str], knowledge: NameKnowledge) -> ActorRecord | None:
    record = knowledge.actors.get(name.lexicon_id) if name.lexicon_id else knowledge.actors.find(name.text, countries)
    if record is not None and _is_foreign_acronym(name, record, countries):
        name.lexicon_id = None
        return None
    return record


def _is_foreign_acronym(name: Name, record: ActorRecord, countries: set[str]) -> bool:
    """Whether the letters name something else here: a body of a country the article does not speak of."""
    if not (is_acronym(name.text) and countries and record.country_code and record.category in _NATIONAL):
        return False
    return record.country_code not in countries


class _Organizations:
    """The organizations found so far, longest names first, by every form that may stand for one."""

    def __init__(self) -> None:
        self.all: list[_Organization] = []
        self._by_words: dict[Words, _Organization] = {}
        self._by_record: dict[str, _Organization] = {}
        self._by_short_form: dict[Words, list[_Organization]] = {}

    def same(self, words: Words, record: ActorRecord | None) -> _Organization:
        """The organization of that name or lexicon record, or the only one of which the words are a short form."""
        known = self._by_words.get(words)
        if known is None and record is not None and not record.generic:
            known = self._by_record.get(record.id)
        if known is None:
            short = [o for o in self._by_short_form.get(words, ()) if not _both_known(o.record, record)]
            known = short[0] if len(short) == 1 else None
        return known or self._add(words, record)

    def _add(self, words: Words, record: ActorRecord | None) -> _Organization:
        organization = _Organization(words, record)
        self.all.append(organization)
        self._by_words[words] = organization
        if record is not None:
            self._by_record.setdefault(record.id, organization)
        for form in _short_forms(words):
            self._by_short_form.setdefault(form, []).append(organization)
        return organization


def _both_known(one: ActorRecord | None, other: ActorRecord | None) -> bool:
    return one is not None and other is not None and one.id != other.id


def _short_forms(words: Words) -> set[Words]:
    """What ends the name, begins it with two words or more, or is its initials."""
    endings = {words[start:] for start in range(1, len(words))}
    beginnings = {words[:end] for end in range(2, len(words))}
    initials = _initials(words)
    return endings | beginnings | ({(initials,)} if len(initials) > 2 else set())


def _initials(words: Words) -> str:
    return "".join(word[0] for word in words if word not in _SMALL)


def _defined_acronyms(document: Document) -> dict[int, int]:
    """Index of an acronym in brackets to that of the long form it follows: "Supreme Council (SC)"."""
    defined = {}
    text = document.clean.text
    for i, (long, short) in enumerate(zip(document.names, document.names[1:], strict=False)):
        between = text[long.end : short.start]
        closed = text[short.end : short.end + 1] == ")"
        if between.strip() == "(" and closed and is_acronym(short.text) and long.kind == short.kind:
            defined[i + 1] = i
    return defined


def _draft(document: Document, organization: _Organization, knowledge: NameKnowledge) -> EntityDraft:
    names = [document.names[i] for i in organization.members]
    record = organization.record
    draft = EntityDraft("organization", _title(names, record))
    if record is not None:
        draft.category, draft.sector = record.category, record.sector or None
        draft.country_code = record.country_code
        draft.lexicon_id = record.id
        draft.aliases = [] if record.generic else [record.name]
    head = None if record else knowledge.heads.of(fold(draft.name))
    if head is not None and head.kind == "organization":
        draft.category, draft.sector = head.category, head.sector
    if draft.category == "armed_group" and record is None and draft.name[0].isdigit():
        draft.category, draft.sector = "military", "MIL"  # "4th Brigade": armies number their units, groups name them
    draft.country_code = draft.country_code or _country(document, organization.members, knowledge)
    return draft


def _title(names: list[Name], record: ActorRecord | None) -> str:
    """The form that is the lexicon's name, else the fullest that is no description ("al-Qaeda's branch …")."""
    proper = [name for name in names if all(w[0].isupper() or w in _SMALL or "-" in w for w in name.text.split())]
    if record is not None:
        proper = [name for name in names if fold(name.text) == fold(record.name)] or proper
    return " ".join(fullest(proper or names).split())


def _country(document: Document, members: Iterable[int], knowledge: NameKnowledge) -> str | None:
    """The country that the name's own words or the possessive before it tell."""
    for i in members:
        name = document.names[i]
        for word in name.text.split():
            code = knowledge.countries.code_of_demonym(word) or knowledge.countries.code_of_name(word)
            if code is not None:
                return code
        code = _country_before(document, i, knowledge)
        if code is not None:
            return code
    return None


def _country_before(document: Document, i: int, knowledge: NameKnowledge) -> str | None:
    if i == 0:
        return None
    before, name = document.names[i - 1], document.names[i]
    between = document.clean.text[before.end : name.start].replace("’", "'").strip()
    if between not in {"", "'s", "'"}:
        return None
    return knowledge.countries.code_of_name(before.text) or knowledge.countries.code_of_demonym(before.text)
