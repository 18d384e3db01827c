"""The fictional town hides small groups; an attack on everything that it publishes finds none."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from io import StringIO

import numpy as np
import pytest
from django.test import Client

from suunta.core.breakdown import Breakdown, read_breakdown
from suunta.core.definitions import folder
from suunta.jobs.load_example import load_example
from suunta.store.models import Observation

pytestmark = pytest.mark.django_db
# Before and after each publication of the groups of 2025.
DAYS = ("2024-12-31", "2025-12-31", "2026-11-24")
MEASURE = "1.1-M2"
COUNTS = ("numerator", "denominator")
Cell = tuple[str, Breakdown, str]  # period, group, which count


@pytest.fixture
def published(client: Client) -> dict[str, list[dict[str, str]]]:
    """The download of every day."""
    load_example(folder("examples") / "exempelby")
    found = {}
    for day in DAYS:
        answer = client.get(f"/exempelby/fi/measure/{MEASURE}.csv?as_of={day}")
        found[day] = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    return found


def small_counts() -> dict[tuple[str, str], float]:
    """Groups of fewer than five, as the town's own files have them."""
    rows = Observation.objects.filter(indicator__key="no_close_friend", municipality__isnull=False)
    return {
        (row.period, row.breakdown): row.numerator
        for row in rows
        if row.numerator is not None and 0 < row.numerator < 5
    }


def test_the_files_of_the_town_have_something_to_hide(
    published: dict[str, list[dict[str, str]]],
) -> None:
    assert set(small_counts()) == {("2025", "language=sv")}


def test_the_download_shows_groups_and_hides_the_small_ones(
    published: dict[str, list[dict[str, str]]],
) -> None:
    newest = published[DAYS[-1]]
    shown = {(row["period"], row["breakdown"]): row for row in newest}
    assert shown["2025", "sex=f"]["numerator"] == "16.0"
    for group in ("language=fi", "language=sv"):
        row = shown["2025", group]
        assert (row["status"], row["value"], row["numerator"]) == ("suppressed", "", "")


def recovered(published: dict[str, list[dict[str, str]]]) -> set[tuple[str, str]]:
    """The small groups whose count follows from downloads.

    Unknowns are the counts of every cell; a published one is an equation, so is "the groups of a
    name add up to all". The worst case for the town: the attacker takes it that nothing was
    revised, so that a cell is the same unknown on all days.
    """
    unknowns: dict[Cell, int] = {}
    equations: list[dict[Cell, float]] = []
    names: dict[tuple[str, str], set[Breakdown]] = defaultdict(set)
    for row in (row for rows in published.values() for row in rows):
        group = read_breakdown(row["breakdown"])
        for name, _ in group:
            names[row["period"], name].add(group)
        for count in COUNTS:
            cell = (row["period"], group, count)
            unknowns.setdefault(cell, len(unknowns))
            if row[count]:
                equations.append({cell: 1.0})
    for (period, _), groups in names.items():
        for count in COUNTS:
            line = {(period, group, count): -1.0 for group in groups}
            equations.append({**line, (period, (), count): 1.0})
    system = np.zeros((len(equations), len(unknowns)))
    for index, equation in enumerate(equations):
        for cell, factor in equation.items():
            system[index, unknowns[cell]] = factor
    known = np.linalg.matrix_rank(system)
    found = set()
    for period, text in small_counts():
        single = np.zeros((1, len(unknowns)))
        single[0, unknowns[period, read_breakdown(text), "numerator"]] = 1.0
        if np.linalg.matrix_rank(np.vstack([system, single])) == known:
            found.add((period, text))
    return found


def test_linear_algebra_recovers_no_small_group_from_the_downloads_of_all_days(
    published: dict[str, list[dict[str, str]]],
) -> None:
    assert recovered(published) == set()


def test_the_attack_would_succeed_were_the_other_group_shown(
    published: dict[str, list[dict[str, str]]],
) -> None:
    for row in published[DAYS[-1]]:
        if (row["period"], row["breakdown"]) == ("2025", "language=fi"):
            row["numerator"] = "22"
    assert recovered(published) == {("2025", "language=sv")}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_page_and_no_file_holds_the_hidden_numbers(
    published: dict[str, list[dict[str, str]]], client: Client, language: str
) -> None:
    hidden = re.compile(r"\b(3/40|4/40|22/226|21/226|7[.,]5 ?%|9[.,]7 ?%)")
    for day in DAYS:
        page = client.get(f"/exempelby/{language}/measure/{MEASURE}/?as_of={day}")
        assert not hidden.search(page.content.decode().replace("\u00a0", " "))
        data = client.get(f"/exempelby/{language}/measure/{MEASURE}.json?as_of={day}")
        assert "22" not in re.findall(r"\d+", data.content.decode().partition('"value"')[2])


def test_a_small_number_of_a_neighbour_is_hidden_too(
    published: dict[str, list[dict[str, str]]], client: Client
) -> None:
    html = client.get(f"/exempelby/en/measure/{MEASURE}/").content.decode()
    row = re.search(r"Valheranta \(keksitty\)</th>.*?</tr>", html, re.S)
    assert row is not None
    assert "hidden, too few people" in row[0]
