"""The worker asks what is due, each feed once, also after it was killed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from time import monotonic
from typing import Any

from django_tasks_db.models import DBTaskResult

from jobs.collecting.conftest import NOW, Declare, collected, says
from sources.network.player import Player, Said
from suunta.jobs.collecting import feeds, pause
from suunta.jobs.collecting.queue import collect_feed_task, queue_due_feeds, queued_feeds
from suunta.jobs.locks import held_alone
from suunta.store.models import Fetch, Municipality, Observation, SourceFeed


def test_a_feed_that_is_due_is_queued_once(declare: Declare) -> None:
    declare()
    assert [queue_due_feeds(), queue_due_feeds()] == [1, 0]
    assert DBTaskResult.objects.ready().count() == 1


def test_a_feed_that_asks_or_is_paused_or_not_due_is_not_queued(declare: Declare) -> None:
    declare("asks"), declare("paused"), declare("later"), declare("due")
    SourceFeed.objects.filter(key="asks").update(state="asks")
    pause(by="test", slug="mallila", key="paused")
    SourceFeed.objects.filter(key="later").update(next_due=datetime.now(UTC) + timedelta(hours=1))
    assert queue_due_feeds() == 1
    pause(by="test", slug="mallila", key="paused")
    assert queue_due_feeds() == 1


def work_through() -> None:
    """Do what is queued, as the worker does."""
    for feed in sorted(queued_feeds()):
        collect_feed_task.call(feed)


def test_what_is_queued_is_asked_and_due_again_by_its_rhythm(declare: Declare) -> None:
    feed = declare()
    queue_due_feeds()
    work_through()
    DBTaskResult.objects.all().delete()
    feed.refresh_from_db()
    assert Observation.objects.count() == 3
    assert feed.next_due > datetime.now(UTC) + timedelta(days=27)
    assert queue_due_feeds() == 0


def test_a_feed_whose_worker_was_killed_is_queued_again_and_taken_once(declare: Declare) -> None:
    feed = declare()
    queue_due_feeds()
    # Another worker took it out of the queue and died.
    DBTaskResult.objects.ready().update(status="RUNNING", started_at=NOW)
    assert queue_due_feeds() == 1
    assert collect_feed_task.call(feed.pk) == "arrived"
    assert collect_feed_task.call(feed.pk) == "not due"
    assert (Observation.objects.count(), Fetch.objects.count()) == (3, 1)


def test_a_feed_that_another_process_asks_is_left_to_it(declare: Declare) -> None:
    feed = declare()
    with held_alone("collecting", feed.pk):
        assert collected(feed).outcome == "busy"
    assert collected(feed).outcome == "arrived"


def test_fifty_sources_that_are_due_at_once_are_all_asked(
    declare: Declare, source: Player, town: Municipality, settings: Any
) -> None:
    settings.SUUNTA_SOURCES_ALLOW_PRIVATE = [ip_network("127.0.0.1/32")]
    for number in range(50):
        declare(f"feed-{number}", source_title=f"Kysely {number}")
    begun = monotonic()
    assert queue_due_feeds() == 50
    work_through()
    assert Fetch.objects.filter(outcome="arrived").count() == 50
    assert monotonic() - begun < 40


def test_the_list_tells_what_needs_a_person_first(declare: Declare, source: Player) -> None:
    fresh, failing, asks = declare("fresh"), declare("failing"), declare("asks")
    declare("waiting")
    collected(fresh)
    source.plays["/a.csv"] = Said("gone", 404)
    collected(failing)
    says(source, "2025;181;;")
    collected(asks)
    assert [(each.row.key, each.state) for each in feeds("mallila", NOW)] == [
        *(("asks", "asks"), ("failing", "failing")),
        *(("waiting", "waiting"), ("fresh", "fresh")),
    ]


def test_figures_that_are_older_than_their_rhythm_are_stale(declare: Declare) -> None:
    collected(declare())
    (shown,) = feeds("mallila", NOW + timedelta(days=71))
    assert (shown.state, shown.stale) == ("stale", True)
