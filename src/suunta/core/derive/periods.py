"""Periods some years before another."""

from __future__ import annotations

import re
from functools import lru_cache

from suunta.core.period import Period, is_valid, parse_period

YEAR = re.compile(r"(?<![\d-])\d{4}(?!\d)")


@lru_cache(maxsize=4096)
def years_before(period: str, years: int) -> Period | None:
    """The same period some years earlier: 2021-Q3 and 2 give 2019-Q3.

    None where there is none, as for 29 February.
    """
    moved = YEAR.sub(lambda found: f"{max(int(found[0]) - years, 0):04d}", period)
    return parse_period(moved) if is_valid(moved) else None
