"""The form of a measure: what it shows of a reading, and what it makes of what was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from suunta.core.errors import InputError
from suunta.core.phrases import parse_phrase
from suunta.core.review import Question
from suunta.core.strategy import Baseline, SubMeasure
from suunta.web.desk.imports.entered import Entered
from suunta.web.desk.imports.fields import ORDER, Field, PartFields, in_field, stands_in
from suunta.web.desk.imports.spans import Piece, around, pieces, pieces_in, stretches
from suunta.web.desk.imports.window import cell_words

WORDS = "Lainojen määrä vähintään 90 000 vuonna 2027 (2019: 80 000)"
SUB = SubMeasure(
    kind="numeric",
    indicator="Lainojen määrä",
    unit="kpl",
    comparator=">=",
    target_value=90_000.0,
    target_basis="absolute",
    target_period="2027",
    baseline=(Baseline("2019", 80_000.0, "kpl"),),
    direction="up",
)


@pytest.fixture(autouse=True)
def _finnish() -> Iterator[None]:
    with translation.override("fi"):
        yield


def sent(sub: SubMeasure, number: int = 1, **changes: str) -> dict[str, str]:
    """What a browser sends of a form that shows a sub-measure."""
    found = {
        f"{number}-{name}": in_field(name, getattr(sub, name), "fi")
        for name in ORDER
        if getattr(sub, name) not in (None, False)
    }
    for place, one in enumerate(sub.baseline, start=1):
        for name in ("period", "value", "unit"):
            found[f"{number}-baseline-{place}-{name}"] = in_field(name, getattr(one, name), "fi")
    return found | {f"{number}-{name}": value for name, value in changes.items()}


def entered(fields: dict[str, str], *before: SubMeasure, language: str = "fi") -> Any:
    return Entered(fields, language).sub_measures(before)


def faults(fields: dict[str, str], *before: SubMeasure) -> dict[str, str]:
    with pytest.raises(InputError) as refused:
        entered(fields, *before)
    return {fault.place: fault.what for fault in refused.value.faults}


def test_an_untouched_form_changes_nothing() -> None:
    assert entered(sent(SUB), SUB) == (SUB,)


@given(st.floats(min_value=-1e9, max_value=1e9, allow_nan=False))
def test_no_digit_of_a_value_is_lost_by_showing_it(value: float) -> None:
    exact = replace(SUB, target_value=value)
    assert entered(sent(exact), exact) == (exact,)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("90 000", "fi", 90_000),
        ("90\u00a0000,5", "sv", 90_000.5),
        ("90,000.5", "en", 90_000.5),
        ("\u22122,5", "fi", -2.5),
        ("12 %", "fi", 12),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(
    text: str, language: str, value: float
) -> None:
    (changed,) = entered(sent(SUB, target_value=text), SUB, language=language)
    assert changed.target_value == value


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2028", "2028"),
        ("31.12.2028", "2028-12-31"),
        ("9/2028", "2028-09"),
        ("1–6/2028", "2028-H1"),
        ("Q3/2028", "2028-Q3"),
        ("2027/2028", "2027/2028"),
        ("vuosittain", "per year"),
        ("valtuustokausi", "term"),
        ("", None),
    ],
)
def test_deadlines_are_read_as_people_write_them(text: str, period: str | None) -> None:
    (changed,) = entered(sent(SUB, target_period=text), SUB)
    assert changed.target_period == period


@pytest.mark.parametrize("text", ["9999999", "31.2.2028", "13/2028", "9999", "pian"])
def test_what_is_no_deadline_is_refused_at_its_field(text: str) -> None:
    assert set(faults(sent(SUB, target_period=text), SUB)) == {"1-target_period"}


@pytest.mark.parametrize("period", ["per year", "term", "2028-09", "2028-12-31", "syksyllä"])
def test_a_deadline_is_shown_in_words_and_stays_as_it_was_read(period: str) -> None:
    read = replace(SUB, target_period=period)
    shown = in_field("target_period", period, "fi")
    assert "per year" not in shown
    assert entered(sent(read), read) == (read,)


@pytest.mark.parametrize("name", ["unit", "scale"])
def test_a_unit_is_no_longer_than_the_store_has_room_for(name: str) -> None:
    assert set(faults(sent(SUB) | {f"1-{name}": "x" * 41}, SUB)) == {f"1-{name}"}


@pytest.mark.parametrize("text", ["paljon", "1e99", "NaN", "٣", "1,2,3", "12 kpl"])
def test_what_is_no_number_is_refused_at_its_field(text: str) -> None:
    assert set(faults(sent(SUB, target_value=text), SUB)) == {"1-target_value"}


def test_all_faults_are_told_at_once() -> None:
    fields = sent(SUB, indicator="", target_value="x", kind="nonsense")
    assert set(faults(fields, SUB)) == {"1-indicator", "1-target_value", "1-kind"}


def test_a_number_to_reach_needs_one() -> None:
    assert set(faults(sent(SUB, target_value=""), SUB)) == {"1-target_value"}


def test_a_part_is_left_out_and_another_added() -> None:
    fields = sent(SUB) | {"1-drop": "1"} | {"2-indicator": "Kävijät", "2-kind": "monitoring"}
    (only,) = entered(fields, SUB)
    assert (only.indicator, only.kind) == ("Kävijät", "monitoring")


def test_a_measure_keeps_one_part_at_least() -> None:
    assert set(faults(sent(SUB) | {"1-drop": "1"}, SUB)) == {"1-indicator"}


def test_a_second_starting_value_is_added() -> None:
    fields = sent(SUB) | {"1-baseline-2-period": "2020", "1-baseline-2-value": "81 000"}
    (changed,) = entered(fields, SUB)
    assert changed.baseline == (*SUB.baseline, Baseline("2020", 81_000.0, None))


def shown(sub: SubMeasure, text: str = WORDS, **about: Any) -> dict[str, Field]:
    form = PartFields(1, sub, text, "fi", **about).form()
    return {field.name: field for field in form.shown}


def test_each_field_says_where_it_comes_from() -> None:
    (read,) = parse_phrase(WORDS, "fi")
    origins = {name: field.origin for name, field in shown(read).items()}
    assert origins["indicator"] == "tekstistä"
    assert "90 000" in origins["target_value"]
    assert origins["direction"] == "päätelty"
    assert shown(replace(read, unit=None))["unit"].origin == "ei löytynyt tekstistä"


def test_a_value_of_another_cell_comes_from_the_row() -> None:
    fields = shown(SUB, "Lainat", row="Lainat 80000 (2019) 90000 2027")
    assert fields["target_value"].origin == "taulukon riviltä"
    assert not stands_in(9.0, "Lainat 90000", "fi")


def test_what_a_person_settled_is_no_guess() -> None:
    assert shown(SUB, "Muut sanat", settled=True)["kind"].origin == "ihmisen tarkistama"


def test_fields_that_say_nothing_are_folded_away_unless_they_are_asked() -> None:
    followed = SubMeasure("monitoring", "Kävijät")
    assert set(shown(followed)) == {"indicator", "kind", "source"}
    question = Question("1.1-M1", 1, "unit", 0.5, "unsure")
    assert shown(followed, questions=[question])["unit"].asked == ("Onko tämä luettu oikein?",)


def test_the_marks_of_a_phrase_say_what_was_recognised() -> None:
    marked = stretches(WORDS, parse_phrase(WORDS, "fi"))
    assert [(piece.mark, piece.text) for piece in pieces(WORDS, marked) if piece.mark] == [
        ("t", "vähintään 90 000"),
        ("d", "vuonna 2027"),
        ("b", "2019: 80 000"),
    ]


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_word_of_a_line_is_lost_by_marking_it(before: str, after: str) -> None:
    line = before + WORDS + after
    marked = stretches(WORDS, parse_phrase(WORDS, "fi"))
    start, said, end = around(line, WORDS)
    assert start + "".join(piece.text for piece in pieces_in(said, WORDS, marked)) + end == line


def test_a_line_with_a_part_of_the_words_is_marked_too() -> None:
    marked = stretches(WORDS, parse_phrase(WORDS, "fi"))
    found = pieces_in("vuonna 2027 (2019: 80 000)", WORDS, marked)
    assert Piece("", "d", "") not in found
    assert {piece.mark for piece in found if piece.mark} >= {"d", "b"}


@pytest.mark.parametrize(
    ("cell", "words"), [("table 1 B2", "Taulukko 1 B2"), ("B2", "B2"), (None, "")]
)
def test_the_place_of_a_cell_is_told_in_the_readers_language(cell: str | None, words: str) -> None:
    with translation.override("fi"):
        assert cell_words(cell) == words
