"""Measures as tables, scorecards and budgets write them, worded for these tests."""

from __future__ import annotations

from typing import Any

import pytest

from suunta.core.phrases import parse_phrase, sub_measure_json


def read(lang: str, text: str) -> list[dict[str, Any]]:
    return [sub_measure_json(sub) for sub in parse_phrase(text, lang)]


def only(lang: str, text: str) -> dict[str, Any]:
    (sub,) = read(lang, text)
    return sub


def history(sub: dict[str, Any]) -> list[tuple[str | None, float]]:
    return [(one["period"], one["value"]) for one in sub["baseline"]]


@pytest.mark.parametrize(
    ("lang", "text", "baseline", "target", "period"),
    [
        ("fi", "Uimataito | 2022 | 78 % | 2026 | 85 %", [("2022", 78)], 85, "2026"),
        ("fi", "Uimataito | 78 % | 85 %", [(None, 78)], 85, None),
        ("sv", "Simkunnighet | Utfall 2022: 78 % | Mål 2026: 85 %", [("2022", 78)], 85, "2026"),
        ("sv", "Simkunnighet\nUtfall 2022: 78 %\nMål 2026: 85 %", [("2022", 78)], 85, "2026"),
        ("en", "Able to swim. Baseline: 78%. Target: 85% by 2026", [(None, 78)], 85, "2026"),
        ("en", "Baseline: 78%. Target: 85%. Pupils able to swim", [(None, 78)], 85, None),
        ("en", "Able to swim: actual 2022/23 78%, target 2025/26 85%", [("2022/2023", 78)], 85,
         "2025/2026"),
    ],
)  # fmt: skip
def test_a_row_gives_one_measure_with_its_starting_value_and_target(
    lang: str, text: str, baseline: list[Any], target: float, period: str | None
) -> None:
    sub = only(lang, text)
    assert (history(sub), sub["target_value"], sub["target_period"]) == (baseline, target, period)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("sv", "Andel (%) elever som cyklar till skolan | minst 40", "Andel elever cyklar skolan"),
        ("en", "Share of meals (%) cooked on site: 60", "Share meals cooked site"),
        ("en", "Bins missed | Lower is better | 45 | 30", "Bins missed"),
    ],
)
def test_a_unit_or_a_remark_within_a_name_does_not_part_it(lang: str, text: str, name: str) -> None:
    assert only(lang, text)["indicator"] == name


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Depot renovated by mid-2028", "2028-06"),
        ("Depot renovated in early 2028", "2028"),
        ("Depot renovated by the end of 2028", "2028"),
        ("Depot renovated in FY2027/28", "2027/2028"),
        ("Depot renovated in FY28", "2028"),
        ("Depot renovated by 30 June each year", None),
    ],
)
def test_parts_of_years_and_financial_years_are_periods(text: str, period: str | None) -> None:
    sub = only("en", text)
    assert (sub["kind"], sub["target_period"]) == ("milestone", period)


@pytest.mark.parametrize(
    ("lang", "text", "population"),
    [
        ("fi", "8.–9.-luokkalaisista uupuneita enintään 12 %", "8.–9.-luokkalaisista"),
        ("sv", "Elever i åk 3, 6 och 9 som trivs: 92 %", "åk 3, 6 och 9"),
        ("en", "Grades 4 and 7 reading for pleasure 70%", "Grades 4 and 7"),
    ],
)
def test_grades_in_a_list_are_people_and_no_values(lang: str, text: str, population: str) -> None:
    assert only(lang, text)["population"] == population


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Kunnan tilikauden tulos ylijäämäinen"),
        ("sv", "Positivt flyttnetto varje år"),
        ("en", "General fund in surplus each year"),
    ],
)
def test_a_surplus_is_more_than_nothing(lang: str, text: str) -> None:
    sub = only(lang, text)
    assert (sub["comparator"], sub["target_value"], sub["direction"]) == (">", 0, "up")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("fi", "Positiivinen palaute asiakkailta"), ("en", "Positive feedback from customers")],
)
def test_positive_feedback_is_no_amount(lang: str, text: str) -> None:
    assert only(lang, text)["kind"] == "monitoring"


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "Percentage of graffiti removed within 48 hours", "monitoring"),
        ("sv", "Andel ärenden avgjorda inom 10 dagar", "monitoring"),
        ("en", "Graffiti removed within 48 hours", "numeric"),
    ],
)
def test_a_time_limit_is_no_target_of_a_share(lang: str, text: str, kind: str) -> None:
    assert only(lang, text)["kind"] == kind


def test_a_number_followed_without_a_target_is_a_starting_value() -> None:
    sub = only("en", "Families on the waiting list – 312 – data only")
    assert (sub["kind"], history(sub)) == ("monitoring", [(None, 312)])


