"""The report as JSON; docs/reference/lint.md names the keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from suunta.core.lint.finding import finding_json
from suunta.core.lint.report.model import Report


def report_json(report: Report) -> dict[str, Any]:
    """The report without its headings: dicts, lists, texts, numbers, booleans and None alone."""
    plain = ("title", "language", "document_language")
    return {
        **{name: getattr(report, name) for name in plain},
        "result": list(report.result),
        "counts": asdict(report.counts),
        "fixes": [{**_plain(fix), "places": _listed(fix.places)} for fix in report.fixes],
        "goals": _listed(report.goals),
        "load": [{**asdict(load), "over": load.over} for load in report.load],
        "reporting": {
            **asdict(report.reporting),
            "minutes_a_year": report.reporting.minutes_a_year,
        },
        "by_goal": _listed(report.by_goal),
        "by_responsible": _listed(report.by_responsible),
        "good": list(report.good),
        "findings": [
            {**finding_json(finding), "proposal": proposal}
            for finding, proposal in zip(report.findings, report.proposals, strict=True)
        ],
    }


def _listed(values: Iterable[Any]) -> list[dict[str, Any]]:
    return [_plain(value) for value in values]


def _plain(value: Any) -> dict[str, Any]:
    """The fields of a value; what is several becomes a list, as JSON has it."""
    fields = asdict(value).items()
    return {name: list(held) if isinstance(held, tuple) else held for name, held in fields}
