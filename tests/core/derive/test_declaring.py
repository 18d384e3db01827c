"""Declarations of derived indicators: what is refused, with its place, all at once."""

from __future__ import annotations

from typing import Any

import pytest

from suunta.core.derive import Derivation, Input, computing_order, faults_of, read_derivation


def read(given: Any) -> Derivation:
    rule, faults = read_derivation("x", given, "a.yaml, x, derived")
    assert rule is not None, faults
    return rule


def said(given: Any) -> list[str]:
    rule, faults = read_derivation("x", given, "a.yaml, x, derived")
    assert rule is None
    return [f"{fault.place.removeprefix('a.yaml, x, derived')}: {fault.what}" for fault in faults]


def test_a_ratio_takes_two_series_and_its_per() -> None:
    rule = read({"form": "ratio", "of": "deaths", "by": "people", "per": 1000})
    assert (rule.inputs, rule.per) == ((Input("deaths"), Input("people")), 1000)


def test_an_input_may_be_one_group_of_a_series() -> None:
    women = {"indicator": "people", "breakdown": {"sex": "f"}}
    rule = read({"form": "ratio", "of": women, "by": "people", "per": 100})
    assert rule.inputs[0] == Input("people", (("sex", "f"),))


def test_the_european_standard_population_brings_its_nineteen_bands() -> None:
    rule = read(
        {"form": "standardised", "of": "a", "by": "b", "over": "age", "standard": "ESP2013"}
    )
    assert (rule.groups[0], rule.groups[-1], len(rule.groups)) == ("0-4", "90-", 19)
    assert sum(rule.weights) == 100_000


def test_an_unknown_name_is_refused() -> None:
    assert said({"form": "growth", "of": "a", "year": 2}) == [", year: is not a known name."]


def test_a_name_of_another_form_is_refused() -> None:
    assert said({"form": "growth", "of": "a", "by": "b"}) == [", by: is not a known name."]


def test_all_faults_are_told_at_once() -> None:
    found = said({"form": "rolling_mean", "of": ["a"], "years": 2.5, "per": 3})
    assert found == [
        ", per: is not a known name.",
        ", of: is a list.",
        ", years: is 2.5.",
    ]


@pytest.mark.parametrize("per", [0, -1, True, "100", float("nan"), float("inf")])
def test_a_per_that_is_no_number_above_zero_is_refused(per: Any) -> None:
    assert len(said({"form": "ratio", "of": "a", "by": "b", "per": per})) == 1


@pytest.mark.parametrize(
    "given",
    [
        None,
        [],
        {"form": "magic"},
        {"form": "ratio", "of": "a"},
        {"form": "sum", "of": ["a"]},
        {"form": "sum", "of": "a", "over": {"sector": []}},
        {"form": "sum", "of": "a", "over": {"sector": ["x", "x"]}},
        {"form": "index", "of": "a", "base": "long ago"},
        {"form": "growth", "of": "a", "as": "degrees"},
        {"form": "growth", "of": {"indicator": "a"}},
        {"form": "growth", "of": {"indicator": "a", "breakdown": {"sex": "f"}, "more": 1}},
        {"form": "standardised", "of": "a", "by": "b", "over": {"age": ["x", "y"]}, "standard": 1},
        {
            "form": "standardised",
            "of": "a",
            "by": "b",
            "over": {"age": ["x", "y"]},
            "standard": {"x": 1},
        },
        {
            "form": "standardised",
            "of": "a",
            "by": "b",
            "over": {"age": ["x", "y"]},
            "standard": {"x": 0, "y": 0},
        },
    ],
)
def test_a_declaration_that_cannot_be_computed_is_refused(given: Any) -> None:
    assert said(given)


def grown(**of: str) -> dict[str, Derivation]:
    return {
        key: Derivation(key, "growth", tuple(Input(each) for each in needs.split()))
        for key, needs in of.items()
    }


def test_an_unknown_input_is_named() -> None:
    (fault,) = faults_of(grown(a="b nothing"), {"a", "b"}, {"a": "f.yaml, a"})
    assert (fault.what, fault.place) == ("takes 'nothing', which is not known.", "f.yaml, a")


def test_a_circle_is_named_whole() -> None:
    (fault,) = faults_of(grown(a="b", b="c", c="a x"), "abcx", {})
    assert fault.what == "is computed from itself: a <- b <- c <- a."


def test_an_indicator_of_itself_is_a_circle() -> None:
    (fault,) = faults_of(grown(a="a"), "a", {})
    assert fault.what == "is computed from itself: a <- a."


def test_two_circles_are_two_faults() -> None:
    assert len(faults_of(grown(a="b", b="a", c="d", d="c"), "abcd", {})) == 2


def test_what_is_taken_is_computed_first() -> None:
    order = computing_order(grown(a="b", b="c d", c="raw", d="c"))
    assert order == ("c", "d", "b", "a")
