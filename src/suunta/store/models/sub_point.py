"""What a goal says below its title."""

from __future__ import annotations

from django.db import models

from suunta.store.models.goal import Goal


class SubPoint(models.Model):
    """A sub-point of a goal."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="sub_points")
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["goal", "position"], name="sub_point_position_once"),
        ]

    def __str__(self) -> str:
        return f"sub-point {self.position}"
