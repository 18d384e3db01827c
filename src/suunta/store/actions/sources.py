"""Sources of figures and events."""

from __future__ import annotations

from collections.abc import Iterable

from suunta.store.models import Source


def sources_by_address(wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Source]:
    """The sources with these titles and addresses, made where they are new."""
    asked = set(wanted)
    known = {
        (source.title, source.url): source
        for source in Source.objects.filter(title__in={title for title, _ in asked})
    }
    new = [Source(title=title, url=url) for title, url in sorted(asked - known.keys())]
    known |= {(source.title, source.url): source for source in Source.objects.bulk_create(new)}
    return known
