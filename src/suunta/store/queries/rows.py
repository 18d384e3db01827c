"""The rows behind a scorecard: eight queries at most, whatever the number of measures.

Each function is one query and returns plain values. `version` is the id of the version in force,
`as_of` the day of the scorecard: what became known later is left out.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, cast

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

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
from suunta.store.models.target import TARGET_TERMS
from suunta.store.queries.protection import PROTECTION_COLUMNS, protected
from suunta.store.queries.row import Row
from suunta.store.queries.texts import text_columns
from suunta.store.queries.told import told_of

Rows = QuerySet[Any, Row]
VERSION = "version__"
MISSED = "promise__near_misses__"
ORIGIN = "promise__origin__"
ASSIGNED = "promise__assignments__"
TOWN = "version__strategy__municipality__"


@cache
def columns_of(model: type[Model], order: tuple[str, ...], columns: tuple[str, ...]) -> Rows:
    """All rows of a table, to be narrowed. Kept, because finding the paths of some hundred columns
    takes Django longer than the database takes to answer; every `.filter` copies it. A plain query
    set: the columns name their languages, so modeltranslation has nothing to rewrite."""
    return cast("Rows", QuerySet(model).order_by(*order).values(*columns))


def in_force(slug: str, as_of: date) -> QuerySet[StrategyVersion]:
    """The version of a municipality that is in force on a day; none before the first adoption."""
    return StrategyVersion.objects.filter(
        strategy__municipality__slug=slug, status__in=PUBLIC_STATUSES, known_on__lte=as_of
    ).order_by("-known_on", "-number")[:1]


def outline(slug: str, as_of: date) -> list[Row]:
    """Focus areas with goals and sub-points, one row a sub-point, and the version and the town on
    every row: one query instead of three."""
    version = in_force(slug, as_of).values("pk")
    order = ("position", "goals__position", "goals__sub_points__position")
    areas = columns_of(FocusArea, order, outline_columns()).filter(version__in=version)
    unruly = unruly_states().filter(version__in=version)
    told = told_of(OuterRef(f"{VERSION}strategy__municipality"))
    return list(areas.annotate(has_states=Exists(unruly), has_told=Exists(told)))


def outline_columns() -> tuple[str, ...]:
    """The columns of `outline`."""
    return (
        "pk",
        "number",
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
    "peer_group__areas",
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
    "indicator__derivation",
    "indicator__breaks__period",
)


def parts(version: int) -> list[Row]:
    """Parts with their measure, link, indicator and origin; a row for each break of its series and
    each near miss."""
    order = ("measure__position", "position", "pk")
    return list(columns_of(Part, order, parts_columns()).filter(version=version))


def parts_columns() -> tuple[str, ...]:
    """The columns of `parts`."""
    return (
        *PART_COLUMNS,
        *text_columns("name"),
        *(f"measure__{name}" for name in MEASURE_COLUMNS),
        *text_columns("measure__text"),
        *(f"promise__link__{name}" for name in LINK_COLUMNS),
        *(f"{ORIGIN}{name}" for name in ("kind", "month", "sure")),
        *text_columns(
            "promise__link__why",
            "promise__link__indicator__name",
            "promise__link__indicator__definition",
            f"{MISSED}why",
            f"{MISSED}indicator__name",
            f"{ORIGIN}name",
            f"{ORIGIN}why",
        ),
        f"{MISSED}pk",
    )


def actions(version: int) -> list[Row]:
    """Actions, a row for each item nested under one and each sector or body assigned to it."""
    order = ("position", "pk", "items__position", f"{ASSIGNED}pk")
    columns = (
        *ACTION_COLUMNS,
        *text_columns("text"),
        "items__pk",
        *text_columns("items__text"),
        f"{ASSIGNED}body_id",
        *text_columns(f"{ASSIGNED}body__name"),
    )
    return list(columns_of(Action, order, columns).filter(goal__version=version))


ACTION_COLUMNS = ("pk", "code", "promise_id", "year", "responsible", "span", "goal__number")
TARGET_COLUMNS = (
    "pk",
    "promise_id",
    *TARGET_TERMS,
    "decision",
    "known_on",
    "recorded_at",
)


def targets(version: int, as_of: date) -> list[Row]:
    """Targets decided by then, the newest decision of a part last."""
    columns = (*TARGET_COLUMNS, *text_columns("why"))
    decided = columns_of(Target, ("known_on", "pk"), columns)
    return list(decided.filter(promise__parts__version=version, known_on__lte=as_of))


OBSERVATION_COLUMNS = (
    "municipality_id",
    "unit",
    "approximate",
    "recorded_at",
    "source__title",
    "source__url",
    *PROTECTION_COLUMNS,
)


def observations(version: int, town: int, as_of: date) -> list[Row]:
    """Figures known by then of the series that parts are linked to, of the town itself, and of
    its peers where a part compares with them; oldest publication first. Those that would tell
    about too few people are suppressed: what became known later says so too."""
    linked = IndicatorLink.objects.filter(promise__parts__version=version)
    compared = linked.filter(peers=True)
    columns = (*OBSERVATION_COLUMNS, *text_columns("note"))
    rows = columns_of(Observation, ("known_on", "pk"), columns).filter(
        Q(municipality=town)
        | Q(municipality__isnull=True, indicator__in=compared.values("indicator")),
        indicator__in=linked.values("indicator"),
    )
    return [row for row in protected(rows) if row["known_on"] <= as_of]


STATE_COLUMNS = (
    "promise_id",
    "state",
    "on",
    "precision",
    "section",
    "known_on",
    "source__title",
    "source__url",
)


def states(town: int, as_of: date) -> list[Row]:
    """Steps known by then of everything that the town promised, oldest first."""
    steps = columns_of(StateEntry, ("on", "pk"), (*STATE_COLUMNS, *text_columns("note")))
    return list(steps.filter(promise__municipality=town, known_on__lte=as_of, on__lte=as_of))


def sectors_and_assignments(town: int) -> list[Row]:
    """The sectors of the town, a row for each promise that one is assigned to, one without."""
    columns = (
        "code",
        "colour",
        "assignments__promise_id",
        "assignments__assigned_by",
        *text_columns("name", "assignments__reason"),
    )
    return list(columns_of(Sector, ("position", "code"), columns).filter(municipality=town))


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
