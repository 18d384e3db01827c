"""Less usual forms of values, units and periods, worded for these tests."""

from __future__ import annotations

from typing import Any

import pytest

from suunta.core.phrases import parse_phrase, sub_measure_json


def read(lang: str, text: str) -> list[dict[str, Any]]:
    return [sub_measure_json(sub) for sub in parse_phrase(text, lang)]


def only(lang: str, text: str) -> dict[str, Any]:
    (sub,) = read(lang, text)
    return sub


def told(sub: dict[str, Any], names: str) -> tuple[Any, ...]:
    return tuple(sub[name] for name in names.split())


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("fi", "Lauttojen arvosana nousee kolmesta neljään ja puoleen", 4.5, "pistettä"),
        ("sv", "Restiden är högst fyra och en halv timme", 4.5, "h"),
        ("en", "Crossing takes at most two and a half hours", 2.5, "h"),
        ("sv", "Väntetiden förkortas med en halv dag", 0.5, "pv"),
        ("en", "Rescue within half an hour", 0.5, "h"),
        ("fi", "Venepaikkoja riittää vähintään kolmen vuoden tarpeeseen", 3, "v"),
        ("en", "Ferry answers the alarm in 6:30 minutes or less", 6.5, "min"),
        ("fi", "Kassan riittävyys yli 40 kassapäivää", 40, "pv"),
        ("sv", "Högst en av tio båtar ligger kvar", 10, "%"),
    ],
)
def test_halves_needs_and_clock_times_are_values(
    lang: str, text: str, value: float, unit: str
) -> None:
    assert told(only(lang, text), "target_value unit") == (value, unit)


def test_a_part_of_a_thing_counts_nothing() -> None:
    assert only("fi", "Keskiarvo ≥ 3,8 kaikilla laitureilla")["unit"] is None


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("sv", "Minst en båtutflykt per kvartal", 1),
        ("sv", "En ny brygga varje år", 1),
        ("en", "120+ boat clubs take part each year", 120),
    ],
)
def test_one_and_a_hundred_and_more_are_counted(lang: str, text: str, value: float) -> None:
    assert told(only(lang, text), "kind target_value unit") == ("numeric", value, "kpl")


@pytest.mark.parametrize(
    ("lang", "text", "start", "target"),
    [
        ("en", "Ferry accidents: 12 (Nov 2023) to 0 (Nov 2026)", 12, 0),
        ("en", "Gap in punctuality narrows from 9.3 to 7 minutes by 2035", 9.3, 7),
        ("en", "Increase the share of electric boats from a fifth to a third", 20, 33.33),
        ("sv", "Väntetiden förkortas från åtta veckor till fyra", 8, 4),
        ("en", "Boats late, previous election year aside: baseline 14%, target 9%", 14, 9),
    ],
)
def test_a_start_and_an_end_are_told_apart(
    lang: str, text: str, start: float, target: float
) -> None:
    sub = only(lang, text)
    assert (sub["baseline"][0]["value"], sub["target_value"]) == (start, target)


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("fi", "Venepaikkoja 45 (tavoite), 52 (toteuma)", None),
        ("sv", "Båtplatser 52 (utfall 2023), 45 (mål 2026)", "2026"),
        ("en", "Moorings: 45 (target 2026), 52 (22/23 outturn)", "2026"),
    ],
)
def test_a_bracket_after_a_value_says_what_it_is(lang: str, text: str, period: str | None) -> None:
    sub = only(lang, text)
    assert (sub["target_value"], sub["target_period"]) == (45, period)
    assert [one["value"] for one in sub["baseline"]] == [52]


def test_what_shall_change_starts_from_the_value_before() -> None:
    sub = only("sv", "Färjornas förseningar 7,8 % ska minska")
    assert told(sub, "comparator target_value") == ("decrease", None)
    assert sub["baseline"] == [{"period": None, "value": 7.8, "unit": "%"}]


