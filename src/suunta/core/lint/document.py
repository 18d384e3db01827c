"""Rules about the whole document: its years, and colours that the text has lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suunta.core.lint.finding import Draft
from suunta.core.lint.measures import term_text
from suunta.core.strategy import Strategy

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def document_findings(strategy: Strategy) -> Iterator[Draft]:
    """What the document as a whole leaves open."""
    yield from _horizons(strategy)
    yield from _colours(strategy)


def _horizons(strategy: Strategy) -> Iterator[Draft]:
    """Targets beyond the term, beside actions of one year."""
    if strategy.action_year is None or strategy.term.end is None:
        return
    goals = {
        year for goal in strategy.goals() for year in _years_of_goal(goal.title, goal.sub_bullets)
    }
    later = sorted(year for year in goals if year > strategy.term.end)
    if not later:
        return
    years = ", ".join(
        str(year) for year in sorted({strategy.action_year, strategy.term.end, *later})
    )
    fills = {"years": years, "year": str(strategy.action_year), "term": term_text(strategy.term)}
    yield Draft("mixed-horizons", "notice", text=years, fills=fills)


def _years_of_goal(title: str, points: tuple[str, ...]) -> set[int]:
    return {int(year) for text in (title, *points) for year in YEAR.findall(text)}


def _colours(strategy: Strategy) -> Iterator[Draft]:
    marks = [mark for mark in strategy.sector_legend if mark.colour]
    coloured = [mark.name for mark in marks if re.search(r"[^\W\d_]{2}", mark.name)]
    actions = [action for goal in strategy.goals() for action in goal.actions]
    named = sum(bool(action.sectors) for action in actions)
    if not coloured or named == len(actions):
        return
    sectors = ", ".join(coloured)
    fills = {"sectors": sectors, "named": str(named), "total": str(len(actions))}
    yield Draft("colours-missing", "warning", text=sectors, fills=fills)
