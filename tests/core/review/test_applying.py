"""Corrections applied to a reading, by examples and by properties."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from suunta.core.review import (
    Correction,
    apply_corrections,
    correction_from_json,
    correction_json,
    items_of,
)
from suunta.core.strategy import Action, FocusArea, Goal, Measure, Span, Strategy, SubMeasure

WORDS = st.text("aåö ", min_size=1, max_size=6).map(lambda text: text.strip() or "x")
FOLLOWED = SubMeasure("monitoring", "Väkiluku")


def goal(number: str, title: str, *measures: str, actions: tuple[str, ...] = ()) -> Goal:
    return Goal(
        number,
        title,
        ("Palvelut lähellä",),
        tuple(Action(text) for text in actions),
        tuple(Measure(text, (FOLLOWED,)) for text in measures),
    )


def document(*goals: Goal) -> Strategy:
    return Strategy("Strategia", focus_areas=(FocusArea("1", "Elinvoima", goals=goals),))


def goals() -> st.SearchStrategy[tuple[Goal, ...]]:
    under = st.lists(WORDS, max_size=4)
    one = st.builds(lambda title, ms, acts: (title, ms, acts), WORDS, under, under)
    return st.lists(one, min_size=1, max_size=3).map(
        lambda found: tuple(
            goal(f"1.{n}", title, *measures, actions=tuple(actions))
            for n, (title, measures, actions) in enumerate(found, start=1)
        )
    )


DOCUMENTS = goals().map(lambda found: document(*found))
KINDS = st.sampled_from(["accept", "correct", "split", "merge", "remove"])


def result(becomes: str, text: str) -> Measure | Action | str:
    return {"measure": Measure(text), "action": Action(text)}.get(becomes, text)


@st.composite
def corrections(draw: st.DrawFn) -> Correction:
    entity = draw(st.sampled_from(["goal", "sub_point", "action", "measure"]))
    kind = draw(KINDS)
    becomes = entity
    if kind == "remove":
        becomes = draw(st.sampled_from(["sub_point", "action", "measure", "nothing"]))
    many = 1 if entity == "goal" else 2
    words = draw(st.lists(WORDS, min_size=1, max_size=many))
    most = {"nothing": 0, "goal": 1}.get(becomes, 2)
    results = draw(st.lists(WORDS, min_size=min(most, 1), max_size=most))
    places = draw(st.lists(st.integers(0, 1), min_size=len(words), max_size=len(words)))
    title = words[0] if entity == "goal" else draw(WORDS)
    texts = tuple(result(becomes, text) for text in results)
    return Correction(kind, entity, title, tuple(words), becomes, texts, tuple(places))


def texts(strategy: Strategy) -> list[str]:
    return [measure.text for measure in strategy.measures()]


@given(DOCUMENTS)
def test_without_corrections_the_reading_says_what_it_said(reading: Strategy) -> None:
    found = apply_corrections(reading, ())
    assert [(item.entity, item.text) for item in items_of(found.strategy)] == [
        (item.entity, item.text) for item in items_of(reading)
    ]
    assert not found.settled


@given(DOCUMENTS)
def test_applying_nothing_to_a_numbered_reading_changes_nothing(reading: Strategy) -> None:
    numbered = apply_corrections(reading, ()).strategy
    assert apply_corrections(numbered, ()).strategy == numbered


@given(DOCUMENTS, st.lists(corrections(), max_size=6))
def test_no_correction_is_lost_and_each_keeps_its_order(
    reading: Strategy, given_: list[Correction]
) -> None:
    found = apply_corrections(reading, given_)
    ids = list(map(id, given_))
    for part in (found.applied, found.unused):
        places = [ids.index(id(each)) for each in part]
        assert places == sorted(places)
    assert sorted(map(id, (*found.applied, *found.unused))) == sorted(ids)


@given(DOCUMENTS, st.lists(corrections(), max_size=6))
def test_ids_stay_unique(reading: Strategy, given_: list[Correction]) -> None:
    ids = [item.id for item in items_of(apply_corrections(reading, given_).strategy)]
    assert len(set(ids)) == len(ids)
    assert all(ids)


@given(DOCUMENTS, st.lists(corrections(), max_size=6))
def test_what_is_settled_is_there(reading: Strategy, given_: list[Correction]) -> None:
    found = apply_corrections(reading, given_)
    assert found.settled <= {item.id for item in items_of(found.strategy)}


@given(st.lists(WORDS, min_size=2, max_size=5, unique=True), st.data())
def test_a_split_and_a_merge_give_the_words_back_in_place(
    measures: list[str], data: st.DataObject
) -> None:
    reading = document(goal("1.1", "Tavoite", *measures))
    whole = data.draw(st.sampled_from(measures))
    halves = ("alku§", "loppu§")
    split = Correction(
        "split", "measure", "Tavoite", (whole,), "measure", tuple(map(Measure, halves))
    )
    merge = Correction("merge", "measure", "Tavoite", halves, "measure", (Measure(whole),))
    assert texts(apply_corrections(reading, [split, merge]).strategy) == measures


@given(st.lists(WORDS, min_size=1, max_size=5), st.data())
def test_the_others_keep_their_order_when_one_is_removed(
    measures: list[str], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(measures) - 1))
    equals = measures[:place].count(measures[place])
    remove = Correction(
        "remove", "measure", "Tavoite", (measures[place],), "nothing", places=(equals,)
    )
    found = apply_corrections(document(goal("1.1", "Tavoite", *measures)), [remove])
    assert texts(found.strategy) == measures[:place] + measures[place + 1 :]


@given(corrections())
def test_a_correction_survives_json(correction: Correction) -> None:
    assert correction_from_json(correction_json(correction)) == correction


def test_a_correction_whose_words_are_gone_is_reported_unused() -> None:
    gone = Correction("accept", "measure", "Tavoite", ("Poissa",), "measure", (Measure("Poissa"),))
    found = apply_corrections(document(goal("1.1", "Tavoite", "Väkiluku")), [gone])
    assert found.unused == (gone,)
    assert texts(found.strategy) == ["Väkiluku"]


def test_each_correction_sees_what_those_before_it_left() -> None:
    split = Correction(
        "split", "measure", "Tavoite", ("A ja B",), "measure", (Measure("A"), Measure("B"))
    )
    mend = Correction("correct", "measure", "Tavoite", ("B",), "measure", (Measure("Bussit"),))
    found = apply_corrections(document(goal("1.1", "Tavoite", "A ja B", "C")), [split, mend])
    assert texts(found.strategy) == ["A", "Bussit", "C"]
    assert found.settled == {"1.1-M2"}


def test_a_split_keeps_the_document_s_id_and_takes_no_other_one() -> None:
    numbered = replace(
        goal("1.1", "Tavoite"), measures=(Measure("A ja B", id="M1"), Measure("C", id="1.1-M2"))
    )
    split = Correction(
        "split", "measure", "Tavoite", ("A ja B",), "measure", (Measure("A"), Measure("B"))
    )
    found = apply_corrections(document(numbered), [split]).strategy
    assert [measure.id for measure in found.measures()] == ["M1", "1.1-M3", "1.1-M2"]


def test_a_merged_measure_stands_where_both_stood() -> None:
    parts = (
        Measure("A", span=Span(page=1, box=(0.1, 0.1, 0.5, 0.2))),
        Measure("B", span=Span(page=1, box=(0.1, 0.2, 0.6, 0.3))),
    )
    reading = document(replace(goal("1.1", "Tavoite"), measures=parts))
    merge = Correction("merge", "measure", "Tavoite", ("A", "B"), "measure", (Measure("A B"),))
    (found,) = apply_corrections(reading, [merge]).strategy.measures()
    assert found.span == Span(page=1, box=(0.1, 0.1, 0.6, 0.3))


def test_the_second_of_equal_texts_can_be_meant() -> None:
    second = Correction(
        "correct", "measure", "Tavoite", ("A",), "measure", (Measure("B"),), places=(1,)
    )
    found = apply_corrections(document(goal("1.1", "Tavoite", "A", "A")), [second])
    assert texts(found.strategy) == ["A", "B"]


def test_a_measure_that_is_none_becomes_the_last_action() -> None:
    reading = document(goal("1.1", "Tavoite", "Rakennetaan silta", actions=("Puretaan talo",)))
    remove = Correction(
        "remove",
        "measure",
        "Tavoite",
        ("Rakennetaan silta",),
        "action",
        (Action("Rakennetaan silta"),),
    )
    found = apply_corrections(reading, [remove])
    (result_,) = found.strategy.goals()
    assert [action.text for action in result_.actions] == ["Puretaan talo", "Rakennetaan silta"]
    assert result_.measures == ()
    assert found.settled == {"1.1-A2"}


def test_the_content_of_words_that_are_no_goal_goes_to_the_goal_before() -> None:
    reading = document(goal("1.1", "Tavoite", "A"), goal("1.2", "Mittarit", "B"))
    remove = Correction("remove", "goal", "Mittarit", ("Mittarit",), "nothing")
    found = apply_corrections(reading, [remove]).strategy
    assert [each.title for each in found.goals()] == ["Tavoite"]
    assert texts(found) == ["A", "B"]


def test_words_are_found_under_a_goal_with_a_new_title_when_only_one_has_them() -> None:
    mend = Correction("correct", "measure", "Vanha nimi", ("A",), "measure", (Measure("B"),))
    once = document(goal("1.1", "Uusi nimi", "A"), goal("1.2", "Toinen", "C"))
    twice = document(goal("1.1", "Uusi nimi", "A"), goal("1.2", "Toinen", "A"))
    assert texts(apply_corrections(once, [mend]).strategy) == ["B", "C"]
    assert apply_corrections(twice, [mend]).unused == (mend,)
