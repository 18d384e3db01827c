"""Files taken in: kept first, read by the worker, kept also when they cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.jobs import review
from suunta.jobs.review import reading
from suunta.jobs.review.claims import MOST_ATTEMPTS, claim, take_up_abandoned
from suunta.jobs.review.reading import read_upload
from suunta.jobs.review.uploading import LONGEST_NAME, usable_name
from suunta.store.models import LogEntry, Municipality, Upload

TEXT = Path(__file__).parents[2] / "data" / "strategia-fi.txt"


def upload(name: str = "strategia.txt", data: bytes | None = None) -> int:
    data = TEXT.read_bytes() if data is None else data
    return review.receive_upload(slug="mallila", name=name, data=data, by="test")


def status(code: int) -> str:
    return review.upload_status("mallila", code).status


def test_a_file_is_kept_and_waits_for_the_worker(town: Municipality) -> None:
    code = upload()
    row = Upload.objects.get(pk=code)
    kept = Path(settings.SUUNTA_DATA) / "documents" / row.document_hash
    assert kept.read_bytes() == TEXT.read_bytes()
    assert (row.status, row.stage, row.who) == ("waiting", "waiting", "test")
    assert DBTaskResult.objects.get().args_kwargs["args"] == [code]
    assert LogEntry.objects.filter(what="upload.add").count() == 1


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("strategia.exe", b"x", "cannot be read"),
        ("strategia", b"x", "without an extension"),
        ("strategia.txt", b"", "empty"),
        ("strategia.pdf", bytes(50 * 1024 * 1024 + 1), "at most 50 MB"),
    ],
)
def test_what_nothing_reads_is_refused_before_it_is_kept(
    town: Municipality, name: str, data: bytes, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        upload(name, data)
    assert not Upload.objects.exists()


def test_the_worker_reads_what_waits(town: Municipality) -> None:
    code = upload()
    assert read_upload(code) == "read"
    row = review.upload_status("mallila", code)
    assert (row.status, row.stage, row.faults) == ("read", "", ())
    assert row.counts is not None
    # Counted by hand in the file.
    assert (row.counts.areas, row.counts.goals) == (2, 3)


def test_what_was_read_is_not_read_again(town: Municipality) -> None:
    code = upload()
    read_upload(code)
    assert read_upload(code) == "passed over"


def test_a_damaged_file_is_kept_with_its_faults_and_can_be_tried_again(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = upload("strategia.docx", b"no archive")
    assert read_upload(code) == "failed"
    row = review.upload_status("mallila", code)
    assert row.status == "failed"
    assert row.faults
    assert row.faults[0].remedy
    assert Upload.objects.get(pk=code).reading is None
    review.retry_upload(slug="mallila", upload=code, by="test")
    assert status(code) == "waiting"
    assert DBTaskResult.objects.count() == 2


def test_only_what_failed_is_tried_again(town: Municipality) -> None:
    with pytest.raises(InputError, match="could not be read"):
        review.retry_upload(slug="mallila", upload=upload(), by="test")


def test_a_fault_of_our_own_is_told_and_logged(
    town: Municipality, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(name: str, data: bytes) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(reading, "read_both", broken)
    code = upload()
    assert read_upload(code) == "failed"
    assert "in Suunta itself" in review.upload_status("mallila", code).faults[0].what
    assert "ZeroDivisionError" in caplog.text


def test_what_was_withdrawn_while_it_was_read_stays_withdrawn(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = upload()
    read_both = reading.read_both

    def withdrawn(name: str, data: bytes) -> Any:
        review.withdraw_upload(slug="mallila", upload=code, by="test")
        return read_both(name, data)

    monkeypatch.setattr(reading, "read_both", withdrawn)
    assert read_upload(code) == "passed over"
    assert (status(code), Upload.objects.get(pk=code).reading) == ("withdrawn", None)


def test_two_workers_do_not_read_one_upload(town: Municipality) -> None:
    code = upload()
    with claim(code):
        assert read_upload(code) == "passed over"
    assert status(code) == "waiting"


def test_what_a_stopped_reader_left_is_read_again(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(name: str, data: bytes) -> Any:
        raise OutsideError(Fault("Stopped."))

    code = upload()
    DBTaskResult.objects.all().delete()
    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_both", stopped)
        with pytest.raises(OutsideError):
            read_upload(code)
    assert status(code) == "reading"
    assert take_up_abandoned() == 1
    assert status(code) == "waiting"
    assert read_upload(code) == "read"
    assert DBTaskResult.objects.count() == 1


def test_what_is_being_read_is_left_to_its_reader(town: Municipality) -> None:
    code = upload()
    Upload.objects.filter(pk=code).update(status="reading", stage="reading")
    with claim(code):
        assert take_up_abandoned() == 0


def test_what_waits_in_the_queue_is_not_queued_twice(town: Municipality) -> None:
    upload()
    assert take_up_abandoned() == 0
    assert DBTaskResult.objects.count() == 1


def test_what_breaks_its_reader_again_and_again_is_given_up(town: Municipality) -> None:
    code = upload()
    Upload.objects.update(status="reading", stage="reading", attempt=MOST_ATTEMPTS)
    assert take_up_abandoned() == 1
    assert "broken off" in review.upload_status("mallila", code).faults[0].what


def test_an_upload_of_another_town_is_unknown(town: Municipality) -> None:
    with pytest.raises(InputError, match="There is no upload 999"):
        review.upload_status("mallila", 999)


def test_the_newest_upload_is_listed_first(
    town: Municipality, django_assert_num_queries: Any
) -> None:
    first, second = upload("a.txt"), upload("b.txt")
    with django_assert_num_queries(2):
        assert [row.id for row in review.uploads_of("mallila")] == [second, first]


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("C:\\Users\\maija\\strategia.docx", "strategia.docx"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("stra\u202etegia\u0000\n.pdf", "stra tegia.pdf"),
        ("...", "document"),
        (".pdf", "pdf"),
        ("ä" * 300 + ".pdf", "ä" * (LONGEST_NAME - 4) + ".pdf"),
        ("Strategia 2025–2029 (luonnos).docx", "Strategia 2025–2029 (luonnos).docx"),
    ],
)
def test_a_file_s_name_is_its_last_part_in_plain_signs(given_name: str, kept: str) -> None:
    assert usable_name(given_name) == kept


@given(st.text())
def test_no_name_is_too_long_or_leads_elsewhere(name: str) -> None:
    found = usable_name(name)
    assert 0 < len(found) <= LONGEST_NAME
    assert not set(found) & set("/\\\0\n\r")
    assert found not in (".", "..")
    found.encode()
