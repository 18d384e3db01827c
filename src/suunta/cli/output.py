"""How commands talk: JSON on stdout alone, everything else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click


def emit_json(value: Any) -> None:
    """One JSON value, readable, on stdout."""
    click.echo(json_text(value))


def json_text(value: Any) -> str:
    """A JSON value as people can read it."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def say(message: str) -> None:
    """A line of progress or of result for people, on stderr."""
    click.echo(message, err=True)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on stderr: call what it yields with (done, total).

    Where stderr is no terminal a bar would fill a log with control characters: there the label
    stands once, with what came of it.
    """
    if not sys.stderr.isatty():
        counts = [0]

        def count(done: int, total: int) -> None:
            counts[0] = total

        say(f"{label} ...")
        yield count
        say(f"{label}: {counts[0]} done")
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def draw(done: int, total: int) -> None:
            bar.length = max(total, 1)
            bar.update(done - bar.pos)

        yield draw
