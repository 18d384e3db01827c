"""JSON-stat: sizes, order and missing values as the format says (https://json-stat.org/full/)."""

from __future__ import annotations

from suunta.reports.jsonstat import Cell, Table, collection

KINDS = {"actual": "Actual", "preliminary": "Preliminary", "budget": "Budget"}
CELLS = [
    Cell("2020", "actual", 80.0),
    Cell("2021", "actual", None, "suppressed"),
    Cell("2021", "budget", 82.0),
]


def dataset():
    table = Table("Share", "%", 1, "Accounts", "2022-02-01", CELLS, KINDS)
    words = {"period": "Period", "kind": "Kind"}
    return collection("Measure", [table], words)["link"]["item"][0]


def test_values_stand_in_row_major_order_of_the_dimensions():
    found = dataset()
    assert found["id"] == ["period", "kind", "measure"]
    assert found["size"] == [2, 2, 1]
    assert found["dimension"]["period"]["category"]["index"] == ["2020", "2021"]
    assert found["dimension"]["kind"]["category"]["index"] == ["actual", "budget"]
    assert found["value"] == [80.0, None, None, 82.0]


def test_a_value_that_is_not_there_says_why_by_its_place():
    assert dataset()["status"] == {"2": "suppressed"}


def test_the_unit_carries_its_decimals():
    category = dataset()["dimension"]["measure"]["category"]
    assert category["unit"] == {"value": {"base": "%", "decimals": 1}}
