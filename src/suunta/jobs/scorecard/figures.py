"""The figures of each series as they were known on the day of the scorecard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from suunta.core.assess.measure import Peer, Point
from suunta.core.period import parse_period
from suunta.core.scorecard import Figure
from suunta.store.queries.rows import Row
from suunta.store.queries.texts import written_text

# Kinds that say what happened, the firmer one first. A forecast or a budget is no outcome.
OUTCOMES = ("actual", "preliminary")
KINDS = (*OUTCOMES, "forecast", "budget")


@dataclass
class Series:
    """One indicator: the town's own figures, oldest first, and the newest ones of its peers."""

    figures: tuple[Figure, ...] = ()
    peers: Mapping[str, Mapping[str, Row]] = field(default_factory=dict)  # period -> area -> row

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

    def peers_of_newest(self) -> tuple[Peer, ...]:
        """The other areas' values for the newest period that the town has itself."""
        own = [point for point in self.points() if point.value is not None]
        if not own:
            return ()
        rows = self.peers.get(own[-1].period, {})
        return tuple(
            Peer(area, row["value"], row["numerator"], row["denominator"])
            for area, row in sorted(rows.items())
        )


def firmness(figure: Figure) -> tuple[int, float]:
    """What is preferred sorts first: actual before preliminary, long periods before short ones."""
    return (KINDS.index(figure.kind), -parse_period(figure.period).months)


def series_of(rows: Iterable[Row]) -> dict[int, Series]:
    """Series by indicator. rows: observations, the oldest publication first."""
    own: dict[int, list[Row]] = defaultdict(list)
    others: dict[int, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        if row["municipality_id"] is not None:
            own[row["indicator_id"]].append(row)
        elif row["kind"] in OUTCOMES:
            others[row["indicator_id"]][row["period"]][row["area__code"]] = row
    return {
        indicator: Series(newest_figures(own[indicator]), others[indicator])
        for indicator in {*own, *others}
    }


def newest_figures(rows: Sequence[Row]) -> tuple[Figure, ...]:
    """The newest publication of each period and kind, oldest period first."""
    published: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        published[row["period"], row["kind"]].append(row)
    figures = [figure(revisions[-1], len(revisions)) for revisions in published.values()]
    return tuple(
        sorted(figures, key=lambda each: (parse_period(each.period), KINDS.index(each.kind)))
    )


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
    )
