"""JSON lines of `suunta assess`: the contract's shape, and an answer for everything else."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.assess.measure import assess_lines, measure_from_json

TODAY = date(2021, 12, 31)
KEYS = [
    "id", "status", "certain", "value", "value_period", "target", "forecast", "low80", "high80",
    "p_reach", "trend", "required_pace", "actual_pace", "n", "note",
]  # fmt: skip
MODEL = {
    "id": "1.3-M1",
    "points": [
        {"period": "2019", "value": 89, "numerator": None, "denominator": None, "suppressed": False}
    ],
    "target": {
        "comparator": ">=", "value": 90, "value_max": None, "basis": "absolute", "deadline": "2022",
    },
    "direction": "up",
    "baseline": {"period": "2019", "value": 89},
    "limits": [0, 100],
    "today": "2021-12-31",
}  # fmt: skip


def answers(*lines):
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return list(assess_lines(texts, TODAY))


def test_the_contracts_example_awaits_its_first_value():
    (answer,) = answers(MODEL)
    assert list(answer) == KEYS
    assert (answer["id"], answer["status"], answer["value"]) == ("1.3-M1", "awaiting", 89)
    assert answer["required_pace"] == pytest.approx(1 / 3)


def test_answers_keep_the_order_and_blank_lines_have_none():
    lines = ["\n", MODEL, "   ", MODEL | {"id": 7}]
    assert [answer["id"] for answer in answers(*lines)] == ["1.3-M1", 7]


def test_missing_keys_are_null_and_unknown_ones_ignored():
    (answer,) = answers({"id": "x", "colour": "red", "target": {"comparator": ">=", "shape": 1}})
    assert (answer["status"], answer["n"]) == ("no_target", 0)
    assert answers({})[0]["id"] is None


def test_the_day_of_the_line_wins_over_the_callers():
    line = MODEL | {"points": [{"period": "2018", "value": 99}], "today": "2020-01-01"}
    assert answers(line)[0]["status"] == "met"
    assert answers(line | {"today": None})[0]["status"] == "awaiting"


def test_another_measure_of_the_stream_can_be_named():
    own = {"id": "a", "points": [{"period": 2021, "value": 9}], "target": {
        "comparator": ">=", "value": 50, "of": "b"}}  # fmt: skip
    other = {"id": "b", "points": [{"period": "2021", "value": 10}]}
    assert answers(own, other)[0]["value"] == 90


def test_a_full_target_is_read():
    line = {
        "target": {
            "comparator": "=", "value": 1, "per": "year", "window_years": 3.0, "of": 9,
            "path": [{"period": "2020", "value": 1}], "breaks": ["2019", 2020],
            "peers": [{"area": "235", "value": 4, "numerator": 4, "denominator": 100}],
        }
    }  # fmt: skip
    target = measure_from_json(line).target
    assert (target.window_years, target.of, target.breaks) == (3, 9, ("2019", "2020"))
    assert target.peers[0].area == "235"


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ({"points": [{"period": "2019", "value": "89"}]}, "points[0].value"),
        ({"points": [{"period": "2019", "value": True}]}, "points[0].value"),
        ({"points": [{"value": 1}]}, "points[0].period"),
        ({"points": [{"period": ["2019"], "value": 1}]}, "points[0].period"),
        ({"points": [{"period": "2019", "value": 1, "suppressed": "no"}]}, "points[0].suppressed"),
        ({"points": [3]}, "points[0]"),
        ({"points": {"2019": 1}}, "points"),
        ({"target": ">= 90"}, "target"),
        ({"target": {"comparator": 5}}, "target.comparator"),
        ({"target": {"comparator": ">=", "value": "90"}}, "target.value"),
        ({"target": {"comparator": ">=", "window_years": 2.5}}, "target.window_years"),
        ({"target": {"comparator": ">=", "of": False}}, "target.of"),
        ({"direction": "sideways"}, "direction"),
        ({"direction": 1}, "direction"),
        ({"limits": [0]}, "limits"),
        ({"limits": [0, "100"]}, "limits[1]"),
        ({"limits": [100, 0]}, "limits"),
        ({"today": "31.12.2021"}, "today"),
        ({"today": 2021}, "today"),
        ({"baseline": [89]}, "baseline"),
        ({"points": [{"period": "2019", "value": 10**400}]}, "points[0].value"),
    ],
)
def test_a_field_that_does_not_fit_is_named_and_the_others_are_judged(change, note):
    bad, good = answers(MODEL | change, MODEL)
    assert list(bad) == KEYS
    assert (bad["id"], bad["status"]) == ("1.3-M1", "error")
    assert bad["note"].startswith(note)
    assert good["status"] == "awaiting"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none_are_refused_with_their_field(number):
    (answer,) = answers('{"id":"x","points":[{"period":"2019","value":' + number + "}]}")
    assert (answer["id"], answer["status"]) == ("x", "error")
    assert answer["note"].startswith("points[0].value")


@pytest.mark.parametrize(
    "line", ["{", "[]", "3", "null", '"x"', '{"id":[1]}', '{"id":NaN}', "[" * 100_000, "\x00"]
)
def test_a_line_that_is_no_measure_has_an_answer_without_id(line):
    (answer,) = answers(line)
    assert (answer["id"], answer["status"]) == (None, "error")
    assert answer["note"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text("2019-Hx>=", max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["id", "points", "target", "period", "value", "comparator", "basis", "of",
                         "deadline", "baseline", "limits", "path", "peers", "breaks", "per"]),
        inner, max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(json_values)
def test_any_json_has_exactly_one_answer_that_is_json(value):
    (answer,) = answers(json.dumps(value))
    assert list(answer) == KEYS
    json.dumps(answer, allow_nan=False)
