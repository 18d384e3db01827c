"""One publication of one cell, as counts of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from suunta.core.breakdown import Breakdown


@dataclass(frozen=True)
class Counted:
    """One row of observations.

    id: of the observation; group: the people it is about, () for all; counts: of people, each kind
    of count in its own place (a share has three: those who are, those who are not, all; a number of
    people has one), empty where the source gives no counts; known_on: day of publication; kind:
    actual, preliminary and so on, each a table of its own; suppressed: hidden by its source.
    """

    id: int
    group: Breakdown
    counts: tuple[float, ...]
    known_on: date
    kind: str = "actual"
    suppressed: bool = False
