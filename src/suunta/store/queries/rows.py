"""The rows behind a scorecard: eight queries at most, whatever the number of measures.

Each function is one query and returns plain values. `version` is the id of the version in force,
`as_of` the day of the scorecard: what became known later is left out.
"""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.db.models import Exists, F, Q, QuerySet

from suunta.core.texts import TextState as State
from suunta.store.models import (
    Action,
    FocusArea,
    IndicatorLink,
    Observation,
    Part,
    Sector,
    StateEntry,
    StrategyVersion,
    Target,
    TextState,
)
from suunta.store.models.choices import PUBLIC_STATUSES
from suunta.store.queries.texts import text_columns

Row = dict[str, Any]
VERSION = "version__"
MISSED = "promise__near_misses__"
ASSIGNED = "promise__assignments__"
TOWN = "version__strategy__municipality__"


def in_force(slug: str, as_of: date) -> QuerySet[StrategyVersion]:
    """The version of a municipality that is in force on a day; none before the first adoption."""
    return StrategyVersion.objects.filter(
        strategy__municipality__slug=slug, status__in=PUBLIC_STATUSES, known_on__lte=as_of
    ).order_by("-known_on", "-number")[:1]


def outline(slug: str, as_of: date) -> list[Row]:
    """Focus areas with goals and sub-points, one row a sub-point, and the version and the town on
    every row: one query instead of three."""
    version = in_force(slug, as_of).values("pk")
    return list(
        FocusArea.objects.filter(version__in=version)
        .annotate(has_states=Exists(unruly_states().filter(version__in=version)))
        .order_by("position", "goals__position", "goals__sub_points__position")
        .values(
            "pk",
            "number",
            "has_states",
            "summary_known_on",
            *text_columns("name", "slogan", "summary"),
            "goals__pk",
            "goals__number",
            "goals__promise_id",
            *text_columns("goals__title"),
            "goals__sub_points__pk",
            *text_columns("goals__sub_points__text"),
            *(f"{VERSION}{name}" for name in VERSION_COLUMNS),
            *text_columns(*(f"{VERSION}{name}" for name in VERSION_TEXTS)),
            *(f"{TOWN}{name}" for name in TOWN_COLUMNS),
            *text_columns(f"{TOWN}name", f"{TOWN}notice"),
        )
    )


VERSION_COLUMNS = (
    "pk",
    "number",
    "status",
    "language",
    "term_start",
    "term_end",
    "action_year",
    "document_url",
    "document_name",
    "adopted_on",
    "adopted_section",
    "rollup_rule",
)
VERSION_TEXTS = ("title", "subtitle", "vision", "document_title", "adopted_body")
TOWN_COLUMNS = ("pk", "slug", "official_languages", "fictional", "opening_date")
PART_COLUMNS = (
    "pk",
    "code",
    "position",
    "promise_id",
    "kind",
    "indicator",
    "unit",
    "direction",
    "baseline",
    "source",
    "scale",
    "population",
    "goal_id",
    "sub_point",
    "action_code",
    "goal__number",
)
MEASURE_COLUMNS = ("pk", "code", "position", "promise_id", "span", "goal__number")
LINK_COLUMNS = (
    "of_number",
    "of_promise_id",
    "peers",
    "per",
    "window_years",
    "path",
    "indicator_id",
    "indicator__key",
    "indicator__unit",
    "indicator__polarity",
    "indicator__lower_limit",
    "indicator__upper_limit",
    "indicator__decimals",
    "indicator__scale",
    "indicator__breaks__period",
)


def parts(version: int) -> list[Row]:
    """Parts with their measure, link and indicator; a row for each break of its series and each
    near miss."""
    return list(
        Part.objects.filter(version=version)
        .order_by("measure__position", "position", "pk")
        .values(
            *PART_COLUMNS,
            *text_columns("name"),
            *(f"measure__{name}" for name in MEASURE_COLUMNS),
            *text_columns("measure__text"),
            *(f"promise__link__{name}" for name in LINK_COLUMNS),
            *text_columns(
                "promise__link__why",
                "promise__link__indicator__name",
                "promise__link__indicator__definition",
                f"{MISSED}why",
                f"{MISSED}indicator__name",
            ),
            f"{MISSED}pk",
        )
    )


