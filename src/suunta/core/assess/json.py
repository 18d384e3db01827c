"""Measures and assessments as JSON: what `suunta assess` reads and writes, a line each.

A missing key means null, null means unknown, unknown keys are ignored. Everything else that does
not fit is named by its field: docs/reference/statistics.md lists the answers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date
from typing import cast

from suunta.core.assess.batch import assess_measures
from suunta.core.assess.model import Assessment, MeasureInput, Peer, Target
from suunta.core.series import Point
from suunta.core.strategy import Direction

Object = dict[str, object]


def assess_lines(lines: Iterable[str], today: date) -> Iterator[dict[str, object]]:
    """Assess JSON lines together.

    Parameters: lines, one measure each, blank ones skipped; today: for measures that name no day.
    Yields: one assessment a line, in order, with the id as it was given. A line that cannot be read
    or judged has status "error" and a note; the others are still judged.
    """
    read = [_read_line(line) for line in lines if line.strip()]
    measures = [
        replace(measure, today=measure.today or today)
        for _, measure in read
        if isinstance(measure, MeasureInput)
    ]
    judged = iter(assess_measures(measures))
    for given_id, measure in read:
        wrong = isinstance(measure, str)
        answer = Assessment("", "error", note=cast(str, measure)) if wrong else next(judged)
        yield assessment_json(answer) | {"id": given_id}


def assessment_json(assessment: Assessment) -> dict[str, object]:
    """The assessment with the contract's keys; p_reach stays exact."""
    return asdict(assessment)


def measure_from_json(line: object) -> MeasureInput:
    """A measure from a parsed JSON line.

    Raises: ValueError naming the field that does not fit.
    """
    fields = _object(line, "measure")
    target = fields.get("target")
    baseline = fields.get("baseline")
    direction = _text(fields, "direction", "")
    if direction not in (None, "up", "down"):
        raise ValueError(f"direction: {direction!r} is not up, down or null")
    return MeasureInput(
        id="" if (name := _identity(fields)) is None else str(name),
        points=_points(fields, "points", ""),
        target=None if target is None else _target(_object(target, "target")),
        direction=cast(Direction | None, direction),
        baseline=None if baseline is None else _point(baseline, "baseline", needs_period=False),
        limits=_limits(fields.get("limits")),
        today=_today(fields.get("today")),
    )


def _read_line(line: str) -> tuple[str | float | None, MeasureInput | str]:
    """The line's id and its measure, or what is wrong with it."""
    given_id: str | float | None = None
    if not _is_text(line):
        return None, "not UTF-8 text"
    try:
        fields = json.loads(line.removeprefix("\ufeff"))
        given_id = _identity(_object(fields, "measure"))
        return given_id, measure_from_json(fields)
    except json.JSONDecodeError as error:
        return None, f"not JSON: {error}"
    except RecursionError:
        return None, "not JSON that can be read: nested too deeply"
    except ValueError as error:
        return given_id, str(error)


def _is_text(text: str) -> bool:
    """Whether it can be written: bytes that were no UTF-8 and halves of signs cannot."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _identity(fields: Object) -> str | float | None:
    value = fields.get("id")
    if isinstance(value, str) and not _is_text(value):
        raise ValueError("id: holds a sign that no text has")
    if value is None or isinstance(value, str):
        return value
    return _as_number(value, "id") if isinstance(value, float) else _as_whole(value)


def _as_whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError("id: must be text or a number")
    return value


def _target(fields: Object) -> Target:
    peers = _list(fields, "peers", "target.")
    breaks = _list(fields, "breaks", "target.")
    return Target(
        comparator=_text(fields, "comparator", "target.") or "none",
        value=_number(fields, "value", "target."),
        value_max=_number(fields, "value_max", "target."),
        basis=_text(fields, "basis", "target."),
        deadline=_period(fields, "deadline", "target."),
        per=_text(fields, "per", "target."),
        window_years=_whole(fields, "window_years", "target."),
        path=_points(fields, "path", "target."),
        of=_number_or_id(fields, "of", "target."),
        peers=tuple(_peer(peer, f"target.peers[{i}]") for i, peer in enumerate(peers)),
        breaks=tuple(_period_text(item, f"target.breaks[{i}]") for i, item in enumerate(breaks)),
    )


def _points(fields: Object, key: str, place: str) -> tuple[Point, ...]:
    items = _list(fields, key, place)
    return tuple(_point(item, f"{place}{key}[{i}]") for i, item in enumerate(items))


def _point(item: object, place: str, needs_period: bool = True) -> Point:
    fields = _object(item, place)
    period = _period(fields, "period", f"{place}.")
    if period is None and needs_period:
        raise ValueError(f"{place}.period: missing")
    suppressed = fields.get("suppressed")
    if not (suppressed is None or isinstance(suppressed, bool)):
        raise ValueError(f"{place}.suppressed: must be true or false")
    return Point(
        period=period or "",
        value=_number(fields, "value", f"{place}."),
        numerator=_number(fields, "numerator", f"{place}."),
        denominator=_number(fields, "denominator", f"{place}."),
        suppressed=bool(suppressed),
    )


def _peer(item: object, place: str) -> Peer:
    fields = _object(item, place)
    return Peer(
        area=_text(fields, "area", f"{place}.") or "",
        value=_number(fields, "value", f"{place}."),
        numerator=_number(fields, "numerator", f"{place}."),
        denominator=_number(fields, "denominator", f"{place}."),
    )


def _limits(value: object) -> tuple[float | None, float | None]:
    if value is None:
        return None, None
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("limits: must be a list of two, the lowest and the highest value")
    low, high = (_as_number(end, f"limits[{i}]") for i, end in enumerate(value))
    return low, high


def _today(value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(cast(str, value))
    except (TypeError, ValueError) as error:
        raise ValueError(f"today: {value!r} is no date; write 2021-12-31") from error


def _object(value: object, place: str) -> Object:
    if not isinstance(value, dict):
        raise ValueError(f"{place}: must be an object")
    return value


def _list(fields: Object, key: str, place: str) -> list[object]:
    value = fields.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise ValueError(f"{place}{key}: must be a list")
    return value


def _text(fields: Object, key: str, place: str) -> str | None:
    value = fields.get(key)
    if not (value is None or isinstance(value, str)):
        raise ValueError(f"{place}{key}: must be text")
    return value


def _number(fields: Object, key: str, place: str) -> float | None:
    return _as_number(fields.get(key), f"{place}{key}")


def _as_number(value: object, place: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{place}: must be a number or null, not {value!r}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError(f"{place}: must be a finite number")
    return number


def _whole(fields: Object, key: str, place: str) -> int | None:
    number = _number(fields, key, place)
    if number is not None and number != int(number):
        raise ValueError(f"{place}{key}: must be a whole number")
    return None if number is None else int(number)


def _number_or_id(fields: Object, key: str, place: str) -> float | str | None:
    value = fields.get(key)
    return value if isinstance(value, str) else _number(fields, key, place)


def _period(fields: Object, key: str, place: str) -> str | None:
    value = fields.get(key)
    return None if value is None else _period_text(value, f"{place}{key}")


def _period_text(value: object, place: str) -> str:
    """A period as text; a bare year may be a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ValueError(f"{place}: must be text such as 2021 or 2021-H1")
    return value
