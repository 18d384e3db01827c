"""Short ways to write a measure and to read its assessment."""

from __future__ import annotations

from datetime import date

from suunta.core.assess.measure import MeasureInput, Point, assess_measures
from suunta.core.assess.notes import read_note

TODAY = date(2022, 3, 31)


def points(*values, first=2019):
    return tuple(Point(str(first + i), value) for i, value in enumerate(values))


def assessed(values, target, **more):
    given = values if values and isinstance(values[0], Point) else points(*values)
    measure = MeasureInput("m", tuple(given), target, **({"today": TODAY} | more))
    return assess_measures([measure])[0]


def remarks(assessment):
    return {remark.code: dict(remark.details) for remark in read_note(assessment.note)}
