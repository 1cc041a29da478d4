"""Places of a GeoNames dump, once imported, are found in texts."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

NAMES = ["99999991", "Kafr Zaytin", "Kafr Zaytin", "Kfar Zeitin"]
WHERE = ["36.05", "37.02", "P", "PPL", "SY", "", "09", "", "", "", "412", "", "300", "Asia/Damascus", "2016-01-01"]
VILLAGE = "\t".join(NAMES + WHERE) + "\n"
ARTICLE = {
    "id": "a",
    "text": "Rebels seized the village of Kafr Zaytin in Aleppo province on 6 May 2016, the army said.",
}


def sitrep(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SITREP_DATA_DIR": str(folder)}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        env=environment,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def place(folder: Path) -> dict:
    answer = sitrep(folder, "extract", stdin=json.dumps(ARTICLE))
    assert answer.returncode == 0, answer.stderr
    entities = json.loads(answer.stdout)["entities"]
    return next(entity for entity in entities if entity["name"] == "Kafr Zaytin")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("zipped", [False, True])
def test_an_imported_village_is_found(tmp_path: Path, zipped: bool) -> None:
    unknown = place(tmp_path)
    assert (unknown["geonames_id"], unknown["basis"]) == (None, "context")
    dump = tmp_path / "SY.txt"
    dump.write_text(VILLAGE, encoding="utf-8")
    if zipped:
        with zipfile.ZipFile(tmp_path / "SY.zip", "w") as archive:
            archive.write(dump, "SY.txt")
        dump = tmp_path / "SY.zip"
    answer = sitrep(tmp_path, "gazetteer", "import", str(dump))
    assert (answer.returncode, answer.stderr) == (0, f"{dump}: 1 places.\n")
    known = place(tmp_path)
    assert (known["geonames_id"], known["basis"], known["latitude"]) == (99999991, "gazetteer", 36.05)


def test_what_is_no_dump_is_refused(tmp_path: Path) -> None:
    dump = tmp_path / "SY.txt"
    dump.write_text("Khan Tuman,36.1,37.0\n", encoding="utf-8")
    answer = sitrep(tmp_path, "gazetteer", "import", str(dump))
    assert answer.returncode == 1
    assert "line 1" in answer.stderr
    assert sitrep(tmp_path, "gazetteer", "import", "no-such-file.txt").returncode == 2


def test_an_archive_that_is_none_is_refused_in_words(tmp_path: Path) -> None:
    dump = tmp_path / "SY.zip"
    dump.write_bytes(b"<html>Not found</html>")
    answer = sitrep(tmp_path, "gazetteer", "import", str(dump))
    assert (answer.returncode, answer.stderr) == (
        1,
        f"sitrep: {dump}: this is no zip archive, though its name says so\n",
    )
