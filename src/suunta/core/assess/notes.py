"""Remarks: how a special target was reduced, as codes with numbers, for a door to put in words.

A note is one line, `code key=value key=value; code ...`, so that it survives CSV and JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Every code, with what its keys mean. docs/reference/statistics.md explains each.
CODES = {
    "suppressed": "the newest value is hidden",
    "no_deadline": "the target names none",
    "direction_inferred": "better: up or down, from baseline and target",
    "change_from_baseline": "baseline, change, target",
    "better_than_baseline": "baseline",
    "baseline_from_first_value": "period, value",
    "baseline_missing": "the target is a change, and nothing is known to change from",
    "range": "low, high",
    "each_year": "period: the newest full year that was judged",
    "no_full_year": "no value covers a whole year yet",
    "mean_over_years": "years, values: taken into the newest mean",
    "window_incomplete": "years, have, need",
    "interim_target": "period, target, final_period, final_target",
    "share_of": "measure, own, other",
    "share_unknown": "measure: it has no value for the days of this one's newest",
    "count_of": "of",
    "rank": "rank, of, best, worst",
    "peers_missing": "a top fraction, and nobody said of how many",
    "break": "period, dropped: values before it",
    "baseline_before_break": "period",
    "margin_unknown": "met, but nothing is known of the margin of error",
    "deadline_value_missing": "the deadline has come, its value has not",
    "old": "years since the newest value",
    "only_baseline": "no value after the baseline",
    "pace_from_baseline": "the actual pace is measured from the baseline",
}
Value = str | float


@dataclass(frozen=True)
class Remark:
    """One code of CODES with its details, in order."""

    code: str
    details: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return " ".join([self.code, *(f"{key}={value}" for key, value in self.details)])


def remark(code: str, **details: Value) -> Remark:
    """A remark; numbers are written shortly, blanks and semicolons in texts become underscores."""
    return Remark(code, tuple((key, _written(value)) for key, value in details.items()))


def write_note(remarks: Iterable[Remark]) -> str | None:
    """The note of an assessment, None without remarks."""
    return "; ".join(str(item) for item in remarks) or None


def read_note(note: str | None) -> tuple[Remark, ...]:
    """The remarks of a note, in order; texts that are no remark (errors) are left out."""
    found = []
    for item in (note or "").split("; "):
        code, *pairs = item.split(" ")
        if code in CODES and all("=" in pair for pair in pairs):
            split = (pair.partition("=") for pair in pairs)
            found.append(Remark(code, tuple((key, value) for key, _, value in split)))
    return tuple(found)


def _written(value: Value) -> str:
    if isinstance(value, str):
        return "".join("_" if char in " ;" else char for char in value)
    return f"{value:.10g}"
