"""Parts of addresses: languages, and municipalities whose slugs no door of its own has taken."""

from __future__ import annotations

RESERVED = ("desk", "api", "static", "accounts", "healthz", "readyz", "metrics")


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
