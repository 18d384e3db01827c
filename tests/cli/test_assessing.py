"""`suunta assess` on a stream: one answer a line, a bad line never stops the others."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import pytest

from suunta.cli import run

MEASURE = {
    "id": "life",
    "points": [{"period": "2019", "value": 89}, {"period": "2021", "value": 91}],
    "target": {"comparator": ">=", "value": 90, "basis": "absolute", "deadline": "2022"},
    "today": "2022-06-30",
}


def answers(
    lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
    assert run(["assess", "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_measure_that_meets_its_target_is_met(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (answer,) = answers([json.dumps(MEASURE)], monkeypatch, capsys)
    assert (answer["id"], answer["status"], answer["value"]) == ("life", "met", 91)


def test_a_line_that_cannot_be_judged_is_an_error_and_the_others_are_still_judged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    bad = json.dumps(MEASURE | {"id": "bad", "points": [{"period": "2019-13", "value": 1}]})
    found = answers(["{", bad, json.dumps(MEASURE)], monkeypatch, capsys)
    assert [each["status"] for each in found] == ["error", "error", "met"]
    assert all(each["note"] for each in found[:2])
