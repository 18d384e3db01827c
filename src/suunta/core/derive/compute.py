"""Derived values: of what is known at one time, and through the history of publications."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from suunta.core.breakdown import Breakdown
from suunta.core.derive.forms import FORMULAS, RATIOS
from suunta.core.derive.model import KINDS, Derivation, Derived, Input, Value
from suunta.core.derive.periods import years_before
from suunta.core.period import Period, parse_period

Place = tuple[str, str, Breakdown]  # indicator, area, group
Known = dict[Place, dict[Period, Value]]


def derive(rule: Derivation, values: Iterable[Value]) -> tuple[Derived, ...]:
    """What follows from values that are known at one time.

    Parameters: rule; values: of its inputs (others are passed over), in any order, of any areas and
    groups. Of several for one period the firmest kind counts, and of it the newest publication.
    Returns: one value for each area, group and period for which every input has been published,
    also as missing or suppressed; in order of area, group and period.
    """
    known = newest(values)
    lead = rule.inputs[-1]
    found: dict[tuple[str, Breakdown, Period], Derived] = {}
    for indicator, area, group in sorted(known):
        if indicator != lead.indicator or not is_result_group(rule, group):
            continue
        shown = own_group(rule, group)
        for period, value in sorted(known[indicator, area, group].items()):
            taken = inputs_for(rule, known, area, shown, period, value.period)
            if taken is not None:
                found[area, shown, period] = derived(rule, taken, area, shown, value.period)
    return tuple(found.values())


def history(rule: Derivation, values: Iterable[Value]) -> tuple[Derived, ...]:
    """What followed on each day of publication, oldest day first.

    Parameters: as of `derive`, with all revisions.
    Returns: a derived value for each day on which one of the observations that it is made from
    became known. `known_on` is that day, so that a page as of any day finds what followed then.
    """
    listed = sorted(values, key=lambda value: (value.known_on, value.id))
    said: dict[tuple[str, Breakdown, str], Derived] = {}
    found = []
    for day in sorted({value.known_on for value in listed}):
        for result in derive(rule, [value for value in listed if value.known_on <= day]):
            key = (result.area, result.breakdown, result.period)
            if said.get(key) != result:
                said[key] = result
                found.append(result)
    return tuple(found)


def newest(values: Iterable[Value]) -> Known:
    """The value that counts of each series and period."""
    known: Known = defaultdict(dict)
    for value in sorted(values, key=firmness):
        place = (value.indicator, value.area, value.breakdown)
        known[place][parse_period(value.period)] = value
    return known


def firmness(value: Value) -> tuple[bool, int, date, int]:
    """What is preferred sorts last: published before computed, the firmest kind, the newest day."""
    return not value.computed, -KINDS.index(value.kind), value.known_on, value.id


def is_result_group(rule: Derivation, group: Breakdown) -> bool:
    """Whether a group of the leading (last) input stands for a result: of a sum or rate over groups
    the first of them does. Where the declaration names a group, the result is about all people."""
    if any(each.breakdown is not None for each in rule.inputs):
        return group == (rule.inputs[-1].breakdown or ())
    return rule.dimension is None or (rule.dimension, rule.groups[0]) in group


def own_group(rule: Derivation, group: Breakdown) -> Breakdown:
    """The group that the result is about."""
    if any(each.breakdown is not None for each in rule.inputs):
        return ()
    return tuple(pair for pair in group if pair[0] != rule.dimension)


def inputs_for(
    rule: Derivation, known: Known, area: str, group: Breakdown, period: Period, text: str
) -> list[Value] | None:
    """The values in the formula's order; None where one was never published."""
    taken = []
    for each in rule.inputs:
        for part in parts_of(rule, each, group):
            series = known.get((each.indicator, area, part), {})
            for wanted in wanted_periods(rule, period, text):
                value = series.get(wanted) if wanted else None
                if value is None:
                    return None
                taken.append(value)
    return taken


def parts_of(rule: Derivation, each: Input, group: Breakdown) -> list[Breakdown]:
    """The groups of an input that go into the result of a group."""
    if each.breakdown is not None:
        return [each.breakdown]
    if rule.dimension is None:
        return [group]
    return [tuple(sorted((*group, (rule.dimension, one)))) for one in rule.groups]


def wanted_periods(rule: Derivation, period: Period, text: str) -> Sequence[Period | None]:
    """The periods of an input that go into the result of a period, oldest first."""
    if rule.form == "growth":
        return [years_before(text, rule.years), period]
    if rule.form == "rolling_mean":
        return [years_before(text, back) for back in range(rule.years - 1, 0, -1)] + [period]
    if rule.form == "index" and rule.base:
        return [parse_period(rule.base), period]
    return [period]


def derived(
    rule: Derivation, taken: Sequence[Value], area: str, group: Breakdown, text: str
) -> Derived:
    """The result of one area, group and period."""
    status = status_of(taken)
    numbers = [value.value for value in taken if value.value is not None]
    value = FORMULAS[rule.form](rule, numbers) if status == "ok" else None
    if status == "ok" and value is None:
        status = "missing"
    counted = rule.form in RATIOS and status == "ok"
    return Derived(
        period=text,
        value=value,
        known_on=max(each.known_on for each in taken),
        kind=max((each.kind for each in taken), key=KINDS.index),
        status=status,
        area=area,
        breakdown=group,
        approximate=any(each.approximate for each in taken),
        inputs=tuple(dict.fromkeys(each.id for each in taken)),
        numerator=numbers[0] if counted else None,
        denominator=numbers[1] if counted else None,
    )


def status_of(taken: Sequence[Value]) -> str:
    """Suppressed before missing: what is hidden stays hidden whatever else is not known."""
    statuses = {each.status for each in taken}
    if "suppressed" in statuses:
        return "suppressed"
    return "missing" if "missing" in statuses or any(v.value is None for v in taken) else "ok"
