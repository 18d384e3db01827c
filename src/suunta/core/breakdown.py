"""Groups of people that a figure is about, in their one spelling: "age=7-12;sex=f"."""

from __future__ import annotations

from collections.abc import Mapping

# Names and groups in order of names; empty for all people.
Breakdown = tuple[tuple[str, str], ...]


def breakdown_text(breakdown: Mapping[str, str]) -> str:
    """A breakdown as it is stored, names in order; "" for all people."""
    return ";".join(f"{name}={breakdown[name]}" for name in sorted(breakdown))


def read_breakdown(text: str) -> Breakdown:
    """The groups of a stored breakdown.

    Raises: ValueError for anything but pairs of name and group, each name once.
    """
    if not text:
        return ()
    pairs = [part.partition("=") for part in text.split(";")]
    found = {name.strip(): group.strip() for name, sign, group in pairs if sign}
    if len(found) != len(pairs) or not all((*found, *found.values())):
        raise ValueError(f"breakdown {text!r} is not understood: write sex=f;age=7-12")
    return tuple(sorted(found.items()))
