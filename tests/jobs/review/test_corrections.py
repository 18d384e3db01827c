"""A reviewer corrects a reading; what was corrected is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from suunta.core.errors import InputError
from suunta.core.strategy import SubMeasure
from suunta.core.strategy_json import strategy_json
from suunta.jobs import review
from suunta.jobs.import_strategy import import_document
from suunta.jobs.review import Review, ReviewItem, reading
from suunta.jobs.review.reading import read_upload
from suunta.readers import Both, read_both
from suunta.store.models import Correction, Municipality, StrategyVersion, Upload
from suunta.store.queries.versions import read_version
from towns import STRATEGY, import_mallila, newest

TEXT = Path(__file__).parents[2] / "data" / "strategia-fi.txt"
WAITING_TIME = "Odotusaika puhelimessa enintään 3 min"


@pytest.fixture(scope="module")
def read_once() -> Both:
    """What the file holds: a child process for each test would take long."""
    return read_both("strategia.txt", TEXT.read_bytes())


@pytest.fixture
def code(town: Municipality, read_once: Both, monkeypatch: pytest.MonkeyPatch) -> int:
    """An upload that was read."""
    monkeypatch.setattr(reading, "read_both", lambda name, data: read_once)
    data = TEXT.read_bytes()
    found = review.receive_upload(slug="mallila", name="strategia.txt", data=data, by="test")
    assert read_upload(found) == "read"
    return found


def page(code: int) -> Review:
    return review.review_of("mallila", code, "fi")


def item(code: int, text: str) -> ReviewItem:
    return next(each for each in page(code).items if each.text == text)


def texts(code: int, entity: str = "measure") -> list[str]:
    return [each.text for each in page(code).items if each.entity == entity]


def of(code: int, by: str = "maija", seen: int | None = None) -> dict[str, Any]:
    """The arguments of every writing call."""
    now = page(code).seen if seen is None else seen
    return {"slug": "mallila", "upload": code, "seen": now, "by": by}


def test_the_page_shows_what_was_read_beside_its_lines(
    code: int, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(5):
        found = page(code)
    assert found.source.kind == "blocks"
    marked = {mark for block in found.source.blocks for mark in block.text.items}
    assert item(code, WAITING_TIME).id in marked
    assert [each.entity for each in found.items][:2] == ["goal", "sub_point"]


def test_an_accepted_item_is_settled(code: int) -> None:
    review.accept(ids=[item(code, WAITING_TIME).id], **of(code))
    assert item(code, WAITING_TIME).settled
    assert not item(code, "Asiakastyytyväisyys").settled


def test_all_that_is_sure_is_accepted_at_once_and_undone_at_once(code: int) -> None:
    asked = {question.id for question in page(code).questions}
    accepted = review.accept_sure(**of(code))
    assert accepted == len(page(code).items) - len(asked)
    assert {each.id for each in page(code).items if not each.settled} == asked
    assert review.undo(**of(code)) is not None
    assert not any(each.settled for each in page(code).items)


def test_corrected_words_are_read_anew(code: int) -> None:
    words = "Odotusaika puhelimessa enintään 5 min"
    chosen = item(code, WAITING_TIME).id
    review.correct(id=chosen, text=words, sub_measures=None, **of(code))
    measure = item(code, words).measure
    assert measure
    assert measure.sub_measures[0].target_value == 5
    assert item(code, words).id == chosen


def test_corrected_sub_measures_are_kept_as_given(code: int) -> None:
    given = SubMeasure("monitoring", "Odotusaika")
    chosen = item(code, WAITING_TIME).id
    review.correct(id=chosen, text=WAITING_TIME, sub_measures=[given], **of(code))
    measure = item(code, WAITING_TIME).measure
    assert measure
    assert measure.sub_measures == (given,)


@pytest.mark.parametrize("words", ["", " \n"])
def test_a_text_that_says_nothing_is_refused_by_its_field(code: int, words: str) -> None:
    with pytest.raises(InputError) as raised:
        review.correct(id=item(code, WAITING_TIME).id, text=words, sub_measures=None, **of(code))
    assert raised.value.faults[0].place == "text"


def test_a_text_longer_than_any_measure_is_refused_by_its_field(code: int) -> None:
    with pytest.raises(InputError) as refused:
        review.correct(
            id=item(code, WAITING_TIME).id, text="x" * 5001, sub_measures=None, **of(code)
        )
    assert refused.value.faults[0].place == "text"


def test_signs_without_a_shape_are_left_out_of_corrected_words(code: int) -> None:
    text = "Kävijät\x00 \u202evähintään\u202c 500"
    review.correct(id=item(code, WAITING_TIME).id, text=text, sub_measures=None, **of(code))
    assert "Kävijät vähintään 500" in texts(code)


def test_values_that_cannot_be_are_refused(code: int) -> None:
    wrong = SubMeasure("numeric", "Odotusaika", target_value=float("nan"))
    with pytest.raises(InputError, match="no finite number"):
        review.correct(id=item(code, WAITING_TIME).id, text="A", sub_measures=[wrong], **of(code))
    assert not Correction.objects.exists()


def test_a_measure_split_and_merged_has_its_words_again(code: int) -> None:
    before = texts(code)
    halves = ["Odotusaika puhelimessa", "enintään 3 min"]
    review.split(id=item(code, WAITING_TIME).id, texts=halves, **of(code))
    assert set(halves) <= set(texts(code))
    first, second = (item(code, half).id for half in halves)
    review.merge(first=second, second=first, **of(code))
    assert texts(code) == before


def test_things_of_two_goals_are_not_made_one(code: int) -> None:
    found = [each for each in page(code).items if each.entity == "measure"]
    with pytest.raises(InputError, match="one kind in one goal"):
        review.merge(first=found[0].id, second=found[-1].id, **of(code))


def test_what_is_no_measure_becomes_an_action(code: int) -> None:
    review.not_a_measure(id=item(code, WAITING_TIME).id, becomes="action", **of(code))
    assert WAITING_TIME in texts(code, "action")
    assert WAITING_TIME not in texts(code)


def test_an_action_that_is_a_measure_is_read_as_one(code: int) -> None:
    chosen = item(code, "Aikatauluja tihennetään")
    review.not_a_measure(id=chosen.id, becomes="measure", **of(code))
    measure = item(code, chosen.text).measure
    assert measure
    assert measure.sub_measures


def test_goals_and_actions_are_corrected_too(code: int) -> None:
    goal, action = item(code, "Velka ei kasva"), item(code, "Aikatauluja tihennetään")
    review.correct_goal(id=goal.id, title="Velka pienenee", **of(code))
    review.correct_action(
        id=action.id, text="Vuoroja lisätään", year=2023, responsible=["tekninen"], **of(code)
    )
    assert item(code, "Velka pienenee").settled
    changed = item(code, "Vuoroja lisätään").action
    assert changed
    assert (changed.year, changed.responsible) == (2023, ("tekninen",))


def test_undoing_takes_back_the_last_of_what_was_done(code: int) -> None:
    before = texts(code)
    review.accept(ids=[item(code, WAITING_TIME).id], **of(code))
    review.not_a_measure(id=item(code, WAITING_TIME).id, becomes="nothing", **of(code))
    assert review.undo(**of(code)) == WAITING_TIME
    assert texts(code) == before
    assert item(code, WAITING_TIME).settled
    review.undo(**of(code))
    assert not item(code, WAITING_TIME).settled
    assert review.undo(**of(code)) is None


Change = Callable[[int, int], object]
CHANGES: dict[str, Change] = {
    "accept": lambda code, seen: review.accept(
        ids=[item(code, WAITING_TIME).id], **of(code, "pekka", seen)
    ),
    "split": lambda code, seen: review.split(
        id=item(code, WAITING_TIME).id, texts=["A", "B"], **of(code, "pekka", seen)
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_somebody_else_changed_meanwhile_is_shown_not_overwritten(
    code: int, change: Change
) -> None:
    seen = page(code).seen
    chosen = item(code, WAITING_TIME).id
    review.correct(
        id=chosen, text=WAITING_TIME, sub_measures=[SubMeasure("monitoring", "Aika")], **of(code)
    )
    with pytest.raises(InputError, match=f"maija did this meanwhile: correct: {WAITING_TIME}"):
        change(code, seen)
    assert Correction.objects.count() == 1


def test_other_words_may_be_changed_meanwhile(code: int) -> None:
    stale = page(code)
    chosen = next(each for each in stale.items if each.text == WAITING_TIME)
    review.not_a_measure(id=item(code, "Asiakastyytyväisyys").id, becomes="nothing", **of(code))
    review.accept(ids=[chosen.id], **of(code, "pekka", stale.seen))
    assert item(code, WAITING_TIME).settled


def test_a_page_from_the_future_is_refused(code: int) -> None:
    with pytest.raises(InputError, match="older than the store"):
        review.accept(ids=[item(code, WAITING_TIME).id], **of(code, seen=99))


def test_the_same_document_again_is_corrected_already(code: int) -> None:
    review.not_a_measure(id=item(code, WAITING_TIME).id, becomes="nothing", **of(code))
    review.accept_sure(**of(code))
    data = TEXT.read_bytes()
    again = review.receive_upload(slug="mallila", name="uusi.txt", data=data, by="test")
    read_upload(again)
    assert WAITING_TIME not in texts(again)
    assert page(again).applied == Correction.objects.count()
    assert page(again).made == 0
    assert review.undo(**of(again)) is None


def test_importing_from_the_command_line_keeps_what_people_said(code: int) -> None:
    given = SubMeasure("monitoring", "Tyytyväisyys")
    removed, kept = WAITING_TIME, "Asiakastyytyväisyys"
    review.not_a_measure(id=item(code, removed).id, becomes="nothing", **of(code))
    review.correct(id=item(code, kept).id, text=kept, sub_measures=[given], **of(code))
    found = import_document(TEXT, municipality="mallila", by="test")
    assert found.corrections == 2
    assert "2 remembered corrections were applied" in str(found)
    measures = {each.text: each for each in read_version(newest().pk).content.measures()}
    assert removed not in measures
    assert measures[kept].sub_measures == (given,)


def test_the_words_in_force_are_settled_as_they_were_adopted(code: int) -> None:
    import_mallila()
    Upload.objects.filter(pk=code).update(reading=strategy_json(STRATEGY))
    assert all(each.settled for each in page(code).items if each.entity == "measure")


def test_the_preview_writes_nothing_and_the_draft_is_not_public(code: int) -> None:
    assert review.preview("mallila", code).outcome == "would_draft"
    assert not StrategyVersion.objects.exists()
    review.not_a_measure(id=item(code, WAITING_TIME).id, becomes="nothing", **of(code))
    assert review.write_reviewed_draft(**of(code)) == 1
    version = newest()
    assert (version.status, version.document_name) == ("draft", "strategia.txt")
    assert WAITING_TIME not in {each.text for each in read_version(version.pk).content.measures()}
    row = review.upload_status("mallila", code)
    assert (row.status, row.version) == ("drafted", 1)


def test_a_draft_is_not_written_over_what_somebody_just_corrected(code: int) -> None:
    seen = page(code).seen
    review.accept_sure(**of(code))
    with pytest.raises(InputError, match="maija did this meanwhile"):
        review.write_reviewed_draft(**of(code, "pekka", seen))
    assert not StrategyVersion.objects.exists()


def test_what_was_not_read_cannot_be_reviewed(town: Municipality) -> None:
    waiting = review.receive_upload(slug="mallila", name="a.txt", data=b"x", by="test")
    with pytest.raises(InputError, match="it is waiting"):
        page(waiting)
