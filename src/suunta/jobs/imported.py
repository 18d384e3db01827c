"""What an import found and did, for people and for scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from suunta.core.difference import Change, Difference, Item

KINDS = ("strategy", "area", "goal", "sub_point", "action", "measure", "part")


@dataclass(frozen=True)
class Imported:
    """What an import found and did. `outcome`: unchanged | drafted | proposed | adopted |
    would_draft | would_propose | would_adopt; corrections: how many remembered corrections were
    applied to the document; earlier: the version of another term that the first document of a term
    is compared with, whose history is not carried over until a person says what goes on."""

    municipality: str
    outcome: str
    version: int
    difference: Difference
    new_municipality: bool = False
    corrections: int = 0
    earlier: str = ""

    def __str__(self) -> str:
        return "\n".join(difference_lines(self))


def difference_lines(imported: Imported) -> Iterator[str]:
    """What was or would be changed, for people."""
    difference = imported.difference
    done = {
        "unchanged": "nothing changed",
        "drafted": "written as a draft",
        "adopted": "adopted",
        "proposed": "proposed",
        "would_draft": "would be written as a draft",
        "would_adopt": "would be adopted",
        "would_propose": "would be proposed",
    }[imported.outcome]
    yield f"{imported.municipality}, version {imported.version}: {done}"
    if imported.new_municipality:
        yield f"{imported.municipality} is a new municipality: nothing was known of it before"
    if imported.corrections:
        yield f"{imported.corrections} remembered corrections were applied"
    if imported.earlier:
        yield (
            f"the first of its term, compared with {imported.earlier}: history is carried over "
            "only where a person says on the difference page that it is the same"
        )
    for word, found in (("added", difference.added), ("withdrawn", difference.withdrawn)):
        counts = Counter(item.kind for item in found)
        if found:
            listed = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS if counts[kind])
            yield f"{word}: {listed}"
        for item in (
            found if imported.version > 1 or imported.earlier or word == "withdrawn" else ()
        ):
            yield f"  {word} {item.kind} {item.id}: {item.text}"
    if difference.changed:
        yield f"changed: {len(difference.changed)}"
    for change in difference.changed:
        yield f"  {change_words(change)}"
        for name, value in change.new.items():
            yield f"    {name}: {change.old[name]!r} -> {value!r}"
    for one in difference.related:
        word = {"split": "split from", "merged": "merged into"}[one.how]
        ends = (one.new_id, one.old_id) if one.how == "split" else (one.old_id, one.new_id)
        yield f"  {one.kind} {ends[0]} {word} {ends[1]}"


def change_words(change: Change) -> str:
    """What became of one item, in a line."""
    done = "moved" if change.moved else "renumbered" if change.renumbered else "changed"
    was = "" if change.id == change.old_id else f" (was {change.old_id})"
    unsure = " (probably the same: look at it)" if change.certainty == "probable" else ""
    return f"{done} {change.kind} {change.id}{was}{unsure}"


def difference_json(imported: Imported) -> dict[str, Any]:
    """What was or would be changed, for scripts."""
    return {
        "municipality": imported.municipality,
        "outcome": imported.outcome,
        "version": imported.version,
        "new_municipality": imported.new_municipality,
        "corrections": imported.corrections,
        "earlier": imported.earlier or None,
        **changes_json(imported.difference),
    }


def changes_json(difference: Difference) -> dict[str, Any]:
    """A difference as plain values."""
    return {
        "unchanged": difference.unchanged,
        "added": [item_json(item) for item in difference.added],
        "withdrawn": [item_json(item) for item in difference.withdrawn],
        "changed": [
            {
                "kind": change.kind,
                "id": change.id,
                "old_id": change.old_id,
                "moved": change.moved,
                "certainty": change.certainty,
                "old": dict(change.old),
                "new": dict(change.new),
            }
            for change in difference.changed
        ],
        "related": [asdict(one) for one in difference.related],
    }


def item_json(item: Item) -> dict[str, str]:
    """One added or withdrawn item."""
    return {"kind": item.kind, "id": item.id, "text": item.text}
