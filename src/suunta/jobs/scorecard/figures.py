"""The figures of each series as they were known on the day of the scorecard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from suunta.core.assess.measure import Peer, Point
from suunta.core.breakdown import read_breakdown
from suunta.core.period import parse_period
from suunta.core.scorecard import Figure, GroupView
from suunta.store.models.source import COMPUTED
from suunta.store.queries.row import Row
from suunta.store.queries.texts import written_text

# Kinds that say what happened, the firmer one first. A forecast or a budget is no outcome.
OUTCOMES = ("actual", "preliminary")
KINDS = (*OUTCOMES, "forecast", "budget")


@dataclass
class Series:
    """One indicator: the town's own figures, oldest first, the newest ones of its peers, and the
    town's own by groups of people."""

    figures: tuple[Figure, ...] = ()
    peers: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)  # period -> area -> row
    groups: tuple[GroupView, ...] = ()

    def points(self) -> tuple[Point, ...]:
        """What is judged: one outcome a period, the firmer kind where there are two.

        Where periods of two lengths end on the same day, the longer one is the series'.
        """
        by_day: dict[object, Figure] = {}
        for figure in sorted(self.figures, key=firmness, reverse=True):
            if figure.kind in OUTCOMES:
                by_day[parse_period(figure.period).last] = figure
        return tuple(
            Point(
                figure.period,
                figure.value,
                figure.numerator,
                figure.denominator,
                suppressed=figure.status == "suppressed",
            )
            for _, figure in sorted(by_day.items())
            if figure.status != "missing"
        )

    def peers_of_newest(self, areas: Sequence[str] | None = None) -> tuple[Peer, ...]:
        """The other areas' values for the newest period that the town has itself; areas: codes of
        those it is compared with, None for all."""
        own = [point for point in self.points() if point.value is not None]
        if not own:
            return ()
        rows = self.peers.get(own[-1].period, {})
        return tuple(
            Peer(area, row["value"], row["numerator"], row["denominator"])
            for area, row in sorted(rows.items())
            if areas is None or area in areas
        )


def firmness(figure: Figure) -> tuple[int, float]:
    """What is preferred sorts first: actual before preliminary, long periods before short ones."""
    return (KINDS.index(figure.kind), -parse_period(figure.period).months)


def series_of(rows: Iterable[Row]) -> dict[int, Series]:
    """Series by indicator. rows: observations, the oldest publication first."""
    own: dict[int, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    others: dict[int, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        if row["municipality_id"] is not None:
            own[row["indicator_id"]][row["breakdown"]].append(row)
        elif row["kind"] in OUTCOMES and not row["breakdown"]:
            others[row["indicator_id"]][row["period"]][row["area__code"]] = row
    return {
        indicator: Series(
            newest_figures(own[indicator][""]), others[indicator], group_views(own[indicator])
        )
        for indicator in {*own, *others}
    }


def group_views(rows: Mapping[str, Sequence[Row]]) -> tuple[GroupView, ...]:
    """The figures of each group of people, in order of the groups."""
    return tuple(
        GroupView(read_breakdown(group), newest_figures(found))
        for group, found in sorted(rows.items())
        if group and found
    )


def newest_figures(rows: Sequence[Row]) -> tuple[Figure, ...]:
    """The newest publication of each period and kind, oldest period first; what Suunta computed
    gives way to what was published."""
    outcomes = {row["period"] for row in rows if row["kind"] in OUTCOMES and not is_computed(row)}
    published: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if not (is_computed(row) and row["period"] in outcomes):
            published[row["period"], row["kind"]].append(row)
    standing = [without_taken_back(revisions) for revisions in published.values()]
    figures = [figure(revisions[-1], len(revisions)) for revisions in standing]
    return tuple(
        sorted(figures, key=lambda each: (parse_period(each.period), KINDS.index(each.kind)))
    )


def without_taken_back(rows: Sequence[Row]) -> Sequence[Row]:
    """Publications of one period and kind: where the newest source took its own figure back, what
    other sources say stands again."""
    newest = rows[-1]
    own = [row for row in rows if same_source(row, newest)]
    if newest["status"] != "missing" or all(row["status"] == "missing" for row in own):
        return rows
    others = [row for row in rows if not same_source(row, newest)]
    return without_taken_back(others) if others else rows


def same_source(row: Row, other: Row) -> bool:
    """Whether two publications are of one source."""
    return all(row[name] == other[name] for name in ("source__title", "source__url"))


def is_computed(row: Row) -> bool:
    """Whether Suunta computed the figure."""
    return bool(row["source__url"] == COMPUTED)


def web_address(address: str | None) -> str:
    """The address where a reader can follow it; the name of a file or anything else is no link."""
    return address if address and address.startswith(("https://", "http://")) else ""


def figure(row: Row, revision: int) -> Figure:
    """One publication as shown; `revision` counts the publications of the same figure."""
    return Figure(
        observation_id=row["pk"],
        period=row["period"],
        value=row["value"],
        unit=row["unit"],
        kind=row["kind"],
        status=row["status"],
        approximate=row["approximate"],
        source_title=row["source__title"],
        source_url=web_address(row["source__url"]),
        known_on=row["known_on"],
        recorded_at=row["recorded_at"],
        note=written_text(row, "note"),
        revision=revision,
        numerator=row["numerator"],
        denominator=row["denominator"],
        computed=is_computed(row),
    )
