"""Which version is in force on a day, and what each was then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from suunta.core.texts import Text
from suunta.core.version import Decided, VersionView, as_of

TITLE = Text({"fi": "Strategia"})
FIRST = VersionView(1, "2018-2021", 1, "amended", TITLE, "fi", known_on=date(2018, 3, 26))
SECOND = replace(FIRST, id=2, number=2, status="adopted", known_on=date(2020, 1, 20))
DRAFT = replace(FIRST, id=3, number=3, status="draft", known_on=None)
NEXT = replace(FIRST, id=4, term="2022-2025", status="adopted", known_on=date(2021, 11, 1))


def states(day: date, *versions: VersionView) -> list[tuple[int, str, bool]]:
    return [(one.id, one.status, one.in_force) for one in as_of(versions, day)]


def test_before_the_amendment_the_first_version_was_in_force() -> None:
    assert states(date(2019, 1, 1), FIRST, SECOND) == [(1, "adopted", True)]


def test_an_adoption_amends_the_version_before_in_its_term() -> None:
    assert states(date(2020, 1, 20), FIRST, SECOND) == [(2, "adopted", True), (1, "amended", False)]


def test_a_draft_stands_beside_and_is_never_in_force() -> None:
    assert states(date(2021, 1, 1), SECOND, DRAFT) == [(3, "draft", False), (2, "adopted", True)]


def test_the_strategy_of_the_next_term_is_in_force_from_its_adoption() -> None:
    assert states(date(2022, 1, 1), SECOND, NEXT) == [(4, "adopted", True), (2, "adopted", False)]


def test_an_ended_version_is_in_force_until_that_day() -> None:
    ended = replace(SECOND, status="ended", ended=Decided(on=date(2021, 12, 31)))
    assert states(date(2021, 12, 30), ended) == [(2, "adopted", True)]
    assert states(date(2021, 12, 31), ended) == [(2, "ended", False)]
