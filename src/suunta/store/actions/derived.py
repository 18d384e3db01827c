"""Adding computed figures, each with the observations that it was made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db import transaction

from suunta.core.derive import Derived
from suunta.store.actions.log import Actor, record
from suunta.store.actions.observations import (
    Key,
    NewObservation,
    add_in_waves,
    as_rows,
    key_of,
    missing_revisions,
    stored_revisions,
)
from suunta.store.models import Indicator, Municipality, Observation, ObservationInput
from suunta.store.models.source import COMPUTED, COMPUTED_TITLE


@transaction.atomic
def add_derived(
    *, by: Actor, municipality: Municipality, indicator: Indicator, results: Sequence[Derived]
) -> int:
    """Add the computed figures that are not there yet, by day; how many were added."""
    wanted = [new_observation(indicator, result) for result in results]
    rows = as_rows(by, municipality, {indicator.key: indicator}, wanted)
    stored = stored_revisions([indicator.pk])
    groups: dict[Key, list[Observation]] = defaultdict(list)
    made_from: dict[int, tuple[int, ...]] = {}
    for row, result in zip(rows, results, strict=True):
        groups[key_of(row)].append(row)
        made_from[id(row)] = result.inputs
    waves = [missing_revisions(stored.get(key, []), group) for key, group in groups.items()]
    added = add_in_waves(waves)
    if added:
        add_inputs([row for wave in waves for row in wave], made_from)
        record(
            by=by,
            what="observation.derive",
            municipality=municipality,
            indicator=indicator.key,
            rows=added,
        )
    return added


def add_inputs(rows: Sequence[Observation], made_from: Mapping[int, tuple[int, ...]]) -> None:
    """What each new figure was made from, in the formula's order."""
    ObservationInput.objects.bulk_create(
        [
            ObservationInput(result=row, input_id=source, position=position)
            for row in rows
            for position, source in enumerate(made_from[id(row)])
        ],
        batch_size=500,
    )


def new_observation(indicator: Indicator, result: Derived) -> NewObservation:
    """A computed figure as one to be added; its source is the computation itself."""
    return NewObservation(
        indicator=indicator.key,
        period=result.period,
        value=result.value,
        unit=indicator.unit,
        known_on=result.known_on,
        source_title=COMPUTED_TITLE,
        source_url=COMPUTED,
        kind=result.kind,
        status=result.status,
        numerator=result.numerator,
        denominator=result.denominator,
        approximate=result.approximate,
        breakdown=dict(result.breakdown),
        area=result.area or None,
    )
