"""Parts of addresses: languages, and municipalities whose slugs no door of its own has taken."""

from __future__ import annotations

from datetime import date

RESERVED = ("desk", "api", "static", "accounts", "update", "healthz", "readyz", "metrics")


class Language:
    """fi, sv or en."""

    regex = "fi|sv|en"

    def to_python(self, value: str) -> str:
        """As it is."""
        return value

    def to_url(self, value: str) -> str:
        """As it is."""
        return value


class Municipality(Language):
    """The slug of a municipality."""

    regex = rf"(?!(?:{'|'.join(RESERVED)})(?:/|$))[a-z0-9][a-z0-9-]*"


class Day:
    """A day, as 2026-08-31."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """The day; one that does not exist is no address."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """As it is written."""
        return value.isoformat()
