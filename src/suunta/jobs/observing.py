"""One figure from a script or a person at the command line, once however often it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db import transaction

from suunta.core.breakdown import read_breakdown
from suunta.core.errors import Fault, InputError
from suunta.core.period import is_valid
from suunta.core.texts import Text
from suunta.jobs.derive import derive_indicators
from suunta.store.actions.feeds import unsaid
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.actions.observations import NewObservation, add_observations
from suunta.store.models import Indicator, Municipality
from suunta.store.models.choices import OBSERVATION_KINDS

Result = Literal["added", "revised", "known"]


@dataclass(frozen=True)
class Told:
    """A figure as it is told. value: None says that there is none; breakdown: `sex=f;age=7-12`."""

    indicator: str
    period: str
    value: float | None
    known_on: date
    source_title: str
    source_url: str = ""
    kind: str = "actual"
    breakdown: str = ""
    note: str = ""


def observe(*, by: Actor, slug: str, told: Told) -> tuple[Result, int]:
    """Store a figure and compute what follows from it; whether it is new, and how many figures
    were computed. What the newest publication of the source says already is known: nothing is
    added. Raises InputError with every fault."""
    town = find_municipality(slug)
    indicator = Indicator.objects.filter(municipality=town, key=told.indicator).first()
    faults = faults_of(told, indicator, town)
    if indicator is None or faults:
        raise InputError(faults)
    figure = new_observation(told, indicator, town)
    indicators = {indicator.key: indicator}
    with transaction.atomic():
        if not unsaid(by, town, indicators, [figure]):
            return "known", 0
        add_observations(by=by, municipality=town, indicators=indicators, observations=[figure])
        computed = derive_indicators(town, by=by, touched={indicator.key})
    newest = indicator.observations.latest("pk")
    return ("revised" if newest.revision > 1 else "added"), computed


def faults_of(told: Told, indicator: Indicator | None, town: Municipality) -> list[Fault]:
    """Everything that is wrong."""
    faults = []
    if indicator is None:
        known = Indicator.objects.filter(municipality=town).order_by("key")
        listed = ", ".join(known.values_list("key", flat=True)[:40]) or "none"
        faults.append(
            Fault(f"{told.indicator!r} is not known.", "--indicator", f"Known: {listed}.")
        )
    elif told.value is not None and outside(told.value, indicator):
        what = f"is {told.value:g}, outside the limits of {indicator.key}."
        faults.append(Fault(what, "--value", "Correct the figure, or the indicator's limits."))
    if not is_valid(told.period):
        remedy = "Write 2026, 2026-07, 2026-Q3 or 2026-07-31."
        faults.append(Fault(f"is no period: {told.period!r}.", "--period", remedy))
    if not told.source_title.strip():
        faults.append(Fault("is empty.", "--source-title", "Say where the figure is from."))
    if told.source_url and not told.source_url.startswith(("https://", "http://")):
        faults.append(Fault("is no web address.", "--source-url", "Begin it with https://."))
    if told.kind not in OBSERVATION_KINDS:
        remedy = f"Write one of {', '.join(OBSERVATION_KINDS)}."
        faults.append(Fault(f"is {told.kind!r}.", "--kind", remedy))
    try:
        read_breakdown(told.breakdown)
    except ValueError as error:
        faults.append(Fault(f"{error}.", "--breakdown", "Write sex=f;age=7-12."))
    return faults


def outside(value: float, indicator: Indicator) -> bool:
    """Whether the indicator cannot have the value."""
    low, high = indicator.lower_limit, indicator.upper_limit
    return (low is not None and value < low) or (high is not None and value > high)


def new_observation(told: Told, indicator: Indicator, town: Municipality) -> NewObservation:
    """The figure as the store takes it; a note is in the town's first language."""
    language = (town.official_languages or ["fi"])[0]
    return NewObservation(
        indicator=indicator.key,
        period=told.period,
        value=told.value,
        unit=indicator.unit,
        known_on=told.known_on,
        source_title=told.source_title.strip(),
        source_url=told.source_url.strip(),
        kind=told.kind,
        status="ok" if told.value is not None else "missing",
        breakdown=dict(read_breakdown(told.breakdown)),
        note=Text({language: told.note} if told.note else {}),
    )
