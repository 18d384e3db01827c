"""The date that a page is seen as of: from the address, checked, kept in links."""

from __future__ import annotations

import re
from datetime import date

from django.http import HttpRequest
from django.utils import timezone

EARLIEST = date(1990, 1, 1)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class BadDateError(ValueError):
    """`as_of` names no day, a day to come, or one before any strategy; answered with 400."""


def today() -> date:
    """The town's today."""
    return timezone.localdate()


def asked_date(request: HttpRequest) -> date | None:
    """The date of `?as_of=`, None where the address names none. Raises BadDateError."""
    text = request.GET.get("as_of", "").strip()
    if not text:
        return None
    if not ISO.fullmatch(text):
        raise BadDateError(text)
    try:
        asked = date.fromisoformat(text)
    except ValueError as error:
        raise BadDateError(text) from error
    if not EARLIEST <= asked <= today():
        raise BadDateError(text)
    return asked
