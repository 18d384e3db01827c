"""Who reads an upload: a lock on a file, which the system lets go when its holder dies, however
it dies. So an upload whose reader was killed is known at once and read again."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from suunta.core.errors import Fault
from suunta.jobs.review.queue import queue_reading, read_upload_task
from suunta.store.actions.uploads import fail_reading, wait_again
from suunta.store.models import Upload

MOST_ATTEMPTS = 3
DEADLY = Fault(
    f"Reading it was broken off {MOST_ATTEMPTS} times.",
    "",
    "Save the document anew, without pictures and attachments, and try again.",
)


def claims_folder() -> Path:
    """Where the locks are."""
    return Path(settings.SUUNTA_DATA) / "reading"


@contextmanager
def claim(upload: int) -> Iterator[bool]:
    """Be the one who reads an upload; False where another process is."""
    folder = claims_folder()
    folder.mkdir(exist_ok=True)
    with (folder / f"{upload}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def take_up_abandoned() -> int:
    """Queue every upload that waits or is read by nobody: a worker was killed, or the store was
    restored from a backup, which holds no queue. How many there were."""
    queued = queued_uploads()
    open_ones = Upload.objects.filter(status__in=("waiting", "reading")).select_related(
        "municipality"
    )
    found = 0
    for upload in open_ones.defer("reading", "source"):
        with claim(upload.pk) as free:
            if free and (upload.status == "reading" or upload.pk not in queued):
                found += requeue(upload)
    return found


def queued_uploads() -> set[int]:
    """The uploads that stand in the queue."""
    waiting = DBTaskResult.objects.ready().filter(task_path=read_upload_task.module_path)
    return {args["args"][0] for args in waiting.values_list("args_kwargs", flat=True)}


@transaction.atomic
def requeue(upload: Upload) -> bool:
    """Let one be read anew, unless it changed meanwhile; give it up where that was of no use."""
    if upload.status == "reading" and upload.attempt >= MOST_ATTEMPTS:
        return fail_reading(upload, [DEADLY])
    town, status = upload.municipality, upload.status
    if not wait_again(by="worker", municipality=town, upload=upload.pk, status=status):
        return False
    queue_reading(upload.pk)
    return True
