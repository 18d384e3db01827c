"""What stands behind a part's status: sources, revisions and the steps of the calculation."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.core.scorecard import Figure, PartView
from suunta.web.public.calculation import steps
from suunta.web.shared import sources
from suunta.web.shared.charting import drawn_figures
from suunta.web.shared.page import Page
from suunta.web.shared.sources import Revision


@dataclass(frozen=True)
class PartDetails:
    """A part of a measure with what its section of the page shows."""

    part: PartView
    newest: Figure | None
    sources: tuple[Figure, ...]  # one figure a source, the newest
    steps: tuple[str, ...]  # of the calculation
    history: tuple[Revision, ...]  # figures that were changed, old beside new


def part_details(page: Page, part: PartView) -> PartDetails:
    """The details of one part."""
    drawn = drawn_figures(part)
    by_source = {figure.source_title: figure for figure in part.figures}
    return PartDetails(
        part=part,
        newest=drawn[-1] if drawn else None,
        sources=tuple(by_source.values()),
        steps=tuple(steps(part, page.language)),
        history=sources.revisions(part, page.as_of),
    )
