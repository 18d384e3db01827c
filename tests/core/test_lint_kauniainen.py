"""Lint on the real document, against defects found by hand: what is found, and no more."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from suunta.core.definitions import folder
from suunta.core.lint import Finding, lint
from suunta.core.phrases import understand
from suunta.readers import read_file

DATA = Path(__file__).parents[1] / "data"
DEFECTS = json.loads((DATA / "kauniainen-defects.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def findings() -> list[Finding]:
    path = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"
    return lint(understand(read_file(path)), "fi")


def _measures(findings: list[Finding], *codes: str) -> set[str | None]:
    return {finding.measure for finding in findings if finding.code in codes}


@pytest.mark.parametrize(
    ("defect", "codes"),
    [
        ("placeholders", ["placeholder"]),
        ("monitoring_only_measures", ["no-target"]),
        ("numeric_target_without_baseline", ["target-without-baseline"]),
        ("numeric_target_without_period", ["target-without-deadline"]),
        ("direction_without_value", ["direction-without-value"]),
        ("baseline_without_target", ["baseline-without-target"]),
        (
            "baseline_unit_mismatch",
            [
                "baseline-unit-differs",
                "baseline-unit-missing",
                "unit-written-two-ways",
                "indicator-unit-differs",
            ],
        ),
        ("indicator_in_action_column", ["indicator-in-action-column"]),
    ],
)
def test_the_measures_with_a_defect_are_those_found_by_hand(
    findings: list[Finding], defect: str, codes: list[str]
) -> None:
    assert _measures(findings, *codes) == set(DEFECTS[defect])


def test_targets_that_only_a_goal_states_are_found(findings: list[Finding]) -> None:
    codes = ("goal-target-not-measured", "contradiction")
    goals = {finding.goal for finding in findings if finding.code in codes}
    assert goals == set(DEFECTS["goal_level_targets_not_repeated_in_measures"])


def test_no_youth_unemployment_and_ten_unemployed_contradict(findings: list[Finding]) -> None:
    found = [(f.goal, f.measure) for f in findings if f.code == "contradiction"]
    assert found == [("4.2", "4.2-M8")]


def test_a_measure_under_two_goals_is_told_at_the_second(findings: list[Finding]) -> None:
    found = [(f.goal, f.measure) for f in findings if f.code == "duplicate-measure"]
    assert found == [("4.2", "4.2-M1")]


def test_actions_called_unmeasured_are_so_and_most_such_are_found(findings: list[Finding]) -> None:
    found = _measures(findings, "action-without-measure")
    by_hand = set(DEFECTS["actions_without_own_measure"])
    assert found <= by_hand
    assert len(found) >= 4


def test_every_unexplained_abbreviation_and_system_is_found(findings: list[Finding]) -> None:
    codes = ("undefined-abbreviation", "unexplained-name")
    found = {f.text.lower() for f in findings if f.code in codes}
    missed = [
        name
        for name in DEFECTS["undefined_abbreviations"]
        if name.lower() not in found and name.lower().split("-")[0] not in found
    ]
    assert missed == []
    assert len(found) <= len(DEFECTS["undefined_abbreviations"]) + 1


def test_years_and_lost_colours_are_told_of_the_whole_document(findings: list[Finding]) -> None:
    whole = {finding.code: finding for finding in findings if finding.goal is None}
    assert set(whole) == {"mixed-horizons", "colours-missing"}
    assert "2030, 2035" in whole["mixed-horizons"].message
    assert (
        "Toimenpiteitä on 63, ja niistä toimialansa nimeää 14." in whole["colours-missing"].message
    )


def test_every_finding_of_a_measure_has_its_lines(findings: list[Finding]) -> None:
    assert all(finding.span.lines for finding in findings if finding.goal)
