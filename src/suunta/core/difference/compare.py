"""Added, changed, moved and withdrawn: the difference of two versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from suunta.core.difference.items import PARENT_KIND, Item, items
from suunta.core.difference.match import Certainty, Judged, Links, Matching, Pair, Related, match
from suunta.core.strategy import Strategy


@dataclass(frozen=True)
class Change:
    """What the document said and says now; only the fields that differ.

    moved: it stands under another goal or area than before; certainty: how sure it is that both
    are the same promise.
    """

    kind: str
    id: str
    old_id: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    moved: bool = False
    certainty: Certainty = "sure"

    @property
    def renumbered(self) -> bool:
        """Whether nothing but its number is another."""
        return not self.new and not self.moved


@dataclass(frozen=True)
class Difference:
    """Added, changed and withdrawn, which id continues which, and what was split and merged."""

    added: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    unchanged: int = 0
    continues: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    pairs: tuple[Pair, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.withdrawn)

    @property
    def uncertain(self) -> tuple[Change, ...]:
        """What a person should look at."""
        return tuple(change for change in self.changed if change.certainty == "probable")


def compare(
    old: Strategy | None,
    new: Strategy,
    *,
    judged: Iterable[Judged] = (),
    links: Links | None = None,
) -> Difference:
    """What `new` changes against `old`; everything is added where there is no old one.

    judged: what people said of pairs of texts; links: what continues what on record, kind -> new
    id -> old id.
    """
    before, after = list(items(old)) if old else [], list(items(new))
    translated = old is not None and old.language != new.language
    matching = match(before, after, judged=judged, links=links, translated=translated)
    by_key = {(item.kind, item.id): item for item in before}
    added = [item for item in after if (item.kind, item.id) not in matching.pairs]
    changed = [
        change
        for item in after
        if (old_id := matching.old_of(item.kind, item.id)) is not None
        if (change := _change(by_key[item.kind, old_id], item, matching))
    ]
    kept = {(pair.kind, pair.old_id) for pair in matching.pairs.values()}
    withdrawn = [item for item in before if (item.kind, item.id) not in kept]
    same = len(matching.pairs) - len(changed)
    return Difference(
        tuple(added),
        tuple(changed),
        tuple(withdrawn),
        same,
        _continues(matching),
        tuple(matching.related),
        tuple(matching.pairs.values()),
    )


def _continues(matching: Matching) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for (kind, new_id), pair in matching.pairs.items():
        found.setdefault(kind, {})[new_id] = pair.old_id
    return found


def _change(old: Item, new: Item, matching: Matching) -> Change | None:
    """The fields that differ, old beside new; another place or number is a difference too."""
    names = [name for name in new.said if old.said.get(name) != new.said[name]]
    parent = PARENT_KIND.get(new.kind)
    moved = parent in ("goal", "area") and matching.old_of(parent, new.parent) != old.parent
    pair = matching.pairs[new.kind, new.id]
    if not names and not moved and old.id == new.id:
        return None
    return Change(
        new.kind,
        new.id,
        old.id,
        {name: old.said.get(name) for name in names},
        {name: new.said[name] for name in names},
        moved,
        pair.certainty,
    )
