"""What the charts of groups and peers show; words beside the values in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from suunta.reports.charts.model import Missing, Point


@dataclass(frozen=True)
class Described:
    """A drawing's unique key and what it is for those who do not see it."""

    key: str
    title: str
    description: str


@dataclass(frozen=True)
class Panel:
    """One group: its figures, and the periods whose figure is hidden."""

    name: str
    points: tuple[Point, ...]
    hidden: tuple[Missing, ...] = ()


@dataclass(frozen=True)
class Panels(Described):
    """Groups beside each other; `whole` is the line of all people, drawn thin in each."""

    panels: tuple[Panel, ...]
    whole: tuple[Point, ...]
    tick: Callable[[float], str]
    hidden_word: str


@dataclass(frozen=True)
class Mark:
    """One area's value with its interval; `label` is the number in words, `when` its period where
    not all are of the same. Without a value, `label` says why."""

    name: str
    value: float | None
    label: str
    when: str = ""
    own: bool = False
    low: float | None = None
    high: float | None = None
    people: float | None = None


@dataclass(frozen=True)
class Dots(Described):
    """A dot for each area, in the order given."""

    marks: tuple[Mark, ...]
    tick: Callable[[float], str]


@dataclass(frozen=True)
class FunnelChart(Described):
    """Shares against the number of people; limits: for a number of people the pairs (low, high) of
    95 and 99.8 %."""

    marks: tuple[Mark, ...]
    tick: Callable[[float], str]
    average: float
    average_label: str
    limits: Callable[[list[float]], list[list[tuple[float, float]]]]
    people_label: str
