"""Steps are added once, however often they are told."""

from __future__ import annotations

from datetime import date

import pytest

from suunta.core.texts import Text
from suunta.store.actions.states import NewState, add_states
from suunta.store.models import Municipality, Promise, StateEntry
from towns import import_mallila

DAY = date(2022, 6, 7)


@pytest.fixture
def part(town: Municipality) -> int:
    import_mallila()
    return Promise.objects.filter(kind="part").values_list("pk", flat=True)[0]


def told(town: Municipality, promise: int, note: dict[str, str], state: str | None) -> int:
    step = NewState(promise, state, DAY, Text(note))
    return add_states(by="test", municipality=town, states=[step])


def test_a_better_translation_of_its_note_does_not_make_another_step(town: Municipality, part: int):
    told(town, part, {"fi": "Palautettu", "sv": "Tillbaka"}, "returned")
    assert told(town, part, {"fi": "Palautettu", "sv": "Återremitterad"}, "returned") == 0
    assert StateEntry.objects.count() == 1


def test_two_remarks_of_one_day_are_two_steps(town: Municipality, part: int):
    told(town, part, {"fi": "Esitelty"}, None)
    assert told(town, part, {"fi": "Keskusteltu"}, None) == 1
