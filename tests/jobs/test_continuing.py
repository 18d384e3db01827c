"""A person says what continues what; drafts follow, and the next import too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy, Term
from suunta.jobs import versions
from suunta.jobs.versions import Compared, difference_of, versions_of
from suunta.store.actions.states import NewState, add_states
from suunta.store.models import Continuation, LogEntry, Municipality, StateEntry, Target
from towns import (
    BY,
    PROGRAMME,
    STRATEGY,
    import_mallila,
    newest,
    promise,
    with_measure,
    with_target,
)

pytestmark = pytest.mark.usefixtures("town")
TODAY = date(2023, 1, 1)
OTHER = replace(PROGRAMME, text="Kylpylässä käydään", sub_measures=())
NEXT_TERM = replace(STRATEGY, term=Term(2026, 2029))


def compared() -> Compared:
    new, old = versions_of("mallila", TODAY, public=False)[:2]
    return difference_of("mallila", old, new)


def say(same: bool, code: str = "1.1-M2", kind: str = "measure") -> None:
    pair = compared()
    versions.judge(
        slug="mallila",
        old=pair.old.id,
        new=pair.new.id,
        kind=kind,
        old_id=code,
        new_id=code,
        same=same,
        by=BY,
    )


def import_reworded(strategy: Strategy | None = None) -> tuple[int, int]:
    """The promise of the programme in the adopted version and in the draft after it."""
    import_mallila()
    before = promise("1.1-M2")
    import_mallila(strategy or with_measure(STRATEGY, OTHER), adoption=None)
    return before, promise("1.1-M2")


def test_what_a_person_calls_the_same_gets_its_history() -> None:
    before, after = import_reworded()
    assert before != after
    say(same=True)
    assert promise("1.1-M2") == before
    assert not [item for item in compared().difference.added if item.kind == "measure"]


def test_the_parts_of_a_measure_go_on_with_it(town: Municipality) -> None:
    import_mallila()
    step = NewState(promise("1.1-M2.1"), "in_progress", date(2022, 1, 1))
    add_states(by=BY, municipality=town, states=[step])
    import_mallila(with_measure(STRATEGY, OTHER), adoption=None)
    say(same=True)
    assert StateEntry.objects.get().promise_id == promise("1.1-M2.1")


def test_what_a_person_calls_another_thing_starts_anew() -> None:
    reworded = with_measure(STRATEGY, replace(PROGRAMME, text="Ohjelma on hyväksytty"))
    before, after = import_reworded(reworded)
    assert before == after
    say(same=False)
    assert promise("1.1-M2") != before
    assert [item.id for item in compared().difference.added] == ["1.1-M2", "1.1-M2.1"]


def test_the_next_import_follows_what_was_said() -> None:
    import_reworded()
    say(same=True)
    changed = replace(with_measure(STRATEGY, OTHER), vision="Uusi")
    imported = import_mallila(changed)
    assert [change.kind for change in imported.difference.changed] == ["strategy"]
    pair = next(p for p in compared().difference.pairs if p.new_id == "1.1-M2")
    assert pair.certainty == "said"


def test_the_newest_word_on_a_pair_holds_and_every_word_stays() -> None:
    before, _ = import_reworded()
    say(same=True)
    say(same=False)
    assert promise("1.1-M2") != before
    assert list(Continuation.objects.order_by("pk").values_list("same", flat=True)) == [True, False]
    assert LogEntry.objects.filter(what="continuation.say").count() == 2


def test_of_an_adopted_version_nothing_can_be_said() -> None:
    import_mallila()
    later = versions.Decision(day=date(2022, 1, 1))
    import_mallila(with_target(90.0), adoption=None)
    versions.adopt(slug="mallila", version=newest().pk, decision=later, by=BY)
    with pytest.raises(InputError, match="is on record"):
        say(same=False, code="1.1-M1")
    assert not Continuation.objects.exists()


def test_nothing_is_said_of_what_is_not_there() -> None:
    import_reworded()
    with pytest.raises(InputError, match=r"no measure 9\.9-M9"):
        say(same=True, code="9.9-M9")
    with pytest.raises(InputError, match="no strategy strategy"):
        say(same=True, code="strategy", kind="strategy")


def test_a_new_term_carries_nothing_over_of_itself() -> None:
    import_mallila()
    before = promise("1.1-M1.1")
    import_mallila(NEXT_TERM, adoption=None)
    assert newest_of_next("1.1-M1.1") != before
    assert compared().links == {"goal": {}, "action": {}, "measure": {}, "part": {}}


def test_a_new_term_goes_on_with_what_a_person_carries_over() -> None:
    import_mallila()
    before = promise("1.1-M1.1")
    import_mallila(NEXT_TERM, adoption=None)
    pair = compared()
    carried = versions.carry_sure(slug="mallila", old=pair.old.id, new=pair.new.id, by=BY)
    assert carried == 6
    assert newest_of_next("1.1-M1.1") == before


def test_a_target_that_a_new_term_repeats_stays_the_one_that_was_decided() -> None:
    import_mallila()
    import_mallila(NEXT_TERM, adoption=None)
    pair = compared()
    versions.carry_sure(slug="mallila", old=pair.old.id, new=pair.new.id, by=BY)
    decision = versions.Decision(day=date(2025, 11, 3))
    versions.adopt(slug="mallila", version=pair.new.id, decision=decision, by=BY)
    assert Target.objects.filter(promise=newest_of_next("1.1-M1.1")).count() == 1


def newest_of_next(code: str) -> int:
    from suunta.store.queries.versions import read_version

    newest_view = versions_of("mallila", TODAY, public=False)[0]
    return read_version(newest_view.id).promises[code]


def test_a_version_of_another_town_is_not_found() -> None:
    with pytest.raises(InputError, match="has no version 999"):
        versions.end(slug="mallila", version=999, decision=versions.Decision(), by=BY)


def test_the_list_counts_what_each_version_holds() -> None:
    import_mallila()
    (version,) = versions_of("mallila", TODAY, public=True)
    assert (version.counts.areas, version.counts.goals) == (1, 2)
    assert (version.counts.actions, version.counts.measures) == (1, 3)
    assert version.in_force
