"""The schedule: feeds that are due are put in the queue, and the worker asks them one by one."""

from __future__ import annotations

import logging
from datetime import UTC, datetime

from django.db import transaction
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from suunta.jobs.collecting.asking import missing_names
from suunta.store.models import SourceFeed

log = logging.getLogger(__name__)
BY = "worker"


@task
def collect_feed_task(feed: int) -> str:
    """Ask one feed; what came of it."""
    from suunta.jobs.collecting.collect import collect_feed

    row = SourceFeed.objects.select_related("municipality__area").filter(pk=feed).first()
    if row is None or not is_due(row, datetime.now(UTC)):
        return "not due"
    found = collect_feed(row, by=BY)
    if found.outcome in ("failed", "asks"):
        log.warning("%s of %s %s: %s", row.key, row.municipality, found.outcome, found.words)
    return found.outcome


def is_due(feed: SourceFeed, now: datetime) -> bool:
    """Whether a feed is to be asked by itself."""
    return feed.state == "active" and feed.next_due <= now


def queue_due_feeds(now: datetime | None = None) -> int:
    """Put the feeds that are due in the queue, each once; how many. One that was taken out of it
    by a worker that was killed is still due, and comes in again."""
    due = SourceFeed.objects.filter(state="active", next_due__lte=now or datetime.now(UTC))
    waiting = queued_feeds()
    found = [feed for feed in due if feed.pk not in waiting and not missing_names(feed.request)]
    with transaction.atomic():
        for feed in sorted(found, key=lambda each: each.next_due):
            collect_feed_task.enqueue(feed.pk)
    return len(found)


def queued_feeds() -> set[int]:
    """The feeds that stand in the queue."""
    waiting = DBTaskResult.objects.ready().filter(task_path=collect_feed_task.module_path)
    return {args["args"][0] for args in waiting.values_list("args_kwargs", flat=True)}
