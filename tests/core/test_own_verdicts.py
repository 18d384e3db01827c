"""A person's verdict beside the computed status."""

from __future__ import annotations

import pytest

from suunta.core.own_verdicts import AGREEING, differs, needs_correction
from suunta.core.scorecard import MEASURE_STATUSES, VERDICTS


def test_every_status_has_a_verdict_that_says_the_same() -> None:
    assert set(AGREEING) == set(MEASURE_STATUSES)
    for status in MEASURE_STATUSES:
        assert any(not differs(verdict, status) for verdict in VERDICTS)


@pytest.mark.parametrize(
    ("verdict", "computed", "answer"),
    [
        ("reached", "met", False),
        ("reached", "at_risk", True),
        ("ongoing", "off_track", False),
        ("partly", "met", True),
        ("cannot_be_assessed", "no_data", False),
        ("reached", "reached", False),  # a goal: two verdicts
        ("partly", "reached", True),
        (None, "met", False),
        ("reached", None, False),
    ],
)
def test_where_the_two_differ(verdict: str | None, computed: str | None, answer: bool) -> None:
    assert differs(verdict, computed) is answer


def test_what_is_behind_needs_a_corrective_action() -> None:
    assert needs_correction("off_track", None, None)
    assert needs_correction("missed", None, "ongoing")
    assert needs_correction(None, "late", None)
    assert needs_correction("met", None, "not_reached")
    assert not needs_correction("at_risk", "in_progress", "ongoing")
