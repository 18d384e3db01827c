"""The goals that cannot be assessed, with the reason and what would make them so."""

from __future__ import annotations

from collections.abc import Iterable

from suunta.core.lint.goals import promised_targets
from suunta.core.lint.report.model import GoalDoubt
from suunta.core.lint.report.outlook import GoalOutlook
from suunta.core.lint.report.settings import wording
from suunta.core.strategy import Goal


def goal_doubts(
    goals: Iterable[GoalOutlook], document_language: str, lang: str
) -> tuple[GoalDoubt, ...]:
    """One for each goal on which the rules say nothing; first those where nothing is judged."""
    found = [
        _doubt(outlook, document_language, lang)
        for outlook in goals
        if outlook.verdict == "cannot_be_assessed"
    ]
    return tuple(sorted(found, key=lambda doubt: doubt.kind == "blocked"))


def _doubt(outlook: GoalOutlook, document_language: str, lang: str) -> GoalDoubt:
    words, goal = wording(lang), outlook.goal
    proposals = _own_targets(goal, document_language)
    advice = ["from-goal"] if proposals else []
    remedies = [words["remedies"][key] for key in [*advice, *outlook.reasons]]
    why = "; ".join(words["reasons"][reason] for reason in outlook.reasons)
    return GoalDoubt(
        number=goal.number,
        title=goal.title,
        kind="blocked" if outlook.assessable else "never",
        reasons=outlook.reasons,
        measures=tuple(each.measure.id for each in outlook.hindering),
        why=f"{why[:1].upper()}{why[1:]}.",
        remedy=" ".join(remedies),
        proposals=proposals,
    )


def _own_targets(goal: Goal, language: str) -> tuple[str, ...]:
    """The goal's own words that state a target level, while it has no measure with one."""
    texts = (goal.title, *goal.sub_bullets)
    return tuple(text for text in texts if promised_targets(text, language))
