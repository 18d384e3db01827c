"""A backup moves the store to another installation, whichever database either has."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from suunta.jobs.backup import write_backup
from suunta.jobs.restore import read_backup, restore_backup
from suunta.store.models import Municipality
from towns import import_mallila, observe, observed


def suunta(data: Path, *arguments: str) -> None:
    """Run a command in an installation of its own, on SQLite."""
    outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    subprocess.run(
        [sys.executable, "-c", "from suunta.cli import main; main()", *arguments],
        env=outside | {"SUUNTA_DATA": str(data)},
        check=True,
        capture_output=True,
    )


def rows_in(backup: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(backup) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not name.startswith("documents/")
        }


def test_the_store_goes_to_sqlite_and_comes_back_the_same(
    town: Municipality, people: dict[str, Any], tmp_path: Path
) -> None:
    import_mallila()
    figures = [observed("2021", value, date(2022, 3, 1)) for value in (75.0, 76.5)]
    observe(town, *figures)
    here, there = tmp_path / "here.zip", tmp_path / "there.zip"
    rows = write_backup(here)
    suunta(tmp_path / "other", "restore", "--yes", str(here))
    suunta(tmp_path / "other", "backup", str(there))
    sent, returned = rows_in(here), rows_in(there)
    sent.pop("manifest.json")
    returned.pop("manifest.json")
    assert sent == returned
    assert restore_backup(read_backup(there)) == rows
    assert town.observations.count() == 2
