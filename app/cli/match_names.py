"""``sitrep match-names``: pairs of names in, whether each names one entity out."""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from app.cli.output import REFUSED, Report, chosen_settings, progress_bar, starting, write_line
from app.cli.reading import numbered_lines, open_file, readable
from app.errors import AppError, TextTooLong
from app.schemas.name_pairs import read_pair
from app.schemas.reading import decode, read_object

if TYPE_CHECKING:
    from app.services.name_matching import NameMatcher

_LONGEST: Final = 65_536


def match_names(
    file: Annotated[Path, typer.Argument(callback=readable, help="NDJSON; - is standard input.")] = Path("-"),
) -> None:
    """Tell whether two names name one person, organization or thing.

    Input is one JSON object per line, from FILE or standard input: `{"pair_id": …, "name1": …, "name2": …}` and, where
    known, `schema` (Person, Organization, Company, Vessel …). Output is one JSON line per pair, in order, each as soon
    as it is ready: `{"pair_id": …, "match": true or false, "score": 0 to 1}`. From a score of 0.9 the names alone say
    that one entity is meant, below 0.6 that two are; `match` is true from 0.75.

    A line that cannot be read gives `{"pair_id": …, "line": n, "error": {…}}`; the run goes on and ends with status 1.

        sitrep match-names pairs.jsonl
        zcat pairs.jsonl.gz | sitrep match-names > matches.jsonl
    """
    from app.services.name_matching import NameMatcher

    with starting():
        matcher = NameMatcher.load(chosen_settings().seeds_dir)
    with open_file(file) as stream, progress_bar("Comparing") as report:
        refused = _write((_answer(matcher, number, line) for number, line in numbered_lines(stream, _LONGEST)), report)
    if refused:
        raise typer.Exit(REFUSED)


def _answer(matcher: "NameMatcher", number: int, line: bytes | None) -> tuple[bytes, bool]:
    """The line of output, and whether it is an error."""
    pair_id = None
    try:
        if line is None:
            raise TextTooLong(f"The line is longer than {_LONGEST:,} bytes; shorten its names.", field="line")
        fields = read_object(decode(line), "`pair_id`, `name1` and `name2`")
        pair_id = fields.get("pair_id")
        pair = read_pair(fields)
    except AppError as error:
        return json.dumps({"pair_id": pair_id, "line": number, "error": error.problem()}).encode(), True
    found = matcher.match(pair.name1, pair.name2, pair.kind)
    return json.dumps({"pair_id": pair.pair_id, "match": found.match, "score": found.score}).encode(), False


def _write(answers: Iterator[tuple[bytes, bool]], report: Report) -> int:
    """Write all answers; how many of them are errors."""
    refused = 0
    try:
        for done, (answer, is_error) in enumerate(answers, start=1):
            write_line(answer)
            refused += is_error
            report(done, None)
    except BrokenPipeError:
        # Whoever read the output has had enough; Python must not try to flush what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return refused
