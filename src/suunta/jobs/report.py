"""Reports from the store: checked, put together, rendered, written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.core.period import Period, parse_period
from suunta.core.scorecard import Scorecard
from suunta.core.texts import LANGUAGES, Text
from suunta.jobs.scorecard import NothingToShowError, build
from suunta.jobs.scorecard.changes import replaced_targets
from suunta.reports.council import KINDS, Asked, ChangedTarget, Material, Report, make_report
from suunta.reports.council.extract import names_of
from suunta.reports.rendering import FORMATS, MEDIA_TYPES, render
from suunta.store.queries.licences import licences

__all__ = [
    "FORMATS",
    "KINDS",
    "LANGUAGES",
    "MEDIA_TYPES",
    "Asked",
    "bodies_of",
    "file_of",
    "report_of",
    "write_report",
]


def report_of(slug: str, asked: Asked, as_of: date | None = None) -> Report:
    """The report from the store as of a day, None: the municipality's opening date.

    Raises: InputError for a municipality or body that the store does not know, and for a period
    that the report cannot be of.
    """
    period = read_period(asked)
    card = scorecard_of(slug, as_of)
    refuse_future(period, card.as_of)
    return make_report(asked, material_of(slug, card))


def file_of(report: Report, form: str) -> bytes:
    """The report as a file; form: pdf, docx or xlsx."""
    return render(report, form)


def scorecard_of(slug: str, as_of: date | None) -> Scorecard:
    """What the report is made from. Raises: InputError."""
    try:
        return build(slug, as_of)
    except NothingToShowError as error:
        remedy = "Check --municipality and --as-of."
        raise InputError([Fault(str(error), "--municipality", remedy)]) from error


def material_of(slug: str, card: Scorecard) -> Material:
    """The scorecard with what reports tell besides."""
    parts = [part for measure in card.measures for part in measure.parts]
    parts += [part for goal in card.goals for part in goal.targets]
    changes = [ChangedTarget(*each) for each in replaced_targets(slug, card.as_of, parts)]
    return Material(card, changes, licences(slug))


def read_period(asked: Asked) -> Period:
    """The reporting period. Raises: InputError where it is none, or not of this kind of report."""
    try:
        period = parse_period(asked.period)
    except ValueError as error:
        raise InputError([Fault(f"{error}.", "--period")]) from error
    if asked.kind == "annual" and (period.last.month, period.last.day) != (12, 31):
        raise InputError.single(
            f"an annual report is of a whole year, and {asked.period} does not end with one.",
            "--period",
            f"Write {period.last.year}, or make an interim report.",
        )
    return period


def refuse_future(period: Period, as_of: date) -> None:
    """Nothing is known of a period that has not begun. Raises: InputError."""
    if period.first > as_of:
        raise InputError.single(
            f"the period {period} begins after {as_of}, the day that the report is made as of.",
            "--period",
            f"Write a period that has begun, or --as-of {period.last}.",
        )


def bodies_of(card: Scorecard) -> Sequence[tuple[str, Text]]:
    """The sectors and bodies that an extract can be made for, by what `--body` takes."""
    return tuple(names_of(card).items())


def write_report(content: bytes, file: Path) -> None:
    """Write the whole file or nothing. Raises: OutsideError where it cannot be written."""
    aside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        os.replace(aside, file)
    except OSError as error:
        aside.unlink(missing_ok=True)
        what = f"cannot be written: {error.strerror or error}."
        raise OutsideError(
            Fault(what, str(file), "Check the folder and who may write there.")
        ) from error
