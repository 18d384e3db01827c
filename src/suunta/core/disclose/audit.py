"""The attack: what linear algebra recovers from everything that is published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from suunta.core.assess.arrays import Floats
from suunta.core.disclose.relations import Relation

TOLERANCE = 1e-9


def recoverable(relations: Iterable[Relation], hidden: Sequence[int]) -> set[int]:
    """Ids of hidden observations whose counts follow from the published ones.

    Parameters: relations: of all tables that were ever published; hidden: ids of the observations
    that are not shown.
    Returns: those that are determined: the hidden cells solve "the parts add up to the whole" in
    every table, and a cell is determined when its unit vector lies in the row space of these
    equations. A cell that stayed the same from one table to the next is one unknown in both.
    Assumes: the attacker knows no other figures; that counts are not negative is not used, as
    hidden cells together hold enough people (`suppress`).
    """
    place = {observation: index for index, observation in enumerate(hidden)}
    equations = []
    for relation in relations:
        row = np.zeros(len(place))
        for cell, sign in [(relation.whole, 1.0), *((part, -1.0) for part in relation.parts)]:
            if cell.id in place:
                row[place[cell.id]] += sign
        # Parts that leave an unknown rest tell nothing of a hidden one, unless somebody knows it.
        if relation.complete and row.any():
            equations.append(row)
    if not equations:
        return set()
    solved = determined(np.array(equations))
    return {observation for observation, index in place.items() if solved[index]}


def determined(equations: Floats) -> list[bool]:
    """For each unknown, whether it has a single solution."""
    _, sizes, directions = np.linalg.svd(equations)
    rank = int((sizes > TOLERANCE * max(float(sizes.max()), 1.0)).sum())
    free = directions[rank:]  # an unknown that no free direction moves is fixed
    return [bool(np.abs(free[:, index]).max(initial=0.0) < 1e-7) for index in range(len(free.T))]
