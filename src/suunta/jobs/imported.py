"""What an import found and did, for people and for scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from suunta.core.difference import Difference, Item

KINDS = ("strategy", "area", "goal", "sub_point", "action", "measure", "part")


@dataclass(frozen=True)
class Imported:
    """What an import found and did. `outcome`: unchanged | drafted | adopted | would_draft |
    would_adopt; corrections: how many remembered corrections were applied to the document."""

    municipality: str
    outcome: str
    version: int
    difference: Difference
    new_municipality: bool = False
    corrections: int = 0

    def __str__(self) -> str:
        return "\n".join(difference_lines(self))


def difference_lines(imported: Imported) -> Iterator[str]:
    """What was or would be changed, for people."""
    difference = imported.difference
    done = {
        "unchanged": "nothing changed",
        "drafted": "written as a draft",
        "adopted": "adopted",
        "would_draft": "would be written as a draft",
        "would_adopt": "would be adopted",
    }[imported.outcome]
    yield f"{imported.municipality}, version {imported.version}: {done}"
    if imported.new_municipality:
        yield f"{imported.municipality} is a new municipality: nothing was known of it before"
    if imported.corrections:
        yield f"{imported.corrections} remembered corrections were applied"
    for word, found in (("added", difference.added), ("withdrawn", difference.withdrawn)):
        counts = Counter(item.kind for item in found)
        if found:
            listed = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
            yield f"{word}: {listed}"
        for item in found if imported.version > 1 or word == "withdrawn" else ():
            yield f"  {word} {item.kind} {item.id}: {item.text}"
    if difference.changed:
        yield f"changed: {len(difference.changed)}"
    for change in difference.changed:
        moved = "" if change.id == change.old_id else f" (was {change.old_id})"
        yield f"  changed {change.kind} {change.id}{moved}"
        for name, value in change.new.items():
            yield f"    {name}: {change.old[name]!r} -> {value!r}"


def difference_json(imported: Imported) -> dict[str, Any]:
    """What was or would be changed, for scripts."""
    difference = imported.difference
    return {
        "municipality": imported.municipality,
        "outcome": imported.outcome,
        "version": imported.version,
        "new_municipality": imported.new_municipality,
        "corrections": imported.corrections,
        "unchanged": difference.unchanged,
        "added": [item_json(item) for item in difference.added],
        "withdrawn": [item_json(item) for item in difference.withdrawn],
        "changed": [
            {
                "kind": change.kind,
                "id": change.id,
                "old_id": change.old_id,
                "old": dict(change.old),
                "new": dict(change.new),
            }
            for change in difference.changed
        ],
    }


def item_json(item: Item) -> dict[str, str]:
    """One added or withdrawn item."""
    return {"kind": item.kind, "id": item.id, "text": item.text}
