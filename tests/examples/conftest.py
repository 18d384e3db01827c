"""Both examples, read once."""

from __future__ import annotations

import pytest

from suunta.core.definitions import folder
from suunta.jobs.example.files import ExampleFiles, read_example


@pytest.fixture(scope="session")
def kauniainen() -> ExampleFiles:
    return read_example(folder("examples") / "kauniainen")


@pytest.fixture(scope="session")
def exempelby() -> ExampleFiles:
    return read_example(folder("examples") / "exempelby")
