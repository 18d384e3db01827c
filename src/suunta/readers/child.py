"""The child process of `sandbox`: reads one file from its input within limits, and writes what it
found to its output. Started as `python -m suunta.readers.child`."""

from __future__ import annotations

import gc
import importlib
import json
import pickle
import resource
import sys
from contextlib import suppress
from pathlib import Path

from suunta.core.errors import InputError
from suunta.readers import READERS
from suunta.readers.layout import interpret
from suunta.readers.sandbox import OUT_OF_MEMORY

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")
SELDOM = 50_000  # new objects between collections: reading makes many and few in cycles
LARGEST_RESULT_BYTES = 64 * 1024 * 1024


def main(order: str) -> int:
    """Read the file on the standard input. order: the JSON that `sandbox` gives."""
    module, wanted, name, cpu_s, memory_bytes = json.loads(order)
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # what libraries print is no result
    importlib.import_module(module)
    gc.freeze()
    gc.set_threshold(SELDOM)
    _limit(cpu_s, memory_bytes)
    try:
        result = pickle.dumps(_found(module, wanted, name, sys.stdin.buffer.read()))
    except InputError as error:
        result = pickle.dumps(error.faults)
    except MemoryError:
        return OUT_OF_MEMORY
    if len(result) > LARGEST_RESULT_BYTES:
        return OUT_OF_MEMORY
    output.write(result)
    output.flush()
    return 0


def _found(module: str, wanted: str, name: str, data: bytes) -> object:
    """What is wanted of a file: its "document", its "strategy" or "both"; "own" is both of a
    format that goes to a strategy without blocks, by the reader of its extension; "page 3" is the
    picture of a page."""
    if wanted.startswith("page "):
        picture: bytes = importlib.import_module(module).draw_page(data, int(wanted[5:]))
        return picture
    if wanted == "own":
        read = READERS[Path(name).suffix.lower()]
        return None, read(name, data)
    document = importlib.import_module(module).read_document(name, data)
    if wanted == "document":
        return document
    strategy = interpret(document, name)
    return strategy if wanted == "strategy" else (document, strategy)


def _limit(cpu_s: int, memory_bytes: int) -> None:
    """Bound this process, and forbid what no reader does."""
    for kind, most in (
        (resource.RLIMIT_CPU, cpu_s),
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):  # a system that does not know or allow the limit
            resource.setrlimit(kind, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"A reader of files may not use {event}.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
