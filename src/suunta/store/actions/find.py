"""The rows that actions are asked to write to. What a page shows comes from `queries` instead."""

from __future__ import annotations

from suunta.core.errors import InputError
from suunta.store.models import Municipality, StrategyVersion


def find_municipality(slug: str) -> Municipality:
    """The municipality of a slug. Raises InputError naming those there are."""
    found = known_municipality(slug)
    if found is None:
        known = ", ".join(Municipality.objects.order_by("slug").values_list("slug", flat=True))
        raise InputError.single(
            f"there is no municipality {slug}.", "--municipality", f"Known: {known or 'none'}."
        )
    return found


def known_municipality(slug: str) -> Municipality | None:
    """The municipality of a slug, where there is one."""
    return Municipality.objects.select_related("area").filter(slug=slug).first()


def newest_version(municipality: Municipality, term: str) -> StrategyVersion | None:
    """The newest version of the strategy of a term, draft or adopted."""
    return (
        StrategyVersion.objects.filter(strategy__municipality=municipality, strategy__term=term)
        .order_by("-number")
        .first()
    )


def newest_adopted(municipality: Municipality, term: str) -> StrategyVersion | None:
    """The version in force of the strategy of a term, also where a draft has followed it."""
    return (
        StrategyVersion.objects.filter(
            strategy__municipality=municipality, strategy__term=term, status="adopted"
        )
        .order_by("-number")
        .first()
    )


def has_gone_on(municipality: Municipality, term: str, document_hash: str) -> bool:
    """Whether another document has followed this one in the strategy of a term."""
    newest = newest_version(municipality, term)
    return (
        newest is not None
        and newest.document_hash != document_hash
        and newest.strategy.versions.filter(document_hash=document_hash).exists()
    )
