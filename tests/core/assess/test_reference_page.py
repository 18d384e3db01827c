"""The reference page keeps up with the code."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from suunta.core.assess.notes import CODES
from suunta.core.assess.status import STATUSES

DOCS = Path(__file__).parents[3] / "docs"
REFERENCE = (DOCS / "reference" / "statistics.md").read_text(encoding="utf-8")
EXPLANATION = (DOCS / "explanation" / "assessment.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", CODES)
def test_every_remark_is_documented(code):
    assert f"| `{code}` |" in REFERENCE


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_is_explained(status):
    assert f"| `{status}` |" in EXPLANATION


def documented_functions():
    """(module, function) of every row of the table of functions."""
    table = REFERENCE.split("## Functions")[1].split("## Periods")[0]
    module = ""
    for row in table.splitlines():
        cells = row.split("|")
        if len(cells) > 3 and "`" in cells[2]:
            named = re.search(r"`(\w+)`", cells[1])
            module = named[1] if named else module
            yield from ((module, name) for name in re.findall(r"`(\w+)(?:\(|`)", cells[2]))


@pytest.mark.parametrize(("module", "function"), list(documented_functions()))
def test_every_documented_function_exists(module, function):
    assert callable(getattr(importlib.import_module(f"suunta.core.assess.{module}"), function))
