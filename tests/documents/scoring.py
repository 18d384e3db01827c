"""How well documents are read, beside golds written by hand: `python tests/documents/scoring.py`.

Goals, actions and measures count as found when their goal and their words are the gold's, signs and
capitals apart. A measure's sub-measures are exact when every field of `CORE` is, or is one that the
gold's `accept` allows. None of this uses how the reader compares texts.
"""

from __future__ import annotations

import importlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from suunta.core.phrases import understand
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_json
from suunta.readers import MODULES
from suunta.readers.layout import interpret
from suunta.readers.text import read_text

FILES = Path(__file__).parent / "files"
KINDS = ("goals", "actions", "measures")
CORE = (
    "kind",
    "unit",
    "comparator",
    "target_value",
    "target_value_max",
    "target_basis",
    "target_period",
    "baseline",
    "placeholder",
)
DEFAULTS = {"comparator": "none", "placeholder": False, "baseline": []}
OF_TARGETS = ("unit", "comparator", "target_value", "target_value_max", "target_basis")
NEAR = 0.005
Json = Mapping[str, Any]


@dataclass
class Score:
    """Counts of one document, or of several together."""

    found: Counter[str] = field(default_factory=Counter)
    said: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    exact: int = 0
    measures: int = 0
    wrong: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found,
            self.said + other.said,
            self.gold + other.gold,
            self.exact + other.exact,
            self.measures + other.measures,
            self.wrong + other.wrong,
        )

    def recall(self, kind: str) -> float:
        """The share of the gold's that was found; 1 where it has none."""
        return self.found[kind] / self.gold[kind] if self.gold[kind] else 1.0

    def precision(self, kind: str) -> float:
        """The share of what was read that the gold has; 1 where nothing was."""
        return self.found[kind] / self.said[kind] if self.said[kind] else 1.0

    @property
    def exactness(self) -> float:
        """The share of the gold's measures whose sub-measures are all exact."""
        return self.exact / self.measures if self.measures else 1.0


def names() -> list[str]:
    """The documents that have a gold."""
    return sorted(path.name.removesuffix(".gold.json") for path in FILES.glob("*.gold.json"))


@cache
def gold_of(name: str) -> Json:
    """The gold of a document."""
    content: Json = json.loads((FILES / f"{name}.gold.json").read_text("utf-8"))
    return content


def read_here(path: Path) -> Strategy:
    """A document read and understood in this process, without the child around the reader."""
    if path.suffix == ".txt":
        return understand(read_text(path.name, path.read_bytes()))
    reader = importlib.import_module(MODULES[path.suffix])
    return understand(interpret(reader.read_document(path.name, path.read_bytes()), path.name))


@cache
def score_of(name: str) -> Score:
    """The score of one document's reading."""
    return scored(strategy_json(read_here(FILES / name)), gold_of(name))


def scored(read: Json, gold: Json) -> Score:
    """A reading beside its gold, both in the shape of `suunta read --json`."""
    score = Score()
    for kind in KINDS:
        said, meant = Counter(_keys(read, kind)), Counter(_keys(gold, kind))
        score.found[kind] = (said & meant).total()
        score.said[kind], score.gold[kind] = said.total(), meant.total()
        score.wrong += [f"missing {kind[:-1]}: {key[-1]}" for key in meant - said]
        score.wrong += [f"surplus {kind[:-1]}: {key[-1]}" for key in said - meant]
    read_subs = dict(_measures(read))
    for key, measure in _measures(gold):
        score.measures += 1
        subs = _subs(read_subs.get(key, {}))
        if is_exact(subs, _subs(measure), measure.get("accept", {})):
            score.exact += 1
        else:
            score.wrong.append(f"not exact: {measure['text']}")
    return score


def _goals(content: Json) -> Iterator[Json]:
    for area in content["focus_areas"]:
        yield from area.get("goals", [])


def _keys(content: Json, kind: str) -> Iterator[tuple[str, ...]]:
    for goal in _goals(content):
        title = letters(goal["title"])
        if kind == "goals":
            yield (title,)
        else:
            yield from ((title, letters(one["text"])) for one in goal.get(kind, []))


def _measures(content: Json) -> Iterator[tuple[tuple[str, str], Json]]:
    for goal in _goals(content):
        for measure in goal.get("measures", []):
            yield (letters(goal["title"]), letters(measure["text"])), measure


def _subs(measure: Json) -> list[Json]:
    found: list[Json] = list(measure.get("sub_measures", []))
    return found


def letters(text: str) -> str:
    """The letters and digits of a text in small letters."""
    return re.sub(r"[\W_]+", "", text.lower())


def is_exact(read: Sequence[Json], gold: Sequence[Json], accept: Json) -> bool:
    """Whether each sub-measure of one has its own in the other, in any order."""
    if len(read) != len(gold):
        return len(read) in accept.get("counts", [])
    if not gold:
        return True
    first, rest = gold[0], gold[1:]
    return any(
        _agree(one, first) and is_exact([*read[:place], *read[place + 1 :]], rest, accept)
        for place, one in enumerate(read)
    )


def _agree(read: Json, gold: Json) -> bool:
    accept = gold.get("accept", {})
    for name in CORE:
        if read["kind"] != "numeric" and name in OF_TARGETS:
            continue
        wanted = [gold.get(name, DEFAULTS.get(name)), *accept.get(name, [])]
        if not any(_same(name, read.get(name, DEFAULTS.get(name)), value) for value in wanted):
            return False
    return True


def _same(name: str, read: Any, gold: Any) -> bool:
    if name == "baseline":
        return _same_levels(read or [], gold or [])
    if name == "target_basis":
        return (read or "absolute") == (gold or "absolute")
    if isinstance(read, int | float) and isinstance(gold, int | float):
        return abs(read - gold) <= NEAR
    return bool(read == gold)


def _same_levels(read: Sequence[Json], gold: Sequence[Json]) -> bool:
    """Whether two lists hold the same starting levels; a unit that one leaves out is no error."""
    rest = list(read)
    for level in gold:
        twin = next((one for one in rest if _same_level(one, level)), None)
        if twin is None:
            return False
        rest.remove(twin)
    return not rest


def _same_level(read: Json, gold: Json) -> bool:
    units = {read.get("unit"), gold.get("unit")} - {None}
    same = _same("value", read.get("value"), gold.get("value"))
    return same and read.get("period") == gold.get("period") and len(units) < 2


def by_language() -> dict[str, Score]:
    """The scores of the documents in each language together."""
    found: dict[str, Score] = {}
    for name in names():
        language = gold_of(name)["language"]
        found[language] = found.get(language, Score()) + score_of(name)
    return found


def line_of(name: str, score: Score) -> str:
    """A line of the table that `main` prints."""
    parts = [f"{kind} P {score.precision(kind):6.1%} R {score.recall(kind):6.1%}" for kind in KINDS]
    return f"{name:24} {'  '.join(parts)}  exact {score.exactness:6.1%}"


def main() -> None:
    """Print the score of each document, each language and all."""
    for name in names():
        print(line_of(name, score_of(name)))
    total = Score()
    for language, score in by_language().items():
        print(line_of(f"all in {language}", score))
        total += score
    print(line_of(f"all {len(names())}", total))


if __name__ == "__main__":
    main()
