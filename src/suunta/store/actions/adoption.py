"""Adopting a version: from then on pages show it, and its targets are those in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from suunta.core.strategy import Baseline
from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns
from suunta.store.actions.targets import NewTarget, decide_targets
from suunta.store.models import Municipality, Part, StrategyVersion

# What the document says of a target; where none of it changed, the target in force stays.
COMPARED = (
    "comparator",
    "target_value",
    "target_value_max",
    "target_basis",
    "target_period",
    "unit",
    "baseline",
    "direction",
    "approximate",
    "placeholder",
    "benchmark",
    "target_fraction",
    "change_bound",
)


@dataclass(frozen=True)
class Decision:
    """Who adopted a document, when and under which section, as far as it is known."""

    body: Text = field(default_factory=Text)
    day: date | None = None
    section: str = ""


@transaction.atomic
def adopt(
    *, by: Actor, municipality: Municipality, version: StrategyVersion, decision: Decision
) -> None:
    """Adopt a draft: from then on pages show it, and its targets are those in force."""
    known_on = decision.day or first_known(version)
    before = (
        StrategyVersion.objects.filter(strategy=version.strategy_id, number__lt=version.number)
        .order_by("-number")
        .first()
    )
    StrategyVersion.objects.filter(strategy=version.strategy_id, status="adopted").update(
        status="amended"
    )
    values = {
        "status": "adopted",
        **columns("adopted_body", decision.body),
        "adopted_on": decision.day,
        "adopted_section": decision.section,
        "known_on": known_on,
    }
    StrategyVersion.objects.filter(pk=version.pk).update(**values)
    version.refresh_from_db()
    decide_targets(
        by=by,
        municipality=municipality,
        version=version,
        decision=decision_text(version),
        known_on=known_on,
        targets=document_targets(version, before),
    )
    record(
        by=by,
        what="version.adopt",
        municipality=municipality,
        version=version.pk,
        decision=decision_text(version),
    )


def first_known(version: StrategyVersion) -> date:
    """When a version whose day of adoption nobody knows can have been known at the earliest: from
    the year of its actions on, since an action plan of 2021 tells what nobody knew in 2018."""
    return date(max(version.term_start or 1, version.action_year or 1), 1, 1)


def decision_text(version: StrategyVersion) -> str | None:
    """Body, day and section in one line, in the document's language; None where not known."""
    body = getattr(version, f"adopted_body_{version.language}") or version.adopted_body
    day = version.adopted_on
    words = [body, f"{day.day}.{day.month}.{day.year}" if day else "", version.adopted_section]
    return " ".join(word for word in words if word) or None


def document_targets(version: StrategyVersion, before: StrategyVersion | None) -> list[NewTarget]:
    """The targets of a version, of the parts whose words about it are not as they were before."""
    old = {part.promise_id: part for part in Part.objects.filter(measure__goal__version=before)}
    return [
        new_target(part)
        for part in Part.objects.filter(measure__goal__version=version).order_by("pk")
        if has_target(part) or (part.promise_id in old and has_target(old[part.promise_id]))
        if not same_words(part, old.get(part.promise_id))
    ]


def has_target(part: Part) -> bool:
    """Whether the document sets a target; a part that is only followed has none."""
    return part.kind != "monitoring" or part.comparator != "none" or part.placeholder


def same_words(part: Part, before: Part | None) -> bool:
    """Whether the document says the same of the target as it did."""
    return before is not None and all(
        getattr(part, name) == getattr(before, name) for name in COMPARED
    )


def new_target(part: Part) -> NewTarget:
    """The target that the document states for a part."""
    return NewTarget(
        promise=part.promise_id,
        comparator=part.comparator,
        value=part.target_value,
        value_max=part.target_value_max,
        basis=part.target_basis,
        unit=part.unit,
        period=part.target_period,
        baseline=tuple(Baseline(**each) for each in part.baseline),
        direction=part.direction,
        approximate=part.approximate,
        placeholder=part.placeholder,
        benchmark=part.benchmark,
        fraction=part.target_fraction,
        change_bound=part.change_bound,
    )
