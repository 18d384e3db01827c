"""peers.yaml: which other towns the town is compared with, and why."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from suunta.jobs.example.fields import Faults, Record, yaml_record
from suunta.store.actions.peers import NewPeerGroup
from suunta.store.models.choices import PEER_BASES


def read_peer_groups(
    folder: Path, areas: Collection[str], faults: Faults
) -> dict[str, NewPeerGroup]:
    """peers.yaml; areas: codes that peers.csv has."""
    record = yaml_record(folder, "peers.yaml", faults, needed=False)
    return {key: read_group(key, each, areas) for key, each in record.items()}


def read_group(key: str, record: Record, areas: Collection[str]) -> NewPeerGroup:
    """One group; a reason is not left out."""
    listed = [str(area) for area in record.listed("areas")]
    unknown = [area for area in listed if area not in areas]
    if unknown:
        record.wrong("areas", f"holds {', '.join(unknown)}, not in peers.csv.", "Mend the codes.")
    if not listed or len(set(listed)) != len(listed):
        record.wrong("areas", "does not hold each code once.", "Write [code, code].")
    reason = record.words("reason")
    if not reason:
        record.wrong("reason", "is missing.", "Say why these towns, in all three languages.")
    return NewPeerGroup(
        key=key,
        name=record.words("name"),
        basis=record.one_of("basis", PEER_BASES),
        reason=reason,
        areas=tuple(listed),
    )
