"""What a changed document adds, changes and withdraws, seen before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher
from typing import Any

from suunta.core.strategy import Action, Measure, Strategy, SubMeasure

# Words that are at least this alike, in the same goal, are the same promise worded anew.
ALIKE = 0.6
# With the same id, less will do.
ALIKE_WITH_SAME_ID = 0.4
# Where a part was recognised, and how surely, is not what the document says.
NOT_SAID = ("confidence", "parts")


@dataclass(frozen=True)
class Item:
    """One thing that a document says: `kind` is strategy, area, goal, sub_point, action, measure
    or part; `said` is what is compared, field by field."""

    kind: str
    id: str
    parent: str
    text: str
    said: Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """What the document said and says now; only the fields that differ."""

    kind: str
    id: str
    old_id: str
    old: Mapping[str, Any]
    new: Mapping[str, Any]


@dataclass(frozen=True)
class Difference:
    """Added, changed and withdrawn, and which id continues which."""

    added: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    withdrawn: tuple[Item, ...] = ()
    unchanged: int = 0
    continues: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.withdrawn)


def compare(old: Strategy | None, new: Strategy) -> Difference:
    """What `new` changes against `old`; everything is added where there is no old one."""
    before, after = list(items(old)) if old else [], list(items(new))
    pairs = match(before, after)
    old_by_key = {(item.kind, item.id): item for item in before}
    added, changed, same = [], [], 0
    for item in after:
        partner = pairs.get((item.kind, item.id))
        if partner is None:
            added.append(item)
            continue
        change = changed_fields(old_by_key[item.kind, partner], item)
        if change:
            changed.append(change)
        else:
            same += 1
    kept = {(kind, partner) for (kind, _), partner in pairs.items()}
    withdrawn = [item for item in before if (item.kind, item.id) not in kept]
    continues: dict[str, dict[str, str]] = {}
    for (kind, new_id), old_id in pairs.items():
        continues.setdefault(kind, {})[new_id] = old_id
    return Difference(tuple(added), tuple(changed), tuple(withdrawn), same, continues)


def changed_fields(old: Item, new: Item) -> Change | None:
    """The fields that differ, old beside new; an id that moved is a difference too."""
    names = [name for name in new.said if old.said.get(name) != new.said[name]]
    if not names and old.id == new.id:
        return None
    return Change(
        new.kind,
        new.id,
        old.id,
        {name: old.said.get(name) for name in names},
        {name: new.said[name] for name in names},
    )


def items(strategy: Strategy) -> Iterator[Item]:
    """Everything a document says, parents before children."""
    yield Item(
        "strategy",
        "strategy",
        "",
        strategy.title,
        {
            "title": strategy.title,
            "subtitle": strategy.subtitle,
            "vision": strategy.vision,
            "language": strategy.language,
            "term": [strategy.term.start, strategy.term.end],
            "action_year": strategy.action_year,
            "sectors": [mark.code for mark in strategy.sector_legend],
        },
    )
    for area in strategy.focus_areas:
        said = {"name": area.name, "slogan": area.slogan}
        yield Item("area", area.number, "", area.name, said)
        for goal in area.goals:
            yield Item("goal", goal.number, area.number, goal.title, {"title": goal.title})
            for position, bullet in enumerate(goal.sub_bullets, start=1):
                code = f"{goal.number}-S{position}"
                yield Item("sub_point", code, goal.number, bullet, {"text": bullet})
            for action in goal.actions:
                yield action_item(action, goal.number)
            for measure in goal.measures:
                yield Item("measure", measure.id, goal.number, measure.text, {"text": measure.text})
                yield from part_items(measure)


def action_item(action: Action, goal: str) -> Item:
    """What an action says."""
    said = {
        "text": action.text,
        "year": action.year,
        "responsible": list(action.responsible),
        "nested": list(action.nested),
        "sectors": list(action.sectors),
    }
    return Item("action", action.id, goal, action.text, said)


def part_items(measure: Measure) -> Iterator[Item]:
    """What the parts of a measure say."""
    names = [each.name for each in fields(SubMeasure) if each.name not in NOT_SAID]
    for number, sub in enumerate(measure.sub_measures, start=1):
        said = {name: getattr(sub, name) for name in names}
        said["baseline"] = [[each.period, each.value, each.unit] for each in sub.baseline]
        yield Item("part", f"{measure.id}.{number}", measure.id, sub.indicator, said)


Pairs = dict[tuple[str, str], str]


def match(before: Sequence[Item], after: Sequence[Item]) -> Pairs:
    """(kind, new id) -> old id, by words first, then by id, then by likeness."""
    pairs: Pairs = {}
    for kind in ("strategy", "area", "goal", "sub_point", "action", "measure", "part"):
        old = {item.id: item for item in before if item.kind == kind}
        new = [item for item in after if item.kind == kind]
        for rule in (same_place_and_words, same_words, same_id, alike):
            for item in new:
                if (kind, item.id) in pairs:
                    continue
                partner = rule(item, old, pairs)
                if partner:
                    pairs[kind, item.id] = partner
                    del old[partner]
    return pairs


PARENT_KIND = {
    "goal": "area",
    "sub_point": "goal",
    "action": "goal",
    "measure": "goal",
    "part": "measure",
}


def same_parent(item: Item, candidate: Item, pairs: Pairs) -> bool:
    """Whether both stand under the same goal, measure or area."""
    parent = PARENT_KIND.get(item.kind)
    return parent is None or pairs.get((parent, item.parent)) == candidate.parent


def same_place_and_words(item: Item, old: Mapping[str, Item], pairs: Pairs) -> str | None:
    """The same id, in the same place, with the same words."""
    found = old.get(item.id)
    same = found and found.text == item.text and same_parent(item, found, pairs)
    return item.id if same else None


def same_words(item: Item, old: Mapping[str, Item], pairs: Pairs) -> str | None:
    """The same words, in the same place before elsewhere. A part stays in its measure."""
    found = [code for code, candidate in old.items() if candidate.text == item.text]
    near = [code for code in found if same_parent(item, old[code], pairs)]
    if item.kind == "part":
        found = []
    return next(iter([*near, *found]), None)


def same_id(item: Item, old: Mapping[str, Item], pairs: Pairs) -> str | None:
    """The same id with words that are somewhat alike; areas and the strategy by id alone."""
    found = old.get(item.id)
    if found is None or not same_parent(item, found, pairs):
        return None
    if item.kind in ("strategy", "area", "part"):
        return item.id
    return item.id if likeness(item, found) >= ALIKE_WITH_SAME_ID else None


def alike(item: Item, old: Mapping[str, Item], pairs: Pairs) -> str | None:
    """Words that are very alike, in the same place."""
    scored = [
        (likeness(item, candidate), code)
        for code, candidate in old.items()
        if same_parent(item, candidate, pairs)
    ]
    score, code = max(scored, default=(0.0, ""))
    return code if score >= ALIKE else None


def likeness(item: Item, other: Item) -> float:
    """0 for nothing in common, 1 for the same words."""
    return SequenceMatcher(None, item.text, other.text, autojunk=False).ratio()
