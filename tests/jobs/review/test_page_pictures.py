"""Pages of a PDF as pictures, drawn in a child process, kept by the document's hash."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from suunta.core.errors import InputError
from suunta.jobs import review
from suunta.jobs.review import pictures
from suunta.jobs.review.reading import read_upload
from suunta.readers.pdf.picture import MOST_PX, scale_of
from suunta.readers.sandbox import Limits, picture_apart
from suunta.store.models import Municipality, Upload

FILE = Path(__file__).parents[2] / "documents" / "files" / "ekholm.pdf"
LETTER_LYING = 11 / 8.5  # inches, as the file was made


def test_a_page_is_a_picture_of_its_shape() -> None:
    picture = Image.open(io.BytesIO(picture_apart("a.pdf", FILE.read_bytes(), 1)))
    assert picture.format == "PNG"
    assert picture.width / picture.height == pytest.approx(LETTER_LYING, abs=0.01)


def test_a_page_of_unusual_size_is_drawn_smaller() -> None:
    scale = scale_of(20_000, 20_000)
    assert scale * scale * 20_000 * 20_000 <= MOST_PX * 1.001


@pytest.mark.parametrize("page", [0, 9999])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(InputError, match="no page"):
        picture_apart("a.pdf", FILE.read_bytes(), page)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be drawn"):
        picture_apart("a.pdf", b"%PDF-1.7 nothing", 1)


def test_drawing_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(InputError, match="took more than"):
        picture_apart("a.pdf", FILE.read_bytes(), 1, Limits(timeout_s=0.01))


def test_a_page_is_drawn_once_and_shown_only_to_its_town(
    town: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = review.receive_upload(slug="mallila", name="a.pdf", data=FILE.read_bytes(), by="test")
    assert read_upload(code) == "read"
    first = review.page_picture("mallila", code, 1)
    kept = Path(settings.SUUNTA_DATA) / "pages" / Upload.objects.get().document_hash / "1.png"
    assert kept.read_bytes() == first
    monkeypatch.delattr(pictures, "picture_apart")
    assert review.page_picture("mallila", code, 1) == first
    with pytest.raises(InputError):
        review.page_picture("mallila", code, 500)
    Municipality.objects.create(slug="other", name="Other", area=town.area)
    with pytest.raises(InputError):
        review.page_picture("other", code, 1)
