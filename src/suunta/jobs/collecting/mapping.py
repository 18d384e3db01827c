"""Observations of a source as figures of a town's indicators, by its rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from suunta.core.period import is_valid, parse_period
from suunta.jobs.collecting.rules import Rule, Together
from suunta.sources import Observation

# A moment such as 2024-01-01T00:15:00+02:00 belongs to its day.
DAY = 10


@dataclass(frozen=True)
class Figure:
    """One figure of one indicator. area: code of a peer, None for the town itself."""

    indicator: str
    period: str
    value: float | None
    status: str
    kind: str
    area: str | None = None
    numerator: float | None = None
    denominator: float | None = None
    breakdown: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapped:
    """The figures, the units that the source names for them, and rows that were left out.

    met: how many observations the rules are about, also those of years that are not taken or of
    periods that are not whole yet.
    """

    figures: tuple[Figure, ...]
    met: int
    units: tuple[str, ...]
    problems: tuple[str, ...]


def mapped(
    observations: Sequence[Observation], rules: Iterable[Rule], today: date, since: date | None
) -> Mapped:
    """Figures by the rules; periods that end before `since` are left out."""
    figures: list[Figure] = []
    problems: list[str] = []
    units: set[str] = set()
    met = 0
    for rule in rules:
        about = [each for each in observations if is_about(each, rule)]
        met += len(about)
        taken = [each for each in about if not rule.since or (each.period or "") >= rule.since]
        found = {each.unit for each in taken if each.unit}
        units |= {f"{rule.indicator}: {unit}" for unit in found}
        if rule.unit is not None and found - {rule.unit}:
            wrong = ", ".join(sorted(found - {rule.unit}))
            problems.append(f"{rule.indicator}: the unit is {wrong}, not {rule.unit}")
            continue
        if rule.together:
            sums, gaps = together(taken, rule, today)
            figures += sums
            problems += gaps
        else:
            figures += singles(taken, rule)
    kept, doubled = without_doubles(figures)
    problems += [f"{each.indicator} {each.period}: two values that differ" for each in doubled]
    if since:
        kept = [each for each in kept if parse_period(each.period).last >= since]
    return Mapped(tuple(kept), met, tuple(sorted(units)), tuple(problems))


def is_about(each: Observation, rule: Rule) -> bool:
    """Whether a rule is about an observation."""
    if rule.take and (each.indicator or "") not in rule.take:
        return False
    if each.kind not in rule.kinds or not each.period:
        return False
    if any(each.breakdown.get(name) != value for name, value in rule.where.items()):
        return False
    if not set(each.breakdown) <= {*rule.where, *rule.groups} and not rule.count:
        return False
    return is_own(each, rule) or (each.area or "") in rule.peers


def is_own(each: Observation, rule: Rule) -> bool:
    """Whether an observation is about the town itself."""
    return each.area in rule.own if rule.own else (each.area or "") not in rule.peers


def area_of(each: Observation, rule: Rule) -> str | None:
    """The area's code here; None for the town."""
    return None if is_own(each, rule) else rule.peers[each.area or ""]


def groups_of(each: Observation, rule: Rule) -> dict[str, str]:
    """The groups that are kept, in our words."""
    return {
        name: words.get(each.breakdown[name], each.breakdown[name])
        for name, words in rule.groups.items()
        if name in each.breakdown
    }


def singles(taken: Iterable[Observation], rule: Rule) -> Iterator[Figure]:
    """A figure for each observation."""
    for each in taken:
        period = (each.period or "")[:DAY] if "T" in (each.period or "") else each.period or ""
        if is_valid(period):
            yield Figure(
                indicator=rule.indicator,
                period=period,
                value=None if each.value is None else each.value * rule.factor,
                status=each.status,
                kind=each.kind,
                area=area_of(each, rule),
                numerator=each.numerator,
                denominator=each.denominator,
                breakdown=groups_of(each, rule),
            )


Bucket = tuple[str | None, str, str, tuple[tuple[str, str], ...]]


def together(
    taken: Iterable[Observation], rule: Rule, today: date
) -> tuple[list[Figure], list[str]]:
    """A figure for each month, quarter, year, or for now, never for one that is not over; and
    which of them have gaps."""
    figures, gaps = list[Figure](), list[str]()
    found: dict[Bucket, list[Observation]] = defaultdict(list)
    by = rule.together or "year"
    for each in taken:
        period = today.isoformat() if by == "now" else bucket(each.period or "", by)
        if period is not None:
            groups = tuple(sorted(groups_of(each, rule).items()))
            found[area_of(each, rule), each.kind, period, groups].append(each)
    for (area, kind, period, groups), members in found.items():
        if by != "now" and parse_period(period).last >= today:
            continue
        if rule.count is None and not is_whole(members, period, by):
            gaps.append(f"{rule.indicator} {period}: a part of it is missing, so there is no sum")
            continue
        value = sum(each.value or 0.0 for each in members) * rule.factor
        figures.append(
            Figure(rule.indicator, period, value, "ok", kind, area, breakdown=dict(groups))
        )
    return figures, gaps


def bucket(period: str, by: Together) -> str | None:
    """The month, quarter or year in which a period lies; None where it is longer."""
    text = period[:DAY]
    if not is_valid(text):
        return None
    found = parse_period(text)
    first, last = found.first, found.last
    if first.year != last.year:
        return None
    if by == "year":
        return str(first.year)
    if by == "month":
        return f"{first:%Y-%m}" if first.month == last.month else None
    quarter = (first.month - 1) // 3
    return f"{first.year}-Q{quarter + 1}" if quarter == (last.month - 1) // 3 else None


def is_whole(members: Sequence[Observation], period: str, by: Together) -> bool:
    """Whether every day of the period is measured: a gap is no zero."""
    if any(each.value is None for each in members):
        return False
    if by == "now":
        return True
    days: set[date] = set()
    for each in members:
        part = parse_period((each.period or "")[:DAY])
        span = (part.last - part.first).days + 1
        days |= {part.first + timedelta(days=shift) for shift in range(span)}
    whole = parse_period(period)
    return len(days) == (whole.last - whole.first).days + 1


def without_doubles(figures: Iterable[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Each figure once; those that an answer gives with two values are no figures at all."""
    found: dict[tuple[object, ...], Figure] = {}
    doubled: dict[tuple[object, ...], Figure] = {}
    for each in figures:
        groups = tuple(sorted(each.breakdown.items()))
        key = (each.indicator, each.area, each.period, each.kind, groups)
        before = found.setdefault(key, each)
        if before != each:
            doubled[key] = each
    return [each for key, each in found.items() if key not in doubled], list(doubled.values())