@pytest.mark.parametrize(
    ("lang", "text", "baseline"),
    [
        ("fi", "Hävikki puolittuu vuodesta 2022 (46 g)", [("2022", 46)]),
        ("sv", "Besöken fler än 2022 (8 200)", [("2022", 8200)]),
        ("en", "Tests passed at least 90 % (previous survey 84 %)", [(None, 84)]),
        ("en", "Leaks: under 40 a year; 2022-23: 52", [("2022/2023", 52)]),
    ],
)
def test_a_value_in_brackets_after_its_year_is_the_starting_value(
    lang: str, text: str, baseline: list[Any]
) -> None:
    assert history(only(lang, text)) == baseline


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "Debt per resident below € 2,900", "€/as"),
        ("fi", "Nettomenot asukasta kohden enintään 6 100 €", "€/as"),
        ("sv", "Nettokostnad per elev högst 9 800 euro", "€/oppilas"),
        ("en", "Tonnes of waste to landfill: 400", "t"),
        ("sv", "Väntetid i antal dagar: högst 30", "pv"),
        ("en", "New waste points: 40", "kpl"),
    ],
)
def test_the_name_tells_what_a_unit_counts_or_is_divided_by(
    lang: str, text: str, unit: str
) -> None:
    assert only(lang, text)["unit"] == unit


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value"),
    [
        ("en", "Response time 6:30 or less", "<=", 6.5),
        ("en", "Readiness score of 75+ (out of 100)", ">=", 75),
        ("en", "Drownings: nil", "=", 0),
        ("en", "No children in hotels for longer than 2 weeks", "=", 0),
        ("fi", "Palvelujen arvosana ka. 8,4", "=", 8.4),
        ("en", "Reserves of 10%–12% of spending", "=", 10),
        ("en", "Tanker emissions: target net zero by 2035", "=", 0),
    ],
)
def test_values_in_unusual_forms_are_read(
    lang: str, text: str, comparator: str, value: float
) -> None:
    sub = only(lang, text)
    assert (sub["comparator"], sub["target_value"]) == (comparator, value)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("No increase in nursery fees", "<="),
        ("Continued improvement in bathing water", "increase"),
        ("Decrease relative to previous year in grass fires", "decrease"),
    ],
)
def test_a_noun_of_change_at_the_start_gives_the_direction(text: str, comparator: str) -> None:
    sub = only("en", text)
    assert (sub["comparator"], sub["target_basis"]) == (comparator, "relative_to_baseline")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Affordable flats delivered", "monitoring"),
        ("Flats delivered by 2027", "milestone"),
        ("Guidelines completed", "milestone"),
    ],
)
def test_things_delivered_without_a_date_are_counted(text: str, kind: str) -> None:
    assert only("en", text)["kind"] == kind


def test_a_milestone_and_a_number_under_one_colon_are_two() -> None:
    first, second = read("en", "Electric ferries: pilot approved 2025, 4 ferries in use 2028")
    assert (first["kind"], first["target_period"]) == ("milestone", "2025")
    assert (second["kind"], second["target_value"], second["target_period"]) == (
        "numeric",
        4,
        "2028",
    )


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value"),
    [
        ("en", "Cut fuel use by two fifths", "decrease", 40),
        ("fi", "Kolme viidesosaa matkoista kävellen", "=", 60),
        ("sv", "Tre fjärdedelar av resorna till fots", "=", 75),
        ("sv", "Plats 20 eller bättre i rankningen", "<=", 20),
        ("fi", "Sijoitus vähintään 12", "<=", 12),
        ("en", "In the lowest quarter for burglary", "rank_top_fraction", 0.25),
        ("sv", "Antalet mötesplatser utökas med fyra", "increase", 4),
        ("en", "Tree deaths at or under 5%", "<=", 5),
        ("fi", "Yöpymiset +4 %/v", "increase", 4),
        ("sv", "Betyg 72/100", "=", 72),
        ("en", "Pay gap: 0 ± 2%", "=", -2),
    ],
)
def test_fractions_places_and_signs_are_read_in_words_and_figures(
    lang: str, text: str, comparator: str, value: float
) -> None:
    sub = only(lang, text)
    assert (sub["comparator"], sub["target_value"]) == (comparator, value)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Kävelyn osuus. Nykytila 2023: 31 %; välitavoite 2025: 36 %; tavoite 2027: 42 %"),
        ("sv", "Andel till fots. Nuläge 2023: 31 %; delmål 2025: 36 %; mål 2027: 42 %"),
        ("en", "Share on foot. Current 2023: 31%; milestone 2025: 36%; goal 2027: 42%"),
    ],
)
def test_interim_and_final_targets_share_the_starting_value(lang: str, text: str) -> None:
    subs = read(lang, text)
    assert [(sub["target_value"], sub["target_period"]) for sub in subs] == [
        (36, "2025"),
        (42, "2027"),
    ]
    assert all(history(sub) == [("2023", 31)] for sub in subs)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "Pupils with two or more exclusions in the year: no more than 3%", 3),
        ("sv", "Frisktal (andel med högst fyra sjukdagar) 61 %", 61),
        ("en", "24/7 helpline answers 88% of calls", 88),
        ("sv", "Trivsel, betyg 1–5: minst 4,1", 4.1),
    ],
)
def test_numbers_that_say_what_is_measured_are_no_targets(
    lang: str, text: str, value: float
) -> None:
    assert only(lang, text)["target_value"] == value


