"""Numbers, periods, ages, chances and targets as each language writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from suunta.core.assess.model import Assessment
from suunta.core.texts import Text
from suunta.reports.wording.chances import chance
from suunta.reports.wording.numbers import number, quantity, round_tens
from suunta.reports.wording.periods import age, day, decimal_year, period, period_end
from suunta.reports.wording.targets import day_words, target_words
from web import cast


@pytest.fixture(autouse=True)
def _finnish() -> Iterator[None]:
    with translation.override("fi"):
        yield


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (2182, "fi", "2\u00a0182"),
        (2182, "sv", "2\u00a0182"),
        (2182, "en", "2,182"),
        (4.3, "fi", "4,3"),
        (4.3, "en", "4.3"),
        (-1.1, "sv", "\u22121,1"),
        (-1.1, "en", "\u22121.1"),
        (1234567.891, "fi", "1\u00a0234\u00a0568"),
        (0.125, "fi", "0,12"),
        (-0.001, "fi", "0"),
    ],
)
def test_numbers(value: float, language: str, words: str) -> None:
    assert number(value, language) == words


@pytest.mark.parametrize(
    ("value", "unit", "language", "words"),
    [
        (89, "%", "fi", "89\u00a0%"),
        (89, "%", "en", "89%"),
        (26, "vrk", "sv", "26\u00a0dygn"),
        (300, "€/as", "en", "300\u00a0€\u00a0per\u00a0resident"),
        (3, "sauna", "fi", "3\u00a0sauna"),
        (3, None, "fi", "3"),
    ],
)
def test_quantities(value: float, unit: str | None, language: str, words: str) -> None:
    assert quantity(value, unit, language) == words


def test_a_forecast_is_rounded() -> None:
    assert round_tens(10987.6) == 11000
    assert round_tens(87.54) == 88
    assert round_tens(0.8512) == pytest.approx(0.85)
    assert round_tens(0) == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2019", "2019"),
        ("2022-12-31", "31.12.2022"),
        ("2019-01..2019-06", "1–6/2019"),
        ("2021-07", "7/2021"),
        ("2021-H2", "7–12/2021"),
        ("2021-Q3", "Q3/2021"),
        ("2021/2022", "lukuvuosi 2021–2022"),
        ("per year", "vuosittain"),
        ("term", "valtuustokausi"),
        ("syksy", "syksy"),
        (None, ""),
    ],
)
def test_periods(text: str | None, words: str) -> None:
    assert period(text, "fi") == words


def test_periods_in_english() -> None:
    assert period("2019-01..2019-06", "en") == "Jan 2019–Jun 2019"
    assert day(date(2022, 12, 31), "en") == "31\u00a0Dec\u00a02022"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2021", date(2021, 12, 31)),
        ("2021-H1", date(2021, 6, 30)),
        ("2020-02", date(2020, 2, 29)),
        ("2021/2022", date(2022, 7, 31)),
        ("2019-01..2019-06", date(2019, 6, 30)),
        ("syksy", None),
    ],
)
def test_a_period_ends_on_its_last_day(text: str, last: date | None) -> None:
    assert period_end(text) == last


def test_a_year_ends_as_the_next_one_begins() -> None:
    assert decimal_year(date(2021, 12, 31)) == 2022.0
    assert decimal_year(date(2020, 12, 31)) == 2021.0


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (date(2023, 3, 15), "alle kuukausi"),
        (date(2022, 12, 31), "3 kk"),
        (date(2021, 4, 30), "23 kk"),
        (date(2019, 12, 31), "3 v"),
    ],
)
def test_ages(since: date, words: str) -> None:
    assert age(since, date(2023, 3, 31)) == words


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.68, "noin 7 mahdollisuutta 10:stä"),
        (0.12, "noin 1 mahdollisuus 10:stä"),
        (0.02, "alle 1 mahdollisuus 10:stä"),
        (0.99, "yli 9 mahdollisuutta 10:stä"),
        (None, ""),
    ],
)
def test_chances_are_told_in_tenths(probability: float | None, words: str) -> None:
    assert chance(Assessment("x", "on_track", p_reach=probability)) == words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "≥\u00a090\u00a0%"),
        ({"comparator": "="}, "90\u00a0%"),
        ({"approximate": True, "comparator": "="}, "n. 90\u00a0%"),
        ({"value_max": 95.0}, "90–95\u00a0%"),
        ({"comparator": "decrease", "basis": "change_percent", "value": 20.0}, "−20\u00a0%"),
        (
            {
                "comparator": "decrease",
                "basis": "change_percent",
                "value": 80.0,
                "change_bound": ">=",
            },
            "vähintään −80\u00a0%",
        ),
        ({"comparator": "increase", "basis": "percentage_points", "value": 2.0}, "+2\u00a0%-yks."),
        ({"comparator": "increase", "value": None, "basis": "relative_to_baseline"}, "kasvaa"),
        ({"comparator": "none", "value": None, "placeholder": True}, "luku jäi kirjoittamatta"),
        ({"comparator": "rank_top_fraction", "value": 0.333}, "parhaassa kolmanneksessa"),
        ({"per": "year"}, "≥\u00a090\u00a0% vuodessa"),
        ({"window_years": 4}, "≥\u00a090\u00a0% keskimäärin 4 vuoden aikana"),
        ({"value": None, "benchmark": Text({"fi": "maan keskiarvo"})}, "maan keskiarvo"),
    ],
)
def test_targets_in_few_words(changes: dict[str, object], words: str) -> None:
    aim = replace(cast.target(90.0), **changes)
    assert target_words(cast.part("p", Text({"fi": "x"}), "on_track", target=aim), "fi") == words


def test_without_a_target_there_are_no_words() -> None:
    assert target_words(cast.part("p", Text({"fi": "x"}), "no_target"), "fi") == ""


def test_a_whole_year_is_a_deadline_by_its_number() -> None:
    assert day_words(date(2027, 12, 31), "fi") == "2027"
    assert day_words(date(2027, 5, 31), "fi") == "31.5.2027"
    assert day_words(None, "fi") == ""
