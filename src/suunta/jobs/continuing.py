"""Saying what continues what, and letting a version that is not adopted follow it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from suunta.core.difference import Difference, Pair, compare, items
from suunta.core.errors import InputError
from suunta.jobs.before import judged_of
from suunta.store.actions.continuing import hold_promises, say_same
from suunta.store.actions.log import Actor
from suunta.store.models import Municipality, StrategyVersion
from suunta.store.models.choices import PROMISE_KINDS
from suunta.store.queries.continuations import Links, links_between
from suunta.store.queries.versions import StoredVersion, read_version

Promises = dict[str, dict[str, int | None]]


def carry_said(
    *,
    by: Actor,
    town: Municipality,
    version: StrategyVersion,
    difference: Difference,
    old: StoredVersion,
) -> int:
    """Let the first version of a term go on with what people said goes on; how many rows do."""
    said = [pair for pair in difference.pairs if pair.certainty == "said"]
    promises = promises_of(said, difference, old)
    return hold_promises(by=by, municipality=town, version=version, promises=promises)


def promises_of(pairs: Iterable[Pair], difference: Difference, old: StoredVersion) -> Promises:
    """The promises that pairs carry, with those of the parts of their measures."""
    chosen = {(pair.kind, pair.new_id) for pair in pairs}
    found: Promises = defaultdict(dict)
    for pair in difference.pairs:
        whole = pair.new_id.rpartition(".")[0] if pair.kind == "part" else ""
        carried = (pair.kind, pair.new_id) in chosen or ("measure", whole) in chosen
        if carried and pair.kind in PROMISE_KINDS and pair.old_id in old.promises:
            found[pair.kind][pair.new_id] = old.promises[pair.old_id]
    return dict(found)


@transaction.atomic
def judge(
    *,
    by: Actor,
    town: Municipality,
    old: StrategyVersion,
    new: StrategyVersion,
    kind: str,
    old_id: str,
    new_id: str,
    same: bool,
) -> None:
    """Keep a person's word on a pair of two versions, and let the newer one follow it. Raises:
    InputError where either is not there, or the newer version is adopted."""
    before, after = read_version(old.pk), read_version(new.pk)
    words = text_of(before, kind, old_id), text_of(after, kind, new_id)
    say_same(by=by, municipality=town, kind=kind, old_words=words[0], new_words=words[1], same=same)
    if not same:
        promises = own_promises(after, kind, new_id)
    else:
        links = without(links_between(old.pk, new.pk), kind, old_id, new_id)
        difference = compare(before.content, after.content, judged=judged_of(town.pk), links=links)
        pairs = [p for p in difference.pairs if (p.kind, p.new_id) == (kind, new_id)]
        promises = promises_of(pairs, difference, before)
    hold_promises(by=by, municipality=town, version=new, promises=promises)


def text_of(stored: StoredVersion, kind: str, code: str) -> str:
    """The words of one item. Raises InputError where the version has none of that id."""
    for item in items(stored.content):
        if kind in PROMISE_KINDS and (item.kind, item.id) == (kind, code):
            return item.text
    raise InputError.single(f"there is no {kind} {code} in version {stored.number}.", "item")


def own_promises(stored: StoredVersion, kind: str, code: str) -> Promises:
    """Promises of its own for an item, and for its parts where it is a measure."""
    found: Promises = {kind: {code: None}}
    if kind == "measure":
        parts = [item.id for item in items(stored.content) if item.kind == "part"]
        found["part"] = {part: None for part in parts if part.rpartition(".")[0] == code}
    return found


def without(links: Links, kind: str, old_id: str, new_id: str) -> Links:
    """What is on record, but for what either of two items was linked to."""
    kept = {name: dict(pairs) for name, pairs in links.items()}
    kept[kind] = {n: o for n, o in kept.get(kind, {}).items() if n != new_id and o != old_id}
    if kind == "measure":
        kept["part"] = {
            n: o
            for n, o in kept.get("part", {}).items()
            if n.rpartition(".")[0] != new_id and o.rpartition(".")[0] != old_id
        }
    return kept


@transaction.atomic
def carry_sure(*, by: Actor, town: Municipality, old: StrategyVersion, new: StrategyVersion) -> int:
    """Let a version go on with everything of another one that is beyond doubt the same; how many
    goals, actions and measures that are."""
    before, after = read_version(old.pk), read_version(new.pk)
    links = links_between(old.pk, new.pk)
    difference = compare(before.content, after.content, judged=judged_of(town.pk), links=links)
    pairs = [
        pair
        for pair in difference.pairs
        if pair.kind in ("goal", "action", "measure") and pair.certainty != "probable"
        if pair.new_id not in links.get(pair.kind, {})
    ]
    for pair in pairs:
        words = [text_of(v, pair.kind, c) for v, c in ((before, pair.old_id), (after, pair.new_id))]
        say_same(
            by=by,
            municipality=town,
            kind=pair.kind,
            old_words=words[0],
            new_words=words[1],
            same=True,
        )
    promises = promises_of(pairs, difference, before)
    hold_promises(by=by, municipality=town, version=new, promises=promises)
    return len(pairs)
