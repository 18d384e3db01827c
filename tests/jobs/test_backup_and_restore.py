"""A backup restores on either database, whole or not at all."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from suunta.core.errors import InputError, OutsideError
from suunta.jobs.backup import write_backup
from suunta.jobs.restore import read_backup, restore_backup, store_is_empty
from suunta.jobs.scorecard import build
from suunta.store.append_only import missing_triggers
from suunta.store.models import LogEntry, Municipality, Observation
from suunta.store.tables import count_rows, rows_of, tables
from towns import import_mallila, make_people, make_town, newest, observe, observed

SPRING, AUTUMN = date(2022, 3, 1), date(2022, 9, 1)


def content() -> dict[str, list[list[Any]]]:
    return {label: list(rows_of(model)) for label, model in tables().items()}


@pytest.fixture
def backup(town: Municipality, people: dict[str, Any], tmp_path: Path) -> Path:
    """A backup of Mallila with a revised figure."""
    import_mallila()
    observe(town, observed("2021", 75.0, SPRING), observed("2021", 76.0, AUTUMN))
    file = tmp_path / "mallila.zip"
    write_backup(file)
    return file


def test_what_is_restored_is_what_was_backed_up(backup: Path, town: Municipality) -> None:
    before = content()
    observe(town, observed("2022", 80.0, AUTUMN))
    assert content() != before
    assert restore_backup(read_backup(backup)) == sum(len(rows) for rows in before.values())
    assert content() == before


def test_the_progress_ends_at_the_number_of_rows(backup: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    rows = write_backup(tmp_path / "again.zip", lambda done, total: told.append((done, total)))
    assert told[-1] == (rows, rows) == (count_rows(), count_rows())
    told.clear()
    restore_backup(read_backup(backup), lambda done, total: told.append((done, total)))
    assert told[-1] == (rows, rows)


def test_new_rows_get_new_ids_after_a_restore(backup: Path) -> None:
    restore_backup(read_backup(backup))
    town = Municipality.objects.get()
    assert observe(town, observed("2022", 80.0, AUTUMN)) == 1


def test_history_is_locked_again_after_a_restore(backup: Path) -> None:
    restore_backup(read_backup(backup))
    assert missing_triggers(connection) == []
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_observation")


def test_documents_come_back(backup: Path) -> None:
    kept = Path(settings.SUUNTA_DATA) / "documents" / newest().document_hash
    said = kept.read_bytes()
    kept.unlink()
    restore_backup(read_backup(backup))
    assert kept.read_bytes() == said


def test_pages_show_the_restored_store(backup: Path, town: Municipality) -> None:
    import_mallila()
    restore_backup(read_backup(backup))
    assert build("mallila", AUTUMN).strategy.version == 1


def rewritten(backup: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The backup with some of its members changed; None leaves one out."""
    changed = backup.with_name("changed.zip")
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return changed


def manifest(**values: Any) -> Callable[[str, bytes], bytes]:
    def change(name: str, data: bytes) -> bytes:
        return json.dumps(json.loads(data) | values).encode() if name == "manifest.json" else data

    return change


def refused(file: Path) -> str:
    with pytest.raises(InputError) as raised:
        read_backup(file)
    return str(raised.value)


def test_a_changed_row_is_found(backup: Path) -> None:
    file = rewritten(backup, lambda name, data: data.replace(b"76.0", b"99.0"))
    assert "store.Observation: is damaged" in refused(file)


def test_all_that_is_missing_is_named(backup: Path) -> None:
    gone = ("tables/store.Goal.jsonl", "tables/store.Target.jsonl")
    said = refused(rewritten(backup, lambda name, data: None if name in gone else data))
    assert "store.Goal: is damaged" in said
    assert "store.Target: is damaged" in said


def test_a_missing_document_is_named(backup: Path) -> None:
    file = rewritten(backup, lambda name, data: None if name.startswith("documents/") else data)
    assert "is missing or damaged" in refused(file)


def test_a_newer_backup_is_refused(backup: Path) -> None:
    assert "made by a newer Suunta" in refused(rewritten(backup, manifest(version=2)))


@pytest.mark.parametrize("values", [{"format": "other"}, {"version": "1"}, {"tables": []}])
def test_a_foreign_manifest_is_refused(backup: Path, values: dict[str, Any]) -> None:
    assert refused(rewritten(backup, manifest(**values)))


def test_a_table_of_another_shape_is_refused(backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        told = json.loads(archive.read("manifest.json"))["tables"]
    told["store.Goal"]["columns"].append("colour")
    told["other.Thing"] = told["store.Goal"]
    said = refused(rewritten(backup, manifest(tables=told)))
    assert "store.Goal: has other columns: colour" in said
    assert "other.Thing: is a table that is not known here" in said


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 not really", b"\x00" * 100])
def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "other.zip"
    file.write_bytes(data)
    assert "is damaged or no backup" in refused(file)


def test_a_truncated_backup_is_refused(backup: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-100])
    assert "is damaged or no backup" in refused(backup)


def test_a_backup_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "nothing.zip")


@pytest.mark.django_db(transaction=True)
def test_rows_that_do_not_fit_together_leave_the_store_as_it_was(tmp_path: Path) -> None:
    town = make_town()
    make_people(town)
    import_mallila()
    file = tmp_path / "mallila.zip"
    write_backup(file)
    before = content()
    with zipfile.ZipFile(file) as archive:
        told = json.loads(archive.read("manifest.json"))["tables"]
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    told["store.FocusArea"] |= {"rows": 0, "sha256": empty}

    def without_areas(name: str, data: bytes) -> bytes:
        if name == "tables/store.FocusArea.jsonl":
            return b""
        return manifest(tables=told)(name, data)

    changed = read_backup(rewritten(file, without_areas))
    with pytest.raises(InputError, match="do not fit together"):
        restore_backup(changed)
    assert content() == before
    assert missing_triggers(connection) == []


def test_a_backup_that_cannot_be_written_leaves_nothing(town: Municipality, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="cannot be written"):
        write_backup(tmp_path / "nowhere" / "b.zip")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_is_told_from_one_with_a_town(db: None) -> None:
    assert store_is_empty()
    make_town()
    assert not store_is_empty()


def test_a_backup_restores_what_the_log_says(backup: Path) -> None:
    restore_backup(read_backup(backup))
    assert LogEntry.objects.filter(what="observation.add").count() == 1
    assert Observation.objects.get(revision=2).supersedes.value == 75.0


def test_a_backup_does_not_take_the_place_of_a_folder_or_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (tmp_path, pipe):
        with pytest.raises(InputError, match="is no file"):
            write_backup(place)
    assert pipe.is_fifo()
