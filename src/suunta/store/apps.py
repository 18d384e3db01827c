"""The store as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """All tables of Suunta."""

    name = "suunta.store"
    label = "store"
    verbose_name = "Suunta"

    def ready(self) -> None:
        """Let permissions be known."""
        from suunta.store import access  # noqa: F401 - registers on import
