"""A file as the strategy that it holds, every measure understood."""

from __future__ import annotations

from pathlib import Path

from suunta.core.phrases import understand
from suunta.core.strategy import Strategy
from suunta.readers import read_file


def read_document(file: Path) -> Strategy:
    """Read a strategy document and turn its measures into sub-measures.

    Raises InputError where the file cannot be read, with its place and remedy.
    """
    return understand(read_file(file))
