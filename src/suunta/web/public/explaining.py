"""What stands behind a part's status: sources, revisions and the steps of the calculation."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.core.scorecard import Figure, PartView
from suunta.web.shared.charting import drawn_figures, is_outcome
from suunta.web.shared.page import Page


@dataclass(frozen=True)
class PartDetails:
    """A part of a measure with what its section of the page shows."""

    part: PartView
    newest: Figure | None
    sources: tuple[Figure, ...]  # one figure a source, the newest
    revised: tuple[Figure, ...]
    others: tuple[Figure, ...]  # budgets and forecasts of others, hidden values


def part_details(page: Page, part: PartView) -> PartDetails:
    """The details of one part."""
    drawn = drawn_figures(part)
    by_source = {figure.source_title: figure for figure in part.figures}
    return PartDetails(
        part=part,
        newest=drawn[-1] if drawn else None,
        sources=tuple(by_source.values()),
        revised=tuple(figure for figure in part.figures if figure.revision > 1),
        others=tuple(figure for figure in part.figures if not is_outcome(figure)),
    )
