"""What a document says of a part of a measure, in words of people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suunta.core.scorecard import TargetView
from suunta.core.strategy import Action, Baseline, SubMeasure
from suunta.core.texts import Text
from suunta.reports.wording.numbers import quantity, unit_words
from suunta.reports.wording.periods import period
from suunta.reports.wording.targets import level


@dataclass(frozen=True)
class Fact:
    """One thing that is said, with what was said before; either may be empty."""

    label: str
    old: str
    new: str


def facts_of(sub: SubMeasure, language: str) -> dict[str, str]:
    """What is said of a part: label -> words, without what is not said."""
    found = {
        _("Target level"): target_words(sub, language),
        _("Deadline"): period(sub.target_period, language),
        _("Starting level"): "; ".join(_baseline(base, sub, language) for base in sub.baseline),
        _("Scale"): sub.scale or "",
        _("Unit"): unit_words(sub.unit, language) if sub.target_value is None else "",
        _("Who it is about"): sub.population or "",
        _("Source"): sub.source or "",
    }
    return {label: words for label, words in found.items() if words}


def unsaid(action: Action) -> tuple[str, ...]:
    """Who is responsible for an action, where its own words do not say so."""
    said = action.text.casefold()
    return () if all(code.casefold() in said for code in action.responsible) else action.responsible


def changed_facts(old: SubMeasure | None, new: SubMeasure | None, language: str) -> Iterator[Fact]:
    """What is said otherwise than before."""
    before = facts_of(old, language) if old else {}
    after = facts_of(new, language) if new else {}
    for label in dict.fromkeys([*before, *after]):
        if before.get(label) != after.get(label):
            yield Fact(label, before.get(label, ""), after.get(label, ""))


def target_words(sub: SubMeasure, language: str) -> str:
    """The level to reach, as short as signs allow; empty where the part is only followed."""
    if sub.kind == "milestone":
        return _("done")
    if sub.placeholder and sub.target_value is None:
        return _("the number was left out")
    words = level(_target(sub), language)
    return _("about %(value)s") % {"value": words} if sub.approximate and words else words


def _target(sub: SubMeasure) -> TargetView:
    return TargetView(
        comparator=sub.comparator,
        value=sub.target_value,
        value_max=sub.target_value_max,
        basis=sub.target_basis,
        unit=sub.unit,
        period=sub.target_period,
        deadline=None,
        deadline_inferred=False,
        approximate=sub.approximate,
        placeholder=sub.placeholder,
        benchmark=Text({"fi": sub.benchmark}) if sub.benchmark else Text(),
        fraction=sub.target_fraction,
        change_bound=sub.change_bound,
        decision=None,
    )


def _baseline(base: Baseline, sub: SubMeasure, language: str) -> str:
    if base.value is None:
        return ""
    words = quantity(base.value, base.unit or sub.unit, language)
    return f"{words} ({period(base.period, language)})" if base.period else words
