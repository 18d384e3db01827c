"""The worker takes one piece of work after another until it is told to stop."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError
from django_tasks_db.models import DBTaskResult

from suunta.jobs import worker as module
from suunta.jobs.review import receive_upload, upload_status
from suunta.jobs.review.queue import queue_reading
from suunta.jobs.worker import DATABASE_GONE_S, POLL_S, Worker, forget_old_work
from suunta.store.models import Municipality


@pytest.fixture(autouse=True)
def _signals() -> Iterator[None]:
    """A worker in a test leaves the signals of the tests as they were."""
    before = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    yield
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.fixture(autouse=True)
def _same_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker drops connections that a test's transaction lives in."""
    monkeypatch.setattr(module, "close_old_connections", lambda: None)


def test_it_works_until_it_is_told_to_stop(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(Worker, "work", lambda self: not done and (done.append("piece") or True))
    waited: list[float] = []
    worker = Worker()

    def wait(seconds: float) -> None:
        waited.append(seconds)
        os.kill(os.getpid(), signal.SIGTERM)

    worker.run(wait)
    assert (done, waited, worker.stopped) == (["piece"], [POLL_S], True)


def test_it_asks_a_database_that_failed_again_later(
    town: Municipality, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone(self: Worker) -> bool:
        raise OperationalError("gone away")

    monkeypatch.setattr(Worker, "work", gone)
    waited: list[float] = []
    worker = Worker()

    def wait(seconds: float) -> None:
        waited.append(seconds)
        worker.stopped = len(waited) == 2

    worker.run(wait)
    assert waited == [DATABASE_GONE_S, DATABASE_GONE_S]
    assert "gone away" in caplog.text


def test_it_stops_when_the_process_beside_it_is_gone() -> None:
    assert Worker(beside=os.getppid()).goes_on()
    assert not Worker(beside=os.getpid()).goes_on()


def test_work_long_done_or_broken_off_is_forgotten(town: Municipality) -> None:
    for code in (1, 2, 3):
        queue_reading(code)
    old = datetime.now(UTC) - timedelta(days=8)
    first, second, _ = DBTaskResult.objects.all()
    DBTaskResult.objects.filter(pk=first.pk).update(status="RUNNING", started_at=old)
    DBTaskResult.objects.filter(pk=second.pk).update(status="SUCCESSFUL", started_at=old)
    forget_old_work()
    assert DBTaskResult.objects.count() == 1


def test_what_is_uploaded_is_in_the_queue_for_it(town: Municipality) -> None:
    code = receive_upload(slug="mallila", name="a.txt", data=b"A", by="test")
    assert upload_status("mallila", code).status == "waiting"
    assert DBTaskResult.objects.ready().count() == 1
