"""Starting Django for the commands that need the store, and only for those: `read`, `phrases`,
`lint` and `assess` on a stream start in a fraction of the time without it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from suunta.core.errors import Fault, InputError, OutsideError


@contextmanager
def store(*, migrate: bool = True) -> Iterator[None]:
    """The store, ready for use; a database that fails becomes an OutsideError.

    migrate: bring the tables up to date first, which is what a person who types a command wants;
    `check` looks without changing anything.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suunta.config.settings")
    import django
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command
    from django.db import DatabaseError, InterfaceError

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise InputError([Fault(str(error), "settings")]) from error
    try:
        if migrate:
            with one_at_a_time(settings.SUUNTA_DATA):
                call_command("migrate", interactive=False, verbosity=0)
        yield
    except (DatabaseError, InterfaceError) as error:
        raise OutsideError(
            Fault(
                f"the database answered: {error}".strip(),
                "DATABASE_URL or SUUNTA_DATA",
                "Check that it is reachable and writable (`suunta check`), then try again.",
            )
        ) from error


@contextmanager
def one_at_a_time(data: Path) -> Iterator[None]:
    """Wait for another command that brings the tables of this data folder up to date: two at once
    would both make the same table."""
    with (data / "migrating").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
