"""What stands behind a part's status: sources, revisions and the steps of the calculation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from suunta.core.assess.explain import Steps
from suunta.core.scorecard import Figure, MeasureView, PartView
from suunta.reports.wording.charting import drawn_figures
from suunta.store.queries.feeds import Origin
from suunta.store.queries.revisions import Revised
from suunta.web.public.calculation import conclusion, steps
from suunta.web.public.derived import Derived, derived, newest_computed
from suunta.web.public.groups import ByName, by_names
from suunta.web.public.peering import Peering, peerings
from suunta.web.public.sums import Step, Sums
from suunta.web.shared import sources
from suunta.web.shared.page import Page

MOST_SOURCES = 3


@dataclass(frozen=True)
class PartDetails:
    """A part of a measure with what its section of the page shows."""

    part: PartView
    newest: Figure | None
    sources: tuple[Figure, ...]  # one figure a source, the newest three sources
    more_sources: int  # named in the table alone
    origins: tuple[Origin, ...]  # how the newest figures of these sources came by themselves
    steps: tuple[str, ...]  # from the figures to the level to compare with
    sums: tuple[Step, ...]  # of the forecast
    conclusion: str  # the status that follows
    history: tuple[Revised, ...]  # figures that were changed, old beside new
    earlier: tuple[PartView, ...] = ()  # with the targets that later decisions replaced
    derived: Derived | None = None  # how the newest computed figure came about
    groups: tuple[ByName, ...] = ()
    peers: tuple[Peering, ...] = ()


def measure_details(page: Page, measure: MeasureView) -> list[PartDetails]:
    """The details of every part, with one look for all their revisions, one for all steps, one for
    what was computed, one for their peers and one for how they came."""
    parts = list(measure.parts)
    history = sources.revisions(parts, page.as_of)
    explained = sources.explanations(page.municipality.slug, page.as_of, parts)
    made_from = sources.inputs([figure for part in parts if (figure := newest_computed(part))])
    compared = sources.comparisons(page.municipality, parts, page.as_of)
    came = sources.origins(parts)
    earlier = sources.earlier_targets(page.municipality.slug, page.as_of, parts)
    return [
        replace(
            part_details(page, part, history, explained.get(part.id), came),
            earlier=tuple(earlier.get(part.id, ())),
            derived=derived(part, made_from, page.language),
            groups=by_names(part, page.language),
            peers=peerings(part, compared.get(part.id, ()), page.language),
        )
        for part in parts
    ]


def part_details(
    page: Page,
    part: PartView,
    history: dict[int, tuple[Revised, ...]],
    explained: Steps | None,
    came: dict[int, Origin],
) -> PartDetails:
    """The details of one part."""
    counted = steps(part, page.language)
    drawn = drawn_figures(part)
    by_source = {figure.source_title: figure for figure in part.figures}
    cited = sorted(by_source.values(), key=lambda figure: figure.known_on, reverse=True)
    revised = [row for figure in part.figures for row in history.get(figure.observation_id, ())]
    return PartDetails(
        part=part,
        newest=drawn[-1] if drawn else None,
        sources=tuple(cited[:MOST_SOURCES]),
        more_sources=max(len(cited) - MOST_SOURCES, 0),
        origins=tuple(
            came[figure.observation_id]
            for figure in cited[:MOST_SOURCES]
            if figure.observation_id in came
        ),
        steps=tuple(counted),
        sums=tuple(Sums(part, explained, page.language).all()) if explained else (),
        conclusion=conclusion(part, page.language) if counted else "",
        history=tuple(revised),
    )
