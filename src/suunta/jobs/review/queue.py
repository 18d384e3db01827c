"""The queue between the web, which takes files in, and the worker, which reads them."""

from __future__ import annotations

from django_tasks import task

# What the worker does is imported when it does it: the web takes in without loading it.


@task
def read_upload_task(upload: int) -> str:
    """Read one upload; what came of it."""
    from suunta.jobs.review.reading import read_upload

    return read_upload(upload)


def queue_reading(upload: int) -> None:
    """Let a worker read it; in the transaction in which it was noted as waiting."""
    read_upload_task.enqueue(upload)
