"""Being the only process that does something: a lock on a file, which the system lets go when its
holder dies, however it dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def held_alone(kind: str, name: int | str) -> Iterator[bool]:
    """Hold SUUNTA_DATA/KIND/NAME.lock; False where another process does."""
    folder = Path(settings.SUUNTA_DATA) / kind
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
