"""Which groups must be hidden so that no small cell is seen, or can be worked out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from suunta.core.assess.disclosure import suppress
from suunta.core.breakdown import Breakdown
from suunta.core.disclose.audit import recoverable
from suunta.core.disclose.model import Counted
from suunta.core.disclose.relations import Relation, relations_of, tables_of

Groups = set[Breakdown]


def hidden_groups(rows: Iterable[Counted], threshold: int = 5) -> frozenset[Breakdown]:
    """The groups to hide of one indicator, area and period.

    Parameters: rows: every publication of every cell, with revisions, those that are known only
    later too; threshold: the smallest number of people that may be shown.
    Returns: groups that are hidden in all publications: those whose count, or the rest of whose
    whole, is 1 to threshold - 1 in any of them, those that their source hides, and those without
    which one of these could be worked out, from totals, from another table or from a revision.
    A group that is hidden once is hidden always: a cell that was not revised is the same
    observation in both tables.
    Raises: nothing; tables that do not add up are protected cell by cell.
    Assumes: cells are counts of the same people; groups of one name do not overlap. Source:
    Hundepool et al. 2012, Statistical Disclosure Control, ch. 4, doi:10.1002/9781118348239.
    """
    listed = list(rows)
    relations = [each for table in tables_of(listed) for each in relations_of(table)]
    hidden = {row.group for row in listed if row.suppressed or is_small(row, threshold)}
    if not relations:
        return frozenset(hidden)
    while True:
        before = len(hidden)
        for relation in relations:
            hidden |= beside(relation, hidden, threshold)
        if len(hidden) == before:
            more = next_to_hide(relations, listed, hidden)
            if more is None:
                return frozenset(hidden)
            hidden.add(more)


def is_small(row: Counted, threshold: int) -> bool:
    """Whether one of the cell's counts is of too few people."""
    return bool(suppress(row.counts, threshold=threshold).any()) if row.counts else False


def beside(relation: Relation, hidden: Groups, threshold: int) -> Groups:
    """The parts of a whole that must be hidden too, by each kind of count."""
    if relation.rest is None:
        return lone(relation, hidden)
    found: Groups = set()
    for place, rest in enumerate(relation.rest):
        cells = [np.nan if p.group in hidden else p.counts[place] for p in relation.parts]
        unknown = rest > 0 and (rest < threshold or np.isnan(cells).any())
        # A rest that nobody published is one more hidden cell.
        row = [*cells, np.nan] if unknown else cells
        total = relation.whole.counts[place] if rest >= 0 else np.nan
        mask = suppress(row, total, threshold)[: len(cells)]
        found |= {part.group for part, gone in zip(relation.parts, mask, strict=True) if gone}
    return found | lone(relation, hidden | found)


def lone(relation: Relation, hidden: Groups) -> Groups:
    """One more cell where a single hidden one could be worked out: the smallest part that holds
    anybody."""
    gone = [cell for cell in relation.cells if cell.group in hidden]
    if len(gone) != 1 or not relation.complete:
        return set()
    return smallest(relation.parts, hidden)


def smallest(parts: Sequence[Counted], hidden: Groups) -> Groups:
    """The group with the fewest people among those that are shown and not empty."""
    shown = [part for part in parts if part.group not in hidden and any(part.counts or (1.0,))]
    shown.sort(key=lambda part: (part.counts[:1] or (0.0,), part.group))
    return {shown[0].group} if shown else set()


def next_to_hide(
    relations: Sequence[Relation], rows: Sequence[Counted], hidden: Groups
) -> Breakdown | None:
    """A group to hide because a hidden cell can still be worked out; None when none can."""
    solved = recoverable(relations, [row.id for row in rows if row.group in hidden])
    telling = [each for each in relations if any(cell.id in solved for cell in each.cells)]
    for relation in telling:
        for group in smallest(relation.parts, hidden):
            return group
    # Nothing but empty cells and totals is left to hide.
    left = [cell.group for each in telling for cell in (*each.parts, each.whole)]
    return next((group for group in left if group not in hidden), None)
