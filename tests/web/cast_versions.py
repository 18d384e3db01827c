"""Two versions and a draft of the cast's town, without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from suunta.core.difference import compare
from suunta.core.strategy import Strategy
from suunta.core.texts import Text
from suunta.core.version import Counts, Decided, VersionView, as_of
from suunta.jobs.versions import Compared
from towns import PROGRAMME, STRATEGY, with_measure, with_target

COUNCIL = Text({"fi": "Valtuusto", "sv": "Fullmäktige"}, {"fi": "original", "sv": "original"})
TITLE = Text({"fi": "Mallilan strategia"}, {"fi": "original"})
FIRST = VersionView(
    id=1,
    term="2021-2025",
    number=1,
    status="amended",
    title=TITLE,
    language="fi",
    action_year=2022,
    known_on=date(2021, 6, 7),
    recorded_on=date(2021, 6, 8),
    adopted=Decided(COUNCIL, date(2021, 6, 7), "§ 12", "https://mallila.example/12"),
    counts=Counts(1, 2, 1, 3),
)
SECOND = replace(
    FIRST,
    id=2,
    number=2,
    status="adopted",
    known_on=date(2022, 11, 14),
    adopted=Decided(COUNCIL, date(2022, 11, 14), "§ 80"),
)
DRAFT = replace(FIRST, id=3, number=3, status="draft", known_on=None, adopted=Decided())
REWORDED = replace(PROGRAMME, text="Kylpylässä käydään", sub_measures=())
STRATEGIES = {
    1: STRATEGY,
    2: with_target(90.0),
    3: with_measure(with_target(90.0), REWORDED),
}


def versions_of(slug: str, day: date, *, public: bool) -> tuple[VersionView, ...]:
    """The versions with their states on a day."""
    found = as_of((FIRST, SECOND, DRAFT), day)
    return tuple(one for one in found if one.public or not public)


def strategy_of(version: VersionView) -> Strategy:
    """What a version says."""
    return STRATEGIES[version.id]


def difference_of(slug: str, old: VersionView, new: VersionView) -> Compared:
    """How two versions differ; all that goes on is on record."""
    before, after = STRATEGIES[old.id], STRATEGIES[new.id]
    difference = compare(before, after)
    links = {kind: dict(pairs) for kind, pairs in difference.continues.items()}
    return Compared(old, new, before, after, difference, links)
