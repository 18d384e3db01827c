"""Which item of a new version continues which item of the old one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import numpy as np

from suunta.core.difference.items import KINDS, PARENT_KIND, Item
from suunta.core.difference.likeness import Likeness, Matrix, likeness

# sure: matched beyond doubt; probable: a person should look; said: a person did.
Certainty = Literal["sure", "probable", "said"]

# From these on two items are taken for the same, under the same parent and elsewhere; chosen on
# the pairs of tests/data/difference-pairs.yaml.
SAME, SAME_ELSEWHERE = 0.36, 0.55
# From here on nobody needs to look.
SURE = 0.7
# What stands below a goal tells it as well as its title does, but never beyond doubt.
CONTENT_WEIGHT = 0.8
# Between candidates of the same words, place decides.
SAME_PARENT_BONUS, SAME_ID_BONUS, SAME_PERIOD_BONUS = 0.1, 0.06, 0.3
# A text that is told by another to this degree, while that one tells more than its partner.
TOLD, NOT_WHOLLY = 0.72, 0.86
IMPOSSIBLE = -9.0


@dataclass(frozen=True)
class Judged:
    """What a person said of two texts of one kind: the same promise, or not."""

    kind: str
    old: str
    new: str
    same: bool


@dataclass(frozen=True)
class Pair:
    """An item and the one that it continues, how alike they are (0 to 1) and how sure that is."""

    kind: str
    old_id: str
    new_id: str
    likeness: float
    certainty: Certainty


@dataclass(frozen=True)
class Related:
    """One item made of a part of another ("split") or taken into one ("merged")."""

    kind: str
    old_id: str
    new_id: str
    how: Literal["split", "merged"]


Key = tuple[str, str]
Links = Mapping[str, Mapping[str, str]]


@dataclass
class Matching:
    """Pairs by (kind, new id), and what was split and merged."""

    pairs: dict[Key, Pair] = field(default_factory=dict)
    related: list[Related] = field(default_factory=list)

    def old_of(self, kind: str, new_id: str) -> str | None:
        """The id that an item continues."""
        pair = self.pairs.get((kind, new_id))
        return pair.old_id if pair else None


@lru_cache(maxsize=8192)
def words_key(text: str) -> str:
    """A text without what does not change its words: letter case, blanks, a full stop."""
    return re.sub(r"\s+", " ", text).strip().rstrip(".").casefold()


def match(
    before: Sequence[Item],
    after: Sequence[Item],
    *,
    judged: Iterable[Judged] = (),
    links: Links | None = None,
    translated: bool = False,
) -> Matching:
    """Pair the items of two versions, kind by kind from the whole to its parts.

    judged: what people said, followed whatever the words; links: pairs on record, kind -> new id
    -> old id; translated: the versions are in different languages, so that only numbering tells.
    """
    said = {(one.kind, words_key(one.old), words_key(one.new)): one.same for one in judged}
    found = Matching()
    for kind in KINDS:
        level = _Level(
            kind,
            [item for item in before if item.kind == kind],
            [item for item in after if item.kind == kind],
            found,
            said,
        )
        level.link((links or {}).get(kind, {}))
        level.follow_people()
        if translated:
            level.match_numbers()
        elif kind == "strategy":
            level.pair_only()
        else:
            level.match_meaning()
    return found


class _Level:
    """The items of one kind while they are being paired."""

    def __init__(
        self,
        kind: str,
        before: list[Item],
        after: list[Item],
        found: Matching,
        said: Mapping[tuple[str, str, str], bool],
    ) -> None:
        self.kind, self.found, self.said = kind, found, said
        self.before, self.after = before, after
        self.old = {item.id: item for item in before}
        self.new = {item.id: item for item in after}
        self.free_old, self.free_new = dict(self.old), dict(self.new)

    def pair(self, old: str, new: str, alike: float, certainty: Certainty) -> None:
        """Settle a pair."""
        pair = Pair(self.kind, old, new, round(alike, 3), certainty)
        self.found.pairs[self.kind, new] = pair
        del self.free_old[old], self.free_new[new]

    def verdict(self, old: Item, new: Item) -> bool | None:
        """What a person said of the two."""
        return self.said.get((self.kind, words_key(old.text), words_key(new.text)))

    def link(self, links: Mapping[str, str]) -> None:
        """Pairs on record; how sure they are is told by their words."""
        there = [(o, n) for n, o in links.items() if o in self.old and n in self.new]
        if not there:
            return
        old, new = [self.old[o] for o, _ in there], [self.new[n] for _, n in there]
        alike = likeness(old, new).score.diagonal()
        for (old_id, new_id), score in zip(there, alike, strict=True):
            if old_id in self.free_old:
                certain = self._certain(self.old[old_id], self.new[new_id], float(score))
                self.pair(old_id, new_id, float(score), certain)

    def _certain(self, old: Item, new: Item, score: float) -> Certainty:
        if self.verdict(old, new):
            return "said"
        equal = words_key(old.text) == words_key(new.text)
        only = self.kind in ("part", "sub_point", "area", "strategy")
        return "sure" if equal or only or score >= SURE else "probable"

    def follow_people(self) -> None:
        """Pairs that a person called the same."""
        if not self.said:
            return
        for new in list(self.free_new.values()):
            for old in list(self.free_old.values()):
                if self.verdict(old, new):
                    self.pair(old.id, new.id, 1.0, "said")
                    break

    def pair_only(self) -> None:
        """A document is one strategy."""
        for old, new in zip(list(self.free_old), list(self.free_new), strict=False):
            self.pair(old, new, 1.0, "sure")

    def match_numbers(self) -> None:
        """The same number, under the same parent; sure where the figures are the same too."""
        for code, new in list(self.free_new.items()):
            old = self.free_old.get(code)
            if old and self._same_parent(old, new) and self.verdict(old, new) is not False:
                agree = sorted(old.about.figures) == sorted(new.about.figures)
                self.pair(code, code, 1.0 if agree else 0.5, "sure" if agree else "probable")

    def match_meaning(self) -> None:
        """The same words first, then the best assignment within parents, then over all."""
        self._match_words()
        old, new = list(self.free_old.values()), list(self.free_new.values())
        if not old or not new:
            self._relate()
            return
        alike = self._alike(old, new)
        near = self._near(old, new)
        rank = alike + near * SAME_PARENT_BONUS + self._place_bonus(old, new)
        self._assign(old, new, alike, np.where(near & (alike >= self._least()), rank, IMPOSSIBLE))
        elsewhere = alike >= SAME_ELSEWHERE
        if self.kind != "part":
            self._assign(old, new, alike, np.where(elsewhere, rank, IMPOSSIBLE))
        self._relate()

    def _match_words(self) -> None:
        """The same words: in the same place, under the same parent, then anywhere. A part stays in
        its measure."""
        for near in (2, 1) if self.kind == "part" else (2, 1, 0):
            by_words: dict[str, list[Item]] = {}
            for old in self.free_old.values():
                by_words.setdefault(self._words(old), []).append(old)
            for new in list(self.free_new.values()):
                fits = (
                    old
                    for old in by_words.get(self._words(new), ())
                    if old.id in self.free_old and self._fits(old, new, near)
                )
                if found := next(fits, None):
                    self.pair(found.id, new.id, 1.0, "sure")

    def _words(self, item: Item) -> str:
        periods = " ".join(sorted(item.about.periods)) if item.kind == "part" else ""
        return f"{words_key(item.text)} {periods}"

    def _fits(self, old: Item, new: Item, near: int) -> bool:
        if self.verdict(old, new) is False or (near and not self._same_parent(old, new)):
            return False
        return near < 2 or old.id == new.id

    def _same_parent(self, old: Item, new: Item) -> bool:
        """Whether both stand under the same goal, measure or area; a part also in the measure that
        was made of a part of the other."""
        parent = PARENT_KIND.get(self.kind)
        if parent is None or self.found.old_of(parent, new.parent) == old.parent:
            return True
        return self.kind == "part" and any(
            (one.kind, one.old_id, one.new_id) == (parent, old.parent, new.parent)
            for one in self.found.related
        )

    def _alike(self, old: Sequence[Item], new: Sequence[Item]) -> Matrix:
        score = likeness(old, new).score
        if self.kind in ("area", "goal"):
            content = likeness(old, new, content=True).score
            score = np.maximum(score, CONTENT_WEIGHT * content)
        for row, column in np.ndindex(score.shape):
            if self.verdict(old[row], new[column]) is False:
                score[row, column] = IMPOSSIBLE
        return score

    def _near(
        self, old: Sequence[Item], new: Sequence[Item]
    ) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
        cells = [[self._same_parent(one, other) for other in new] for one in old]
        return np.array(cells, dtype=np.bool_).reshape(len(old), len(new))

    def _place_bonus(self, old: Sequence[Item], new: Sequence[Item]) -> Matrix:
        def bonus(one: Item, other: Item) -> float:
            place = SAME_ID_BONUS * (one.id.rpartition("-")[2] == other.id.rpartition("-")[2])
            shared = one.about.periods & other.about.periods
            period = SAME_PERIOD_BONUS if self.kind == "part" and shared else 0.0
            return place + period

        return np.array([[bonus(one, other) for other in new] for one in old])

    def _least(self) -> float:
        """The parts of one measure need no more than to be the nearest."""
        return 0.0 if self.kind == "part" else SAME

    def _assign(
        self, old: Sequence[Item], new: Sequence[Item], alike: Matrix, rank: Matrix
    ) -> None:
        """The assignment with the greatest sum of ranks, of what is still free and possible."""
        # Here, because the package takes half a second to load and most documents need it not.
        from scipy.optimize import linear_sum_assignment

        rows = [at for at, item in enumerate(old) if item.id in self.free_old]
        columns = [at for at, item in enumerate(new) if item.id in self.free_new]
        if not rows or not columns:
            return
        worth = np.maximum(rank[np.ix_(rows, columns)], 0.0)
        for at, to in zip(*linear_sum_assignment(worth, maximize=True), strict=True):
            row, column = rows[at], columns[to]
            if rank[row, column] > 0:
                score = float(alike[row, column])
                certain = self._certain(old[row], new[column], score)
                self.pair(old[row].id, new[column].id, score, certain)

    def _relate(self) -> None:
        """What is left: was it split off one of the pairs, or taken into one?"""
        if self.kind not in ("action", "measure", "sub_point"):
            return
        if not self.free_old and not self.free_new:
            return
        alike = likeness(self.before, self.after)
        old_at = {item.id: at for at, item in enumerate(self.before)}
        new_at = {item.id: at for at, item in enumerate(self.after)}
        pairs = [
            (old_at[pair.old_id], new_at[pair.new_id])
            for (kind, _), pair in self.found.pairs.items()
            if kind == self.kind
        ]
        self.found.related += self._splits(alike, pairs, new_at)
        self.found.related += self._merges(alike, pairs, old_at)

    def _splits(
        self, alike: Likeness, pairs: Sequence[tuple[int, int]], new_at: Mapping[str, int]
    ) -> Iterator[Related]:
        for code in self.free_new:
            column = new_at[code]
            parts = [
                (row, first) for row, first in pairs if alike.old_told[row, first] < NOT_WHOLLY
            ]
            best = max(parts, key=lambda pair: alike.new_told[pair[0], column], default=None)
            if best and alike.new_told[best[0], column] >= TOLD:
                yield Related(self.kind, self.before[best[0]].id, code, "split")

    def _merges(
        self, alike: Likeness, pairs: Sequence[tuple[int, int]], old_at: Mapping[str, int]
    ) -> Iterator[Related]:
        for code in self.free_old:
            row = old_at[code]
            wholes = [
                (first, column)
                for first, column in pairs
                if alike.new_told[first, column] < NOT_WHOLLY
            ]
            best = max(wholes, key=lambda pair: alike.old_told[row, pair[1]], default=None)
            if best and alike.old_told[row, best[1]] >= TOLD:
                yield Related(self.kind, code, self.after[best[1]].id, "merged")
