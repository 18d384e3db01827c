"""Rows that are added and never changed: what was known, decided and done stays on record."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from django.db import models


class AppendOnlyError(Exception):
    """Somebody tried to change or delete a row that is only ever added."""


Row = TypeVar("Row", bound=models.Model, covariant=True)


class AppendOnlyQuerySet(models.QuerySet[Row]):
    """Reads and adds; refuses to change."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused."""
        refuse(self.model)

    def delete(self) -> NoReturn:
        """Refused."""
        refuse(self.model)

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        refuse(self.model)


AppendOnlyManager = models.Manager.from_queryset(AppendOnlyQuerySet)


class AppendOnly(models.Model):
    """Base of the tables that only grow. A trigger of the database says the same."""

    class Meta:
        abstract = True

    objects = AppendOnlyManager()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new row; an existing one is refused."""
        if self.pk is not None:
            refuse(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused."""
        refuse(type(self))


def refuse(model: type[models.Model]) -> NoReturn:
    """Say what to do instead."""
    raise AppendOnlyError(
        f"{model.__name__} is only ever added to: record a new row that supersedes the old one."
    )
