"""Small cells never leave the store, whichever query is asked, and as of any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from suunta.jobs.scorecard.figures import series_of
from suunta.store.models import Municipality, Observation
from suunta.store.queries.protection import PROTECTION_COLUMNS, hidden_rows, protected
from suunta.store.queries.revisions import revisions
from suunta.store.queries.rows import OBSERVATION_COLUMNS
from suunta.store.queries.texts import text_columns
from towns import observe, observed

SPRING, AUTUMN = date(2022, 3, 1), date(2022, 9, 1)


def share(part: int, whole: int, day: date = SPRING, **groups: str):
    new = observed("2021", round(100 * part / whole, 1), day, breakdown=groups)
    return replace(new, numerator=float(part), denominator=float(whole))


def hidden() -> set[str]:
    rows = Observation.objects.values(*PROTECTION_COLUMNS)
    gone = hidden_rows(list(rows))
    return {f"{row['breakdown']} {row['numerator']:.0f}" for row in rows if row["pk"] in gone}


def test_a_small_group_and_the_one_that_tells_it_are_hidden(town: Municipality) -> None:
    observe(town, share(25, 40), share(22, 30, sex="f"), share(3, 10, sex="m"))
    assert hidden() == {"sex=f 22", "sex=m 3"}


def test_a_share_of_few_is_hidden_though_it_stands_alone(town: Municipality) -> None:
    observe(town, share(3, 40))
    assert hidden() == {" 3"}


def test_a_later_figure_of_enough_people_is_shown(town: Municipality) -> None:
    observe(town, share(3, 40), share(9, 40, AUTUMN))
    assert hidden() == {" 3"}


def test_what_was_revised_stays_hidden_in_every_publication(town: Municipality) -> None:
    observe(town, share(25, 40), share(22, 30, sex="f"), share(3, 10, sex="m"))
    observe(town, share(31, 42, AUTUMN), share(9, 12, AUTUMN, sex="m"))
    assert hidden() == {"sex=f 22", "sex=m 3", "sex=m 9"}


def test_an_indicator_that_counts_no_people_hides_nothing(town: Municipality) -> None:
    observe(town, share(3, 40))
    rows = list(Observation.objects.values(*PROTECTION_COLUMNS))
    assert hidden_rows([{**row, "indicator__people": False} for row in rows]) == set()


def test_a_source_may_ask_for_more_people(town: Municipality) -> None:
    observe(town, share(8, 40))
    rows = list(Observation.objects.values(*PROTECTION_COLUMNS))
    assert hidden_rows(rows) == set()
    assert len(hidden_rows([{**row, "indicator__threshold": 10} for row in rows])) == 1


@pytest.mark.parametrize("counts", [(3.5, 40.0), (-3.0, 40.0)])
def test_what_is_no_whole_number_counts_nobody(
    town: Municipality, counts: tuple[float, float]
) -> None:
    new = observed("2021", 9.0, SPRING)
    observe(town, replace(new, numerator=counts[0], denominator=counts[1]))
    assert hidden() == set()


def test_a_hidden_row_has_no_number_and_no_words_left(town: Municipality) -> None:
    observe(town, share(3, 40))
    (row,) = protected(Observation.objects.values(*OBSERVATION_COLUMNS, *text_columns("note")))
    assert (row["status"], row["value"], row["numerator"], row["denominator"]) == (
        "suppressed",
        None,
        None,
        None,
    )
    assert {row[name] for name in text_columns("note")} == {None}


def test_the_history_of_a_hidden_figure_tells_nothing(town: Municipality) -> None:
    observe(town, share(9, 40), share(3, 40, AUTUMN))
    newest = Observation.objects.latest("revision")
    (change,) = revisions([newest.pk], AUTUMN)[newest.pk]
    assert (change.before, change.after) == (None, None)


def test_groups_stand_beside_the_total_and_never_in_its_place(town: Municipality) -> None:
    observe(town, share(60, 90), share(40, 60, sex="f"), share(20, 30, sex="m"))
    rows = protected(
        Observation.objects.order_by("known_on", "pk").values(
            *OBSERVATION_COLUMNS, *text_columns("note")
        )
    )
    (series,) = series_of(rows).values()
    assert [figure.numerator for figure in series.figures] == [60.0]
    assert [(each.breakdown, each.figures[0].numerator) for each in series.groups] == [
        ((("sex", "f"),), 40.0),
        ((("sex", "m"),), 20.0),
    ]
