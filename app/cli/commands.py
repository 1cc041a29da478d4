"""The command line, one function per command."""

from importlib.metadata import version
from typing import Annotated

import typer

from app.cli import database, extract, gazetteer, group, ingest, match_names, reprocess, serve

cli = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 fine, 1 something in the input was refused, 2 wrong usage, 3 cannot start. "
    "Settings are environment variables SITREP_…; the README lists them.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sitrep {version('sitrep')}")
        raise typer.Exit


@cli.callback()
def about(
    _: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Conflict news in, data out: people, organizations, places and events from raw article text."""


cli.command("serve")(serve.serve)
cli.command("ingest")(ingest.ingest)
cli.command("extract")(extract.extract)
cli.command("match-names")(match_names.match_names)
cli.command("group")(group.group)
cli.command("reprocess")(reprocess.reprocess)
cli.command("seed")(database.seed)
cli.command("migrate")(database.migrate)
cli.add_typer(gazetteer.cli, name="gazetteer")
