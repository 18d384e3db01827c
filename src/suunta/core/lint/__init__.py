"""What a strategy document cannot answer: findings, each with its place and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from suunta.core.lint.abbreviations import abbreviation_findings
from suunta.core.lint.actions import action_findings
from suunta.core.lint.document import document_findings
from suunta.core.lint.finding import Draft, Finding, finding_json, finished
from suunta.core.lint.goals import goal_findings
from suunta.core.lint.measures import measure_findings
from suunta.core.lint.units import unit_findings
from suunta.core.strategy import Strategy

__all__ = ["RULES", "Finding", "drafts_of", "finding_json", "lint"]

RULES: tuple[Callable[[Strategy], Iterable[Draft]], ...] = (
    measure_findings,
    unit_findings,
    action_findings,
    goal_findings,
    document_findings,
    abbreviation_findings,
)


def lint(strategy: Strategy, lang: str = "en") -> list[Finding]:
    """The findings of a strategy whose measures are understood, in the document's order.

    strategy: with sub-measures (`suunta.core.phrases.understand`). lang: fi, sv or en, the
    language of messages and remedies. Findings of the whole document come last.
    """
    return [finished(draft, lang) for draft in drafts_of(strategy)]


def drafts_of(strategy: Strategy) -> list[Draft]:
    """The findings before they are put into words, in the document's order."""
    order = {goal.number: place for place, goal in enumerate(strategy.goals())}
    drafts = [draft for rule in RULES for draft in rule(strategy)]
    drafts.sort(key=lambda draft: order.get(draft.goal or "", len(order)))
    return drafts
