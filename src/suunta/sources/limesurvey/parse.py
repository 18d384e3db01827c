"""Answers of RemoteControl: responses (CSV or JSON, in base64) and summaries of a survey."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import Any

from suunta.sources.answers import json_of, text_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem, Status
from suunta.sources.separated import records_of
from suunta.sources.values import as_number, as_period

# Columns about the response itself. Who answered, from where and with which token is not taken.
ABOUT = frozenset(
    ("id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
     "ipaddr", "refurl", "response id", "date submitted", "last page", "start language",
     "access code", "ip address", "referrer url", "date started", "date last action")
)  # fmt: skip
DATES = ("submitdate", "date submitted", "datestamp")


def parse(data: bytes) -> Parsed:
    """Observations of an answer, one a response and question."""
    text = text_of(data, "cp1252").strip()
    if not text.startswith(("{", "[", "<")) and text:
        return Parsed(tuple(responses(csv_rows(unwrapped(text)))))
    answer = json_of(data)
    result = answer["result"] if isinstance(answer, Mapping) and "result" in answer else answer
    if isinstance(answer, Mapping) and answer.get("error"):
        raise unexpected(f"LimeSurvey answered {str(answer['error'])[:200]!r}.")
    if isinstance(result, Mapping) and "status" in result and len(result) == 1:
        raise unexpected(f"LimeSurvey answered {str(result['status'])[:200]!r}.")
    if isinstance(result, str):
        return parse_export(result)
    if isinstance(result, Mapping) and isinstance(result.get("responses"), list):
        return Parsed(tuple(responses(json_rows(result["responses"]))))
    if isinstance(result, Mapping):
        return summary(result)
    raise unexpected("LimeSurvey answered neither an export nor a summary.")


def parse_export(encoded: str) -> Parsed:
    """The responses inside an export in base64."""
    inner = unwrapped(encoded)
    if inner.lstrip().startswith("{"):
        held = json_of(inner.encode()).get("responses")
        return Parsed(tuple(responses(json_rows(held if isinstance(held, list) else []))))
    return Parsed(tuple(responses(csv_rows(inner))))


def unwrapped(text: str) -> str:
    """The text that base64 holds, or the text itself where it is none."""
    try:
        return text_of(base64.b64decode("".join(text.split()), validate=True), "cp1252")
    except (binascii.Error, ValueError):
        return text


def csv_rows(text: str) -> Iterator[Mapping[str, Any]]:
    """Responses of a CSV export."""
    yield from (row for _, row in records_of(text))


def json_rows(rows: list[Any]) -> Iterator[Mapping[str, Any]]:
    """Responses of a JSON export; older versions key each by its id."""
    for row in rows:
        if isinstance(row, Mapping):
            inner = list(row.values())
            yield inner[0] if len(inner) == 1 and isinstance(inner[0], Mapping) else row


def responses(rows: Iterator[Mapping[str, Any]]) -> Iterator[Observation]:
    """One observation a response and question."""
    for row in rows:
        named = {str(name).strip().lower(): value for name, value in row.items()}
        day = next((named[name] for name in DATES if named.get(name)), None)
        language = named.get("startlanguage") or named.get("start language")
        for question, said in row.items():
            if question is not None and str(question).strip().lower() not in ABOUT:
                yield answered(str(question), said, period_of(day), language)


def answered(question: str, said: Any, period: str | None, language: Any) -> Observation:
    """One answer: a number as the value, anything else as words."""
    text = None if said is None else str(said).strip()
    try:
        value = as_number(said)
    except ValueError:
        value = None
    return Observation(
        indicator=question,
        period=period,
        value=value,
        breakdown={"language": str(language)} if language else {},
        status="ok" if text else "missing",
        text=text if text and value is None else None,
    )


def period_of(day: Any) -> str | None:
    """The day of a time such as 2021-05-04 12:30:00; 1980-01-01 stands for an anonymous one."""
    text = str(day or "").strip()[:10]
    try:
        return None if text == "1980-01-01" else as_period(text)
    except ValueError:
        return None


def summary(result: Mapping[str, Any]) -> Parsed:
    """Counts of a survey."""
    observations, problems = [], []
    for name, said in result.items():
        try:
            value = as_number(said)
        except ValueError as error:
            problems.append(Problem(str(name), str(error)))
            continue
        status: Status = "missing" if value is None else "ok"
        observations.append(
            Observation(indicator=str(name), value=value, unit="kpl", status=status)
        )
    return Parsed(tuple(observations), tuple(problems))
