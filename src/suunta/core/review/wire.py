"""Corrections as JSON and back."""

from __future__ import annotations

from typing import Any, cast

from suunta.core.review.correction import Becomes, Correction, Entity, Kind, Result
from suunta.core.strategy import Action, FocusArea, Goal, Measure, Strategy
from suunta.core.strategy_json import strategy_from_json, strategy_json


def correction_json(correction: Correction) -> dict[str, Any]:
    """The JSON of a correction; its results in the shape of a strategy's JSON."""
    return {
        "kind": correction.kind,
        "entity": correction.entity,
        "goal": correction.goal,
        "words": list(correction.words),
        "places": list(correction.places),
        "becomes": correction.becomes,
        "results": [_result_json(result) for result in correction.results],
    }


def correction_from_json(content: dict[str, Any]) -> Correction:
    """The correction of `correction_json`. Raises: InputError where a result is none."""
    becomes = cast(Becomes, content["becomes"])
    return Correction(
        kind=cast(Kind, content["kind"]),
        entity=cast(Entity, content["entity"]),
        goal=content["goal"],
        words=tuple(content["words"]),
        becomes=becomes,
        results=tuple(_result(each, becomes) for each in content["results"]),
        places=tuple(content["places"]),
    )


def _result_json(result: Result) -> Any:
    """A text, or an action or measure as it stands in the JSON of a strategy."""
    if isinstance(result, str):
        return result
    if isinstance(result, Action):
        return _goal_json(Goal("1", "-", actions=(result,)))["actions"][0]
    return _goal_json(Goal("1", "-", measures=(result,)))["measures"][0]


def _goal_json(goal: Goal) -> dict[str, Any]:
    """The one goal of the smallest strategy around it."""
    content = strategy_json(Strategy("-", focus_areas=(FocusArea("1", "-", goals=(goal,)),)))
    found: dict[str, Any] = content["focus_areas"][0]["goals"][0]
    return found


def _result(content: Any, becomes: Becomes) -> Result:
    if isinstance(content, str):
        return content
    goal = {"number": "1", "title": "-", f"{becomes}s": [content]}
    area = {"number": "1", "name": "-", "goals": [goal]}
    read = strategy_from_json({"title": "-", "focus_areas": [area]}).goals()[0]
    found: tuple[Action | Measure, ...] = read.actions if becomes == "action" else read.measures
    return found[0]
