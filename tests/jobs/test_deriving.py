"""Computed indicators in the store: added, never changed, told where they come from."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from suunta.core.derive import read_derivation
from suunta.core.errors import InputError
from suunta.core.texts import Text
from suunta.jobs.derive import derive_indicators
from suunta.store.actions.indicators import NewIndicator, save_indicators
from suunta.store.actions.observations import NewObservation, add_observations
from suunta.store.models import LogEntry, Municipality, Observation, ObservationInput
from suunta.store.queries.derivations import inputs_of
from towns import BY

SPRING, AUTUMN = date(2022, 3, 1), date(2022, 9, 1)
DECLARED: dict[str, Any] = {
    "hours": None,
    "pupils": None,
    "each": {"form": "ratio", "of": "hours", "by": "pupils"},
    "change": {"form": "growth", "of": "each"},
}


def declare(town: Municipality, declared: dict[str, Any] = DECLARED) -> dict[str, Any]:
    new = [
        NewIndicator(
            key,
            Text({"fi": key}),
            "h",
            derivation=read_derivation(key, given, key)[0] if given else None,
        )
        for key, given in declared.items()
    ]
    return save_indicators(by=BY, municipality=town, indicators=new)


def record(town: Municipality, key: str, period: str, value: float | None, day: date) -> None:
    status = "ok" if value is not None else "suppressed"
    new = NewObservation(key, period, value, "h", day, "Register", "https://e.org", status=status)
    add_observations(by=BY, municipality=town, indicators=declare(town), observations=[new])


def two_years(town: Municipality) -> None:
    for period, hours in (("2020", 100.0), ("2021", 150.0)):
        record(town, "hours", period, hours, SPRING)
        record(town, "pupils", period, 10.0, SPRING)


def figures(key: str) -> list[tuple[str, float | None, date, int]]:
    rows = Observation.objects.filter(indicator__key=key).order_by("period", "revision")
    return [(row.period, row.value, row.known_on, row.revision) for row in rows]


def test_what_follows_is_computed_also_from_what_was_computed(town: Municipality) -> None:
    two_years(town)
    assert derive_indicators(town, by=BY) == 3
    assert figures("each") == [("2020", 10.0, SPRING, 1), ("2021", 15.0, SPRING, 1)]
    assert figures("change") == [("2021", 50.0, SPRING, 1)]


def test_again_adds_nothing(town: Municipality) -> None:
    two_years(town)
    derive_indicators(town, by=BY)
    lines = LogEntry.objects.count()
    assert derive_indicators(town, by=BY) == 0
    assert LogEntry.objects.count() == lines


def test_a_changed_input_gives_a_revision_and_the_old_one_stays(town: Municipality) -> None:
    two_years(town)
    derive_indicators(town, by=BY)
    record(town, "hours", "2021", 200.0, AUTUMN)
    assert derive_indicators(town, by=BY, touched=["hours"]) == 2
    assert figures("each")[1:] == [("2021", 15.0, SPRING, 1), ("2021", 20.0, AUTUMN, 2)]
    assert figures("change") == [("2021", 50.0, SPRING, 1), ("2021", 100.0, AUTUMN, 2)]


def test_what_no_new_figure_touches_is_left_alone(town: Municipality) -> None:
    two_years(town)
    assert derive_indicators(town, by=BY, touched=["elsewhere"]) == 0


def test_a_figure_that_came_late_changes_what_was_known_then(town: Municipality) -> None:
    two_years(town)
    record(town, "hours", "2021", 200.0, AUTUMN)
    derive_indicators(town, by=BY)
    record(town, "pupils", "2021", 8.0, date(2022, 6, 1))
    derive_indicators(town, by=BY)
    newest = Observation.objects.filter(indicator__key="each", period="2021").order_by(
        "known_on", "pk"
    )
    assert [(row.known_on.month, row.value) for row in newest] == [
        (3, 15),
        (6, 18.75),
        (9, 20),
        (9, 25),
    ]
    assert derive_indicators(town, by=BY) == 0


def test_a_computed_figure_names_the_observations_it_is_made_from(town: Municipality) -> None:
    two_years(town)
    derive_indicators(town, by=BY)
    row = Observation.objects.get(indicator__key="each", period="2021")
    made_from = inputs_of([row.pk])[row.pk]
    assert [(each.indicator, each.value, each.source_url) for each in made_from] == [
        ("hours", 150.0, "https://e.org"),
        ("pupils", 10.0, "https://e.org"),
    ]


def test_a_hidden_input_hides_what_follows(town: Municipality) -> None:
    two_years(town)
    record(town, "hours", "2021", None, AUTUMN)
    derive_indicators(town, by=BY)
    newest = Observation.objects.filter(indicator__key="change").latest("revision")
    assert (newest.status, newest.value) == ("suppressed", None)


def test_what_a_figure_was_made_from_is_never_changed(town: Municipality) -> None:
    two_years(town)
    derive_indicators(town, by=BY)
    from suunta.store.models.append_only import AppendOnlyError

    with pytest.raises(AppendOnlyError):
        ObservationInput.objects.all().delete()


def test_a_circle_is_refused_and_named_whole(town: Municipality) -> None:
    declare(
        town,
        {key: {"form": "growth", "of": of} for key, of in (("a", "b"), ("b", "c"), ("c", "a"))},
    )
    with pytest.raises(InputError, match="a <- b <- c <- a"):
        derive_indicators(town, by=BY)
