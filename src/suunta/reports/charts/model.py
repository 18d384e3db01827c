"""What a chart shows: values, and the words beside them already in the reader's language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """A drawing's room. Labels beside the plot need width; a small drawing keeps them inside."""

    width: float
    height: float
    class_name: str
    font: float = 14.0

    @property
    def roomy(self) -> bool:
        """Whether labels find room to the right of the plot."""
        return self.width >= 600


WIDE = Size(920, 380, "only-w")
PHONE = Size(340, 310, "only-n", font=15.0)
CARD = Size(500, 230, "only-w")
CARD_PHONE = Size(330, 220, "only-n", font=15.0)


@dataclass(frozen=True)
class Point:
    """One figure. `x` is the end of its period as a decimal year; `label` its number in words."""

    x: float
    value: float
    period: str
    label: str
    hollow: bool = False  # derived, preliminary, partial or approximate


@dataclass(frozen=True)
class Missing:
    """A period between others for which no figure is known."""

    x: float
    period: str


@dataclass(frozen=True)
class TargetLine:
    """A level to reach, from `start` to `end`; a range has `value_max`."""

    value: float
    label: str
    start: float
    end: float
    value_max: float | None = None


@dataclass(frozen=True)
class BaselineMark:
    """The starting value of the decision."""

    x: float
    value: float
    label: str
    period: str


@dataclass(frozen=True)
class ForecastBand:
    """An 80 % band that opens from the newest point (`span` years of figures behind it)."""

    x: float
    middle: float
    low: float
    high: float
    span: float
    period: str
    label: str
    low_label: str
    high_label: str


@dataclass(frozen=True)
class Chart:
    """One chart: `key` makes its ids unique on the page; `tick` writes a number of the axis."""

    key: str
    title: str
    description: str
    points: tuple[Point, ...]
    tick: Callable[[float], str]
    missing: tuple[Missing, ...] = ()
    missing_word: str = ""
    target: TargetLine | None = None
    baseline: BaselineMark | None = None
    forecast: ForecastBand | None = None
    breaks: tuple[tuple[float, str], ...] = ()
