"""The day on which a target is judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from suunta.core.period import parse_period

PER_YEAR = "per year"
TERM = "term"


@dataclass(frozen=True)
class Horizon:
    """The last year of the term and the year of the action plan, where the document names them."""

    term_end: int | None
    action_year: int | None

    @property
    def last_day(self) -> date | None:
        """The term's last day; of a document without a term, its action year's."""
        year = self.term_end or self.action_year
        return date(year, 12, 31) if year else None


@dataclass(frozen=True)
class Deadline:
    """The day, and whether the document names none, so that the end of the term stands in."""

    day: date | None
    inferred: bool


def deadline_of(period: str | None, horizon: Horizon) -> Deadline:
    """When a target with this period is judged (docs/decisions/0002-undated-targets.md)."""
    if period == TERM:
        return Deadline(horizon.last_day, inferred=False)
    if period and period != PER_YEAR:
        try:
            return Deadline(parse_period(period).last, inferred=False)
        except ValueError:
            # A season ("autumn") without its year is no day.
            return Deadline(horizon.last_day, inferred=True)
    return Deadline(horizon.last_day, inferred=True)
