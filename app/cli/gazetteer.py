"""``sitrep gazetteer``."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.output import REFUSED, chosen_settings, give_up, progress_bar, say, starting

cli = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown", help="The places of the world.")


@cli.command()
def build(
    force: Annotated[bool, typer.Option("--force", help="Build it anew even where it is up to date.")] = False,
) -> None:
    """Build the gazetteer into SITREP_GAZETTEER_PATH, where it is missing or outdated. Takes under a minute."""
    from app.storage.gazetteer import build_gazetteer, open_gazetteer

    settings = chosen_settings()
    with starting(), progress_bar("Building the gazetteer") as report:
        if force:
            build_gazetteer(settings.gazetteer_path, settings.seeds_dir, report)
        open_gazetteer(settings.gazetteer_path, settings.seeds_dir, progress=report)


@cli.command("import")
def import_files(
    files: Annotated[
        list[Path], typer.Argument(exists=True, dir_okay=False, help="GeoNames dumps: SY.txt, allCountries.zip …")
    ],
) -> None:
    """Add places of GeoNames dump files, down to villages and hills, to the overlay in SITREP_DATA_DIR.

    Files come from GeoNames as text or zipped. Importing one again updates what changed. One malformed line refuses its
    whole file: nothing of it is imported, and the message names the line.

        sitrep gazetteer import SY.zip IQ.zip
    """
    from app.storage.gazetteer import DumpError, import_geonames, open_gazetteer

    settings = chosen_settings()
    with starting(), progress_bar("Building the gazetteer") as report:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        open_gazetteer(settings.gazetteer_path, settings.seeds_dir, progress=report)
    for file in files:
        try:
            with progress_bar(f"Importing {file.name}") as report:
                places = import_geonames(file, settings.overlay_path, settings.gazetteer_path, report)
        except DumpError as error:
            give_up(f"{file}: {error}", REFUSED)
        say(f"{file}: {places:,} places.")
