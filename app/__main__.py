"""``python -m app`` is ``sitrep``."""

from app.cli import main

main()
