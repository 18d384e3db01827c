"""A reader that does what its file says, most of it bad: what the limits are tested with."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from suunta.core.errors import InputError
from suunta.readers.blocks import Document, Line


def work_on_and_on() -> None:
    while True:
        pass


def write() -> None:
    Path(__file__).with_suffix(".written").write_text("x" * 10)


def refuse() -> None:
    raise InputError.single("It is bad.", "page 1", "Make it good.")


DEEDS: dict[str, Callable[[], object]] = {
    "sleep": lambda: time.sleep(60),
    "work": work_on_and_on,
    "memory": lambda: bytearray(1024 * 1024 * 1024),
    "die": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "fail": lambda: 1 // 0,
    "network": lambda: socket.create_connection(("127.0.0.1", 9)),
    "program": lambda: subprocess.run(["true"], check=True),
    "write": write,
    "refuse": refuse,
    "print": lambda: print("noise", flush=True),
}


def read_document(name: str, data: bytes) -> Document:
    """Do what the data says."""
    said = data.decode()
    DEEDS.get(said, lambda: None)()
    setting = os.environ.get("SECRET_KEY", "none")
    return Document((Line(f"{name}: {said}, {setting}"),))
