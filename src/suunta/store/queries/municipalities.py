"""Municipalities of this installation."""

from __future__ import annotations

from suunta.core.scorecard import MunicipalityView
from suunta.store.models import Municipality
from suunta.store.queries.row import Row
from suunta.store.queries.rows import TOWN_COLUMNS
from suunta.store.queries.texts import text_columns, written_text

COLUMNS = (*TOWN_COLUMNS, *text_columns("name", "notice"))


def municipalities() -> tuple[MunicipalityView, ...]:
    """All of them, by slug."""
    rows = Municipality.objects.order_by("slug").values(*COLUMNS)
    return tuple(municipality_view(row) for row in rows)


def municipality(slug: str) -> MunicipalityView | None:
    """The one with this slug."""
    row = Municipality.objects.filter(slug=slug).values(*COLUMNS).first()
    return municipality_view(row) if row else None


def municipality_view(row: Row, path: str = "") -> MunicipalityView:
    """A municipality as shown; `path` is that of a join before its columns."""
    return MunicipalityView(
        slug=row[f"{path}slug"],
        name=written_text(row, f"{path}name"),
        official_languages=tuple(row[f"{path}official_languages"]),
        fictional=row[f"{path}fictional"],
        opening_date=row[f"{path}opening_date"],
        notice=written_text(row, f"{path}notice"),
    )
