"""What an owner typed, read and checked; what is wrong is said by field, in a code that the page
puts into words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from suunta.core.assess.measure import assess_measures
from suunta.core.assess.rollup import milestone_status
from suunta.core.own_verdicts import differs, needs_correction
from suunta.core.period import parse_period
from suunta.core.scorecard import ACTION_STATES, VERDICTS
from suunta.core.series import Point
from suunta.core.texts import LANGUAGES
from suunta.core.typed_in import clean_words, read_number
from suunta.jobs.rounds.items import Item
from suunta.jobs.rounds.links import OpenLink
from suunta.jobs.scorecard.build import whole_of
from suunta.store.actions.telling import Told

LONGEST = 50_000
TELLABLE = tuple(state for state in ACTION_STATES if state != "not_reported")
FIELDS = ("value", "period", "state", "forecast", "verdict", "reason", "comment", "corrective")
WORDS = ("comment", "corrective", "reason")


@dataclass
class Checked:
    """What was read, and what is wrong: field -> code."""

    told: Told
    faults: dict[str, str] = field(default_factory=dict)


def check(link: OpenLink, item: Item, sent: Mapping[str, str], language: str) -> Checked:
    """Read what was sent about an item."""
    faults: dict[str, str] = {}
    words = {name: clean_words(sent.get(name, "")) for name in WORDS}
    faults |= {name: "too_long" for name, text in words.items() if len(text) > LONGEST}
    value = typed_number(sent, "value", faults) if item.asks_value else None
    forecast = typed_number(sent, "forecast", faults) if item.asks_forecast else None
    refuse_impossible(item, value, forecast, faults)
    period = chosen(sent, "period", item.periods, faults) if value is not None else None
    state = chosen(sent, "state", TELLABLE, faults) if item.asks_state else None
    verdict = chosen(sent, "verdict", VERDICTS, faults) if item.asks_verdict else None
    computed = computed_with(link, item, value, period, state)
    told = Told(
        language=language if language in LANGUAGES else LANGUAGES[0],
        value=value,
        period=period or "",
        state=state,
        forecast=forecast,
        verdict=verdict,
        computed=computed if item.asks_verdict else None,
        comment=words["comment"],
        corrective=words["corrective"],
        reason=words["reason"],
    )
    if not faults:
        ask_for_the_missing(told, faults)
    return Checked(told, faults)


def ask_for_the_missing(told: Told, faults: dict[str, str]) -> None:
    """Ask for what belongs to what was told."""
    answers = (told.value, told.state, told.forecast, told.verdict, told.comment or None)
    if all(each is None for each in answers):
        faults["comment"] = "nothing"
    if differs(told.verdict, told.computed) and not told.reason:
        faults["reason"] = "reason"
    if needs_correction(told.computed, told.state, told.verdict) and not told.corrective:
        faults["corrective"] = "corrective"


def typed_number(sent: Mapping[str, str], name: str, faults: dict[str, str]) -> float | None:
    """A number of a field."""
    try:
        return read_number(sent.get(name, ""))
    except ValueError:
        faults[name] = "number"
        return None


def refuse_impossible(
    item: Item, value: float | None, forecast: float | None, faults: dict[str, str]
) -> None:
    """A number outside the natural limits of its series is a slip."""
    low, high = item.part.limits if item.part else (None, None)
    for name, number in (("value", value), ("forecast", forecast)):
        if number is None:
            continue
        if (low is not None and number < low) or (high is not None and number > high):
            faults[name] = "limits"


def chosen(
    sent: Mapping[str, str], name: str, allowed: tuple[str, ...], faults: dict[str, str]
) -> str | None:
    """One of the choices of a field; None where none was made."""
    text = sent.get(name, "")
    if text and text not in allowed:
        faults[name] = "choice"
    return text if text in allowed else None


def computed_with(
    link: OpenLink, item: Item, value: float | None, period: str | None, state: str | None
) -> str | None:
    """The status that what is told comes to, before it is stored."""
    if item.kind == "milestone" and state and item.part:
        return milestone(link, item, state)
    if value is None or period is None or item.part is None:
        return item.status
    inputs = whole_of(link.slug, link.today).inputs
    measure = inputs.get(item.code)
    if measure is None:
        return item.status
    kept = [each for each in measure.points if each.period != period]
    points = sorted([*kept, Point(period, value)], key=lambda point: parse_period(point.period))
    of = measure.target.of if measure.target else None
    beside = [inputs[of]] if isinstance(of, str) and of in inputs else []
    judged = assess_measures([replace(measure, points=tuple(points)), *beside])[0]
    return "no_data" if judged.status == "error" else judged.status


def milestone(link: OpenLink, item: Item, state: str) -> str:
    """The status of a milestone in a state."""
    target = item.part.target if item.part else None
    return milestone_status(state, target.deadline if target else None, link.today)
