"""The sources of the cast's town: one that asks, one that is well."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from suunta.core.schedule import Schedule
from suunta.core.texts import Text
from suunta.jobs.collecting import Feed
from suunta.store.queries.feeds import FeedRow, FetchRow

AT = datetime(2026, 3, 15, 9, tzinfo=UTC)
HASH = "a" * 64
QUESTION = {
    "renamed": [{"name": "127 title", "before": "Väestö", "now": "Asukkaat"}],
    "doubts": [
        {"code": "jump", "indicator": "visitors", "area": "", "breakdown": "", "period": "2025",
         "value": 8.1, "before": 82.0, "usual": 1.0},
    ],
}  # fmt: skip


def fetch(**changes: Any) -> FetchRow:
    """One time that a source was asked."""
    address = "https://e.org/a.csv"
    said: dict[str, Any] = {
        "id": 1, "at": AT, "outcome": "arrived", "address": address, "status": 200, "size": 2048,
        "hash": HASH, "answers": ({"address": address, "size": 2048, "hash": HASH},), "rows": 3,
        "added": 1, "problems": (), "error": "", "permanent": False,
    }  # fmt: skip
    return FetchRow(**{**said, **changes})


def feed(key: str, shown: Any, last: FetchRow, **changes: Any) -> Feed:
    """A source of the town."""
    words = Text({"fi": "Kävijät", "sv": "Besökare", "en": "Visitors"})
    said: dict[str, Any] = {
        "id": 1, "key": key, "name": words, "kind": "csv", "schedule": Schedule("year", 10),
        "indicators": ("visitors",), "source_title": "Laskuri", "source_url": "https://e.org/",
        "licence": "CC BY 4.0", "public": True, "state": "active", "question": None,
        "request": {}, "failures": 0, "next_due": AT, "last": last, "arrived_at": AT,
    }  # fmt: skip
    return Feed(FeedRow(**{**said, **changes}), shown, (), False, (last,))


FEEDS = (
    feed("library", "asks", fetch(outcome="asks"), state="asks", question=QUESTION),
    feed(
        "broken",
        "failing",
        fetch(outcome="failed", error="answered 404", permanent=True, answers=()),
        failures=1,
    ),
    feed("counter", "fresh", fetch(problems=("line 3",)), schedule=Schedule("week")),
)


def feed_of(slug: str, key: str) -> Feed | None:
    """One of them."""
    return next((each for each in FEEDS if each.row.key == key), None)
