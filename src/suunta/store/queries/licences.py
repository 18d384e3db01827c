"""Under which licence the sources of a municipality publish."""

from __future__ import annotations

from suunta.store.models import SourceFeed


def licences(slug: str) -> dict[str, str]:
    """Licences by the address of the source, and by its title where it has no address."""
    rows = SourceFeed.objects.filter(municipality__slug=slug).exclude(licence="")
    told = rows.order_by("pk").values_list("source_url", "source_title", "licence")
    return {url or title: licence for url, title, licence in told}
