"""Years in lists, words for now and next, ladders and bounded growth, worded for these tests."""

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


def start(sub: dict[str, Any]) -> list[tuple[Any, Any]]:
    return [(one["period"], one["value"]) for one in sub["baseline"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Venepaikkojen käyttöaste 80/85/90 % (2025/2026/2027)"),
        ("fi", "Venepaikkojen käyttöaste: 80 %, 85 % ja 90 % (v. 2025, 2026 ja 2027)"),
        ("sv", "Båtplatsernas beläggningsgrad 80, 85 och 90 % (2025, 2026, 2027)"),
        ("en", "Berth occupancy rate 80%, 85%, 90% (2025 / 2026 / 2027)"),
    ],
)
def test_as_many_years_in_a_list_as_values_date_them_in_order(lang: str, text: str) -> None:
    found = [told(sub, "target_value target_period") for sub in read(lang, text)]
    assert found == [(80, "2025"), (85, "2026"), (90, "2027")]


def test_the_first_year_of_a_list_dates_the_starting_value_before_an_arrow() -> None:
    first, last = read("en", "Boats on shore power: 44% → 70% → 99% (2022, 2027, 2032)")
    assert (start(first), start(last)) == ([("2022", 44)], [("2022", 44)])
    assert told(last, "target_value target_period") == (99, "2032")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Karilleajojen määrä: 2022: 128, 2030: 40"),
        ("sv", "Antal grundstötningar: 2022: 128; 2030: 40"),
        ("en", "Number of groundings 2022: 128, 2030: 40"),
    ],
)
def test_of_two_years_far_apart_the_earlier_has_the_starting_value(lang: str, text: str) -> None:
    sub = only(lang, text)
    assert (start(sub), *told(sub, "target_value target_period")) == ([("2022", 128)], 40, "2030")
    assert ("baseline", "earlier_year") in {(one["field"], one["why"]) for one in sub["doubts"]}


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (["2025", "2026"], "Laituripaikkojen määrä: 2025: 40, 2026: 50"),
        (["2025", "2030"], "Laituripaikkojen määrä: 2025: 40, 2030: 50"),
        (["2030", "2040"], "Laituripaikkojen määrä: 2030: 40, 2040: 50"),
    ],
)
def test_steps_of_a_plan_are_targets_each(years: list[str], text: str) -> None:
    assert [sub["target_period"] for sub in read("fi", text)] == years


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Satamaindeksi 7,1 nyt, 7,5 ensi vuonna"),
        ("sv", "Hamnindex 7,1 i dag, 7,5 nästa år"),
        ("en", "Harbour index: 7.1 now, 7.5 next year"),
    ],
)
def test_a_word_after_a_value_says_whether_it_is_so_already(lang: str, text: str) -> None:
    sub = only(lang, text)
    assert (start(sub), sub["target_value"]) == ([(None, 7.1)], 7.5)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Luotsauksen kypsyys taso 3/5"),
        ("fi", "Luotsauksen kypsyys tasolla 3 viidestä"),
        ("sv", "Lotsningens mognad: nivå 3 av 5"),
        ("en", "Pilotage maturity at level 3 of 5"),
    ],
)
def test_a_step_of_a_ladder_has_a_scale_and_is_no_share(lang: str, text: str) -> None:
    found = told(only(lang, text), "kind target_value scale unit")
    assert found == ("numeric", 3, "1-5", "pistettä")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Satamamenojen kasvu rajataan 3 %:iin"),
        ("fi", "Satamamenojen kasvu enintään 3 %"),
        ("fi", "Satamamenot kasvavat, mutta enintään 3 %"),
        ("sv", "Ökningen av hamnkostnaderna begränsas till 3 %"),
        ("sv", "Hamnkostnaderna ökar, men högst 3 %"),
        ("en", "Limit growth in harbour costs to 3%"),
        ("en", "Harbour costs rise, but by no more than 3%"),
    ],
)
def test_a_bounded_growth_is_a_change_with_its_bound(lang: str, text: str) -> None:
    found = told(only(lang, text), "comparator target_value target_basis change_bound")
    assert found == ("increase", 3, "change_percent", "<=")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Satamapoissaolojen vähennys enintään 3 prosenttiin"),
        ("en", "Reduction in absence to no more than 3%"),
    ],
)
def test_a_fall_to_a_bound_is_a_level(lang: str, text: str) -> None:
    assert told(only(lang, text), "comparator target_value target_basis") == ("<=", 3, "absolute")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Venematkat kolminkertaistuvat 10 000 matkasta", "kpl"),
        ("Aaltosähkön tuotanto kolminkertaistuu 10 000 MWh:sta", "MWh"),
    ],
)
def test_what_triples_from_a_value_starts_there(text: str, unit: str) -> None:
    sub = only("fi", text)
    assert told(sub, "comparator target_value unit") == ("increase", 200, "%")
    assert [told(one, "value unit") for one in sub["baseline"]] == [(10000, unit)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Overnight stays rise by 10%", "Overnight stays"),
        ("Falls on deck reduced by 10%", "Falls deck"),
        ("Berth cuts will increase by 10%", "Berth cuts"),
    ],
)
def test_a_plural_before_the_verb_is_the_name(text: str, name: str) -> None:
    assert told(only("en", text), "indicator target_value") == (name, 10)


