"""One figure from a script: stored once, revised when it differs, refused when it cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from suunta.core.errors import InputError
from suunta.jobs.observing import Told, observe
from suunta.store.models import Municipality, Observation
from towns import satisfaction

TOLD = Told("satisfied", "2025", 81.0, date(2026, 3, 15), "Kysely", "https://e.org/k")


@pytest.fixture(autouse=True)
def _indicator(town: Municipality) -> None:
    satisfaction(town)


def told(**changes: object) -> str:
    """Tell a figure; what came of it."""
    return observe(by="test", slug="mallila", told=replace(TOLD, **changes))[0]


def test_a_figure_is_stored_once_however_often_it_is_told() -> None:
    assert [told(), told(), told(known_on=date(2026, 4, 1))] == ["added", "known", "known"]
    row = Observation.objects.get()
    assert (row.value, row.unit, row.known_on) == (81.0, "%", date(2026, 3, 15))


def test_another_value_is_a_revision() -> None:
    assert [told(), told(value=82.0), told(value=82.0)] == ["added", "revised", "known"]
    assert list(Observation.objects.order_by("pk").values_list("revision", "value")) == [
        *((1, 81.0), (2, 82.0)),
    ]


def test_groups_and_notes_are_kept() -> None:
    told(breakdown="age=7-12;sex=f", note="Pieni otos.")
    row = Observation.objects.get()
    assert (row.breakdown, row.note_fi) == ("age=7-12;sex=f", "Pieni otos.")


def test_a_missing_figure_is_stored_only_where_one_was() -> None:
    assert [told(value=None), told(), told(value=None)] == ["known", "added", "revised"]
    assert Observation.objects.latest("pk").status == "missing"


def test_every_fault_is_told_at_once_and_nothing_is_stored() -> None:
    with pytest.raises(InputError) as refused:
        told(
            value=181.0, period="20255", source_title=" ", source_url="ftp://x", kind="guess",
            breakdown="girls",
        )  # fmt: skip
    assert [fault.place for fault in refused.value.faults] == [
        *("--value", "--period", "--source-title", "--source-url", "--kind", "--breakdown"),
    ]
    assert not Observation.objects.exists()


def test_an_unknown_indicator_is_told_with_those_that_are_known() -> None:
    with pytest.raises(InputError, match=r"'happy' is not known\. Known: satisfied"):
        told(indicator="happy")
