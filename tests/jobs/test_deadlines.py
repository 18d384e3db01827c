"""The day on which a target is judged."""

from __future__ import annotations

from datetime import date

import pytest

from suunta.jobs.scorecard.deadlines import Deadline, Horizon, deadline_of

TERM = Horizon(term_end=2025, action_year=2022)


@pytest.mark.parametrize(
    ("period", "day", "inferred"),
    [
        ("2024", date(2024, 12, 31), False),
        ("2024-08", date(2024, 8, 31), False),
        ("2019-01..2019-06", date(2019, 6, 30), False),
        ("term", date(2025, 12, 31), False),
        ("per year", date(2025, 12, 31), True),
        ("syksy", date(2025, 12, 31), True),
        (None, date(2025, 12, 31), True),
    ],
)
def test_a_period_is_judged_at_its_last_day(period: str | None, day: date, inferred: bool) -> None:
    assert deadline_of(period, TERM) == Deadline(day, inferred)


def test_without_a_term_the_action_year_stands_in() -> None:
    assert deadline_of(None, Horizon(None, 2022)).day == date(2022, 12, 31)


def test_a_document_that_names_no_year_has_no_deadline() -> None:
    assert deadline_of(None, Horizon(None, None)).day is None
