"""What stands behind a part's status: sources, revisions and the steps of the calculation."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.core.scorecard import Figure, MeasureView, PartView
from suunta.store.queries.revisions import Revised
from suunta.web.public.calculation import steps
from suunta.web.shared import sources
from suunta.web.shared.charting import drawn_figures
from suunta.web.shared.page import Page

MOST_SOURCES = 3


@dataclass(frozen=True)
class PartDetails:
    """A part of a measure with what its section of the page shows."""

    part: PartView
    newest: Figure | None
    sources: tuple[Figure, ...]  # one figure a source, the newest three sources
    more_sources: int  # named in the table alone
    steps: tuple[str, ...]  # of the calculation
    history: tuple[Revised, ...]  # figures that were changed, old beside new


def measure_details(page: Page, measure: MeasureView) -> list[PartDetails]:
    """The details of every part, with one look for all their revisions."""
    history = sources.revisions(list(measure.parts), page.as_of)
    return [part_details(page, part, history) for part in measure.parts]


def part_details(
    page: Page, part: PartView, history: dict[int, tuple[Revised, ...]]
) -> PartDetails:
    """The details of one part."""
    drawn = drawn_figures(part)
    by_source = {figure.source_title: figure for figure in part.figures}
    cited = sorted(by_source.values(), key=lambda figure: figure.known_on, reverse=True)
    revised = [row for figure in part.figures for row in history.get(figure.observation_id, ())]
    return PartDetails(
        part=part,
        newest=drawn[-1] if drawn else None,
        sources=tuple(cited[:MOST_SOURCES]),
        more_sources=max(len(cited) - MOST_SOURCES, 0),
        steps=tuple(steps(part, page.language)),
        history=tuple(revised),
    )