def test_a_year_in_brackets_is_the_one_that_a_change_starts_from() -> None:
    sub = only("en", "Fuel use of the ferries: -30% by 2030 (baseline 2018)")
    assert told(sub, "comparator target_value target_period") == ("decrease", 30, "2030")
    assert sub["baseline"] == [{"period": "2018", "value": None, "unit": None}]


def test_a_starting_value_after_its_year_is_read() -> None:
    sub = only("en", "Reduce oil spills by two thirds against a 2022 baseline of 48")
    assert sub["baseline"] == [{"period": "2022", "value": 48, "unit": None}]


def test_levels_after_several_arrows_are_all_targets() -> None:
    subs = read("fi", "Lupien käsittelyaika 90 pv → 60 pv (2026) → 45 pv (2028)")
    assert [told(sub, "target_value target_period") for sub in subs] == [(60, "2026"), (45, "2028")]


def test_where_a_change_ends_says_more_than_its_size() -> None:
    sub = only("en", "Punctuality index up 2 points to 71")
    assert told(sub, "target_value target_basis") == (71, "absolute")


def test_a_bound_after_a_verb_of_its_own_is_a_level() -> None:
    sub = only("fi", "Satamaindeksi paranee ja on vähintään 75 vuonna 2027")
    assert told(sub, "comparator target_value target_basis") == (">=", 75, "absolute")


def test_a_bound_holds_for_the_bare_value_after_and() -> None:
    subs = read("sv", "Väntetiden är högst 20 dagar (gästbåtar) och 30 dagar (fiskebåtar)")
    assert [told(sub, "comparator target_value") for sub in subs] == [("<=", 20), ("<=", 30)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("sv", "Båtplatser med bredband (1 Gbit/s) för 98 % av gästerna"),
        ("en", "Alarms answered: 8 minutes or less for 98 per cent of calls"),
        ("en", "Share of boats not in harbour, dock or yard remains at or below 98%"),
        ("en", "Share of 16- to 17-year-olds who sail: 98%"),
        ("fi", "Purjehtivien osuus ikäluokasta 98 %"),
        ("en", "Boat owners who have no mooring, 99 % → 98 %"),
    ],
)
def test_sizes_times_lists_and_ages_are_part_of_the_name(lang: str, text: str) -> None:
    assert told(only(lang, text), "target_value unit") == (98, "%")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("sv", "Hamnplan enligt 3 kap. 5 § vattenlagen framtagen"),
        ("fi", "Satamaohjelma 2035:n toimeenpano hyväksytty"),
        ("en", "Study for ferry line 2 complete"),
        ("en", "Register of boats ready in each of the five harbours"),
    ],
)
def test_chapters_programmes_and_lines_are_no_targets(lang: str, text: str) -> None:
    assert told(only(lang, text), "kind target_value") == ("milestone", None)


@pytest.mark.parametrize(
    ("lang", "text", "comparator"),
    [
        ("sv", "Färjornas kostnad är minst i nivå med föregående år", ">="),
        ("sv", "Färjornas kostnad är i nivå med föregående år", "="),
        ("en", "Ferry fares below the county average", "<"),
    ],
)
def test_the_year_before_and_others_are_benchmarks(lang: str, text: str, comparator: str) -> None:
    sub = only(lang, text)
    assert told(sub, "comparator target_basis") == (comparator, "relative_to_baseline")


@pytest.mark.parametrize(
    ("lang", "text", "comparator"),
    [
        ("sv", "Avtalstroheten ska överstiga 90 %", ">"),
        ("fi", "Kasvatuksen ja opetuksen henkilöstöstä kelpoisia 90 %", "="),
        ("sv", "Utsläppsminskning om 90 procent", "decrease"),
    ],
)
def test_change_is_told_from_words_that_look_like_it(lang: str, text: str, comparator: str) -> None:
    assert told(only(lang, text), "comparator target_value") == (comparator, 90)
