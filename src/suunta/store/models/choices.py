"""Fixed vocabularies as the database checks them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

VERSION_STATUSES = ("draft", "proposed", "adopted", "amended", "ended")
PUBLIC_STATUSES = ("adopted", "amended", "ended")
PART_KINDS = ("numeric", "milestone", "monitoring")
PROMISE_KINDS = ("goal", "action", "measure", "part")
OBSERVATION_KINDS = ("actual", "preliminary", "forecast", "budget")
OBSERVATION_STATUSES = ("ok", "missing", "suppressed")
STATES = (
    "not_started",
    "in_progress",
    "done",
    "late",
    "suspended",
    "cancelled",
    "returned",
    "not_reported",
)
TEXT_STATES = ("original", "draft", "reviewed")
ASSIGNED_BY = ("document", "assigned")
# What a group of peers is chosen by.
PEER_BASES = ("size", "region", "bilingual", "own")
# What tells of a part, and whether the document names it, its words imply it, or it is proposed.
ORIGIN_KINDS = ("source", "survey", "register", "owner")
ORIGIN_SURE = ("document", "words", "proposed")
BODY_KINDS = ("sector", "office", "group", "joint")
ROLLUP_RULES = ("all", "majority", "judged")
UPLOAD_STATUSES = ("waiting", "reading", "read", "failed", "drafted", "withdrawn")
UPLOAD_STAGES = ("waiting", "reading", "understanding", "")
FEED_STATES = ("active", "asks", "paused")
FEED_EVERY = ("day", "week", "month", "year")
FETCH_OUTCOMES = ("arrived", "unchanged", "failed", "asks")
CORRECTION_KINDS = ("accept", "correct", "split", "merge", "remove", "undo")
CORRECTION_ENTITIES = ("goal", "sub_point", "action", "measure")
LANGUAGES = ("fi", "sv", "en")
MEASURE_STATUSES = (
    "met",
    "on_track",
    "at_risk",
    "off_track",
    "missed",
    "awaiting",
    "too_early",
    "no_target",
    "no_data",
)
VERDICTS = ("reached", "partly", "not_reached", "cannot_be_assessed", "ongoing")
ROUND_STATES = ("open", "closed", "frozen")
TASK_STATES = ("waiting", "reported", "late")
LETTER_KINDS = ("opened", "reminder", "escalation")
# untold: nothing was sent, because the installation sends nowhere.
MAIL_STATES = ("waiting", "sent", "untold", "refused", "dropped")
ROLES = (
    "administrator",
    "strategy_manager",
    "sector_head",
    "owner",
    "approver",
    "councillor",
    "auditor",
    "reader",
)


def one_of(field: str, values: Iterable[str], name: str) -> models.CheckConstraint:
    """A constraint: `field` holds one of `values` (or null, where the column allows it)."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": list(values)}), name=name)
