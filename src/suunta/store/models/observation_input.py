"""What a computed figure was made from."""

from __future__ import annotations

from django.db import models

from suunta.store.models.append_only import AppendOnly
from suunta.store.models.observation import Observation


class ObservationInput(AppendOnly):
    """One of the observations that went into a computed one."""

    result = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="inputs")
    input = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="results")
    position = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["result", "input"], name="observation_input_once"),
        ]

    def __str__(self) -> str:
        return f"{self.result_id} <- {self.input_id}"
