"""The contract's JSON of a strategy -> Strategy, every fault named with its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, get_args

from suunta.core.errors import Fault, InputError
from suunta.core.json_fields import Fields
from suunta.core.strategy import (
    Action,
    Baseline,
    Basis,
    Box,
    Comparator,
    Direction,
    Doubt,
    FocusArea,
    Goal,
    Kind,
    Measure,
    Part,
    SectorMark,
    Span,
    Strategy,
    SubMeasure,
    Term,
)

T = TypeVar("T")
MANY = 500  # faults told of one file


def strategy_from_json(content: Any) -> Strategy:
    """A strategy from its JSON; unknown keys are ignored, a missing key means null.

    Raises: InputError with all faults, each with its path ("focus_areas[0].goals[1].title").
    """
    faults: list[Fault] = []
    if not isinstance(content, dict):
        raise InputError.single(
            "This is no strategy: an object with title and focus_areas is expected.",
            "",
            "Give a strategy in the shape of `suunta read --json`.",
        )
    strategy = _strategy(Fields(content, "", faults))
    if faults:
        raise InputError(faults[:MANY])
    return strategy


def _strategy(data: Fields) -> Strategy:
    term = data.child("term")
    headers = data.child("column_headers")
    return Strategy(
        title=data.required_text("title"),
        subtitle=data.text("subtitle"),
        vision=data.text("vision"),
        municipality=data.text("municipality"),
        language=data.choice("language", ("fi", "sv", "en")) or "fi",
        term=Term(term.whole("start"), term.whole("end")),
        action_year=data.whole("action_year"),
        column_headers=tuple((key, headers.text(key) or "") for key in headers.names()),
        sector_legend=_list(data, "sector_legend", _sector),
        focus_areas=_list(data, "focus_areas", _area),
    )


def _list(data: Fields, name: str, build: Callable[[Fields], T]) -> tuple[T, ...]:
    return tuple(build(item) for item in data.children(name))


def _sector(data: Fields) -> SectorMark:
    return SectorMark(data.required_text("code"), data.required_text("name"), data.text("colour"))


def _area(data: Fields) -> FocusArea:
    return FocusArea(
        number=data.required_text("number"),
        name=data.required_text("name"),
        slogan=data.text("slogan"),
        goals=_list(data, "goals", _goal),
        span=_span(data.child("span")),
    )


def _goal(data: Fields) -> Goal:
    return Goal(
        number=data.required_text("number"),
        title=data.required_text("title"),
        sub_bullets=data.texts("sub_bullets"),
        actions=_list(data, "actions", _action),
        measures=_list(data, "measures", _measure),
        span=_span(data.child("span")),
    )


def _action(data: Fields) -> Action:
    return Action(
        text=data.required_text("text"),
        year=data.whole("year"),
        responsible=data.texts("responsible"),
        nested=data.texts("nested"),
        sectors=data.texts("sectors"),
        id=data.text("id") or "",
        span=_span(data.child("span")),
    )


def _measure(data: Fields) -> Measure:
    return Measure(
        text=data.required_text("text"),
        sub_measures=_list(data, "sub_measures", _sub_measure),
        id=data.text("id") or "",
        span=_span(data.child("span")),
    )


def _sub_measure(data: Fields) -> SubMeasure:
    kind: Kind | None = data.choice("kind", get_args(Kind))
    comparator: Comparator | None = data.choice("comparator", get_args(Comparator))
    basis: Basis | None = data.choice("target_basis", get_args(Basis))
    direction: Direction | None = data.choice("direction", get_args(Direction))
    confidence = data.number("confidence")
    if kind is None:
        data.fault("kind", "is missing", "Give numeric, milestone or monitoring.")
    return SubMeasure(
        kind=kind or "monitoring",
        indicator=data.text("indicator") or "",
        unit=data.text("unit"),
        comparator=comparator or "none",
        target_value=data.number("target_value"),
        target_value_max=data.number("target_value_max"),
        target_basis=basis,
        target_period=data.text("target_period"),
        baseline=_list(data, "baseline", _baseline),
        source=data.text("source"),
        scale=data.text("scale"),
        population=data.text("population"),
        placeholder=data.flag("placeholder"),
        direction=direction,
        change_bound=data.choice("change_bound", (">=", "<=")),
        approximate=data.flag("approximate"),
        benchmark=data.text("benchmark"),
        target_fraction=data.text("target_fraction"),
        confidence=1.0 if confidence is None else confidence,
        parts=_list(data, "parts", _part),
        doubts=_list(data, "doubts", _doubt),
    )


def _baseline(data: Fields) -> Baseline:
    return Baseline(data.text("period"), data.number("value"), data.text("unit"))


def _part(data: Fields) -> Part:
    return Part(
        field=data.required_text("field"),
        start=data.whole("start") or 0,
        end=data.whole("end") or 0,
        text=data.text("text") or "",
    )


def _doubt(data: Fields) -> Doubt:
    return Doubt(
        field=data.required_text("field"),
        confidence=data.number("confidence") or 0.0,
        why=data.required_text("why"),
        words=data.text("words") or "",
    )


def _span(data: Fields) -> Span:
    return Span(
        lines=data.wholes("lines"),
        page=data.whole("page"),
        sheet=data.text("sheet"),
        cell=data.text("cell"),
        start=data.whole("start"),
        end=data.whole("end"),
        box=_box(data),
    )


def _box(data: Fields) -> Box | None:
    sides = data.numbers("box")
    if not sides:
        return None
    if len(sides) != 4 or not all(0 <= side <= 1 for side in sides):
        data.fault("box", "is no box", "Give left, top, right and bottom, each from 0 to 1.")
        return None
    left, top, right, bottom = sides
    return left, top, right, bottom
