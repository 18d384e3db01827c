"""What a person said of a reading, kept by the words of the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from suunta.core.strategy import Action, Measure

Entity = Literal["goal", "sub_point", "action", "measure"]
Becomes = Literal["goal", "sub_point", "action", "measure", "nothing"]
Kind = Literal["accept", "correct", "split", "merge", "remove"]
# A goal or a sub-point is its words alone.
Result = Measure | Action | str


@dataclass(frozen=True)
class Correction:
    """One correction. Corrections are applied in order: each sees what those before it left.

    kind: accept (the same words with exactly this content), correct (other words or content),
    split (one becomes several), merge (several become one) or remove (it is no such thing);
    entity: what the reading took the words for; goal: the title of the goal they stand in, or of
    the goal itself; words: the texts it takes, verbatim, as they stand when it is made; becomes:
    what the results are; results: what stands in the place of the words, without ids and places,
    none for "nothing"; places: which of several equal texts of that goal each of the words is,
    from 0, all 0 where empty.
    """

    kind: Kind
    entity: Entity
    goal: str
    words: tuple[str, ...]
    becomes: Becomes
    results: tuple[Result, ...] = ()
    places: tuple[int, ...] = ()

    @property
    def settles(self) -> bool:
        """Whether its results need no further look: the machine's reading of a text that a person
        made by splitting or merging does, unless it is all words."""
        return self.kind in ("accept", "correct") or self.becomes != "measure"

    def wanted(self) -> Iterator[tuple[str, int]]:
        """Each text it takes and which of its equals it is."""
        places = self.places or (0,) * len(self.words)
        return zip(self.words, places, strict=True)

    def touches(self, other: Correction) -> bool:
        """Whether both are about the same texts of the same goal, before or after."""
        if self.entity == "goal" or other.entity == "goal":
            return bool({self.goal, *self.texts()} & {other.goal, *other.texts()})
        return self.goal == other.goal and bool(set(self.texts()) & set(other.texts()))

    def texts(self) -> tuple[str, ...]:
        """Its words, and those of its results."""
        return (*self.words, *(words_of(result) for result in self.results))


def words_of(result: Result) -> str:
    """The words of what a correction puts in place."""
    return result if isinstance(result, str) else result.text
