"""How many measures are read exactly as a person labelled them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

CORE = ("unit", "comparator", "target_value", "target_value_max", "target_basis", "placeholder")
EMPTY: Mapping[str, Any] = {"comparator": "none", "placeholder": False}


def is_exact(read: Sequence[Mapping[str, Any]], labelled: Mapping[str, Any]) -> bool:
    """Whether every sub-measure has its label's kind, target, period and starting values."""
    wanted = labelled["sub_measures"]
    counts = (len(wanted), *labelled.get("accept_sub_count", ()))
    if len(read) not in counts:
        return False
    fewer = min(len(read), len(wanted))
    kinds = labelled.get("accept_kind", ())
    return any(
        all(_agrees(one, label, kinds) for one, label in zip(order, chosen, strict=True))
        for order in permutations(read, fewer)
        for chosen in permutations(wanted, fewer)
    )


def _agrees(read: Mapping[str, Any], label: Mapping[str, Any], kinds: Sequence[str]) -> bool:
    if read["kind"] in kinds:
        return True
    if not _field(read, label, "kind"):
        return False
    if read["kind"] == "numeric":
        fields = (*CORE, "target_period", "baseline")
    elif read["kind"] == "milestone":
        fields = ("target_period", "placeholder")
    else:
        fields = ("unit", "baseline", "placeholder")
    if read["kind"] != label["kind"]:
        fields = ()
    return all(_field(read, label, name) for name in fields)


def _field(read: Mapping[str, Any], label: Mapping[str, Any], name: str) -> bool:
    wanted = [label.get(name, EMPTY.get(name)), *label.get("accept", {}).get(name, ())]
    return any(_equal(name, read[name], one) for one in wanted)


def _equal(name: str, read: Any, wanted: Any) -> bool:
    if name == "baseline":
        return _same_baselines(read or [], wanted or [])
    if isinstance(read, int | float) and isinstance(wanted, int | float):
        return abs(read - wanted) <= 0.005
    return bool(read == wanted)


def _same_baselines(read: Sequence[Mapping[str, Any]], wanted: Sequence[Mapping[str, Any]]) -> bool:
    return [(one["period"], one["value"]) for one in read] == [
        (one["period"], one["value"]) for one in wanted
    ]
