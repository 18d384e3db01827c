"""review.yaml: what a person corrected when the document was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from suunta.core.errors import InputError
from suunta.core.strategy import Goal, Strategy, SubMeasure
from suunta.core.strategy_parse import strategy_from_json
from suunta.jobs.example.fields import Faults, Record, yaml_record


def reviewed(folder: Path, content: Strategy, faults: Faults) -> Strategy:
    """The strategy with the parts of some measures as a person read them."""
    record = yaml_record(folder, "review.yaml", faults, needed=False)
    known = {measure.id for measure in content.measures()}
    corrected: dict[str, tuple[SubMeasure, ...]] = {}
    for code in record.record("measures").values:
        if code not in known:
            record.wrong("measures", f"{code!r} is not among the measures of the document.")
        else:
            corrected[code] = corrected_parts(record.record("measures"), code)
    return content.with_areas(
        tuple(
            replace(area, goals=tuple(with_parts(goal, corrected) for goal in area.goals))
            for area in content.focus_areas
        )
    )


def with_parts(goal: Goal, corrected: dict[str, tuple[SubMeasure, ...]]) -> Goal:
    """The goal, its measures corrected."""
    return replace(
        goal,
        measures=tuple(
            replace(measure, sub_measures=corrected.get(measure.id) or measure.sub_measures)
            for measure in goal.measures
        ),
    )


def corrected_parts(record: Record, code: str) -> tuple[SubMeasure, ...]:
    """The parts of one measure, each as the contract's sub-measure."""
    measure = {"id": code, "text": code, "sub_measures": record.listed(code)}
    goal = {"number": "1", "title": "-", "measures": [measure]}
    area = {"number": "1", "name": "-", "goals": [goal]}
    try:
        (read,) = strategy_from_json({"title": "-", "focus_areas": [area]}).measures()
    except InputError as error:
        for fault in error.faults:
            record.wrong(code, f"{fault}")
        return ()
    return read.sub_measures
