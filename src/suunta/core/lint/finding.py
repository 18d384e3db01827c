"""A finding, and the words in which it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from suunta.core.definitions import folder, load_yaml
from suunta.core.strategy import Span

Severity = Literal["error", "warning", "notice"]
LONGEST_QUOTE = 120


@dataclass(frozen=True)
class Finding:
    """One thing that the document cannot answer.

    code: what kind, the same in every language; severity: error (mend it before the decision),
    warning or notice; goal: its number, None for the whole document; measure: the identifier of
    the measure or action, None for the goal itself; text: the words in question, verbatim; span:
    their lines, and their offsets in the measure's text; message and remedy: in the language
    asked for.
    """

    code: str
    severity: Severity
    goal: str | None
    measure: str | None
    text: str
    span: Span
    message: str
    remedy: str


@dataclass(frozen=True)
class Quantity:
    """A figure with its unit, to be written as the language of the finding writes it."""

    low: float
    high: float | None = None
    unit: str | None = None

    def written(self, lang: str) -> str:
        """The figure and unit in a language ("4,3 pistettä", "4.3 points")."""
        figures = "–".join(
            _figure(value, lang) for value in (self.low, self.high) if value is not None
        )
        unit = unit_text(self.unit, lang)
        space = "" if lang == "en" and unit in ("%", "‰") else " "
        return f"{figures}{space}{unit}".strip()


def _figure(value: float, lang: str) -> str:
    text = f"{value:.10g}"
    return text if lang == "en" else text.replace(".", ",")


def unit_text(unit: str | None, lang: str) -> str:
    """How a canonical unit is written in a language; definitions/units.yaml."""
    written = _units().get(unit or "", {}).get(lang)
    return (unit or "") if written is None else written


@cache
def _units() -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = load_yaml(folder("definitions") / "units.yaml")
    return content


@dataclass(frozen=True)
class Draft:
    """A finding before it is put into words; `fills` fill the braces of its texts."""

    code: str
    severity: Severity
    goal: str | None = None
    measure: str | None = None
    text: str = ""
    span: Span = field(default_factory=Span)
    fills: Mapping[str, str | Quantity] = field(default_factory=dict)


@cache
def texts(lang: str) -> dict[str, dict[str, str]]:
    """definitions/lint/LANG.yaml: code -> message and remedy."""
    content: dict[str, dict[str, str]] = load_yaml(folder("definitions") / "lint" / f"{lang}.yaml")
    return content


def finished(draft: Draft, lang: str) -> Finding:
    """The finding in a language."""
    wording = texts(lang)[draft.code]
    fills = {
        name: quoted(fill) if isinstance(fill, str) else fill.written(lang)
        for name, fill in {"text": draft.text, **draft.fills}.items()
    }
    return Finding(
        code=draft.code,
        severity=draft.severity,
        goal=draft.goal,
        measure=draft.measure,
        text=draft.text,
        span=draft.span,
        message=wording["message"].format_map(fills),
        remedy=wording["remedy"].format_map(fills),
    )


def quoted(text: str) -> str:
    """The text, shortened at a word when it is long."""
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[:LONGEST_QUOTE].rsplit(None, 1)[0].rstrip(",;") + " …"


def finding_json(finding: Finding) -> dict[str, Any]:
    """The JSON of a finding, as `suunta lint --json` prints it."""
    span: dict[str, Any] = {"lines": list(finding.span.lines)} if finding.span.lines else {}
    for name in ("page", "sheet", "cell", "start", "end"):
        value = getattr(finding.span, name)
        if value is not None:
            span[name] = value
    return {
        "code": finding.code,
        "severity": finding.severity,
        "goal": finding.goal,
        "measure": finding.measure,
        "text": finding.text,
        "span": span,
        "message": finding.message,
        "remedy": finding.remedy,
    }
