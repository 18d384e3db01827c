"""All versions of a municipality's strategies, with who decided them."""

from __future__ import annotations

from typing import Any, cast

from django.db.models import Count, OuterRef, QuerySet, Subquery

from suunta.core.texts import Text
from suunta.core.version import Counts, Decided, Status, VersionView
from suunta.store.models import Action, FocusArea, Goal, Measure, StrategyVersion
from suunta.store.queries.texts import text_columns, words_of, written_text

COUNTED: dict[str, tuple[Any, str]] = {
    "areas": (FocusArea, "version"),
    "goals": (Goal, "version"),
    "actions": (Action, "goal__version"),
    "measures": (Measure, "goal__version"),
}
STEPS = ("proposed", "adopted", "ended")
COLUMNS = (
    "pk",
    "strategy__term",
    "number",
    "status",
    "language",
    "action_year",
    "document_name",
    "known_on",
    "recorded_at",
    *(f"{step}_{name}" for step in STEPS for name in ("on", "section", "url")),
    *text_columns("title", *(f"{step}_body" for step in STEPS)),
)


def versions_of_town(slug: str) -> list[VersionView]:
    """Every version there is, as it is now."""
    every: QuerySet[StrategyVersion] = QuerySet(StrategyVersion)
    rows = every.filter(strategy__municipality__slug=slug)
    counted = rows.annotate(**{f"n_{name}": _count(*each) for name, each in COUNTED.items()})
    return [
        version_view(row) for row in counted.values(*COLUMNS, *(f"n_{name}" for name in COUNTED))
    ]


def _count(model: Any, path: str) -> Subquery:
    """How many rows of a table belong to each version."""
    rows: QuerySet[Any] = QuerySet(model)
    mine = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    return Subquery(mine.annotate(n=Count("pk")).values("n"))


def version_view(row: dict[str, Any]) -> VersionView:
    """A version as shown."""
    title = words_of(row, "title")
    states = {code: "original" if code == row["language"] else "draft" for code in title}
    return VersionView(
        id=row["pk"],
        term=row["strategy__term"],
        number=row["number"],
        status=cast("Status", row["status"]),
        title=Text(title, cast("Any", states)),
        language=row["language"],
        action_year=row["action_year"],
        document=row["document_name"],
        known_on=row["known_on"],
        recorded_on=row["recorded_at"].date(),
        proposed=_decided(row, "proposed"),
        adopted=_decided(row, "adopted"),
        ended=_decided(row, "ended"),
        counts=Counts(**{name: row[f"n_{name}"] or 0 for name in COUNTED}),
    )


def _decided(row: dict[str, Any], step: str) -> Decided:
    body = written_text(row, f"{step}_body")
    return Decided(body, row[f"{step}_on"], row[f"{step}_section"], row[f"{step}_url"])
