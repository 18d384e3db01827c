"""What a source says, before it is anybody's: observations, and rows that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Kind = Literal["actual", "preliminary", "forecast", "budget"]
Status = Literal["ok", "missing", "suppressed"]


@dataclass(frozen=True)
class Observation:
    """One figure or event, as `suunta sources parse` prints it.

    area: a municipality's three digits, or the source's own code where it cannot be resolved;
    indicator: the source's id; period: as `core.period` reads it, or a moment in time where the
    source counts more often than daily; breakdown: sex, age, language or the source's own
    dimension -> its value, totals left out; text: the words of an event.
    What the answer does not say is None.
    """

    area: str | None = None
    indicator: str | None = None
    period: str | None = None
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    unit: str | None = None
    breakdown: Mapping[str, str] = field(default_factory=dict)
    kind: Kind = "actual"
    status: Status = "ok"
    text: str | None = None


@dataclass(frozen=True)
class Problem:
    """A row that could not be read: where it stands and why."""

    place: str
    reason: str


@dataclass(frozen=True)
class Parsed:
    """An answer, as far as it could be read."""

    observations: tuple[Observation, ...] = ()
    problems: tuple[Problem, ...] = ()


Parser = Callable[[bytes], Parsed]


def parsed_json(parsed: Parsed) -> dict[str, Any]:
    """The contract's `{"observations": [...], "problems": [...]}`."""
    return {
        "observations": [asdict(each) for each in parsed.observations],
        "problems": [asdict(each) for each in parsed.problems],
    }
