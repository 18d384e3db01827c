"""Declarations together: inputs that nobody knows, circles, and the order to compute them in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter

from suunta.core.derive.model import Derivation
from suunta.core.errors import Fault


def faults_of(
    derivations: Mapping[str, Derivation], known: Collection[str], places: Mapping[str, str]
) -> list[Fault]:
    """Everything that is wrong with declarations that are read together.

    Parameters: derivations: by key; known: keys of all indicators that there are; places: where
    each declaration stands.
    Returns: a fault for each unknown input and one for each circle, which names all of its members
    in order.
    """
    found = [
        Fault(
            f"takes {need!r}, which is not known.",
            places.get(key, key),
            "Declare it, or mend the key.",
        )
        for key, rule in derivations.items()
        for need in rule.needs
        if need not in known
    ]
    return found + [
        Fault(
            f"is computed from itself: {' <- '.join([*circle, circle[0]])}.",
            places.get(circle[0], circle[0]),
            "Take one of them out of the circle.",
        )
        for circle in circles(derivations)
    ]


def circles(derivations: Mapping[str, Derivation]) -> list[tuple[str, ...]]:
    """Every circle that shares no member with one before it; each begins with its first key."""
    left = dict(derivations)
    found = []
    while circle := one_circle(left):
        start = circle.index(min(circle))
        found.append((*circle[start:], *circle[:start]))
        left = {key: rule for key, rule in left.items() if key not in circle}
    return found


def one_circle(derivations: Mapping[str, Derivation]) -> list[str]:
    """A circle, each member followed by one that it takes; empty where there is none."""
    try:
        computing_order(derivations)
    except CycleError as error:
        # The error lists them from input to result, the first again at the end.
        return list(reversed(error.args[1][1:]))
    return []


def computing_order(derivations: Mapping[str, Derivation]) -> tuple[str, ...]:
    """Keys of the derivations, each after all that it takes. Raises CycleError."""
    graph = {
        key: [need for need in rule.needs if need in derivations]
        for key, rule in sorted(derivations.items())
    }
    return tuple(TopologicalSorter(graph).static_order())
