"""The report before the decision, from what the store holds."""

from __future__ import annotations

import pytest

from suunta.core.definitions import folder
from suunta.core.errors import InputError
from suunta.jobs.before_decision import report_of_upload, report_of_version
from suunta.jobs.review import not_a_measure, receive_upload, review_of
from suunta.jobs.review.reading import read_upload
from towns import BY, import_mallila, newest

pytestmark = pytest.mark.usefixtures("town")


def test_a_draft_has_its_report_before_anybody_adopts_it() -> None:
    import_mallila(adoption=None)
    report = report_of_version("mallila", newest().pk, "fi")
    assert (report.counts.measures, report.counts.judged) == (3, 2)
    assert [doubt.number for doubt in report.goals] == ["1.2"]


def test_a_version_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError, match="there is no version 1"):
        report_of_version("mallila", 1, "fi")


def test_a_version_of_another_town_is_refused() -> None:
    import_mallila(adoption=None)
    with pytest.raises(InputError, match="there is no version"):
        report_of_version("other", newest().pk, "fi")


def test_an_upload_that_is_not_there_is_refused() -> None:
    with pytest.raises(InputError):
        report_of_upload("mallila", 1, "fi")


def test_an_upload_is_reported_with_its_corrections() -> None:
    data = (folder("examples").parent / "tests/data/strategia-fi.txt").read_bytes()
    upload = receive_upload(slug="mallila", name="strategia.txt", data=data, by=BY)
    assert read_upload(upload) == "read"
    before = report_of_upload("mallila", upload, "fi").counts.measures
    review = review_of("mallila", upload, "fi")
    (first, *_) = [item for item in review.items if item.measure]
    not_a_measure(
        slug="mallila", upload=upload, id=first.id, becomes="nothing", by=BY, seen=review.seen
    )
    assert report_of_upload("mallila", upload, "fi").counts.measures == before - 1
