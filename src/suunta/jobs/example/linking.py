"""links.yaml: which part follows which series, near misses, and targets in the words of goals."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from suunta.core.strategy import Baseline
from suunta.core.texts import Text
from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.jobs.example.ids import Ids

COMPARATORS = (">=", "<=", ">", "<", "=", "increase", "decrease", "rank_top_fraction", "none")
BASES = (
    "absolute",
    "change_absolute",
    "change_percent",
    "percentage_points",
    "relative_to_baseline",
)


@dataclass(frozen=True)
class Link:
    """A part and its series; `of` is M of "N of M", or the id of the part that it is a share of."""

    part: str
    indicator: str
    why: Text
    of: float | str | None
    peers: bool
    peer_group: str | None
    per: str | None
    window_years: int | None
    path: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Miss:
    """A part and a series that is not the same."""

    part: str
    indicator: str | None
    why: Text


@dataclass(frozen=True)
class GoalTarget:
    """A target that stands in the words of a goal or action."""

    id: str
    goal: str
    sub_point: int | None
    action: str
    name: Text
    kind: str
    comparator: str
    value: float | None
    value_max: float | None
    unit: str | None
    basis: str | None
    period: str | None
    baseline: tuple[Baseline, ...]
    approximate: bool
    direction: str | None
    per: str | None
    window_years: int | None
    path: tuple[dict[str, Any], ...]
    indicator: str | None
    for_part: str | None
    why: Text


@dataclass(frozen=True)
class Links:
    """What links.yaml says."""

    links: tuple[Link, ...]
    misses: tuple[Miss, ...]
    goal_targets: tuple[GoalTarget, ...]


def read_links(
    folder: Path,
    ids: Ids,
    indicators: Mapping[str, Any],
    faults: Faults,
    peer_groups: Collection[str] = (),
) -> Links:
    """links.yaml."""
    record = yaml_record(folder, "links.yaml", faults)
    targets = tuple(
        read_goal_target(each, ids, indicators) for each in record.records("goal_targets")
    )
    own = {target.id for target in targets}
    links = tuple(read_link(each, ids, indicators, peer_groups) for each in record.records("links"))
    misses = []
    for each in record.records("not_linked"):
        part = each.needed("part")
        if part not in own:
            ids.check(each, "part", part, "parts")
        misses.append(Miss(part, known_indicator(each, indicators), each.words("why")))
    return Links(links, tuple(misses), targets)


def known_indicator(record: Record, indicators: Mapping[str, Any]) -> str | None:
    """The key of an indicator, or null."""
    key = record.text("indicator")
    if key is not None and key not in indicators:
        record.wrong("indicator", f"{key!r} is not known.", "Add it to indicators.yaml.")
    return key


def read_link(
    record: Record, ids: Ids, indicators: Mapping[str, Any], peer_groups: Collection[str]
) -> Link:
    """One link; `peers` is true for all towns that have figures, or the key of a group."""
    group = record.raw("peers") if isinstance(record.raw("peers"), str) else None
    if group is not None and group not in peer_groups:
        record.wrong("peers", f"{group!r} is not known.", "Write true, or a group of peers.yaml.")
    part = record.needed("part")
    ids.check(record, "part", part, "parts")
    record.needed("indicator")
    of = record.raw("of")
    if isinstance(of, str):
        ids.check(record, "of", of, "parts")
    return Link(
        part=part,
        indicator=known_indicator(record, indicators) or "",
        why=record.words("why"),
        of=of if isinstance(of, str) else record.number("of"),
        peers=group is not None or record.yes("peers"),
        peer_group=group,
        **read_shape(record),
    )


def read_shape(record: Record) -> dict[str, Any]:
    """Judged each year, as the mean of years, or through interim levels."""
    path = []
    for point in record.records("path"):
        point.period("period")
        path.append({"period": point.needed("period"), "value": point.number("value")})
    per = record.text("per")
    if per not in (None, "year"):
        record.wrong("per", f"is {per!r}.", "Write year or null.")
    return {"per": per, "window_years": record.whole("window_years"), "path": tuple(path)}


def read_goal_target(record: Record, ids: Ids, indicators: Mapping[str, Any]) -> GoalTarget:
    """One target of a goal."""
    goal = record.needed("goal")
    ids.check(record, "goal", goal, "goals")
    action, for_part = record.text("action"), record.text("for_part")
    if action:
        ids.check(record, "action", action, "actions")
    if for_part:
        ids.check(record, "for_part", for_part, "parts")
    sub_point = record.whole("sub_point")
    if sub_point is not None and not 1 <= sub_point <= ids.goals.get(goal, 0):
        record.wrong("sub_point", f"goal {goal} has no sub-point {sub_point}.")
    period = record.text("period")
    if period not in (None, "term", "per year"):
        record.check_period("period", str(period))
    return GoalTarget(
        id=record.needed("id"),
        goal=goal,
        sub_point=sub_point,
        action=action or "",
        name=record.words("name"),
        kind=record.one_of("kind", ("numeric", "milestone")),
        comparator=record.one_of("comparator", COMPARATORS, "none"),
        value=record.number("value"),
        value_max=record.number("value_max"),
        unit=record.text("unit"),
        basis=record.one_of("basis", BASES, "absolute") if record.text("basis") else None,
        period=period,
        baseline=tuple(read_baseline(each) for each in record.records("baseline")),
        approximate=record.yes("approximate"),
        direction=record.text("direction"),
        indicator=known_indicator(record, indicators),
        for_part=for_part,
        why=record.words("why"),
        **read_shape(record),
    )


def read_baseline(record: Record) -> Baseline:
    """A starting value; its period or its value may be unknown."""
    return Baseline(record.period("period"), record.number("value"), record.text("unit"))
