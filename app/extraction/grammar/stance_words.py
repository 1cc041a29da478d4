"""Words that show whether a told event happened: modals, governing verbs, nouns and adjectives, by stance."""

from typing import Final

from app.domain.vocabulary import Stance

CONDITIONS: Final = frozenset({"if", "unless", "whether", "lest", "provided", "assuming"})


def _table(**words: str) -> dict[str, Stance]:
    stances: dict[str, Stance] = {
        "denied": "denied", "threatened": "threatened", "planned": "planned", "hypothetical": "hypothetical"
    }  # fmt: skip
    return {word: stances[stance] for stance, line in words.items() for word in line.split()}


AUXILIARIES: Final = _table(
    planned="will would shall 'll wo ’ll",
    hypothetical="may might could can must should ought ca",
)
#: what opens a condition without "if": "had the bomb exploded"
INVERTED: Final = frozenset({"had", "were"})
#: verbs and adjectives whose complement takes this stance
GOVERNORS: Final = _table(
    denied="deny fail refuse decline prevent avoid stop avert foil thwart refrain cease abandon reject disprove "
    "refute renounce unable impossible cancel postpone abort",
    threatened="threaten",
    planned="plan intend prepare aim expect schedule ready willing prepared due set poise likely about agree promise "
    "pledge vow decide arrange want hope seek consider determined go mean propose offer wish swear",
    hypothetical="fear worry demand urge request appeal suppose imagine possible ask consider encourage incite want "
    "suspect afraid discuss recommend advise suggest advocate warn call risk speculate doubt allow permit authorize "
    "authorise hesitate enable rehearse simulate conspire plot invite dare require need contemplate weigh mull",
)
#: what goes on or has come about stays a fact
NOUNS: Final = _table(
    denied="absence lack denial failure refusal prevention end halt",
    threatened="threat",
    planned="plan preparation intention prospect schedule plot conspiracy mission operation effort campaign aim goal "
    "objective purpose",
    hypothetical="fear possibility risk likelihood danger call demand request appeal scenario prevention speculation "
    "event warning rumor rumour idea case authorization permission right ability capability readiness option",
)
MODIFIERS: Final = _table(
    denied="foiled thwarted failed aborted averted cancelled canceled so-called",
    threatened="threatened",
    planned="planned upcoming scheduled impending proposed forthcoming imminent intended future expected",
    hypothetical="possible potential feared hypothetical would-be likely eventual simulated mock theoretical",
)
#: governors whose noun objects take the stance too
STANCED_OBJECTS: Final = frozenset({
    "prevent", "avert", "foil", "thwart", "avoid", "plan", "prepare", "fear", "deny", "consider", "contemplate",
    "weigh", "mull", "threaten", "plot", "propose", "rehearse", "simulate", "abort", "cancel", "postpone",
})  # fmt: skip
#: what comes to nothing by them, although it had been planned
FOILING: Final = frozenset({
    "prevent", "avert", "foil", "thwart", "avoid", "abandon", "cancel", "postpone", "abort", "scrap", "disrupt",
    "frustrate", "scupper",
})  # fmt: skip
#: what is only spoken of after "of", "about", "against" or "for"
WARNED_OF: Final = frozenset({"warn", "alert", "worry", "brace", "caution"})
#: told so, it did not happen
WRONGLY: Final = frozenset({"wrongly", "falsely", "erroneously", "mistakenly", "incorrectly", "untruthfully"})
#: what its subject "would" be or do is said of a deed that is only thought of ("an attack would be a disaster")
JUDGED: Final = frozenset({"be", "kill", "wound", "injure", "leave"})
#: bombs that are made harmless have not gone off
DISARMING: Final = frozenset({"defuse", "deactivate", "disarm"})
FEARS: Final = frozenset({"fear", "worry", "afraid", "worried", "doubt", "concern", "concerned"})
#: what is denied by denying it was told ("rejected reports that they had attacked")
TOLD: Final = frozenset({
    "report", "claim", "allegation", "accusation", "charge", "suggestion", "rumor", "rumour", "assertion", "story",
    "statement", "information", "news", "insinuation",
})  # fmt: skip
#: told so of a report, what it reports did not happen
UNTRUE: Final = frozenset("false untrue baseless unfounded groundless fake fabricated incorrect wrong".split())
#: where there is none of it, what it is of remains open ("no evidence that they attacked")
EVIDENCE: Final = frozenset({"evidence", "proof", "sign", "indication", "confirmation"})
DENYING: Final = frozenset("deny reject dismiss refute disprove repudiate disavow rebut contradict".split())
DENIALS: Final = frozenset({"denial", "rebuttal", "refutation"})
#: verbs that count people where nobody is meant: "no soldiers were killed" is told as a fact
COUNTING: Final = frozenset("kill wound injure hurt harm die claim admit take".split())
NOBODY: Final = frozenset({"nobody", "no-one", "none"})
HAPPENING: Final = frozenset({
    "happen", "occur", "take", "begin", "start", "continue", "resume", "be", "come", "erupt", "break", "follow", "last",
    "go", "end", "stop", "remain", "kill", "wound", "injure", "leave", "hold", "proceed",
})  # fmt: skip
#: what ought to be recalled or can be confirmed is told as a fact: the modal is that of the saying
TELLING: Final = frozenset({
    "recall", "remember", "note", "mention", "stress", "emphasize", "emphasise", "point", "add", "know", "remind",
    "underline", "underscore", "highlight", "acknowledge", "confirm", "report", "reveal", "disclose", "understand",
    "say", "forget", "tell", "see", "announce", "establish", "determine", "verify", "identify", "learn", "explain",
})  # fmt: skip
#: an infinitive in somebody's words is no deed ("to surrender or to die, he said"), nor is what one is told to do
SAYING: Final = frozenset({"say", "tell", "add", "state", "declare"})
COMPLEMENTS: Final = frozenset({"xcomp", "ccomp", "pcomp", "acl", "oprd"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
OBJECTS: Final = frozenset({"dobj", "nsubjpass", "attr", "nsubj"})