def test_a_verb_before_its_value_is_no_plural() -> None:
    sub = only("en", "Berth price falls by 10%")
    assert told(sub, "indicator comparator") == ("Berth price", "decrease")


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fi", "Satamabudjetin toteuma enintään 98 %", "Satamabudjetin toteuma"),
        ("sv", "Hamnbudgetens utfall högst 98 %", "Hamnbudgetens utfall"),
        ("en", "Harbour programme outturn at most 98%", "Harbour programme outturn"),
    ],
)
def test_an_outcome_with_a_bound_is_what_is_measured(lang: str, text: str, name: str) -> None:
    assert told(only(lang, text), "indicator comparator target_value") == (name, "<=", 98)


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("fi", "Henkilöstön aloitteita 50", "kpl"),
        ("en", "Volunteer proposals 50", "kpl"),
        ("en", "Home visits fall to 50 per client", None),
        ("fi", "Regatan osallistujia 50", "hlö"),
        ("fi", "Nuorten venepaikkoja 50", "kpl"),
    ],
)
def test_what_people_do_is_counted_in_things(lang: str, text: str, unit: str | None) -> None:
    assert told(only(lang, text), "target_value unit") == (50, unit)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Luotsattuja 90 % (lähtötaso 84 %) (2023)"),
        ("fi", "Luotsattuja 90 % (84 %; 2023)"),
        ("sv", "Andel lotsade 90 % (utgångsläge 84 % [2023])"),
        ("en", "Share of piloted boats 90% (84%) (2023)"),
    ],
)
def test_a_year_after_a_starting_value_in_brackets_is_its_own(lang: str, text: str) -> None:
    sub = only(lang, text)
    assert (start(sub), *told(sub, "target_value target_period")) == ([("2023", 84)], 90, None)


@pytest.mark.parametrize(
    "text", ["Harbour fund between £3m and £5m", "Harbour fund £3m-£5m", "Harbour fund £3–5m"]
)
def test_both_ends_of_a_range_may_have_their_currency(text: str) -> None:
    found = told(only("en", text), "indicator target_value target_value_max unit")
    assert found == ("Harbour fund", 3, 5, "M£")


def test_grades_hung_on_a_hyphen_are_who_is_meant() -> None:
    sub = only("fi", "8.- ja 9.-luokkalaisista enintään 10 % purjehtii yksin")
    assert told(sub, "target_value population") == (10, "8.- ja 9.-luokkalaisista")
