"""What holds for the files of both examples, file by file."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from suunta.core.definitions import folder, load_yaml
from suunta.core.period import is_valid
from suunta.jobs.example.files import ExampleFiles, read_example

EXAMPLES = folder("examples")
OBSERVATION_COLUMNS = [
    *("indicator", "period", "value", "unit", "numerator", "denominator", "kind", "status"),
    *("approximate", "known_on", "source_title", "source_url", "confidence"),
    *("note_fi", "note_sv", "note_en"),
]
UNITS = set(load_yaml(folder("definitions") / "units.yaml"))
towns = pytest.mark.parametrize("town", ["kauniainen", "exempelby"])


def rows(town: str, name: str = "observations.csv") -> list[dict[str, str]]:
    with (EXAMPLES / town / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def yaml_files(town: str) -> list[Path]:
    own = ("example", "sectors", "indicators", "links", "events")
    return [EXAMPLES / town / f"{name}.yaml" for name in own]


def language_maps(content: Any) -> Iterator[dict[str, Any]]:
    """Every map of a file that has a language among its keys."""
    if isinstance(content, dict):
        if {"fi", "sv", "en"} & set(content):
            yield content
        for value in content.values():
            yield from language_maps(value)
    elif isinstance(content, list):
        for value in content:
            yield from language_maps(value)


@towns
def test_the_files_of_an_example_have_no_faults(town: str) -> None:
    assert read_example(EXAMPLES / town).observations


@towns
def test_every_text_has_finnish_swedish_and_english(town: str) -> None:
    found = [text for path in yaml_files(town) for text in language_maps(load_yaml(path))]
    assert len(found) > 40
    assert [text for text in found if not all(text.get(lang) for lang in ("fi", "sv", "en"))] == []


@towns
def test_a_note_is_written_in_all_languages_or_in_none(town: str) -> None:
    for row in rows(town):
        written = {bool(row[f"note_{lang}"]) for lang in ("fi", "sv", "en")}
        assert len(written) == 1, row


@towns
def test_the_figures_have_the_documented_columns_and_no_quotes(town: str) -> None:
    header = (EXAMPLES / town / "observations.csv").read_text(encoding="utf-8").splitlines()[0]
    columns = header.split(",")
    assert columns[: len(OBSERVATION_COLUMNS)] == OBSERVATION_COLUMNS
    assert columns[len(OBSERVATION_COLUMNS) :] in ([], ["breakdown"])


@towns
def test_every_period_exists(town: str) -> None:
    assert [row for row in rows(town) if not is_valid(row["period"])] == []


@towns
def test_every_unit_is_canonical_and_the_indicators_own(town: str) -> None:
    indicators = load_yaml(EXAMPLES / town / "indicators.yaml")
    assert {indicator["unit"] for indicator in indicators.values()} <= UNITS
    assert [row for row in rows(town) if row["unit"] != indicators[row["indicator"]]["unit"]] == []


@towns
def test_every_indicator_has_a_figure(town: str) -> None:
    indicators = load_yaml(EXAMPLES / town / "indicators.yaml")
    computed = {key for key, each in indicators.items() if "derived" in each}
    assert set(indicators) == {row["indicator"] for row in rows(town)} | computed


@towns
def test_no_publication_gives_a_figure_twice(town: str) -> None:
    key = ("indicator", "period", "breakdown", "kind", "known_on")
    counts = Counter(tuple(row.get(name) for name in key) for row in rows(town))
    assert [each for each, count in counts.items() if count > 1] == []


@towns
def test_every_value_is_within_the_natural_limits(town: str) -> None:
    indicators = load_yaml(EXAMPLES / town / "indicators.yaml")
    for row in rows(town):
        if row["value"]:
            low, high = indicators[row["indicator"]]["limits"]
            assert low is None or float(row["value"]) >= low, row
            assert high is None or float(row["value"]) <= high, row


@towns
def test_counts_give_the_value_that_stands_beside_them(town: str) -> None:
    for row in rows(town):
        if row["denominator"]:
            share = 100 * float(row["numerator"]) / float(row["denominator"])
            assert float(row["value"]) == pytest.approx(share, abs=0.051), row


@towns
def test_a_missing_or_hidden_value_is_empty_and_never_zero(town: str) -> None:
    assert all((row["value"] == "") == (row["status"] != "ok") for row in rows(town))


@towns
def test_every_figure_names_its_source_and_address(town: str) -> None:
    assert [row for row in rows(town) if not (row["source_title"] and row["source_url"])] == []


@towns
def test_every_step_names_its_source_and_address(town: str, request: pytest.FixtureRequest) -> None:
    files: ExampleFiles = request.getfixturevalue(town)
    assert [step for step in files.events if not (step.source_title and step.source_url)] == []


@towns
def test_a_part_is_linked_once_and_never_also_a_near_miss_of_the_same_series(
    town: str, request: pytest.FixtureRequest
) -> None:
    files: ExampleFiles = request.getfixturevalue(town)
    linked = [(link.part, link.indicator) for link in files.links.links]
    assert len({part for part, _ in linked}) == len(linked)
    assert not set(linked) & {(miss.part, miss.indicator) for miss in files.links.misses}


@towns
def test_a_goals_target_of_a_part_follows_the_parts_own_series(
    town: str, request: pytest.FixtureRequest
) -> None:
    files: ExampleFiles = request.getfixturevalue(town)
    series = {link.part: link.indicator for link in files.links.links}
    for target in files.links.goal_targets:
        if target.for_part:
            assert target.indicator == series[target.for_part]


@towns
def test_an_assigned_sector_has_a_reason_and_a_documents_own_has_none(
    town: str, request: pytest.FixtureRequest
) -> None:
    files: ExampleFiles = request.getfixturevalue(town)
    for each in files.organisation.belongings:
        assert each.sectors, each.id
        assert bool(each.reason) == (each.assigned_by == "assigned"), each.id


@towns
def test_the_bodies_of_an_action_are_the_codes_of_the_document(
    town: str, request: pytest.FixtureRequest
) -> None:
    files: ExampleFiles = request.getfixturevalue(town)
    codes = {code: body.code for body in files.organisation.bodies for code in body.document_codes}
    stated = {each.id: set(each.bodies) for each in files.organisation.belongings}
    for goal in files.content.goals():
        for action in goal.actions:
            assert stated[action.id] == {codes[code] for code in action.responsible}, action.id
