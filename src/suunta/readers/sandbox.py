"""Formats read in a child process of their own, with limits of time and memory: whatever a file
does to its reader, the server stays up and says what is wrong with the file."""

from __future__ import annotations

import io
import json
import logging
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.core.strategy import Strategy
from suunta.readers.blocks import Document

TIMEOUT_S = 55
CPU_S = 50
MEMORY_BYTES = 500 * 1024 * 1024
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
OUT_OF_MEMORY = 3  # the child's exit code
RESULT_MODULES = ("suunta.core.strategy", "suunta.core.errors", "suunta.readers.blocks")
KEPT_SETTINGS = ("PATH", "PYTHONPATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT", "LD_LIBRARY_PATH")
LARGEST_LOG = 4_000  # characters of a child's last words
SMALLER = "Give the strategy alone, without its attachments, or save it anew and try again."


log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Limits:
    """What a child may use: wall clock and processor seconds, and bytes of address space."""

    timeout_s: float = TIMEOUT_S
    cpu_s: int = CPU_S
    memory_bytes: int = MEMORY_BYTES


def apart(module: str, limits: Limits | None = None) -> Callable[[str, bytes], Strategy]:
    """A reader that reads in a child process.

    module: the format's, with `read_document(name, data) -> Document`.
    """

    def read(name: str, data: bytes) -> Strategy:
        found = _run(module, "strategy", name, data, limits or Limits())
        if not isinstance(found, Strategy):
            raise _stopped(name, "Reading the file gave no strategy.")
        return found

    return read


def read_apart(module: str, name: str, data: bytes, limits: Limits | None = None) -> Document:
    """The blocks of a file, read in a child process. Raises: InputError."""
    found = _run(module, "document", name, data, limits or Limits())
    if not isinstance(found, Document):
        raise _stopped(name, "Reading the file gave no document.")
    return found


@dataclass(frozen=True)
class Both:
    """A file's strategy, and its blocks where its format has any."""

    document: Document | None
    strategy: Strategy


def read_both_apart(
    module: str | None, name: str, data: bytes, limits: Limits | None = None
) -> Both:
    """Strategy and blocks of a file, read at once in a child process.

    module: the format's; None for a format that has no blocks. Raises: InputError.
    """
    wanted = "both" if module else "own"
    found = _run(module or "suunta.readers", wanted, name, data, limits or Limits())
    match found:
        case (Document() | None as document, Strategy() as strategy):
            return Both(document, strategy)
    raise _stopped(name, "Reading the file gave no strategy.")


def picture_apart(name: str, data: bytes, page: int, limits: Limits | None = None) -> bytes:
    """A page of a PDF as a PNG picture, drawn in a child process. Raises: InputError."""
    module = "suunta.readers.pdf.picture"
    found = _run(module, f"page {page}", name, data, limits or Limits())
    if not isinstance(found, bytes):
        raise _stopped(name, "Drawing the page gave no picture.")
    return found


def _run(module: str, wanted: str, name: str, data: bytes, limits: Limits) -> object:
    """What the child found. Raises: InputError, its own or for how it ended; OutsideError where
    somebody stopped it."""
    order = json.dumps([module, wanted, name, limits.cpu_s, limits.memory_bytes])
    command = [sys.executable, "-P", "-m", "suunta.readers.child", order]
    settings = {key: os.environ[key] for key in KEPT_SETTINGS if key in os.environ}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            command,
            input=data,
            capture_output=True,
            timeout=limits.timeout_s,
            env=settings | {"OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"},
            # What stops a server or its terminal is told to this process, which waits for the
            # child, and not to both.
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        what = f"Reading the file took more than {limits.timeout_s:.0f} seconds and was stopped."
        raise _stopped(name, what) from None
    if -done.returncode in STOPS:
        raise OutsideError(Fault("Reading the file was stopped from outside.", name, "Try again."))
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")[-LARGEST_LOG:]
        log.warning("Reading %r ended with %d: %s", name, done.returncode, said)
        raise _ended(name, done.returncode, limits)
    for line in done.stderr.decode("utf-8", "replace").splitlines():
        if line.startswith(f"{name}: "):  # what the reader says of the file, not its libraries
            log.warning("%s", line)
    found = loaded(name, done.stdout)
    if isinstance(found, tuple) and all(isinstance(fault, Fault) for fault in found):
        raise InputError(found)
    return found


def _ended(name: str, code: int, limits: Limits) -> InputError:
    megabytes = limits.memory_bytes // 1024 // 1024
    if code == OUT_OF_MEMORY:
        return _stopped(name, f"Reading the file needs more than {megabytes} MB of memory.")
    if code < 0:
        what = f"Reading the file went over {limits.cpu_s} seconds of work or {megabytes} MB."
        return _stopped(name, what)
    return InputError.single(
        "The file cannot be read: something in it is not as its format says.",
        name,
        "Open it in the program that made it, save it anew and give that file.",
    )


def _stopped(name: str, what: str) -> InputError:
    return InputError.single(what, name, SMALLER)


class _Loader(pickle.Unpickler):
    """Loads values of our own plain data classes and nothing else."""

    def find_class(self, module: str, name: str) -> type:
        found = super().find_class(module, name) if module in RESULT_MODULES else None
        if not isinstance(found, type) or found.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of a result")
        return found


def loaded(name: str, result: bytes) -> object:
    """A child's result. Raises: InputError where it is none."""
    try:
        return _Loader(io.BytesIO(result)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError):
        raise _stopped(name, "Reading the file gave no result.") from None
