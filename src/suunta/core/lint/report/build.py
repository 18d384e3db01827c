"""The report before the decision: what council should fix, and how much it is about to promise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suunta.core.lint import drafts_of
from suunta.core.lint.finding import Draft, finished
from suunta.core.lint.measures import baseline_values, has_target
from suunta.core.lint.report.burden import (
    goal_loads,
    loads,
    reporting_load,
    responsible_loads,
    things_of,
)
from suunta.core.lint.report.doubts import goal_doubts
from suunta.core.lint.report.fixes import ranked_fixes
from suunta.core.lint.report.model import Counts, Report
from suunta.core.lint.report.outlook import GoalOutlook, outlooks
from suunta.core.lint.report.proposals import document_language, proposal_of
from suunta.core.lint.report.settings import wording
from suunta.core.strategy import Strategy


def report_before_decision(strategy: Strategy, lang: str = "en") -> Report:
    """The report on a strategy whose measures are understood.

    strategy: with sub-measures; lang: fi, sv or en, of the report; quoted words and proposals
    stay in the document's language. Goals are judged by the rule `all`.
    """
    words = wording(lang)
    drafts = sorted(drafts_of(strategy), key=_document_order(strategy))
    told = [(draft, finished(draft, lang)) for draft in drafts]
    goals = outlooks(strategy)
    counts = _counts(strategy, goals)
    by_goal, by_responsible = goal_loads(strategy), responsible_loads(strategy)
    return Report(
        title=words["title"].format(title=strategy.title or words["untitled"]),
        language=lang,
        document_language=document_language(strategy),
        result=_result(counts, lang),
        counts=counts,
        fixes=ranked_fixes(strategy, told, goals, lang),
        goals=goal_doubts(goals, strategy.language, lang),
        load=loads(counts, by_goal, by_responsible, lang),
        reporting=reporting_load(counts.things),
        by_goal=by_goal,
        by_responsible=by_responsible,
        good=_good(counts, lang),
        findings=tuple(finding for _, finding in told),
        proposals=tuple(proposal_of(draft, strategy) for draft in drafts),
        words=words,
    )


def _document_order(strategy: Strategy) -> Callable[[Draft], int]:
    """The place of what a finding is about; those of the whole document come last."""
    keys = [
        (goal.number, item)
        for goal in strategy.goals()
        for item in (None, *(a.id for a in goal.actions), *(m.id for m in goal.measures))
    ]
    places = {key: place for place, key in enumerate(keys)}
    return lambda draft: places.get((draft.goal or "", draft.measure), len(places))


def _counts(strategy: Strategy, goals: Sequence[GoalOutlook]) -> Counts:
    measures = [each for outlook in goals for each in outlook.measures]
    actions = [action for goal in strategy.goals() for action in goal.actions]
    subs = [sub for measure in strategy.measures() for sub in measure.sub_measures]
    doubted = [outlook for outlook in goals if outlook.verdict == "cannot_be_assessed"]
    figure = sum(each.by == "figure" for each in measures)
    step = sum(each.by == "step" for each in measures)
    return Counts(
        focus_areas=len(strategy.focus_areas),
        goals=len(goals),
        actions=len(actions),
        measures=len(measures),
        things=sum(things_of(goal) for goal in strategy.goals()),
        judged=figure + step,
        figure=figure,
        step=step,
        followed=len(measures) - figure - step,
        never=sum(not outlook.assessable for outlook in doubted),
        blocked=sum(outlook.assessable for outlook in doubted),
        without_responsible=sum(not action.responsible for action in actions),
        complete_targets=sum(
            has_target(sub) and bool(baseline_values(sub)) and sub.target_period is not None
            for sub in subs
        ),
    )


def _result(counts: Counts, lang: str) -> tuple[str, ...]:
    """The result first, in one to three sentences."""
    words, fills = wording(lang)["result"], vars(counts)
    if not counts.measures:
        return (words["no_measures"],)
    keys = ["measures", "some_goals" if counts.never else "all_goals"]
    if counts.blocked:
        keys[1:] = ["some_goals", "blocked"] if counts.never else ["only_blocked"]
    return tuple(words[key].format(**fills) for key in keys)


def _good(counts: Counts, lang: str) -> tuple[str, ...]:
    """What is in order, without what there is none of."""
    numbers = {
        "assessable": counts.goals - counts.never - counts.blocked,
        "judged": counts.judged,
        "complete": counts.complete_targets,
        "steps": counts.step,
        "responsible": counts.actions - counts.without_responsible,
    }
    words = wording(lang)["good"]
    return tuple(words[key].format(count=number) for key, number in numbers.items() if number)
