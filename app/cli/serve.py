"""``sitrep serve``."""

from typing import Annotated

import typer

from app.cli.output import CANNOT_START, chosen_settings, starting


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; default SITREP_HOST or 127.0.0.1.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port to listen on; default SITREP_PORT or 8000.")
    ] = None,
) -> None:
    """Serve the REST API.

    The schema is brought up to date first. While the language model is loading, everything but extraction is answered
    already; `/readyz` tells when that is ready too.

        sitrep serve --port 9000
        curl '127.0.0.1:9000/events?place=Aleppo'
    """
    import uvicorn

    from app.logs import set_up_logs
    from app.main import create_app
    from app.services.opening import open_database

    settings = chosen_settings()
    set_up_logs(settings.log_level, settings.log_format)
    with starting():
        open_database(settings).close()
    try:
        uvicorn.run(
            create_app(settings),
            host=host or settings.host,
            port=settings.port if port is None else port,
            log_config=None,
            server_header=False,
        )
    except SystemExit as error:  # it has logged why
        raise typer.Exit(CANNOT_START) from error
