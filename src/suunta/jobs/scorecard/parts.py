"""Parts as shown, all of them judged by one call of the kernel."""

from __future__ import annotations

from suunta.core.assess.measure import Assessment, MeasureInput, assess_measures
from suunta.core.assess.rollup import milestone_status
from suunta.core.derive import Derivation, read_derivation
from suunta.core.scorecard import OriginView, PartView
from suunta.core.strategy import Baseline
from suunta.core.texts import Text
from suunta.jobs.scorecard.figures import Series
from suunta.jobs.scorecard.judging import (
    INDICATOR,
    LINK,
    limits_of,
    measure_input,
    milestone_state,
    target_view,
)
from suunta.jobs.scorecard.stored import Stored
from suunta.store.queries.row import Row
from suunta.store.queries.rows import ORIGIN
from suunta.store.queries.texts import written_text

MILESTONE = "milestone"


def inputs_of(stored: Stored) -> dict[int, MeasureInput]:
    """What the kernel is given for every part that numbers speak of, by its row's id."""
    return {
        part["pk"]: measure_input(
            part,
            stored.targets.get(part["promise_id"]),
            stored.breaks.get(part[f"{LINK}indicator_id"], ()),
            series_of_part(stored, part),
            stored.rules,
        )
        for part in stored.parts
        if part["kind"] != MILESTONE
    }


def part_views(stored: Stored, inputs: dict[int, MeasureInput]) -> dict[int, PartView]:
    """Every part of the strategy, by its row's id; one call of the kernel judges them all."""
    judged = dict(zip(inputs, assess_measures(list(inputs.values())), strict=True))
    return {part["pk"]: part_view(stored, part, judged.get(part["pk"])) for part in stored.parts}


def series_of_part(stored: Stored, part: Row) -> Series:
    """The series that a part is linked to; an empty one where it is linked to none."""
    return stored.series.get(part[f"{LINK}indicator_id"], Series())


def part_view(stored: Stored, part: Row, assessment: Assessment | None) -> PartView:
    """One part as shown."""
    states = stored.states.get(part["promise_id"], ())
    target = target_view(part, stored.targets.get(part["promise_id"]), stored.rules)
    milestone = part["kind"] == MILESTONE
    state = milestone_state(states) if milestone else None
    if assessment is None:
        status = milestone_status(state, target.deadline if target else None, stored.rules.as_of)
    else:
        status = shown_status(assessment)
    return PartView(
        id=part["code"],
        name=part_name(stored, part),
        kind=part["kind"],
        unit=part["unit"] or part[f"{INDICATOR}unit"],
        direction=part["direction"] or part[f"{INDICATOR}polarity"],
        target=target,
        baseline=tuple(Baseline(**each) for each in part["baseline"]),
        source=part["source"],
        scale=part["scale"] or part[f"{INDICATOR}scale"],
        population=part["population"],
        indicator=part[f"{INDICATOR}key"],
        indicator_name=written_text(part, f"{INDICATOR}name"),
        link_note=written_text(part, f"{LINK}why"),
        figures=series_of_part(stored, part).figures,
        breaks=stored.breaks.get(part[f"{LINK}indicator_id"], ()),
        assessment=assessment,
        states=states,
        status=status,
        state=state,
        definition=written_text(part, f"{INDICATOR}definition"),
        decimals=part[f"{INDICATOR}decimals"],
        limits=limits_of(part),
        sub_point=part["sub_point"],
        action=part["action_code"] or None,
        near_misses=stored.near_misses.get(part["pk"], ()),
        groups=series_of_part(stored, part).groups,
        derivation=derivation_of(part),
        promise=part["promise_id"],
        told=stored.told.get(part["promise_id"]),
        origin=origin_of(part),
    )


def origin_of(part: Row) -> OriginView | None:
    """What tells of the part; None where nobody has said."""
    if part[f"{ORIGIN}kind"] is None:
        return None
    return OriginView(
        kind=part[f"{ORIGIN}kind"],
        name=written_text(part, f"{ORIGIN}name"),
        sure=part[f"{ORIGIN}sure"],
        month=part[f"{ORIGIN}month"],
        why=written_text(part, f"{ORIGIN}why"),
    )


def derivation_of(part: Row) -> Derivation | None:
    """How the linked indicator is computed; None where it is not."""
    key, given = part[f"{INDICATOR}key"], part[f"{INDICATOR}derivation"]
    return read_derivation(key, given, key)[0] if given else None


def shown_status(assessment: Assessment) -> str:
    """A part that cannot be judged shows no colour: the note of its assessment says why."""
    return "no_data" if assessment.status == "error" else assessment.status


def part_name(stored: Stored, part: Row) -> Text:
    """The name of a part; a goal's target was named by people in every language."""
    if part["goal_id"]:
        return written_text(part, "name")
    return stored.texts.text(part, "name", "part", part["pk"])
