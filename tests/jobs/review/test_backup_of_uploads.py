"""Uploads and corrections are in a backup; the queue is not, and makes itself again."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, transaction
from django_tasks_db.models import DBTaskResult

from suunta.core.review import Correction
from suunta.core.strategy import Measure
from suunta.jobs.backup import write_backup
from suunta.jobs.restore import read_backup, restore_backup
from suunta.jobs.review import receive_upload, upload_status
from suunta.jobs.review.claims import take_up_abandoned
from suunta.store.actions.corrections import add_corrections
from suunta.store.append_only import TABLES
from suunta.store.models import Correction as Row
from suunta.store.models import Municipality, Upload
from suunta.store.models.append_only import AppendOnlyError
from suunta.store.queries.uploads import corrections_of, standing
from suunta.store.tables import tables

SAID = Correction("accept", "measure", "Tavoite", ("A",), "measure", (Measure("A"),))


@pytest.fixture
def upload(town: Municipality) -> Upload:
    """An upload with one correction."""
    code = receive_upload(slug="mallila", name="a.txt", data=b"A", by="test")
    row = Upload.objects.get(pk=code)
    add_corrections(by="test", upload=row, batch=0, corrections=[SAID])
    return row


def test_what_was_said_and_the_file_come_back(
    upload: Upload, town: Municipality, tmp_path: Path
) -> None:
    write_backup(tmp_path / "backup.zip")
    kept = Path(settings.SUUNTA_DATA) / "documents" / upload.document_hash
    kept.unlink()
    Upload.objects.update(name="other.txt")
    restore_backup(read_backup(tmp_path / "backup.zip"))
    assert upload_status("mallila", upload.pk).name == "a.txt"
    assert standing(corrections_of(town)) == (SAID,)
    assert kept.read_bytes() == b"A"


def test_what_waited_is_queued_again_after_a_restore(upload: Upload, tmp_path: Path) -> None:
    assert not any(label.startswith("django_tasks") for label in tables())
    write_backup(tmp_path / "backup.zip")
    DBTaskResult.objects.all().delete()
    restore_backup(read_backup(tmp_path / "backup.zip"))
    assert take_up_abandoned() == 1
    assert DBTaskResult.objects.get().args_kwargs["args"] == [upload.pk]


def test_a_correction_is_never_changed(upload: Upload) -> None:
    row = Row.objects.get()
    with pytest.raises(AppendOnlyError):
        row.save()
    assert "store_correction" in TABLES
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Row._base_manager.all()._raw_delete("default")
