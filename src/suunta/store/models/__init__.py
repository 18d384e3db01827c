"""The tables, one entity a file."""

from suunta.store.models.user import User

__all__ = ["User"]
