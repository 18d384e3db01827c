"""When a source is asked again, and when what it brought is old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from suunta.core.schedule import Schedule, after_failure, every_of, is_stale, next_due


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "now", "arrived", "expected"),
    [
        (Schedule("day"), "2026-03-15T09:00", True, "2026-03-16T09:00"),
        (Schedule("week"), "2026-03-15T09:00", False, "2026-03-22T09:00"),
        (Schedule("month"), "2026-01-31T09:00", True, "2026-02-28T09:00"),
        (Schedule("month"), "2026-12-15T09:00", True, "2027-01-15T09:00"),
        (Schedule("year"), "2026-03-15T09:00", True, "2026-04-15T09:00"),
        # Published in October: asked then, weekly until it comes, then a year later.
        (Schedule("year", 10), "2026-03-15T09:00", True, "2026-10-01T06:00"),
        (Schedule("year", 10), "2026-10-02T09:00", False, "2026-10-09T09:00"),
        (Schedule("year", 10), "2026-10-02T09:00", True, "2027-10-01T06:00"),
        (Schedule("year", 3), "2026-11-02T09:00", False, "2027-03-01T06:00"),
    ],
)
def test_a_source_is_asked_by_its_own_rhythm(
    schedule: Schedule, now: str, arrived: bool, expected: str
) -> None:
    assert next_due(schedule, at(now), arrived=arrived) == at(expected)


def test_pauses_after_failures_grow_to_a_day() -> None:
    now = at("2026-03-15T09:00")
    pauses = [(after_failure(now, failures) - now) for failures in (1, 2, 3, 8, 500)]
    minutes = timedelta(minutes=1)
    assert [pause / minutes for pause in pauses] == [15, 30, 60, 1440, 1440]


@pytest.mark.parametrize(
    ("schedule", "arrived", "now", "stale"),
    [
        (Schedule("day"), "2026-03-10", "2026-03-13", False),
        (Schedule("day"), "2026-03-10", "2026-03-15", True),
        (Schedule("week"), "2026-03-01", "2026-03-20", False),
        (Schedule("month"), "2026-01-01", "2026-03-20", True),
        (Schedule("year"), "2025-01-01", "2026-01-20", False),
        # Published in October; by December it should be here.
        (Schedule("year", 10), "2025-10-20", "2026-10-30", False),
        (Schedule("year", 10), "2025-10-20", "2026-12-05", True),
        (Schedule("year", 10), "2026-10-20", "2026-12-05", False),
        (Schedule("year", 10), "2024-10-20", "2026-02-05", True),
    ],
)
def test_figures_are_old_by_the_rhythm_of_their_source(
    schedule: Schedule, arrived: str, now: str, stale: bool
) -> None:
    assert is_stale(schedule, at(now), at(arrived)) is stale


def test_a_source_that_never_brought_anything_is_not_old() -> None:
    assert not is_stale(Schedule("day"), at("2026-03-15"), None)


def test_an_unknown_rhythm_is_refused() -> None:
    with pytest.raises(ValueError, match="'hour' is none of day, week, month, year"):
        every_of("hour")
