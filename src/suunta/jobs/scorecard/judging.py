"""A stored part as the kernel takes it, and its state where it is a milestone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from suunta.core.assess.measure import MeasureInput, Point, Target
from suunta.core.period import is_valid
from suunta.core.scorecard import StateEntry, TargetView
from suunta.core.strategy import Direction
from suunta.core.texts import Text
from suunta.jobs.scorecard.deadlines import PER_YEAR, Deadline, Horizon, deadline_of
from suunta.jobs.scorecard.figures import Series
from suunta.store.queries.row import Row
from suunta.store.queries.texts import written_text

LINK = "promise__link__"
INDICATOR = f"{LINK}indicator__"


@dataclass(frozen=True)
class Rules:
    """What all parts of a scorecard share."""

    as_of: date
    horizon: Horizon
    language: str
    codes: dict[int, str]  # promise -> code of its part, for a share of another part


def measure_input(
    part: Row, target: Row | None, breaks: tuple[str, ...], series: Series, rules: Rules
) -> MeasureInput:
    """A part that is numeric or only followed, with what is known of it."""
    peers = series.peers_of_newest(part[f"{LINK}peer_group__areas"]) if part[f"{LINK}peers"] else ()
    judged = target_input(part, target, breaks, rules) if target else None
    direction = (target or part)["direction"] or part[f"{INDICATOR}polarity"]
    return MeasureInput(
        id=part["code"],
        points=series.points(),
        target=replace(judged, peers=peers) if judged else None,
        direction=cast("Direction | None", direction),
        baseline=baseline_point((target or part)["baseline"], rules.horizon),
        limits=limits_of(part),
        today=rules.as_of,
    )


def target_input(part: Row, target: Row, breaks: tuple[str, ...], rules: Rules) -> Target:
    """The target, completed by what its link says."""
    window = target["window_years"] or part[f"{LINK}window_years"]
    per = target["per"] or part[f"{LINK}per"]
    yearly = yearly_words(target) or per == "year"
    deadline = deadline_of(target["period"], rules.horizon)
    path = target["path"] or part[f"{LINK}path"] or ()
    of_part = rules.codes.get(part[f"{LINK}of_promise_id"])
    return Target(
        comparator=target["comparator"],
        value=None if target["placeholder"] else target["value"],
        value_max=target["value_max"],
        basis=target["basis"],
        deadline=kernel_deadline(target["period"], deadline, yearly=yearly),
        per="year" if yearly else None,
        window_years=window,
        path=tuple(Point(point["period"], point["value"]) for point in path),
        of=of_part or part[f"{LINK}of_number"],
        breaks=breaks,
    )


def yearly_words(target: Row) -> bool:
    """Whether the words of the target themselves say that it is met every year."""
    return bool(target["period"] == PER_YEAR)


def kernel_deadline(period: str | None, deadline: Deadline, *, yearly: bool) -> str | None:
    """The period that the deadline is the end of: its own, or the last day of the term. A target
    of every year is judged by the newest year, up to the term's end."""
    if yearly and deadline.inferred:
        return deadline.day.isoformat() if deadline.day else None
    if deadline.inferred or period == "term":
        # The year's figure belongs to a deadline at its end.
        return str(deadline.day.year) if deadline.day else None
    return period


def baseline_point(baselines: list[Row], horizon: Horizon) -> Point | None:
    """The newest starting value. One whose period the document does not name was known when the
    document was made: it stands for the year before the action plan."""
    known = [each for each in baselines if each["value"] is not None]
    if not known:
        return None
    dated = [each for each in known if each["period"] and is_valid(each["period"])]
    if dated:
        return Point(dated[-1]["period"], dated[-1]["value"])
    year = horizon.action_year or horizon.term_end
    return Point(str(year - 1), known[-1]["value"]) if year else None


def limits_of(part: Row) -> tuple[float | None, float | None]:
    """The natural limits of the linked series."""
    return part[f"{INDICATOR}lower_limit"], part[f"{INDICATOR}upper_limit"]


def target_view(part: Row, target: Row | None, rules: Rules) -> TargetView | None:
    """The target in force, as shown."""
    if target is None:
        return None
    deadline = deadline_of(target["period"], rules.horizon)
    benchmark = {rules.language: target["benchmark"]} if target["benchmark"] else {}
    return TargetView(
        comparator=target["comparator"],
        value=target["value"],
        value_max=target["value_max"],
        basis=target["basis"],
        unit=target["unit"],
        period=target["period"],
        deadline=deadline.day,
        deadline_inferred=deadline.inferred,
        approximate=target["approximate"],
        placeholder=target["placeholder"],
        benchmark=Text(benchmark, dict.fromkeys(benchmark, "original")),
        fraction=target["fraction"],
        change_bound=target["change_bound"],
        decision=target["decision"],
        per=target["per"] or part[f"{LINK}per"] or ("year" if yearly_words(target) else None),
        window_years=target["window_years"] or part[f"{LINK}window_years"],
        known_on=target["known_on"],
        why=written_text(target, "why"),
    )


def milestone_state(states: tuple[StateEntry, ...]) -> str:
    """The newest step that has a state holds; a remark changes none."""
    return next((step.state for step in reversed(states) if step.state), "not_reported")
