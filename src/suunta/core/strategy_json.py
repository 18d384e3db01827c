"""A Strategy as JSON and back, in the shape of the contract ("A strategy, as JSON")."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from suunta.core.strategy import (
    Action,
    Doubt,
    FocusArea,
    Goal,
    Measure,
    SectorMark,
    Span,
    Strategy,
    SubMeasure,
)
from suunta.core.strategy_parse import strategy_from_json

__all__ = ["doubt_json", "strategy_from_json", "strategy_json", "sub_measure_json"]


def strategy_json(strategy: Strategy) -> dict[str, Any]:
    """The JSON of a strategy: dicts, lists, texts, numbers and None alone.

    `strategy_from_json(strategy_json(strategy)) == strategy`.
    """
    return {
        "title": strategy.title,
        "subtitle": strategy.subtitle,
        "vision": strategy.vision,
        "municipality": strategy.municipality,
        "language": strategy.language,
        "term": {"start": strategy.term.start, "end": strategy.term.end},
        "action_year": strategy.action_year,
        "column_headers": dict(strategy.column_headers),
        "sector_legend": [_sector_json(mark) for mark in strategy.sector_legend],
        "focus_areas": [_area_json(area) for area in strategy.focus_areas],
    }


def _sector_json(mark: SectorMark) -> dict[str, Any]:
    return {"code": mark.code, "name": mark.name, "colour": mark.colour}


def _area_json(area: FocusArea) -> dict[str, Any]:
    return {
        "number": area.number,
        "name": area.name,
        "slogan": area.slogan,
        "goals": [_goal_json(goal) for goal in area.goals],
        "span": _span_json(area.span),
    }


def _goal_json(goal: Goal) -> dict[str, Any]:
    return {
        "number": goal.number,
        "title": goal.title,
        "sub_bullets": list(goal.sub_bullets),
        "actions": [_action_json(action) for action in goal.actions],
        "measures": [_measure_json(measure) for measure in goal.measures],
        "span": _span_json(goal.span),
    }


def _action_json(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "text": action.text,
        "year": action.year,
        "responsible": list(action.responsible),
        "sectors": list(action.sectors),
        "nested": list(action.nested),
        "span": _span_json(action.span),
    }


def _measure_json(measure: Measure) -> dict[str, Any]:
    return {
        "id": measure.id,
        "text": measure.text,
        "kind": measure.kind,
        "sub_measures": [sub_measure_json(sub) for sub in measure.sub_measures],
        "span": _span_json(measure.span),
    }


def sub_measure_json(sub: SubMeasure) -> dict[str, Any]:
    """The JSON of a sub-measure, field by field as the contract names them."""
    plain = {
        field.name: getattr(sub, field.name)
        for field in fields(sub)
        if field.name not in ("baseline", "parts", "doubts")
    }
    baseline = [
        {"period": base.period, "value": base.value, "unit": base.unit} for base in sub.baseline
    ]
    parts = [
        {"field": part.field, "start": part.start, "end": part.end, "text": part.text}
        for part in sub.parts
    ]
    doubts = [doubt_json(doubt) for doubt in sub.doubts]
    return {**plain, "baseline": baseline, "parts": parts, "doubts": doubts}


def doubt_json(doubt: Doubt) -> dict[str, Any]:
    """The JSON of a doubt."""
    return {
        "field": doubt.field,
        "confidence": doubt.confidence,
        "why": doubt.why,
        "words": doubt.words,
    }


def _span_json(span: Span) -> dict[str, Any]:
    """The keys that say something; `{}` for an unknown place."""
    found: dict[str, Any] = {"lines": list(span.lines)} if span.lines else {}
    for name in ("page", "sheet", "cell", "start", "end"):
        value = getattr(span, name)
        if value is not None:
            found[name] = value
    if span.box is not None:
        found["box"] = list(span.box)
    return found
