"""Bytes that somebody else wrote: to keep, never to be opened as a page of ours."""

from __future__ import annotations

from django.http import HttpResponse


def raw_file(data: bytes, digest: str) -> HttpResponse:
    """A file named by its hash."""
    kept = HttpResponse(data, content_type="application/octet-stream")
    kept.headers["Content-Disposition"] = f'attachment; filename="{digest[:16]}.bin"'
    return kept
