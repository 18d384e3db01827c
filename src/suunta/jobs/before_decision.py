"""The report before the decision, of an upload with its corrections or of a stored version."""

from __future__ import annotations

from suunta.core.errors import InputError
from suunta.core.lint.report import Report, report_before_decision
from suunta.jobs.review import review_of
from suunta.store.models import StrategyVersion
from suunta.store.queries.versions import read_version


def report_of_upload(slug: str, upload: int, lang: str) -> Report:
    """The report on an upload as it is corrected now. Raises: InputError where it is not read."""
    return report_before_decision(review_of(slug, upload, lang).strategy, lang)


def report_of_version(slug: str, version: int, lang: str) -> Report:
    """The report on a version of a municipality, by its id. Raises: InputError where there is
    none."""
    found = StrategyVersion.objects.filter(strategy__municipality__slug=slug, pk=version)
    if not found.exists():
        raise InputError.single(f"there is no version {version}.", "", "See the list of versions.")
    return report_before_decision(read_version(version).content, lang)
