"""The worker: does the long work that the web puts in the queue, one piece at a time."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import FrameType
from uuid import uuid4

from django.db import DatabaseError, InterfaceError, close_old_connections
from django_tasks_db.management.commands.db_worker import Worker as Queue
from django_tasks_db.models import DBTaskResult

from suunta.jobs.collecting.queue import queue_due_feeds
from suunta.jobs.review.claims import take_up_abandoned
from suunta.jobs.rounds.posting import send_waiting
from suunta.jobs.rounds.reminding import remind_due

log = logging.getLogger(__name__)
POLL_S = 1.0
# How often it looks for work that a killed worker left behind.
LOOK_ROUND_S = 15.0
# A database that is being restarted is back soon.
DATABASE_GONE_S = 5.0
KEPT_DAYS = 7


@dataclass
class Worker:
    """Works until it is told to stop, or until the process it works beside is gone.

    beside: the id of that process, which is its parent; None works until it is told to stop.
    """

    beside: int | None = None
    stopped: bool = False

    def run(self, wait: Callable[[float], None] = time.sleep) -> None:
        """Work; a database that fails is asked again later."""
        signal.signal(signal.SIGTERM, self.stop)
        signal.signal(signal.SIGINT, self.stop)
        looked = float("-inf")
        while self.goes_on():
            try:
                if looked == float("-inf"):
                    forget_old_work()
                if time.monotonic() - looked > LOOK_ROUND_S:
                    look_round()
                    looked = time.monotonic()
                worked = self.work()
            except (DatabaseError, InterfaceError) as error:
                log.warning("The database does not answer: %s", error)
                close_old_connections()
                wait(DATABASE_GONE_S)
                continue
            if not worked and self.goes_on():
                wait(POLL_S)

    def work(self) -> bool:
        """Do one piece of work; False where there was none."""
        close_old_connections()
        if not DBTaskResult.objects.ready().exists():
            return False
        next_piece().run()
        return True

    def goes_on(self) -> bool:
        """Whether nobody told it to stop."""
        return not self.stopped and (self.beside is None or os.getppid() == self.beside)

    def stop(self, signum: int, frame: FrameType | None) -> None:
        """Stop when the piece of work is done; at once when asked again."""
        if self.stopped:
            raise SystemExit(1)
        self.stopped = True


def next_piece() -> Queue:
    """The queue's own worker, for one piece of work."""
    return Queue(
        queue_names=["default"],
        interval=POLL_S,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=1,
        worker_id=uuid4().hex,
        excluded_queue_names=[],
    )


def look_round() -> None:
    """Take up what a killed worker left behind; remind whose turn it is; send what waits; let the
    sources be asked that are due."""
    found = take_up_abandoned()
    if found:
        log.warning("%d uploads were left half read and are read again.", found)
    remind_due()
    send_waiting()
    queue_due_feeds()


def forget_old_work() -> None:
    """Take what was begun long ago out of the queue, done or not."""
    old = datetime.now(UTC) - timedelta(days=KEPT_DAYS)
    DBTaskResult.objects.filter(started_at__lt=old).exclude(status="READY").delete()