@pytest.mark.parametrize(
    ("lang", "text", "baseline"),
    [
        ("fi", "Vuosikate 480 €/as (TP23 455)", [("2023", 455)]),
        ("sv", "Soliditet minst 50 % (BS 23: 47,5 %)", [("2023", 47.5)]),
        ("en", "Recycling rate 58% (22/23: 51%)", [("2022/2023", 51)]),
        ("en", "Attendance at least 96% (9/23 94%)", [("2023-09", 94)]),
        ("en", "Bills paid on time: target 96%, Q1 91%, Q2 93%", [(None, 91), (None, 93)]),
        ("fi", "Ruokailijoita tyytyväisiä ≥ 82 % | 79 % | 77 %", [(None, 79), (None, 77)]),
        ("sv", "Nöjda brukare 90 % (87 %)¹", [(None, 87)]),
        ("sv", "Låneskuld per 31/12 2023: 61 mn €, mål högst 55 mn €", [("2023-12-31", 61)]),
        ("en", "Cut water use by 20% between 2021 and 2028", [("2021", None)]),
    ],
)
def test_short_years_quarters_and_columns_date_starting_values(
    lang: str, text: str, baseline: list[Any]
) -> None:
    assert history(only(lang, text)) == baseline


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value", "unit"),
    [
        ("sv", "Antal besökare 300 min.", ">=", 300, "hlö"),
        ("fi", "Jonotusaika 10 pv max", "<=", 10, "pv"),
        ("en", "Peak load must not be exceeded (90 %)", "<=", 90, "%"),
        ("fi", "Vähintään kolme (3) kyläiltaa", ">=", 3, "kpl"),
        ("en", "No single grant above 15% of income", "<=", 15, "%"),
        ("en", "Welcome 1.4m visitors", "=", 1400000, "hlö"),
        ("en", "Liquidity ratio at least 1.5x", ">=", 1.5, None),
        ("en", "Scope 1 & 2 emissions below 900 tCO2e", "<", 900, "tCO2e"),
        ("sv", "Elever i år 2 på gymnasiet som trivs: minst 85 %", ">=", 85, "%"),
    ],
)
def test_bounds_after_a_value_repetitions_and_magnitudes(
    lang: str, text: str, comparator: str, value: float, unit: str | None
) -> None:
    sub = only(lang, text)
    assert (sub["comparator"], sub["target_value"], sub["unit"]) == (comparator, value, unit)


@pytest.mark.parametrize(
    ("lang", "text", "comparator"),
    [
        ("en", "Reduce flytipping year on year", "decrease"),
        ("en", "Resident trust ↑", "increase"),
        ("sv", "Matsvinn | ↓", "decrease"),
    ],
)
def test_a_verb_or_an_arrow_alone_gives_a_direction(lang: str, text: str, comparator: str) -> None:
    assert only(lang, text)["comparator"] == comparator


def test_a_yearly_word_after_two_values_belongs_to_both() -> None:
    subs = read("sv", "4 000 besök och 150 evenemang årligen")
    assert [sub["target_period"] for sub in subs] == ["per year", "per year"]


def test_a_required_frequency_beside_a_bound_is_a_target_of_its_own() -> None:
    subs = read("fi", "Poissaolot < 4 % ja tiimipalaverit ≥ 1 krt/kk")
    assert [(sub["comparator"], sub["target_value"]) for sub in subs] == [("<", 4), (">=", 1)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Percentage of adults active for 150 minutes per week"),
        ("en", "Share of residents cycling three times a week"),
        ("sv", "Andel vuxna som rör sig minst 150 minuter per vecka"),
    ],
)
def test_how_long_and_how_often_belong_to_the_name_of_a_share(lang: str, text: str) -> None:
    assert only(lang, text)["kind"] == "monitoring"


def test_a_labelled_source_is_no_part_of_the_name() -> None:
    sub = only("sv", "Andel nöjda företagare. Mål: minst 75 %. Källa: SKR")
    assert (sub["indicator"], sub["source"]) == ("Andel nöjda företagare", "SKR")


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value"),
    [
        ("en", "Adults with no internet access below 8%", "<", 8),
        ("sv", "Ingen ska behöva vänta mer än 3 månader", "<=", 3),
        ("fi", "Osuus ei saa olla alle 40 %", ">=", 40),
        ("en", "1 in 5 journeys by bike", "=", 20),
    ],
)
def test_a_negation_turns_only_the_bound_beside_it(
    lang: str, text: str, comparator: str, value: float
) -> None:
    sub = only(lang, text)
    assert (sub["comparator"], sub["target_value"]) == (comparator, value)


def test_two_dated_steps_are_two_milestones() -> None:
    subs = read("fi", "Areena: hankesuunnitelma valmis 3/2026, päätös 9/2026")
    assert [sub["target_period"] for sub in subs] == ["2026-03", "2026-09"]
