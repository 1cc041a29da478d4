"""The ``sitrep`` command. Modules are light: what is heavy is imported by the command that needs it."""

from app.cli.commands import cli


def main() -> None:
    """Run the command line."""
    cli(prog_name="sitrep")
