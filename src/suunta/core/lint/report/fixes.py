"""Findings ranked by what they lead to, those of one kind in one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from suunta.core.lint.finding import Draft, Finding, Severity
from suunta.core.lint.report.model import Consequence, Fix, Place
from suunta.core.lint.report.outlook import GoalOutlook
from suunta.core.lint.report.proposals import proposal_of
from suunta.core.lint.report.settings import ranking, wording
from suunta.core.strategy import Strategy

CONSEQUENCES: tuple[Consequence, ...] = ("goal", "measure", "clarity")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")
# What a change needs a starting level for: then its lack is more than a lack of clarity.
NO_BASELINE = "target-without-baseline"
# Two sides that do not agree: the message names both.
DETAILED = ("contradiction", "rival-targets")
Told = tuple[Draft, Finding]


def ranked_fixes(
    strategy: Strategy, told: Sequence[Told], goals: Sequence[GoalOutlook], lang: str
) -> tuple[Fix, ...]:
    """All findings as rows, most serious first; what another finding says as well is left out.

    told: each finding before and after it was put into words; goals: their outlooks.
    """
    by_number = {outlook.goal.number: outlook for outlook in goals}
    groups: dict[tuple[Consequence, str], list[Told]] = defaultdict(list)
    said = {draft.measure for draft, _ in told if draft.code == "baseline-without-target"}
    for draft, finding in told:
        if draft.code == "no-target" and draft.measure in said:
            continue  # the finding about its starting level says the same and more
        groups[_consequence(draft, by_number), draft.code].append((draft, finding))
    fixes = [_fix(strategy, kind, group, lang) for kind, group in groups.items()]
    return tuple(sorted(fixes, key=_rank))


def _consequence(draft: Draft, goals: Mapping[str, GoalOutlook]) -> Consequence:
    order = ranking()
    outlook = goals.get(draft.goal or "")
    hindering = {each.measure.id for each in outlook.hindering} if outlook else set()
    starts_nowhere = draft.code == NO_BASELINE and _lacks_baseline(draft, outlook)
    if draft.code in order["hinders"] or starts_nowhere:
        whole = outlook is not None and not outlook.assessable
        hinders = whole or draft.measure in hindering
        return "goal" if hinders else "measure"
    return "measure" if draft.code in order["measure"] else "clarity"


def _lacks_baseline(draft: Draft, outlook: GoalOutlook | None) -> bool:
    """Whether the measure promises a change and does not say from what."""
    return outlook is not None and any(
        each.measure.id == draft.measure and "no-baseline" in each.reasons
        for each in outlook.measures
    )


def _fix(
    strategy: Strategy, kind: tuple[Consequence, str], group: Sequence[Told], lang: str
) -> Fix:
    consequence, code = kind
    words = wording(lang)
    remedies = {finding.remedy for _, finding in group}
    shared = len(remedies) == 1
    return Fix(
        code=code,
        severity=min((draft.severity for draft, _ in group), key=SEVERITIES.index),
        consequence=consequence,
        what=words["kinds"][code],
        remedy=remedies.pop() if shared else words["general"].get(code, group[0][1].remedy),
        places=tuple(
            Place(
                goal=draft.goal,
                item=draft.measure,
                text=draft.text,
                detail=finding.message if code in DETAILED else None,
                proposal=proposal_of(draft, strategy),
            )
            for draft, finding in group
        ),
    )


def _rank(fix: Fix) -> tuple[int, int, int]:
    order = [code for listed in ranking().values() for code in listed]
    return (
        CONSEQUENCES.index(fix.consequence),
        SEVERITIES.index(fix.severity),
        order.index(fix.code),
    )
