"""Figures are added, revised and never changed."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError

from suunta.store.models import LogEntry, Municipality, Observation
from suunta.store.queries.revisions import revisions
from towns import observe, observed, satisfaction

SPRING, AUTUMN = date(2022, 3, 1), date(2022, 9, 1)


def test_the_same_figure_again_adds_nothing(town: Municipality) -> None:
    assert observe(town, observed("2021", 75.0, SPRING)) == 1
    lines = LogEntry.objects.count()
    assert observe(town, observed("2021", 75.0, SPRING)) == 0
    assert LogEntry.objects.count() == lines


def test_a_changed_figure_becomes_a_revision_and_the_old_one_stays(town: Municipality) -> None:
    observe(town, observed("2021", 75.0, SPRING))
    observe(town, observed("2021", 76.0, AUTUMN))
    first, second = Observation.objects.order_by("revision")
    assert (first.value, first.revision) == (75.0, 1)
    assert (second.value, second.revision, second.supersedes) == (76.0, 2, first)


def test_two_revisions_of_one_file_are_chained_by_their_day(town: Municipality) -> None:
    figures = observed("2021", 76.0, AUTUMN), observed("2021", 75.0, SPRING)
    assert observe(town, *figures) == 2
    assert observe(town, *figures) == 0
    newest = Observation.objects.get(revision=2)
    assert (newest.value, newest.supersedes.value) == (76.0, 75.0)


def test_a_figure_that_returns_to_what_it_was_is_a_third_revision(town: Municipality) -> None:
    for value in (75.0, 76.0, 75.0):
        observe(town, observed("2021", value, SPRING))
    assert list(Observation.objects.order_by("revision").values_list("value", flat=True)) == [
        75.0,
        76.0,
        75.0,
    ]


def test_missing_is_not_zero(town: Municipality) -> None:
    observe(town, observed("2021", None, SPRING, status="missing"))
    assert Observation.objects.get().value is None
    with pytest.raises(IntegrityError):
        observe(town, observed("2022", 0.0, SPRING, status="missing"))


def test_a_value_that_is_ok_cannot_be_empty(town: Municipality) -> None:
    with pytest.raises(IntegrityError):
        observe(town, observed("2021", None, SPRING))


def test_a_forecast_does_not_revise_an_outcome(town: Municipality) -> None:
    observe(town, observed("2021", 75.0, SPRING))
    observe(town, observed("2021", 80.0, SPRING, kind="forecast"))
    assert set(Observation.objects.values_list("kind", "revision")) == {
        ("actual", 1),
        ("forecast", 1),
    }


def test_breakdowns_have_one_spelling(town: Municipality) -> None:
    observe(town, observed("2021", 75.0, SPRING, breakdown={"sex": "f", "age": "7-12"}))
    observe(town, observed("2021", 75.0, SPRING, breakdown={"age": "7-12", "sex": "f"}))
    assert Observation.objects.get().breakdown == "age=7-12;sex=f"


def test_a_revision_cannot_be_stored_twice(town: Municipality) -> None:
    observe(town, observed("2021", 75.0, SPRING))
    row = Observation.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError):
        row.save()


def test_a_revision_by_another_publisher_shows_what_was_said_before(
    town: Municipality,
) -> None:
    observe(
        town,
        observed("2021", 75.0, SPRING),
        observed("2021", 76.0, AUTUMN, source_title="Tilinpäätös"),
    )
    newest = Observation.objects.get(value=76.0)
    (revised,) = revisions([newest.pk], date(2023, 1, 1))[newest.pk]
    assert (revised.before, revised.after, revised.source_title) == (75.0, 76.0, "Tilinpäätös")


def test_a_revision_is_not_told_before_it_was_known(town: Municipality) -> None:
    observe(town, observed("2021", 75.0, SPRING), observed("2021", 76.0, AUTUMN))
    first = Observation.objects.get(revision=1)
    assert revisions([first.pk], SPRING) == {}


def test_revisions_take_two_queries(town: Municipality, django_assert_num_queries) -> None:
    observe(town, *(observed(str(year), 70.0, date(year + 1, 1, 1)) for year in range(2000, 2020)))
    ids = list(Observation.objects.values_list("pk", flat=True))
    with django_assert_num_queries(2):
        revisions(ids, date(2023, 1, 1))


def test_an_indicator_is_changed_in_place_and_logged_once(town: Municipality) -> None:
    satisfaction(town)
    satisfaction(town)
    assert LogEntry.objects.filter(what="indicator.save").count() == 1
