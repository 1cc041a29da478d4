"""What is wrong with fields and parameters, in words that name them and suggest the right one."""

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import AppError, Fault, Problem, problem

_QUOTED = re.compile(r"'([^']*)'")
_LONGEST_COMPARED = 100
_KINDS = {
    ("extra_forbidden", "query"): ("unknown-parameter", "Unknown parameter"),
    ("extra_forbidden", "body"): ("unknown-field", "Unknown field"),
    ("missing", "query"): ("missing-parameter", "Missing parameter"),
    ("missing", "body"): ("missing-field", "Missing field"),
}


class InvalidFields(AppError):
    """Fields or parameters are not valid: pydantic's ``errors``, and the names that are ``known``."""

    slug, title, status = "invalid-field", "Invalid field", 422

    def __init__(self, errors: Sequence[Mapping[str, Any]], known: Sequence[str]) -> None:
        groups: dict[str, list[Mapping[str, Any]]] = {}
        for error in errors:
            groups.setdefault(_field(error), []).append(error)
        self.faults: list[Fault] = [
            {"field": field, "location": str(group[0]["loc"][0]), "detail": _detail(field, group, known)}
            for field, group in groups.items()
        ]
        self.kind = str(errors[0]["type"]), self.faults[0]["location"]
        super().__init__(" ".join(f"`{fault['field']}`: {fault['detail']}" for fault in self.faults))

    def problem(self) -> Problem:
        """The problem document; its type tells unknown, missing and invalid apart."""
        what = "field" if self.kind[1] == "body" else "parameter"
        slug, title = _KINDS.get(self.kind, (f"invalid-{what}", f"Invalid {what}"))
        return problem(slug, title, self.status, self.detail, self.faults)


def _field(error: Mapping[str, Any]) -> str:
    """The field's name; what follows it in ``loc`` are the alternatives that pydantic tried."""
    return str(error["loc"][1] if len(error["loc"]) > 1 else error["loc"][0])


def _detail(field: str, group: Sequence[Mapping[str, Any]], known: Sequence[str]) -> str:
    """What is wrong with one field: all alternatives that it could have been, or the first error's message."""
    first = group[0]
    if first["type"] == "extra_forbidden":
        return f"is not known here{_suggestion(field, known)}"
    if first["type"] == "missing":
        return "is required."
    expected = [
        value for error in group for value in _QUOTED.findall(str((error.get("ctx") or {}).get("expected", "")))
    ]
    if expected and isinstance(first["input"], str):
        return f"must be one of {', '.join(expected)}{_suggestion(first['input'], expected)}"
    message = str(first["msg"]).removeprefix("Value error, ").replace("Input should", "should", 1).rstrip(".")
    return f"{message[:1].lower()}{message[1:]}{'' if message.endswith('?') else '.'}"


def _suggestion(given: str, known: Sequence[str]) -> str:
    folded = {name.lower(): name for name in known}
    close = difflib.get_close_matches(given[:_LONGEST_COMPARED].lower(), folded, n=1, cutoff=0.5)
    return f"; did you mean `{folded[close[0]]}`?" if close else "."
