"""Parts to a measure, measures to a verdict, milestones to a status."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess.rollup import PRECEDENCE, milestone_status, status_of_parts, verdict

TERM_END, DURING, AFTER = date(2022, 12, 31), date(2021, 6, 1), date(2023, 3, 31)


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        (["met", "met"], "met"),
        (["met", "no_target"], "met"),
        (["no_target", "no_target"], "no_target"),
        ([], "no_target"),
        (["met", "no_data"], "no_data"),
        (["met", "awaiting", "no_data"], "awaiting"),
        (["met", "too_early"], "too_early"),
        (["on_track", "met"], "on_track"),
        (["at_risk", "off_track", "on_track"], "off_track"),
        (["missed", "off_track"], "missed"),
        (["awaiting", "at_risk"], "at_risk"),
        (["error", "met"], "no_data"),
    ],
)
def test_a_measure_has_the_worst_status_of_its_parts_with_a_target(parts, status):
    assert status_of_parts(parts) == status


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([*PRECEDENCE, "no_target"]), min_size=1, max_size=6))
def test_the_order_of_the_parts_does_not_matter(parts):
    assert status_of_parts(parts) == status_of_parts(parts[::-1])
    assert (status_of_parts(parts) == "met") == (
        set(parts) <= {"met", "no_target"} and "met" in parts
    )


@pytest.mark.parametrize(
    ("statuses", "rule", "during", "after"),
    [
        (["met", "met", "no_target"], "all", "reached", "reached"),
        (["met", "on_track"], "all", "ongoing", "partly"),
        (["met", "missed"], "all", "partly", "partly"),
        (["missed", "missed"], "all", "not_reached", "not_reached"),
        (["missed", "on_track"], "all", "ongoing", "not_reached"),
        (["met", "awaiting"], "all", "ongoing", "cannot_be_assessed"),
        (["no_data", "no_data"], "all", "cannot_be_assessed", "cannot_be_assessed"),
        (["no_target"], "all", "cannot_be_assessed", "cannot_be_assessed"),
        ([], "all", "cannot_be_assessed", "cannot_be_assessed"),
        (["met", "met", "missed"], "majority", "reached", "reached"),
        (["met", "missed"], "majority", "partly", "partly"),
        (["met", "missed", "no_data"], "majority", "ongoing", "cannot_be_assessed"),
        (["met", "missed", "missed", "no_data"], "majority", "partly", "partly"),
    ],
)
def test_a_goal_has_a_verdict_by_the_rule_of_its_council(statuses, rule, during, after):
    assert verdict(statuses, rule, DURING, TERM_END) == during
    assert verdict(statuses, rule, AFTER, TERM_END) == after


def test_on_the_last_day_the_term_still_runs():
    assert verdict(["met", "on_track"], "all", TERM_END, TERM_END) == "ongoing"


def test_a_judged_goal_has_the_persons_verdict():
    assert verdict(["missed"], "judged", judged="partly") == "partly"
    assert verdict(["met"], "judged") == "cannot_be_assessed"


@pytest.mark.parametrize(
    ("state", "before", "on_the_day"),
    [
        ("done", "met", "met"),
        (None, "no_data", "no_data"),
        ("not_reported", "no_data", "no_data"),
        ("cancelled", "missed", "missed"),
        ("late", "off_track", "missed"),
        ("returned", "off_track", "missed"),
        ("suspended", "at_risk", "missed"),
        ("in_progress", "too_early", "missed"),
        ("not_started", "too_early", "missed"),
    ],
)
def test_a_milestone_stands_where_its_state_and_its_day_say(state, before, on_the_day):
    assert milestone_status(state, TERM_END, DURING) == before
    assert milestone_status(state, TERM_END, TERM_END) == on_the_day
    assert milestone_status(state, None, AFTER) == before


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: status_of_parts(["green"]), "statuses"),
        (lambda: verdict(["green"], "all"), "statuses"),
        (lambda: verdict(["met"], "mean"), "rule"),
        (lambda: verdict(["met"], "judged", judged="great"), "judged"),
        (lambda: milestone_status("green", None, None), "state"),
    ],
)
def test_unknown_codes_are_refused_by_name(call, name):
    with pytest.raises(ValueError, match=f"^{name}"):
        call()
