"""Verbs that carry little meaning of their own: their object names what is done ("launch an attack")."""

from typing import Final

#: verbs that only carry the event their object names
LIGHT_VERBS: Final = frozenset({
    "launch", "carry", "conduct", "stage", "mount", "hold", "make", "do", "commit", "perpetrate", "order", "open",
    "begin", "start", "continue", "resume", "lead", "join", "execute", "unleash", "wage", "step", "initiate", "give",
    "impose", "declare", "announce", "issue", "take", "have", "set", "organize", "organise", "undertake", "complete",
    "end", "use", "call", "express", "lodge", "file", "pay", "intensify", "renew", "press", "claim", "attend", "send",
    "direct", "orchestrate", "plan", "provide", "offer", "sign", "reach", "deliver", "repeat", "reiterate", "go", "say",
    "threaten", "prepare", "tender", "submit", "clinch", "strike", "cast", "tighten", "enforce", "finish", "deal",
    "consider", "contemplate", "weigh", "mull", "abandon", "abort", "attempt", "plot",
})  # fmt: skip
