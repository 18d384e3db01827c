"""Derived values: against plain recomputation published examples; what is unknown stays so."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suunta.core.derive import Derivation, Derived, Value, derive, history, read_derivation

DAY = date(2023, 3, 31)
IDS = count(1)


def rule(**given: Any) -> Derivation:
    found, faults = read_derivation("x", given, "x")
    assert found is not None, faults
    return found


def value(indicator: str, period: str, number: float | None, **more: Any) -> Value:
    status = "ok" if number is not None else "missing"
    fields = {"id": next(IDS), "known_on": DAY, "status": status, **more}
    return Value(indicator=indicator, period=period, value=number, **fields)


def one(found: tuple[Derived, ...]) -> Derived:
    (result,) = found
    return result


# --- published examples ----------------------------------------------------------------------


def test_the_growth_of_kauniainen_is_the_one_that_was_published() -> None:
    # Kaunis Grani 4/2019: 9 601 at the end of 2018, 25 less than a year before, "-0,3 %";
    # 3/2023: 10 285 at the end of 2022, "-1,1 %" (10 396 at the end of 2021).
    people = {"2017": 9626, "2018": 9601, "2021": 10396, "2022": 10285}
    found = derive(rule(form="growth", of="people"), [value("people", *p) for p in people.items()])
    assert {each.period: round(each.value or 0, 1) for each in found} == {
        "2018": -0.3,
        "2022": -1.1,
    }


def test_the_rate_of_fay_and_feuer_is_the_one_of_their_table() -> None:
    # Fay and Feuer 1997, doi:10.1002/(SICI)1097-0258(19970415)16:7<791::AID-SIM500>3.0.CO;2-#,
    # table 1, first births: 92.3 per 100,000 (data of Fleiss 1981, p. 249, as R's
    # epitools::ageadjust.direct carries them).
    bands = ("-19", "20-24", "25-29", "30-34", "35-39", "40-")
    cases, births = (107, 141, 60, 40, 39, 25), (230061, 329449, 114920, 39487, 14208, 3052)
    standard = dict(zip(bands, (319933, 931318, 786511, 488235, 237863, 61313), strict=True))
    values = [
        value(name, "1960", number, breakdown=(("age", band),))
        for name, numbers in (("cases", cases), ("births", births))
        for band, number in zip(bands, numbers, strict=True)
    ]
    declared = rule(
        form="standardised",
        of="cases",
        by="births",
        over={"age": list(bands)},
        standard=standard,
        per=100_000,
    )
    assert one(derive(declared, values)).value == pytest.approx(92.3, abs=0.05)


# --- plain recomputation ---------------------------------------------------------------------


def test_a_ratio_keeps_its_numerator_and_denominator() -> None:
    result = one(
        derive(
            rule(form="per_inhabitant", of="cost", by="people", per=1000),
            [value("cost", "2021", 5.0), value("people", "2021", 2000.0)],
        )
    )
    assert (result.value, result.numerator, result.denominator) == (2.5, 5.0, 2000.0)


def test_a_share_of_a_share() -> None:
    values = [value("online", "2021", 60.0), value("swedish", "2021", 25.0)]
    assert one(derive(rule(form="share_of_share", of=["online", "swedish"]), values)).value == 15.0


def test_a_mean_of_three_years_needs_three_years() -> None:
    values = [value("a", str(year), number) for year, number in ((2019, 1), (2020, 2), (2021, 6))]
    result = one(derive(rule(form="rolling_mean", of="a", years=3), values))
    assert (result.period, result.value) == ("2021", 3.0)


def test_an_index_is_100_in_its_base() -> None:
    values = [value("a", "2015", 40.0), value("a", "2021", 50.0)]
    found = derive(rule(form="index", of="a", base="2015"), values)
    assert [each.value for each in found] == [100.0, 125.0]


def test_a_sum_runs_over_the_groups_that_are_declared() -> None:
    values = [value("a", "2021", 2.0, breakdown=(("sector", name),)) for name in ("x", "y", "z")]
    assert one(derive(rule(form="sum", of="a", over={"sector": ["x", "y"]}), values)).value == 4.0


def test_a_share_of_one_group_is_of_all_people() -> None:
    values = [value("p", "2021", 49.0, breakdown=(("sex", "f"),)), value("p", "2021", 100.0)]
    women = {"indicator": "p", "breakdown": {"sex": "f"}}
    result = one(derive(rule(form="ratio", of=women, by="p", per=100), values))
    assert (result.value, result.breakdown) == (49.0, ())


def test_groups_and_areas_are_kept_apart() -> None:
    values = [
        value(name, "2021", number, area=area, breakdown=group)
        for area in ("own", "other")
        for group in ((), (("sex", "f"),))
        for name, number in (("a", 1.0), ("b", 2.0))
    ]
    found = derive(rule(form="ratio", of="a", by="b"), values)
    assert [(each.area, each.breakdown) for each in found] == [
        ("other", ()),
        ("other", (("sex", "f"),)),
        ("own", ()),
        ("own", (("sex", "f"),)),
    ]


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2021", "2020"),
        ("2021-Q3", "2020-Q3"),
        ("2021/2022", "2020/2021"),
        ("2019-01..2019-06", "2018-01..2018-06"),
        ("2021-12-31", "2020-12-31"),
    ],
)
def test_a_year_before_is_the_same_part_of_the_year(period: str, before: str) -> None:
    values = [value("a", before, 10.0), value("a", period, 11.0)]
    assert one(derive(rule(form="growth", of="a"), values)).value == pytest.approx(10.0)


# --- what is not known -----------------------------------------------------------------------

RATIO = {"form": "ratio", "of": "a", "by": "b"}


@pytest.mark.parametrize("which", ["a", "b"])
def test_a_missing_input_gives_a_missing_value_and_no_zero(which: str) -> None:
    values = [value(each, "2021", None if each == which else 1.0) for each in "ab"]
    result = one(derive(rule(**RATIO), values))
    assert (result.status, result.value) == ("missing", None)


def test_an_input_that_was_never_published_gives_no_value_at_all() -> None:
    assert derive(rule(**RATIO), [value("b", "2021", 1.0)]) == ()


def test_a_division_by_zero_has_no_answer() -> None:
    result = one(derive(rule(**RATIO), [value("a", "2021", 1.0), value("b", "2021", 0.0)]))
    assert (result.status, result.value, result.numerator) == ("missing", None, None)


def test_a_growth_from_nothing_has_no_answer() -> None:
    values = [value("a", "2020", 0.0), value("a", "2021", 3.0)]
    assert one(derive(rule(form="growth", of="a"), values)).status == "missing"


def test_a_suppressed_input_hides_the_result_also_beside_a_missing_one() -> None:
    values = [value("a", "2021", None, status="suppressed"), value("b", "2021", None)]
    assert one(derive(rule(**RATIO), values)).status == "suppressed"


def test_a_sum_with_a_hidden_part_is_hidden_though_its_parts_could_tell_it() -> None:
    values = [value("a", "2021", 10.0), value("b", "2021", None, status="suppressed")]
    assert one(derive(rule(form="sum", of=["a", "b"]), values)).status == "suppressed"


@pytest.mark.parametrize("kind", ["preliminary", "forecast", "budget"])
def test_the_result_is_of_the_weakest_kind(kind: str) -> None:
    values = [value("a", "2021", 1.0, kind=kind), value("b", "2021", 2.0)]
    assert one(derive(rule(**RATIO), values)).kind == kind


def test_an_actual_value_is_preferred_to_a_forecast() -> None:
    values = [value("a", "2021", 9.0, kind="forecast"), value("a", "2021", 1.0)]
    result = one(derive(rule(**RATIO), [*values, value("b", "2021", 2.0)]))
    assert (result.kind, result.value) == ("actual", 0.5)


def test_the_result_names_every_observation_it_is_made_from() -> None:
    values = [value("a", str(year), 1.0) for year in (2019, 2020, 2021)]
    result = one(derive(rule(form="rolling_mean", of="a", years=3), values))
    assert result.inputs == tuple(each.id for each in values)


def test_what_is_made_from_something_approximate_is_approximate() -> None:
    values = [value("a", "2021", 1.0, approximate=True), value("b", "2021", 2.0)]
    assert one(derive(rule(**RATIO), values)).approximate


# --- history ---------------------------------------------------------------------------------


def test_a_result_is_known_when_the_last_input_is_and_again_when_one_is_revised() -> None:
    days = [date(2022, 1, 1), date(2022, 2, 1), date(2022, 3, 1)]
    values = [
        value("a", "2021", 1.0, known_on=days[0]),
        value("b", "2021", 2.0, known_on=days[1]),
        value("a", "2021", 3.0, known_on=days[2]),
    ]
    found = history(rule(**RATIO), values)
    assert [(each.known_on, each.value) for each in found] == [(days[1], 0.5), (days[2], 1.5)]


NUMBERS = st.floats(1, 1e6)


@given(NUMBERS, NUMBERS, st.floats(0.1, 10))
def test_a_growth_does_not_depend_on_the_unit(first: float, last: float, factor: float) -> None:
    grown = rule(form="growth", of="a")
    found = [
        one(derive(grown, [value("a", "2020", first * k), value("a", "2021", last * k)])).value
        for k in (1.0, factor)
    ]
    assert found[1] == pytest.approx(found[0], abs=1e-6)


@given(st.lists(NUMBERS, min_size=2, max_size=6), st.randoms())
def test_the_order_of_observations_changes_nothing(numbers: list[float], shuffler: Any) -> None:
    values = [value("a", str(2010 + year), number) for year, number in enumerate(numbers)]
    mixed = list(values)
    shuffler.shuffle(mixed)
    declared = rule(form="rolling_mean", of="a", years=2)
    assert derive(declared, mixed) == derive(declared, values)
