"""Key figures of a report. Budget, forecast and outcome are kept apart; of several approvals of
the same figure the highest, then the latest counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from suunta.sources.answers import json_of, text_of, unexpected
from suunta.sources.observation import Kind, Observation, Parsed, Problem
from suunta.sources.separated import records_of
from suunta.sources.values import as_number, as_period

BUDGETS, FORECASTS = ("KTAS", "KLTAS"), ("KTPE",)
APPROVALS = ("alustava", "hyväksytty", "lopullinen", "jälkikorjattu")
PACKAGE = re.compile(r"\b(K[A-ZÅÄÖ]{3,4}|TOLT[A-Z]*)")
CUMULATIVE = re.compile(r"(\d{4})\s?C(\d{2})")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
ABOUT = ("raportointikausi", "taksonomia", "kausi", "vuosi", "raportointikokonaisuus")


def parse(data: bytes) -> Parsed:
    """One observation a key figure and period."""
    best: dict[tuple[Any, ...], tuple[tuple[int, str], Observation]] = {}
    problems = []
    for place, row in rows(data):
        try:
            found = observation(row)
        except (ValueError, KeyError) as error:
            problems.append(Problem(place, reason(error)))
            continue
        key = (found.area, found.indicator, found.period, found.kind == "budget",
               found.kind == "forecast", tuple(sorted(found.breakdown.items())))  # fmt: skip
        rank = approval(row)
        if key not in best or rank >= best[key][0]:
            best[key] = (rank, found)
    return Parsed(tuple(found for _, found in best.values()), tuple(problems))


def rows(data: bytes) -> Iterator[tuple[str, Any]]:
    """Rows with their place; what a wrapping object says holds for each. Raises InputError."""
    text = text_of(data)
    if text.lstrip()[:1] not in ("{", "[", "<", ""):
        yield from ((f"line {line}", row) for line, row in records_of(text))
        return
    answer = json_of(data)
    about: Mapping[str, Any] = {}
    if isinstance(answer, Mapping):
        about = {key: value for key, value in answer.items() if not isinstance(value, list)}
        lists = [value for value in answer.values() if isinstance(value, list)]
        if len(lists) != 1:
            raise unexpected("The answer holds no list of key figures.")
        answer = lists[0]
    if not isinstance(answer, list):
        raise unexpected("The answer is no list of key figures.")
    for number, row in enumerate(answer, start=1):
        yield f"row {number}", {**about, **row} if isinstance(row, Mapping) else row


def observation(row: Any) -> Observation:
    """One key figure. Raises ValueError or KeyError."""
    if not isinstance(row, Mapping):
        raise ValueError("the row is no object")
    if "arvo" not in row:
        raise KeyError("arvo")
    value = as_number(row["arvo"])
    part = row.get("osakokonaisuus")
    return Observation(
        area=text(row, "ytunnus", "y-tunnus", "kuntanumero"),
        indicator=str(row["tunnusluku"]).strip(),
        period=period_of(row),
        value=value,
        breakdown={"osakokonaisuus": str(part)} if part else {},
        kind=kind_of(row),
        status="missing" if value is None else "ok",
    )


def text(row: Mapping[str, Any], *names: str) -> str | None:
    """The first of these fields that says something."""
    found = next((row[name] for name in names if row.get(name) not in (None, "")), None)
    return None if found is None else str(found).strip()


def period_of(row: Mapping[str, Any]) -> str | None:
    """The reporting period; `2022C03` runs from January to March."""
    for name in ABOUT:
        said = str(row.get(name) or "")
        if found := CUMULATIVE.search(said):
            return f"{found[1]}-01..{found[1]}-{found[2]}" if found[2] != "12" else found[1]
        if found := YEAR.search(said):
            return as_period(found[1])
    return None


def kind_of(row: Mapping[str, Any]) -> Kind:
    """Budget, forecast or outcome, by the package that the figure was reported in."""
    said = " ".join(str(row.get(name) or "") for name in (*ABOUT, "osakokonaisuus")).upper()
    packages = set(PACKAGE.findall(said))
    if any(found.startswith(BUDGETS) for found in packages):
        return "budget"
    if any(found.startswith(FORECASTS) for found in packages):
        return "forecast"
    return "preliminary" if approval(row)[0] == 0 else "actual"


def approval(row: Mapping[str, Any]) -> tuple[int, str]:
    """How far a figure is approved, and when; -1 where the row does not say."""
    said = (text(row, "hyväksymisvaihe", "hyvaksymisvaihe") or "").lower()
    day = text(row, "hyväksymispvm", "hyvaksymispvm") or ""
    return (APPROVALS.index(said) if said in APPROVALS else -1, day)


def reason(error: Exception) -> str:
    """Why a row could not be read."""
    return f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
