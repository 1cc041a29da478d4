"""The command line on extraction processes without knowledge."""

import sys
from pathlib import Path

from app.cli import main
from app.services import extractor

if __name__ == "__main__":
    command = (sys.executable, str(Path(__file__).with_name("odd_nursery.py")))
    extractor.ExtractionPool.__init__.__kwdefaults__["command"] = command
    main()
