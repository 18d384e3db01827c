"""How the measures of a goal are laid out: charts as cards, single figures and gaps as rows."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.core.scorecard import ActionView, Figure, GoalView, MeasureView
from suunta.reports.wording.charting import drawn_figures
from suunta.reports.wording.headlines import headline
from suunta.reports.wording.missing import missing_words
from suunta.web.public.overview import has_news

CHARTED_FROM = 2  # figures


@dataclass(frozen=True)
class Waiting:
    """Measures that lack the same thing."""

    status: str
    words: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True)
class GoalLayout:
    """The sections of a goal's page."""

    cards: tuple[MeasureView, ...]  # with a chart or steps
    rows: tuple[MeasureView, ...]  # with single figures
    rows_source: Figure | None  # where one source gives all figures of the rows
    waiting: tuple[Waiting, ...]
    unreported: bool  # no action has a state


def goal_layout(goal: GoalView, language: str) -> GoalLayout:
    """Which measure goes where."""
    news = [measure for measure in goal.measures if has_news(measure)]
    rows = tuple(measure for measure in news if is_row(measure))
    return GoalLayout(
        cards=tuple(measure for measure in news if not is_row(measure)),
        rows=rows,
        rows_source=one_source(rows, language),
        waiting=waiting([one for one in goal.measures if not has_news(one)], language),
        unreported=all(is_unreported(action) for action in goal.actions),
    )


def is_row(measure: MeasureView) -> bool:
    """Whether a line says it all: no chart, no steps."""
    return not any(
        part.states or len(drawn_figures(part)) >= CHARTED_FROM for part in measure.parts
    )


def one_source(rows: tuple[MeasureView, ...], language: str) -> Figure | None:
    """A figure of the source that all rows share; None where they have several."""
    lines = [headline(part, language) for row in rows for part in row.parts]
    figures = [line.figure for line in lines if line]
    titles = {figure.source_title for figure in figures}
    return figures[0] if len(titles) == 1 and len(rows) > 1 else None


def waiting(measures: list[MeasureView], language: str) -> tuple[Waiting, ...]:
    """Measures without news, together where they lack the same thing, in document order."""
    found: dict[tuple[str, str], list[MeasureView]] = {}
    for measure in measures:
        words = dict.fromkeys(missing_words(part, language) for part in measure.parts)
        found.setdefault((measure.status, " ".join(words)), []).append(measure)
    return tuple(Waiting(status, words, tuple(group)) for (status, words), group in found.items())


def is_unreported(action: ActionView) -> bool:
    """Whether nobody has said where the action stands."""
    return action.state == "not_reported" and not action.states
