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
    return answers_to_bytes(("\n".join(lines) + "\n").encode(), monkeypatch, capsys)


def answers_to_bytes(
    data: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[dict[str, Any]]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
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


def test_a_line_that_is_no_utf_8_is_an_error_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    latin_1 = json.dumps(MEASURE | {"id": "väki"}, ensure_ascii=False).encode("latin-1")
    good = json.dumps(MEASURE | {"id": "väki"}, ensure_ascii=False).encode()
    found = answers_to_bytes(latin_1 + b"\n" + good, monkeypatch, capsys)
    assert [(each["id"], each["status"]) for each in found] == [(None, "error"), ("väki", "met")]
    assert found[0]["note"] == "not UTF-8 text"


def test_half_a_sign_in_an_id_is_an_error_that_can_be_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    (answer,) = answers([r'{"id": "\ud800"}'], monkeypatch, capsys)
    assert answer["status"] == "error"


def test_a_byte_order_mark_before_the_first_line_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    data = b"\xef\xbb\xbf" + json.dumps(MEASURE).encode()
    assert answers_to_bytes(data, monkeypatch, capsys)[0]["status"] == "met"


@pytest.mark.django_db
def test_a_municipality_that_is_not_in_the_store_is_named_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run(["assess", "--municipality", "nowhere"]) == 1
    error = capsys.readouterr().err
    assert "nowhere" in error
    assert "--municipality" in error
