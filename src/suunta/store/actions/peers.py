"""Groups of peers that a municipality is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
from suunta.store.models import Municipality, PeerGroup


@dataclass(frozen=True)
class NewPeerGroup:
    """A group with the reason why it was chosen; areas are codes."""

    key: str
    name: Text
    basis: str
    reason: Text
    areas: tuple[str, ...]


@transaction.atomic
def save_peer_groups(
    *, by: Actor, municipality: Municipality, groups: Sequence[NewPeerGroup]
) -> dict[str, PeerGroup]:
    """Make or change groups, in their order. By key."""
    saved, changed = {}, []
    for position, new in enumerate(groups, start=1):
        values = {
            **columns("name", new.name),
            **columns("reason", new.reason),
            "basis": new.basis,
            "areas": list(new.areas),
            "position": position,
        }
        row, different = put(PeerGroup, {"municipality": municipality, "key": new.key}, values)
        saved[new.key] = row
        if different:
            changed.append(new.key)
    if changed:
        record(by=by, what="peers.save", municipality=municipality, keys=changed)
    return saved
