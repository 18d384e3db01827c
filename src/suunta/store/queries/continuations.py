"""What continues what, on record and by people's word."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from suunta.store.models import Action, Continuation, Goal, Measure, Part

Links = dict[str, dict[str, str]]
TABLES: dict[str, tuple[Any, str, str]] = {
    "goal": (Goal, "version", "number"),
    "action": (Action, "goal__version", "code"),
    "measure": (Measure, "goal__version", "code"),
    "part": (Part, "measure__goal__version", "code"),
}


def links_between(old: int, new: int) -> Links:
    """Kind -> id in the new version -> id in the old one that holds the same promise."""
    found: Links = defaultdict(dict)
    for kind, (model, version, code) in TABLES.items():
        rows = model.objects.filter(**{f"{version}__in": [old, new]})
        held: dict[int, dict[int, str]] = {old: {}, new: {}}
        for of, promise, named in rows.values_list(version, "promise_id", code):
            held[of][promise] = named
        found[kind] = {
            named: held[old][promise]
            for promise, named in held[new].items()
            if promise in held[old]
        }
    return dict(found)


def judgements(town: int) -> list[tuple[str, str, str, bool]]:
    """Kind, old words, new words and whether they are the same promise; the newest word last."""
    rows = Continuation.objects.filter(municipality=town).order_by("pk")
    return list(rows.values_list("kind", "old_words", "new_words", "same"))
