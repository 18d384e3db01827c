"""The scorecard of a municipality as of a date, out of the store.

The doors call `build`; everything they show is in what it returns.
"""

from suunta.jobs.scorecard.build import NothingToShowError, build, explanations, only_municipality
from suunta.store.queries.municipalities import municipalities, municipality

__all__ = [
    "NothingToShowError",
    "build",
    "explanations",
    "municipalities",
    "municipality",
    "only_municipality",
]
