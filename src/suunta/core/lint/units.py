"""Rules about units: those of the starting level, the target and the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suunta.core.lint.finding import Draft, Severity
from suunta.core.lint.measures import baseline_values, has_target
from suunta.core.strategy import Goal, Measure, Strategy, SubMeasure

RANK = ("sija", "rank")
# A change in percentage points or per cent has its starting level in the unit of the level.
CHANGES = ("percentage_points", "change_percent")
SAME = (
    frozenset({"pv", "vrk"}),
    frozenset({"kpl", "hlö"}),
    frozenset({"kpl", "krt"}),
    frozenset({"%", "%-yks"}),
)
SEVERITIES: dict[str, Severity] = {
    "baseline-unit-differs": "error",
    "unit-written-two-ways": "notice",
}
# A figure without one of these may be a count or a fraction; other units are left out of a
# parenthesis without harm ("vähintään 6 100 asukasta (2024: 5 987)").
SIGNS = ("%", "‰")
TIMES = ("pv", "vko", "kk", "v")


def unit_findings(strategy: Strategy) -> Iterator[Draft]:
    """Units that do not fit together, once a measure."""
    for goal in strategy.goals():
        for measure in goal.measures:
            found = (_of_sub(goal, measure, sub) for sub in measure.sub_measures)
            yield from [draft for draft in found if draft][:1]


def _of_sub(goal: Goal, measure: Measure, sub: SubMeasure) -> Draft | None:
    if not has_target(sub):
        return None
    if _is_rank(sub) and sub.unit not in (None, *RANK, "%"):
        return _draft("indicator-unit-differs", goal, measure, sub.unit or "", _other(sub))
    if _is_rank(sub) or not baseline_values(sub) or sub.target_basis in CHANGES:
        return None
    unit = sub.baseline[0].unit
    if sub.unit in SIGNS and unit is None:
        return _draft("baseline-unit-missing", goal, measure, sub.unit, "")
    if sub.unit and unit and _differ(unit, sub.unit):
        return _draft("baseline-unit-differs", goal, measure, sub.unit, unit or "")
    return _two_ways(goal, measure, sub)


def _differ(one: str, other: str) -> bool:
    """Whether two units are not one: the time that a figure is told for may be left out."""
    short = {f"{one}/{time}" for time in TIMES} | {one}
    long = {f"{other}/{time}" for time in TIMES} | {other}
    return one not in long and other not in short and frozenset({one, other}) not in SAME


def _is_rank(sub: SubMeasure) -> bool:
    ranked = any(base.unit in RANK for base in sub.baseline)
    return sub.comparator == "rank_top_fraction" or ranked


def _other(sub: SubMeasure) -> str:
    return next((base.unit for base in sub.baseline if base.unit), None) or RANK[0]


def _two_ways(goal: Goal, measure: Measure, sub: SubMeasure) -> Draft | None:
    """The same unit in two words ("26 pv ... 7 vrk"), from the recognised parts of the phrase."""
    target = _unit_word(next((part.text for part in sub.parts if part.field == "unit"), ""))
    start = _unit_word(next((part.text for part in sub.parts if part.field == "baseline"), ""))
    if not target or not start or target[:3] == start[:3]:
        return None
    return _draft("unit-written-two-ways", goal, measure, target, start)


def _unit_word(text: str) -> str:
    plain = re.sub(r":\w+$", "", text.strip())  # the case ending of "70 %:sta"
    match = re.search(r"[^\W\d_]+\.?$", plain)
    return match.group().lower() if match else ""


def _draft(code: str, goal: Goal, measure: Measure, unit: str, other: str) -> Draft:
    return Draft(
        code,
        SEVERITIES.get(code, "warning"),
        goal.number,
        measure.id,
        measure.text,
        measure.span,
        {"unit": unit, "other": other},
    )
