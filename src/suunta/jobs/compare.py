"""Parts of measures beside the same figures of other municipalities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from suunta.core.comparison import AreaValue, Comparison, funnel_of, with_intervals
from suunta.core.period import parse_period
from suunta.core.scorecard import Figure, MunicipalityView, PartView
from suunta.core.texts import Text
from suunta.jobs.scorecard.figures import OUTCOMES, web_address
from suunta.store.queries.peers import Peers, peer_figures, peer_groups
from suunta.store.queries.row import Row
from suunta.store.queries.texts import written_text

Newest = Mapping[tuple[str, str], Row]  # indicator, area


def comparisons(
    town: MunicipalityView, parts: Sequence[PartView], as_of: date
) -> dict[str, tuple[Comparison, ...]]:
    """The parts that have figures and whose peers have some too, by id; two queries at most."""
    wanted = {part.id: part for part in parts if part.indicator and newest_own(part)}
    groups = peer_groups(town.slug) if wanted else ()
    if not groups:
        return {}
    keys = {part.indicator or "" for part in wanted.values()}
    areas = {area for group in groups for area in group.areas}
    newest = newest_of(peer_figures(town.slug, keys, areas, as_of))
    found = {
        part.id: tuple(
            comparison(town, part, group, newest)
            for group in groups
            if any((part.indicator, area) in newest for area in group.areas)
        )
        for part in wanted.values()
    }
    return {part: compared for part, compared in found.items() if compared}


def newest_own(part: PartView) -> Figure | None:
    """The town's newest outcome."""
    known = [each for each in part.figures if each.kind in OUTCOMES and each.value is not None]
    return max(known, key=lambda each: parse_period(each.period), default=None)


def newest_of(rows: Sequence[Row]) -> Newest:
    """The newest outcome of each indicator and area; of one period, the newest publication."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row["indicator__key"], row["area__code"])
        if row["kind"] in OUTCOMES:
            before = found.get(key)
            if before is None or parse_period(row["period"]) >= parse_period(before["period"]):
                found[key] = row
    return found


def comparison(town: MunicipalityView, part: PartView, group: Peers, newest: Newest) -> Comparison:
    """The town and one group; an area without figures keeps its place."""
    names = names_of(newest)
    others = [
        peer_value(newest.get((part.indicator or "", area)), area, names) for area in group.areas
    ]
    values = with_intervals([own_value(town, part), *others])
    return Comparison(group.name, group.basis, group.reason, values, funnel_of(values))


def names_of(newest: Newest) -> dict[str, Text]:
    """Names of the areas that have any figure."""
    found: dict[str, Text] = defaultdict(Text)
    for row in newest.values():
        found[row["area__code"]] = written_text(row, "area__name")
    return found


def own_value(town: MunicipalityView, part: PartView) -> AreaValue:
    """The town's newest outcome."""
    figure = newest_own(part)
    return AreaValue(
        area="",
        name=town.name,
        own=True,
        period=figure.period if figure else None,
        value=figure.value if figure else None,
        status="ok" if figure else "missing",
        numerator=figure.numerator if figure else None,
        denominator=figure.denominator if figure else None,
        source_title=figure.source_title if figure else "",
        source_url=figure.source_url if figure else "",
        known_on=figure.known_on if figure else None,
    )


def peer_value(row: Row | None, area: str, names: Mapping[str, Text]) -> AreaValue:
    """Another area's newest outcome; nothing where it has none."""
    if row is None:
        return AreaValue(area, names.get(area, Text({"fi": area})), False, None, None, "missing")
    return AreaValue(
        area=area,
        name=names[area],
        own=False,
        period=row["period"],
        value=row["value"],
        status=row["status"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        source_title=row["source__title"],
        source_url=web_address(row["source__url"]),
        known_on=row["known_on"],
    )
