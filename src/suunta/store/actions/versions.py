"""Versions of a strategy: drafts written from documents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models, transaction

from suunta.core import strategy as core
from suunta.core.texts import Text
from suunta.store.actions.content import OldRows, carried_rows, write_content
from suunta.store.actions.documents import Document, keep_document
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, original, put
from suunta.store.actions.texts import carry_texts
from suunta.store.models import (
    Action,
    ActionItem,
    FocusArea,
    Goal,
    Measure,
    Municipality,
    Part,
    Promise,
    Strategy,
    StrategyVersion,
    SubPoint,
)


@transaction.atomic
def write_draft(
    *,
    by: Actor,
    municipality: Municipality,
    document: Document,
    content: core.Strategy,
    continues: Mapping[str, Mapping[str, str]],
) -> StrategyVersion:
    """Write a document as the draft of its strategy, in place of the draft before.

    continues: entity -> {id in the document: id in the newest version that it continues}.
    """
    keep_document(document)
    strategy, _ = Strategy.objects.get_or_create(
        municipality=municipality, term=term_text(content.term)
    )
    newest = strategy.versions.order_by("-number").first()
    before = old_rows(newest, continues)
    number = newest.number + (newest.status != "draft") if newest else 1
    if newest and newest.status == "draft":
        # Out of the way of the one-draft rule until its words have been carried over.
        StrategyVersion.objects.filter(pk=newest.pk).update(status="proposed", number=0)
    version = StrategyVersion.objects.create(
        strategy=strategy,
        number=number,
        **version_values(content, document, newest),
    )
    rows = write_content(municipality, version, content, kept_promises(before))
    carry_texts(municipality, version, newest, carried_rows(rows, version, before))
    carry_goal_targets(version, newest)
    if newest and newest.status == "draft":
        discard(newest)
    record(
        by=by,
        what="version.draft",
        municipality=municipality,
        version=version.pk,
        number=number,
        document=document.hash,
    )
    return version


def term_text(term: core.Term) -> str:
    """The term by which a strategy is told apart from the next one."""
    return f"{term.start}-{term.end or ''}" if term.start else ""


def version_values(
    content: core.Strategy, document: Document, before: StrategyVersion | None
) -> dict[str, Any]:
    """The columns of a version."""
    language = content.language
    return {
        **original("title", language, content.title),
        **original("subtitle", language, content.subtitle),
        **original("vision", language, content.vision),
        "language": language,
        "municipality_name": content.municipality or "",
        "term_start": content.term.start,
        "term_end": content.term.end,
        "action_year": content.action_year,
        "column_headers": [list(pair) for pair in content.column_headers],
        "sector_legend": [[s.code, s.name, s.colour] for s in content.sector_legend],
        "document_name": document.name,
        "document_hash": document.hash,
        "rollup_rule": before.rollup_rule if before else "all",
    }


def old_rows(
    version: StrategyVersion | None, continues: Mapping[str, Mapping[str, str]]
) -> OldRows:
    """The rows of the version before, by their ids."""
    if version is None:
        return OldRows()
    of_version: dict[str, tuple[models.QuerySet[Any], str]] = {
        "area": (FocusArea.objects.filter(version=version), "{0.number}"),
        "goal": (Goal.objects.filter(version=version), "{0.number}"),
        "sub_point": (
            SubPoint.objects.filter(goal__version=version).select_related("goal"),
            "{0.goal.number}-S{0.position}",
        ),
        "action": (Action.objects.filter(goal__version=version), "{0.code}"),
        "action_item": (
            ActionItem.objects.filter(action__goal__version=version).select_related("action"),
            "{0.action.code}.{0.position}",
        ),
        "measure": (Measure.objects.filter(goal__version=version), "{0.code}"),
        "part": (Part.objects.filter(measure__goal__version=version), "{0.code}"),
    }
    rows = {
        entity: {pattern.format(row): row for row in found}
        for entity, (found, pattern) in of_version.items()
    }
    return OldRows(version, rows, continues)


def kept_promises(before: OldRows) -> dict[str, int]:
    """Id in the document -> the promise of the row that it continues."""
    return {
        new: getattr(before.rows[entity][old], "promise_id")  # noqa: B009 - not on every model
        for entity in ("goal", "action", "measure", "part")
        for new, old in before.names.get(entity, {}).items()
        if old in before.rows.get(entity, {})
    }


def carry_goal_targets(version: StrategyVersion, before: StrategyVersion | None) -> None:
    """Targets that stand in the words of goals were found by people: they go along."""
    goals = {goal.promise_id: goal for goal in Goal.objects.filter(version=version)}
    for part in Part.objects.filter(goal__version=before).select_related("goal"):
        goal = goals.get(part.goal.promise_id) if part.goal else None
        if goal:
            part.pk, part.goal, part.version = None, goal, version
            part.save(force_insert=True)


def discard(version: StrategyVersion) -> None:
    """Delete a draft that another one replaced, and the promises that only it made."""
    promises = set(
        Promise.objects.filter(
            models.Q(goals__version=version)
            | models.Q(actions__goal__version=version)
            | models.Q(measures__goal__version=version)
            | models.Q(parts__measure__goal__version=version)
        ).values_list("pk", flat=True)
    )
    version.delete()
    Promise.objects.filter(
        pk__in=promises,
        goals=None,
        actions=None,
        measures=None,
        parts=None,
        targets=None,
        states=None,
    ).delete()


@transaction.atomic
def describe_document(
    *,
    by: Actor,
    municipality: Municipality,
    version: StrategyVersion,
    title: Text,
    url: str,
    rollup_rule: str,
    summaries: Mapping[str, tuple[Text, date | None]],
) -> None:
    """What is said about a document beside its words: its title and address, the rule by which
    goals are judged, and a sentence on each focus area with the day from which it is true."""
    values = {
        **columns("document_title", title),
        "document_url": url,
        "rollup_rule": rollup_rule,
    }
    changed = [put(StrategyVersion, {"pk": version.pk}, values)[1]]
    changed += [
        put(
            FocusArea,
            {"version": version, "number": number},
            {**columns("summary", summary), "summary_known_on": known_on},
        )[1]
        for number, (summary, known_on) in summaries.items()
    ]
    if any(changed):
        record(by=by, what="version.describe", municipality=municipality, version=version.pk)
