"""Writing what a document says as the rows of one version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from suunta.core import strategy as core
from suunta.store.actions.rows import original
from suunta.store.actions.texts import Carried
from suunta.store.models import (
    Action,
    ActionItem,
    FocusArea,
    Goal,
    Measure,
    Municipality,
    Part,
    Promise,
    StrategyVersion,
    SubPoint,
)


@dataclass
class Content:
    """The rows of one version, by id of the document ("3.3", "3.3-M1", "3.3-M1.1", "3.3-S1").

    `rows` are unsaved until `write_content` is done with their kind.
    """

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, entity: str, code: str, row: Any) -> None:
        """Remember a row."""
        self.rows.setdefault(entity, {})[code] = row


def write_content(
    municipality: Municipality,
    version: StrategyVersion,
    document: core.Strategy,
    promises: Mapping[str, int],
) -> Content:
    """Write all rows of a version. promises: id -> the promise that the row continues; an id that
    is not there is a new promise."""
    content = Content()
    given = dict(promises) | new_promises(municipality, document, promises)
    write_areas(content, version, document, given)
    for goal in document.goals():
        row = content.rows["goal"][goal.number]
        add_goal_content(content, version, goal, row, given)
    for entity, model in CHILDREN:
        model._default_manager.bulk_create(content.rows.get(entity, {}).values(), batch_size=500)
    return content


# In this order, so that a row's parent has its id.
CHILDREN: tuple[tuple[str, Any], ...] = (
    ("sub_point", SubPoint),
    ("action", Action),
    ("action_item", ActionItem),
    ("measure", Measure),
    ("part", Part),
)


def new_promises(
    municipality: Municipality, document: core.Strategy, known: Mapping[str, int]
) -> dict[str, int]:
    """A promise for every id that continues none."""
    kinds: dict[str, str] = {}
    for goal in document.goals():
        kinds[goal.number] = "goal"
        kinds |= {action.id: "action" for action in goal.actions}
        for measure in goal.measures:
            kinds[measure.id] = "measure"
            parts = range(1, len(measure.sub_measures) + 1)
            kinds |= {f"{measure.id}.{number}": "part" for number in parts}
    wanted = {code: kind for code, kind in kinds.items() if code not in known}
    rows = Promise.objects.bulk_create(
        [Promise(municipality=municipality, kind=kind) for kind in wanted.values()]
    )
    return dict(zip(wanted, (row.pk for row in rows), strict=True))


def write_areas(
    content: Content, version: StrategyVersion, document: core.Strategy, given: Mapping[str, int]
) -> None:
    """Focus areas and goals."""
    for position, area in enumerate(document.focus_areas):
        row = FocusArea(
            version=version,
            number=area.number,
            position=position,
            span=span_json(area.span),
            **original("name", version.language, area.name),
            **original("slogan", version.language, area.slogan),
        )
        content.add("area", area.number, row)
        for place, goal in enumerate(area.goals):
            content.add(
                "goal",
                goal.number,
                Goal(
                    version=version,
                    area=row,
                    promise_id=given[goal.number],
                    number=goal.number,
                    position=place,
                    span=span_json(goal.span),
                    **original("title", version.language, goal.title),
                ),
            )
    FocusArea.objects.bulk_create(content.rows.get("area", {}).values())
    Goal.objects.bulk_create(content.rows.get("goal", {}).values())


def add_goal_content(
    content: Content,
    version: StrategyVersion,
    goal: core.Goal,
    row: Goal,
    given: Mapping[str, int],
) -> None:
    """Unsaved rows of a goal's sub-points, actions and measures."""
    language = version.language
    for position, bullet in enumerate(goal.sub_bullets, start=1):
        content.add(
            "sub_point",
            f"{goal.number}-S{position}",
            SubPoint(goal=row, position=position, **original("text", language, bullet)),
        )
    for position, action in enumerate(goal.actions):
        add_action(content, language, row, position, action, given)
    for position, measure in enumerate(goal.measures):
        measure_row = Measure(
            goal=row,
            promise_id=given[measure.id],
            code=measure.id,
            position=position,
            span=span_json(measure.span),
            **original("text", language, measure.text),
        )
        content.add("measure", measure.id, measure_row)
        for number, sub in enumerate(measure.sub_measures, start=1):
            code = f"{measure.id}.{number}"
            part = Part(
                version=version,
                measure=measure_row,
                promise_id=given[code],
                code=code,
                position=number,
                **part_values(sub),
                **original("name", language, sub.indicator),
            )
            content.add("part", code, part)


def add_action(
    content: Content,
    language: str,
    goal: Goal,
    position: int,
    action: core.Action,
    given: Mapping[str, int],
) -> None:
    """Unsaved rows of an action and the items nested under it."""
    row = Action(
        goal=goal,
        promise_id=given[action.id],
        code=action.id,
        position=position,
        year=action.year,
        responsible=list(action.responsible),
        sector_codes=list(action.sectors),
        span=span_json(action.span),
        **original("text", language, action.text),
    )
    content.add("action", action.id, row)
    for place, item in enumerate(action.nested, start=1):
        content.add(
            "action_item",
            f"{action.id}.{place}",
            ActionItem(action=row, position=place, **original("text", language, item)),
        )


def part_values(sub: core.SubMeasure) -> dict[str, Any]:
    """The columns of a part; lists are kept as JSON, among them where each field was recognised."""
    values = asdict(sub)
    values["recognised"] = values.pop("parts")
    values["baseline"] = list(values["baseline"])
    values["doubts"] = list(values["doubts"])
    return values


def span_json(span: core.Span) -> dict[str, Any]:
    """A place in the document, without what is not known."""
    return {name: value for name, value in asdict(span).items() if value not in (None, ())}


def carried_rows(content: Content, version: StrategyVersion, before: OldRows) -> list[Carried]:
    """Every row of a version with the row that it continues."""
    carried = [Carried("version", version, before.version)]
    for entity, rows in content.rows.items():
        old = before.rows.get(entity, {})
        names = before.names.get(entity, {})
        carried += [
            Carried(entity, row, old.get(names.get(code, ""))) for code, row in rows.items()
        ]
    return carried


@dataclass(frozen=True)
class OldRows:
    """The rows of the version before, by their ids, and which id a new id continues."""

    version: StrategyVersion | None = None
    rows: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
