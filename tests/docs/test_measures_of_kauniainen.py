"""The page of measures is what its script makes of the example's files."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_of_measures_says_what_the_files_say() -> None:
    """Where it differs: `.venv/bin/python docs/measures.py`."""
    script = runpy.run_path(str(ROOT / "docs/measures.py"))
    assert script["PAGE"].read_text(encoding="utf-8") == script["page"]()
