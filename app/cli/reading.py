"""Articles from files: NDJSON line by line, or a text file as one article."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import orjson
import typer

from app.domain.annotations import ArticleText
from app.errors import AppError
from app.schemas.articles import ArticleToExtract
from app.schemas.reading import decode, most_bytes, read_fields, read_object, too_long

_KNOWN: Final = frozenset(ArticleToExtract.model_fields)


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What one line holds: an article, or the error that kept it from being read. Lines count from 1."""

    number: int
    id: str | None
    content: ArticleText | AppError


def refusal(line: ReadLine, error: AppError) -> bytes:
    """The line of output for a line that could not be served."""
    return orjson.dumps({"id": line.id, "line": line.number, "error": error.problem()})


def readable(file: Path) -> Path:
    """The file, where it can be read; ``-`` is standard input. Else a usage error."""
    if str(file) != "-" and (file.is_dir() or not file.exists()):
        raise typer.BadParameter(f"there is no file {str(file)!r}.")
    return file


def all_readable(files: list[Path]) -> list[Path]:
    """The files, where all can be read."""
    return [readable(file) for file in files]


def open_file(file: Path) -> BinaryIO:
    """The file's bytes. Standard input is opened anew: at exit Python waits for its own, which a thread may hold."""
    return open(0, "rb", closefd=False) if str(file) == "-" else file.open("rb")


def read_file(path: Path, stream: BinaryIO, max_chars: int) -> Iterator[ReadLine]:
    """The articles of a file: one where its name ends in ``.txt``, else one per line."""
    if path.suffix == ".txt":
        yield _read_text(path.stem, stream, max_chars)
    else:
        yield from read_lines(stream, max_chars)


def read_lines(stream: BinaryIO, max_chars: int) -> Iterator[ReadLine]:
    """The articles of NDJSON. Blank lines are passed over; fields other than an article's are left alone."""
    for number, line in numbered_lines(stream, most_bytes(max_chars)):
        yield _read_line(number, line, max_chars) if line else ReadLine(number, None, too_long(max_chars))


def numbered_lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank, each with its number; None for one of ``limit`` bytes or more."""
    number = 0
    while line := stream.readline(limit):
        number += 1
        if len(line) == limit and not line.endswith(b"\n"):
            _skip_line(stream, limit)
            yield number, None
        elif not line.isspace():
            yield number, line


def _read_line(number: int, line: bytes, max_chars: int) -> ReadLine:
    identifier = None
    try:
        fields = read_object(decode(line))
        identifier = fields.get("id") if isinstance(fields.get("id"), str) else None
        known = {name: value for name, value in fields.items() if name in _KNOWN}
        article = read_fields(ArticleToExtract, known, max_chars)
    except AppError as error:
        return ReadLine(number, identifier, error)
    return ReadLine(number, identifier, ArticleText(**article.model_dump()))


def _read_text(name: str, stream: BinaryIO, max_chars: int) -> ReadLine:
    data = stream.read(most_bytes(max_chars))
    try:
        article = read_fields(ArticleToExtract, {"id": name, "text": decode(data)}, max_chars)
    except AppError as error:
        return ReadLine(1, name, error)
    return ReadLine(1, name, ArticleText(**article.model_dump()))


def _skip_line(stream: BinaryIO, limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        pass
