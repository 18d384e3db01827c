"""Starting Django for the commands that need the store, and only for those: `read`, `phrases`,
`lint` and `assess` on a stream start in a fraction of the time without it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from suunta.core.errors import Fault, InputError, OutsideError


@contextmanager
def store(*, migrate: bool = True) -> Iterator[None]:
    """The store, ready for use; a database that fails becomes an OutsideError.

    migrate: bring the tables up to date first, which is what a person who types a command wants;
    `check` looks without changing anything.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suunta.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command
    from django.db import DatabaseError, InterfaceError

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise InputError([Fault(str(error), "settings")]) from error
    try:
        if migrate:
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
