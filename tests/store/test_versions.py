"""Versions: drafts are replaced, what was adopted stays, what is followed goes on."""

from __future__ import annotations

from datetime import date

import pytest

from suunta.core.strategy import Span
from suunta.jobs.import_strategy import Adoption
from suunta.store.actions.states import NewState, add_states
from suunta.store.actions.texts import NewText, set_texts
from suunta.store.models import (
    Goal,
    LogEntry,
    Measure,
    Municipality,
    Promise,
    StateEntry,
    StrategyVersion,
    Target,
    TextState,
)
from suunta.store.queries.versions import read_version, row_ids, span
from towns import ADOPTED, BY, STRATEGY, import_mallila, newest, promise, with_target

LATER = Adoption("Valtuusto", date(2022, 11, 14), "§ 80")
pytestmark = pytest.mark.usefixtures("town")


def test_what_was_written_reads_back_as_the_document() -> None:
    import_mallila()
    assert read_version(newest().pk).content == STRATEGY


def test_a_place_on_a_page_reads_back_with_its_box() -> None:
    assert span({"page": 2, "box": [0.1, 0.2, 0.5, 0.3]}) == Span(page=2, box=(0.1, 0.2, 0.5, 0.3))


def test_a_draft_has_no_target_and_no_day() -> None:
    import_mallila(adoption=None)
    assert newest().known_on is None
    assert not Target.objects.exists()


def test_adoption_sets_the_targets_by_its_decision() -> None:
    import_mallila()
    target = Target.objects.get(promise=promise("1.1-M1.1"))
    assert (target.comparator, target.value, target.known_on) == (">=", 80.0, date(2021, 6, 7))
    assert target.decision == "Valtuusto 7.6.2021 § 12"


def test_a_changed_draft_takes_the_place_of_the_one_before() -> None:
    import_mallila(adoption=None)
    import_mallila(with_target(90.0), adoption=None)
    assert newest().number == 1
    assert Measure.objects.filter(code="1.1-M1").count() == 1
    assert Promise.objects.count() == 9


def test_an_adopted_version_stays_and_the_new_one_is_beside_it() -> None:
    import_mallila()
    import_mallila(with_target(90.0), adoption=LATER)
    assert list(StrategyVersion.objects.values_list("number", "status").order_by("number")) == [
        (1, "amended"),
        (2, "adopted"),
    ]
    assert Measure.objects.filter(code="1.1-M1").count() == 2


def test_a_changed_target_is_another_row_and_the_old_one_stays() -> None:
    import_mallila()
    import_mallila(with_target(90.0), adoption=LATER)
    targets = Target.objects.filter(promise=promise("1.1-M1.1")).order_by("known_on")
    assert [(target.value, target.known_on) for target in targets] == [
        (80.0, date(2021, 6, 7)),
        (90.0, date(2022, 11, 14)),
    ]


def test_states_go_on_through_a_new_version(town: Municipality) -> None:
    import_mallila()
    step = NewState(promise("1.1-M2.1"), "in_progress", date(2022, 1, 1))
    add_states(by=BY, municipality=town, states=[step])
    import_mallila(with_target(90.0), adoption=LATER)
    assert StateEntry.objects.get().promise_id == promise("1.1-M2.1")


def test_a_step_that_is_there_is_not_added_again(town: Municipality) -> None:
    import_mallila()
    step = NewState(promise("1.1-A1"), "returned", date(2022, 1, 1))
    assert add_states(by=BY, municipality=town, states=[step, step]) == 2
    assert add_states(by=BY, municipality=town, states=[step]) == 0


def translate(town: Municipality, text: str, state: str) -> int:
    version = newest()
    row = row_ids(version.pk)["measure", "1.1-M1"]
    new = NewText("measure", row, "text", "sv", text, state)
    return set_texts(by=BY, municipality=town, version=version, texts=[new])


def state_of_translation() -> str:
    version = newest()
    row = row_ids(version.pk)["measure", "1.1-M1"]
    state = TextState.objects.get(
        version=version, entity="measure", entity_id=row, field="text", language="sv"
    )
    return state.state


def test_a_translation_is_kept_while_its_original_is_unchanged(town: Municipality) -> None:
    import_mallila()
    assert translate(town, "Andelen nöjda minst 80 %", "reviewed") == 1
    assert translate(town, "Andelen nöjda minst 80 %", "reviewed") == 0
    import_mallila(with_measure_two(), adoption=LATER)
    assert state_of_translation() == "reviewed"


def with_measure_two():
    from dataclasses import replace

    from towns import PROGRAMME, with_measure

    return with_measure(STRATEGY, replace(PROGRAMME, text="Ohjelma on hyväksytty"))


def test_a_changed_original_turns_a_reviewed_translation_into_a_draft(town: Municipality) -> None:
    import_mallila()
    translate(town, "Andelen nöjda minst 80 %", "reviewed")
    import_mallila(with_target(90.0), adoption=LATER)
    assert state_of_translation() == "draft"
    assert Measure.objects.get(goal__version=newest(), code="1.1-M1").text_sv.endswith("80 %")


def test_the_words_of_a_document_cannot_be_changed_beside_it(town: Municipality) -> None:
    from suunta.core.errors import InputError

    import_mallila()
    version = newest()
    row = row_ids(version.pk)["goal", "1.1"]
    new = NewText("goal", row, "title", "fi", "Muuta", "reviewed")
    with pytest.raises(InputError, match="becomes a new version"):
        set_texts(by=BY, municipality=town, version=version, texts=[new])
    assert Goal.objects.get(pk=row).title_fi == "Tyytyväiset asukkaat"


def test_a_part_renamed_in_its_own_language_turns_its_translations_into_drafts(
    town: Municipality,
) -> None:
    import_mallila()
    version = newest()
    row = row_ids(version.pk)["part", "1.1-M1.1"]
    names = [
        NewText("part", row, "name", "sv", "Nöjda", "reviewed"),
        NewText("part", row, "name", "fi", "Tyytyväiset", "original"),
    ]
    set_texts(by=BY, municipality=town, version=version, texts=names)
    state = TextState.objects.get(entity="part", entity_id=row, field="name", language="sv")
    assert state.state == "draft"


def test_every_action_leaves_one_line_that_says_who(town: Municipality) -> None:
    before = LogEntry.objects.count()
    import_mallila(adoption=ADOPTED)
    lines = LogEntry.objects.order_by("pk").values_list("what", "who")[before:]
    assert list(lines) == [
        ("version.draft", BY),
        ("target.decide", BY),
        ("version.adopt", BY),
    ]
