"""The cast of rounds."""

from __future__ import annotations

from typing import Any

import pytest

from rounds import Cast, make_cast, opened
from suunta.store.models import Round


@pytest.fixture
def cast(town: Any) -> Cast:
    """Mallila with posts and their holders."""
    return make_cast(town)


@pytest.fixture
def found(cast: Cast) -> Round:
    """The round of 31.8.2022, open."""
    return opened(cast.town)
