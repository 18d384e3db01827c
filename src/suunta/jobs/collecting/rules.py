"""What of an answer becomes a figure of which indicator: data of a town."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

Together = Literal["month", "quarter", "year", "now"]
TOGETHER: tuple[Together, ...] = get_args(Together)


@dataclass(frozen=True)
class Rule:
    """Observations of a source -> figures of one indicator.

    indicator: key of the town's indicator; take: the source's own codes of what is measured, none
    for all; where: groups that an observation must be about, such as {"sex": "female"}; every
    other observation about a group is left out, unless its name is in `groups`; groups: names that
    are kept as breakdowns, each with the source's values -> ours; own: codes of the town's area,
    none where the answer is about the town alone; peers: code of the source -> of an area;
    unit: what the source must call the unit, where it says it; factor: to our unit; kinds: which
    of actual, preliminary, forecast, budget; total: sum up measured values of a month, quarter or
    year, none where a piece of it is missing; count: the same for things, of which none may be;
    since: the first year taken; limits: what cannot be right outside of, beside the indicator's.
    """

    indicator: str
    take: tuple[str, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    peers: Mapping[str, str] = field(default_factory=dict)
    unit: str | None = None
    factor: float = 1.0
    kinds: tuple[str, ...] = ("actual", "preliminary")
    total: Together | None = None
    count: Together | None = None
    since: str | None = None
    limits: tuple[float | None, float | None] = (None, None)

    @property
    def together(self) -> Together | None:
        """Over what observations are brought together."""
        return self.total or self.count


def rule_json(rule: Rule) -> dict[str, Any]:
    """A rule as the store keeps it: lists where Python has tuples."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in asdict(rule).items()
    }


def rule_of(said: Mapping[str, Any]) -> Rule:
    """A rule that the store has kept."""
    tuples = ("take", "own", "kinds", "limits")
    return Rule(**{**said, **{name: tuple(said[name]) for name in tuples}})
