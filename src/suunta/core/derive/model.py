"""What a declaration says, what goes into a formula and what comes out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from suunta.core.breakdown import Breakdown

Form = Literal[
    "ratio",
    "per_inhabitant",
    "share_of_share",
    "growth",
    "rolling_mean",
    "index",
    "sum",
    "standardised",
]
# From the firmest to the weakest: what is made of several kinds is of the weakest of them.
KINDS = ("actual", "preliminary", "forecast", "budget")


@dataclass(frozen=True)
class Input:
    """One series that a formula takes.

    indicator: its key; breakdown: the group that is taken, in order of names; None: the group that
    the result is about.
    """

    indicator: str
    breakdown: Breakdown | None = None


@dataclass(frozen=True)
class Derivation:
    """How an indicator is computed.

    key: of the indicator; form: the formula; inputs: in the formula's order; per: the M of "per M",
    above 0; years: of a growth or a rolling mean, 1 or more; relative: a growth in per cent,
    otherwise in the input's unit; base: the period that an index sets to 100; dimension, groups:
    what a sum or a standardised rate runs over; weights: of the groups in the standard population.
    """

    key: str
    form: Form
    inputs: tuple[Input, ...]
    per: float = 1.0
    years: int = 1
    relative: bool = True
    base: str | None = None
    dimension: str | None = None
    groups: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    declared: dict[str, Any] = field(default_factory=dict, compare=False)

    @property
    def needs(self) -> tuple[str, ...]:
        """Keys of the indicators it is computed from, each once."""
        return tuple(dict.fromkeys(each.indicator for each in self.inputs))


@dataclass(frozen=True)
class Value:
    """One observation that may go into a formula.

    id: of the observation; value: in the indicator's unit, None where it is missing or suppressed;
    kind: one of KINDS; status: ok, missing or suppressed; known_on: day of publication; computed:
    Suunta computed it, so that a published one goes before it.
    """

    id: int
    indicator: str
    period: str
    value: float | None
    known_on: date
    kind: str = "actual"
    status: str = "ok"
    area: str = ""
    breakdown: Breakdown = ()
    approximate: bool = False
    computed: bool = False


@dataclass(frozen=True)
class Derived:
    """One computed value.

    status: ok; missing where an input is, or where the formula has no answer (division by zero);
    suppressed where an input is; kind: the weakest of the inputs; known_on: the newest of the
    inputs; inputs: ids of all observations it was made from, in the formula's order; numerator,
    denominator: of a ratio, where the value has one.
    """

    period: str
    value: float | None
    known_on: date
    kind: str
    status: str
    area: str
    breakdown: Breakdown
    approximate: bool
    inputs: tuple[int, ...]
    numerator: float | None = None
    denominator: float | None = None