def actions(version: int) -> list[Row]:
    """Actions, a row for each item nested under one and each sector or body assigned to it."""
    return list(
        Action.objects.filter(goal__version=version)
        .order_by("position", "pk", "items__position", f"{ASSIGNED}pk")
        .values(
            "pk",
            "code",
            "promise_id",
            "year",
            "responsible",
            "span",
            "goal__number",
            *text_columns("text"),
            "items__pk",
            *text_columns("items__text"),
            f"{ASSIGNED}body_id",
            *text_columns(f"{ASSIGNED}body__name"),
        )
    )


def targets(version: int, as_of: date) -> list[Row]:
    """Targets decided by then, the newest decision of a part last."""
    return list(
        Target.objects.filter(promise__parts__version=version, known_on__lte=as_of)
        .order_by("known_on", "pk")
        .values(
            "pk",
            "promise_id",
            "comparator",
            "value",
            "value_max",
            "basis",
            "unit",
            "period",
            "baseline",
            "direction",
            "approximate",
            "placeholder",
            "benchmark",
            "fraction",
            "change_bound",
            "per",
            "window_years",
            "path",
            "decision",
            "known_on",
            "recorded_at",
            *text_columns("why"),
        )
    )


OBSERVATION_COLUMNS = (
    "pk",
    "indicator_id",
    "municipality_id",
    "period",
    "breakdown",
    "kind",
    "status",
    "value",
    "numerator",
    "denominator",
    "unit",
    "approximate",
    "known_on",
    "recorded_at",
    "area__code",
    "source__title",
    "source__url",
)


def observations(version: int, town: int, as_of: date) -> list[Row]:
    """Figures known by then of the series that parts are linked to, of the town itself, and of
    its peers where a part compares with them; oldest publication first."""
    linked = IndicatorLink.objects.filter(promise__parts__version=version)
    compared = linked.filter(peers=True)
    return list(
        Observation.objects.filter(
            Q(municipality=town)
            | Q(municipality__isnull=True, indicator__in=compared.values("indicator")),
            indicator__in=linked.values("indicator"),
            known_on__lte=as_of,
            breakdown="",
        )
        .order_by("known_on", "pk")
        .values(*OBSERVATION_COLUMNS, *text_columns("note"))
    )


def states(town: int, as_of: date) -> list[Row]:
    """Steps known by then of everything that the town promised, oldest first."""
    return list(
        StateEntry.objects.filter(promise__municipality=town, known_on__lte=as_of, on__lte=as_of)
        .order_by("on", "pk")
        .values(
            "promise_id",
            "state",
            "on",
            "precision",
            "section",
            "known_on",
            "source__title",
            "source__url",
            *text_columns("note"),
        )
    )


def sectors_and_assignments(town: int) -> list[Row]:
    """The sectors of the town, a row for each promise that one is assigned to, one without."""
    return list(
        Sector.objects.filter(municipality=town)
        .order_by("position", "code")
        .values(
            "code",
            "colour",
            "assignments__promise_id",
            "assignments__assigned_by",
            *text_columns("name", "assignments__reason"),
        )
    )


def text_states(version: int) -> dict[tuple[str, int, str, str], State]:
    """States of texts that are not the rule: the document's language original, others drafts."""
    rows = (
        unruly_states()
        .filter(version=version)
        .values_list("entity", "entity_id", "field", "language", "state")
    )
    return {
        (entity, pk, field, language): cast("State", state)
        for entity, pk, field, language, state in rows
    }


def unruly_states() -> QuerySet[TextState]:
    """Rows whose state does not follow from the document's language."""
    return TextState.objects.exclude(state="draft").exclude(
        state="original", language=F("version__language")
    )
