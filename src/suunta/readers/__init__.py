"""Files -> Strategy, with the place of every text. One module per format, a dict by extension."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.readers.decode import decode_text
from suunta.readers.own import read_json, read_yaml
from suunta.readers.sandbox import Both, apart, read_both_apart
from suunta.readers.text import read_text

__all__ = [
    "LARGEST_FILE_BYTES",
    "READERS",
    "Both",
    "checked_format",
    "decode_text",
    "read_both",
    "read_bytes",
    "read_file",
]

Reader = Callable[[str, bytes], Strategy]

# The modules of formats that are blocks first.
MODULES = {
    ".docx": "suunta.readers.docx",
    ".xlsx": "suunta.readers.xlsx",
    ".ods": "suunta.readers.ods",
    ".html": "suunta.readers.html",
    ".htm": "suunta.readers.html",
    ".pdf": "suunta.readers.pdf.document",
}
READERS: dict[str, Reader] = {
    **{extension: apart(module) for extension, module in MODULES.items()},
    ".txt": read_text,
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".json": read_json,
}
LARGEST_FILE_BYTES = 50 * 1024 * 1024


def read_file(path: Path) -> Strategy:
    """The strategy a file holds; sub-measures are as the file gives them, a text gives none.

    Raises: InputError naming the file, the place and the remedy.
    """
    name = str(path)
    _known_format(name)
    return read_bytes(name, file_content(path))


def file_content(path: Path) -> bytes:
    """What a file holds, its size looked at before it is read.

    Raises: InputError naming the file and the remedy.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise InputError.single("This is a folder.", name, "Give the file itself.")
        _small_enough(name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(name, error) from None
    except ValueError:
        raise InputError.single("This is no file name.", repr(name), "Check the path.") from None


def read_bytes(name: str, data: bytes) -> Strategy:
    """The strategy in a file's content; `name` tells the format and stands in errors.

    Raises: InputError.
    """
    return checked_format(name, data)(name, data)


def read_both(name: str, data: bytes) -> Both:
    """The strategy in a file's content and the blocks it was read from, all in a child process.

    Raises: InputError.
    """
    checked_format(name, data)
    return read_both_apart(MODULES.get(Path(name).suffix.lower()), name, data)


def checked_format(name: str, data: bytes) -> Reader:
    """The reader of a file by its name. Raises: InputError where it is empty, too large or of a
    kind that nothing reads."""
    reader = _known_format(name)
    _small_enough(name, len(data))
    if not data:
        raise InputError.single("The file is empty.", name, "Give a file that holds a strategy.")
    return reader


def _known_format(name: str) -> Reader:
    extension = Path(name).suffix.lower()
    if extension not in READERS:
        what = f"Files of the kind {extension or 'without an extension'!s} cannot be read."
        known = ", ".join(extension.lstrip(".") for extension in READERS)
        remedy = f"Formats read now: {known}. Save the document as one of them."
        raise InputError.single(what, name, remedy)
    return READERS[extension]


def _small_enough(name: str, size: int) -> None:
    if size > LARGEST_FILE_BYTES:
        what = f"The file has {size / 1024 / 1024:.0f} MB; at most 50 MB are read."
        raise InputError.single(what, name, "Give the strategy alone, without its attachments.")


def _unreadable(name: str, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError.single("There is no such file.", name, "Check the path.")
    what = f"The file cannot be opened: {error.strerror or 'unknown reason'}."
    return InputError.single(what, name, "Check the path and who may read the file.")
