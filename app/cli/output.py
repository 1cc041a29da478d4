"""What commands have in common: messages, progress bars, exit statuses."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.config import Settings
from app.errors import AppError

REFUSED: Final = 1
CANNOT_START: Final = 3

#: Called with how much is done and how much there is in all (None: nobody knows).
Report = Callable[[int, int | None], None]


@contextmanager
def progress_bar(what: str) -> Iterator[Report]:
    """A progress bar on standard error, and only on a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(what, total=None)

        def report(done: int, total: int | None) -> None:
            bar.update(task, completed=done, total=total)

        yield report


def say(message: str) -> None:
    """One line for the person at the terminal."""
    typer.echo(message, err=True)


def give_up(message: str, status: int = CANNOT_START) -> NoReturn:
    """End with a message."""
    say(f"sitrep: {message}")
    raise typer.Exit(status)


def chosen_settings() -> Settings:
    """The settings of the environment; the command ends where one has no meaning."""
    try:
        return Settings()
    except ValidationError as error:
        give_up("; ".join(f"SITREP_{str(part['loc'][0]).upper()} {_fault(part['msg'])}" for part in error.errors()))


def _fault(message: str) -> str:
    """What is wrong with a value, without the value: it may hold a password."""
    return message.removeprefix("Value error, ").replace("Input should", "should", 1)


@contextmanager
def starting() -> Iterator[None]:
    """Turn what keeps a command from starting into one sentence."""
    try:
        yield
    except (AppError, OSError) as error:
        give_up(str(error))


def write_line(line: bytes) -> None:
    """One line on standard output, at once."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()
