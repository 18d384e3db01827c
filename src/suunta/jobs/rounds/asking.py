"""What a round asks, and whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from suunta.core.own_verdicts import BEHIND
from suunta.core.scorecard import PartView, Scorecard
from suunta.store.queries.rounds import (
    PostView,
    assigned_sectors,
    fetched_indicators,
    owners,
    posts_of,
)


@dataclass(frozen=True)
class Asked:
    """One promise that is asked about; under: what it stands in, whose owner answers for it."""

    promise: int
    code: str
    under: int | None = None


@dataclass(frozen=True)
class Asking:
    """Pairs of post and promise, and the codes of what nobody answers for."""

    pairs: tuple[tuple[int, int], ...]
    unowned: tuple[str, ...]


def asking_of(town: int, card: Scorecard) -> Asking:
    """Who is asked about what: the posts that own it, else those that head its sectors."""
    posts = posts_of(town)
    owned, assigned = owners(town), assigned_sectors(town)
    fetched = fetched_indicators(town)
    pairs: list[tuple[int, int]] = []
    unowned: list[str] = []
    for each in asked_of(card, fetched):
        found = owned.get(each.promise) or owned.get(each.under or 0)
        if not found:
            sectors = assigned.get(each.promise) or assigned.get(each.under or 0) or []
            found = heads_of(posts, sectors)
        pairs += [(post, each.promise) for post in found]
        if not found:
            unowned.append(each.code)
    goals = [goal.promise for goal in card.goals if goal.promise in owned]
    pairs += [(post, promise) for promise in goals for post in owned[promise]]
    return Asking(tuple(dict.fromkeys(pairs)), tuple(unowned))


def asked_of(card: Scorecard, fetched: frozenset[str]) -> Iterator[Asked]:
    """What people must tell: states of actions, figures that no source brings, and why a measure
    is behind."""
    for goal in card.goals:
        for action in goal.actions:
            yield Asked(action.promise, action.id)
        for measure in goal.measures:
            for part in measure.parts:
                if not is_fetched(part, fetched) or part.status in BEHIND:
                    yield Asked(part.promise, part.id, measure.promise)


def is_fetched(part: PartView, fetched: frozenset[str]) -> bool:
    """Whether a source brings the figures, or Suunta computes them."""
    return part.derivation is not None or (part.indicator or "") in fetched


def heads_of(posts: dict[int, PostView], sectors: list[str]) -> list[int]:
    """The posts that head some sectors."""
    return [post.id for post in posts.values() if post.heads_sector and post.sector in sectors]
