"""The measures of an example's files as the assessment kernel takes them, without the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from suunta.core.assess.measure import (
    Assessment,
    MeasureInput,
    Peer,
    Point,
    Target,
    assess_measures,
)
from suunta.core.derive import Value, computing_order, history
from suunta.core.strategy import Direction, SubMeasure
from suunta.jobs.example.files import ExampleFiles
from suunta.jobs.example.linking import GoalTarget, Link
from suunta.store.actions.observations import NewObservation

OUTCOMES = ("actual", "preliminary")


def with_computed(files: ExampleFiles) -> ExampleFiles:
    """The files with what their declarations compute where nothing was published."""
    rules = {key: each.derivation for key, each in files.indicators.items() if each.derivation}
    there = list(files.observations)
    for key in computing_order(rules):
        values = [as_value(number, each) for number, each in enumerate(there)]
        published = {each.period for each in there if each.indicator == key}
        there += [
            NewObservation(
                key,
                each.period,
                each.value,
                files.indicators[key].unit,
                each.known_on,
                "",
                "",
                kind=each.kind,
                status=each.status,
                approximate=each.approximate,
            )
            for each in history(rules[key], values)
            if each.period not in published
        ]
    return replace(files, observations=there)


def as_value(number: int, each: NewObservation) -> Value:
    return Value(
        number,
        each.indicator,
        each.period,
        each.value,
        each.known_on,
        each.kind,
        each.status,
        each.area or "",
        tuple(sorted(each.breakdown.items())),
        each.approximate,
    )


def parts_of(files: ExampleFiles) -> dict[str, SubMeasure]:
    """Every part by its id."""
    return {
        f"{measure.id}.{number}": part
        for measure in files.content.measures()
        for number, part in enumerate(measure.sub_measures, start=1)
    }


def assess_example(files: ExampleFiles, today: date) -> dict[str, Assessment]:
    """Every part that is no milestone, and every target of a goal, assessed as of a day."""
    files = with_computed(files)
    inputs = [*part_inputs(files, today), *goal_inputs(files, today)]
    return {each.id: each for each in assess_measures(inputs)}


def part_inputs(files: ExampleFiles, today: date) -> Iterator[MeasureInput]:
    links = {link.part: link for link in files.links.links}
    overriding = {target.for_part: target for target in files.links.goal_targets}
    for code, part in parts_of(files).items():
        if part.kind != "milestone":
            link, other = links.get(code), overriding.get(code)
            made = target_of_goal(files, other) if other else target_of_part(files, part)
            made = shaped(files, made, link, today) if link else made
            yield MeasureInput(
                id=code,
                points=points(files, link.indicator, today) if link else (),
                target=made,
                direction=part.direction or (polarity(files, link.indicator) if link else None),
                baseline=baseline(part),
                limits=files.indicators[link.indicator].limits if link else (None, None),
                today=today,
            )


def goal_inputs(files: ExampleFiles, today: date) -> Iterator[MeasureInput]:
    for target in files.links.goal_targets:
        if target.for_part is None and target.kind == "numeric" and target.indicator:
            made = target_of_goal(files, target)
            yield MeasureInput(
                id=target.id,
                points=points(files, target.indicator, today),
                target=replace(made, breaks=breaks(files, target.indicator)),
                limits=files.indicators[target.indicator].limits,
                today=today,
            )


def target_of_part(files: ExampleFiles, part: SubMeasure) -> Target | None:
    if part.kind == "monitoring":
        return None
    return Target(
        comparator=part.comparator,
        value=part.target_value,
        value_max=part.target_value_max,
        basis=part.target_basis,
        deadline=deadline(files, part.target_period),
    )


def target_of_goal(files: ExampleFiles, target: GoalTarget) -> Target:
    return Target(
        comparator=target.comparator,
        value=target.value,
        basis=target.basis,
        deadline=deadline(files, target.period),
        per=target.per,
        window_years=target.window_years,
    )


def shaped(files: ExampleFiles, target: Target | None, link: Link, today: date) -> Target | None:
    """The target with what the link adds to the words."""
    if target is None:
        return None
    peers = files.observations if link.peers else []
    return replace(
        target,
        per=link.per or target.per,
        window_years=link.window_years or target.window_years,
        path=tuple(Point(step["period"], step["value"]) for step in link.path),
        of=link.of,
        peers=tuple(
            Peer(each.area or "", each.value)
            for each in peers
            if each.area and each.indicator == link.indicator and each.known_on <= today
        ),
        breaks=breaks(files, link.indicator),
    )


def polarity(files: ExampleFiles, indicator: str) -> Direction | None:
    given = files.indicators[indicator].polarity
    return "up" if given == "up" else "down" if given == "down" else None


def breaks(files: ExampleFiles, indicator: str) -> tuple[str, ...]:
    return tuple(period for period, _ in files.indicators[indicator].breaks)


def deadline(files: ExampleFiles, period: str | None) -> str | None:
    """The document's own deadline, else the last year of the term."""
    return str(files.content.term.end) if period in (None, "term") else period


def baseline(part: SubMeasure) -> Point | None:
    given: Any = next(iter(part.baseline), None)
    return Point(given.period or "", given.value) if given else None


def points(files: ExampleFiles, indicator: str, today: date) -> tuple[Point, ...]:
    """The newest revision of every outcome that was known on a day."""
    known: dict[str, NewObservation] = {}
    for each in sorted(files.observations, key=lambda each: each.known_on):
        ours = each.indicator == indicator and each.area is None and not each.breakdown
        if ours and each.known_on <= today and each.kind in OUTCOMES:
            known[each.period] = each
    return tuple(
        Point(
            each.period,
            each.value,
            each.numerator,
            each.denominator,
            each.status == "suppressed",
        )
        for each in known.values()
    )
