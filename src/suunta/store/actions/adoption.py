"""Proposing, adopting and ending a version: the decisions that make it what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from suunta.core.errors import InputError
from suunta.core.strategy import Baseline
from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns
from suunta.store.actions.targets import NewTarget, decide_targets
from suunta.store.models import Municipality, Part, StrategyVersion
from suunta.store.models.choices import PUBLIC_STATUSES

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
    """Who decided on a document, when and under which section, as far as it is known, and the
    address at which the decision can be read."""

    body: Text = field(default_factory=Text)
    day: date | None = None
    section: str = ""
    url: str = ""


@transaction.atomic
def propose(
    *, by: Actor, municipality: Municipality, version: StrategyVersion, decision: Decision
) -> None:
    """Put a draft before those who adopt. It stays as it is: a changed document becomes the next
    draft. Raises: InputError where it is no draft."""
    refuse_unless(locked(version), "proposed", "draft")
    decide(version, "proposed", decision)
    record(by=by, what="version.propose", municipality=municipality, **logged(version, decision))


@transaction.atomic
def adopt(
    *, by: Actor, municipality: Municipality, version: StrategyVersion, decision: Decision
) -> None:
    """Adopt a draft or a proposal: from then on pages show it, and its targets are those in force;
    the version that was in force in the same term is amended by it. Raises: InputError where it is
    adopted already, or where the decision is older than the one in force."""
    refuse_unless(locked(version), "adopted", "draft", "proposed")
    known_on = decision.day or first_known(version)
    in_force = StrategyVersion.objects.filter(strategy=version.strategy_id, status="adopted")
    amended = list(in_force.order_by("number"))
    refuse_backwards(amended, decision)
    in_force.update(status="amended")
    decide(version, "adopted", decision, known_on=known_on)
    decide_targets(
        by=by,
        municipality=municipality,
        version=version,
        decision=decision_text(version),
        known_on=known_on,
        targets=document_targets(version),
    )
    record(
        by=by,
        what="version.adopt",
        municipality=municipality,
        **logged(version, decision),
        amended=[one.pk for one in amended],
    )


@transaction.atomic
def end(
    *, by: Actor, municipality: Municipality, version: StrategyVersion, decision: Decision
) -> None:
    """Declare an adopted version ended. What it promised, its targets and figures stay. Raises:
    InputError where it is not in force, or would end before it began."""
    refuse_unless(locked(version), "ended", "adopted")
    if decision.day and version.known_on and decision.day < version.known_on:
        raise InputError.single(
            f"it was adopted on {version.known_on.isoformat()} and cannot end before.",
            "date",
            "Give a later day.",
        )
    decide(version, "ended", decision)
    record(by=by, what="version.end", municipality=municipality, **logged(version, decision))


def locked(version: StrategyVersion) -> StrategyVersion:
    """The version as it is now, held until the end of the transaction."""
    StrategyVersion.objects.select_for_update().get(pk=version.pk)
    version.refresh_from_db()
    return version


def refuse_unless(version: StrategyVersion, step: str, *statuses: str) -> None:
    """Only a version in one of these states takes the step."""
    if version.status not in statuses:
        raise InputError.single(
            f"version {version.number} is {version.status} and cannot be {step}.",
            "version",
            f"Only {' or '.join(statuses)} can.",
        )


def refuse_backwards(amended: Sequence[StrategyVersion], decision: Decision) -> None:
    """What was decided later stays in force."""
    latest = max((one.known_on for one in amended if one.known_on), default=None)
    if latest and decision.day and decision.day < latest:
        raise InputError.single(
            f"the version in force was adopted later, on {latest.isoformat()}.",
            "date",
            "Adopt versions in the order of their decisions.",
        )


def decide(version: StrategyVersion, step: str, decision: Decision, **more: Any) -> None:
    """Write a decision, which makes the version what it is."""
    values = {
        "status": step,
        **columns(f"{step}_body", decision.body),
        f"{step}_on": decision.day,
        f"{step}_section": decision.section,
        f"{step}_url": decision.url,
        **more,
    }
    StrategyVersion.objects.filter(pk=version.pk).update(**values)
    version.refresh_from_db()


def logged(version: StrategyVersion, decision: Decision) -> dict[str, Any]:
    """What the log says of a decision."""
    return {
        "version": version.pk,
        "decision": decision_words(version, decision),
        "url": decision.url,
    }


def first_known(version: StrategyVersion) -> date:
    """When a version whose day of adoption nobody knows can have been known at the earliest: from
    the year of its actions on, since an action plan of 2021 tells what nobody knew in 2018."""
    return date(max(version.term_start or 1, version.action_year or 1), 1, 1)


def decision_text(version: StrategyVersion) -> str | None:
    """The decision that adopted a version, in one line."""
    own = getattr(version, f"adopted_body_{version.language}") or version.adopted_body
    body = Text({version.language: own} if own else {})
    return decision_words(version, Decision(body, version.adopted_on, version.adopted_section))


def decision_words(version: StrategyVersion, decision: Decision) -> str | None:
    """Body, day and section in one line, in the document's language; None where not known."""
    body = decision.body.words.get(version.language) or next(iter(decision.body.words.values()), "")
    day = decision.day
    words = [body, f"{day.day}.{day.month}.{day.year}" if day else "", decision.section]
    return " ".join(word for word in words if word) or None


def document_targets(version: StrategyVersion) -> list[NewTarget]:
    """The targets of a version, of the parts whose words about it are not as they were when they
    were last adopted, in this term or in one before. A proposal decides nothing."""
    parts = Part.objects.filter(measure__goal__version=version).order_by("pk")
    earlier = (
        Part.objects.filter(
            promise__in=parts.order_by().values("promise"),
            measure__isnull=False,
            version__status__in=PUBLIC_STATUSES,
        )
        .exclude(version=version)
        .order_by("version__known_on", "version__number")
    )
    old = {part.promise_id: part for part in earlier}
    return [
        new_target(part)
        for part in parts
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
