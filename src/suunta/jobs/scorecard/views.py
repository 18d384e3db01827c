"""The strategy laid out: areas, goals, actions and measures with their parts."""

from __future__ import annotations

from collections import defaultdict

from suunta.core.assess.measure import MeasureInput
from suunta.core.assess.rollup import Rule, status_of_parts, verdict
from suunta.core.scorecard import (
    ActionView,
    AreaView,
    GoalView,
    MeasureView,
    PartView,
    Scorecard,
    StrategyView,
)
from suunta.core.strategy import Kind
from suunta.core.texts import Text
from suunta.jobs.scorecard.figures import web_address
from suunta.jobs.scorecard.judging import milestone_state
from suunta.jobs.scorecard.parts import part_views
from suunta.jobs.scorecard.stored import Stored
from suunta.store.queries.municipalities import municipality_view
from suunta.store.queries.row import Row
from suunta.store.queries.rows import ASSIGNED, TOWN, VERSION
from suunta.store.queries.texts import written_text

KINDS: tuple[Kind, ...] = ("numeric", "milestone", "monitoring")


def scorecard_of(stored: Stored, inputs: dict[int, MeasureInput]) -> Scorecard:
    """Everything that is stored, laid out; inputs: what the kernel is given, by part."""
    head = stored.outline[0]
    return Scorecard(
        municipality=municipality_view(head, TOWN),
        strategy=strategy_view(head, stored),
        as_of=stored.rules.as_of,
        areas=Layout(stored, inputs).areas(),
        sectors=stored.organisation.legend,
    )


class Layout:
    """Views of a strategy, each under its goal."""

    def __init__(self, stored: Stored, inputs: dict[int, MeasureInput]) -> None:
        self.stored = stored
        self.rule: Rule = stored.outline[0][f"{VERSION}rollup_rule"]
        self.area_of = {row["goals__number"]: row["number"] for row in stored.outline}
        self.parts = part_views(stored, inputs)
        self.measures = self.measures_by_goal()
        self.actions = self.actions_by_goal()
        self.targets = self.targets_by_goal()

    def areas(self) -> tuple[AreaView, ...]:
        """Focus areas in document order."""
        grouped: dict[str, list[Row]] = defaultdict(list)
        for row in self.stored.outline:
            grouped[row["number"]].append(row)
        return tuple(self.area(rows) for rows in grouped.values())

    def area(self, rows: list[Row]) -> AreaView:
        """A focus area; its sentence is shown from the day on which it was true."""
        head = rows[0]
        known_on = head["summary_known_on"]
        shown = known_on is None or known_on <= self.stored.rules.as_of
        goals: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if row["goals__pk"]:
                goals[row["goals__number"]].append(row)
        return AreaView(
            number=head["number"],
            name=self.stored.texts.text(head, "name", "area", head["pk"]),
            slogan=self.stored.texts.text(head, "slogan", "area", head["pk"]),
            summary=written_text(head, "summary") if shown else Text(),
            goals=tuple(self.goal(found) for found in goals.values()),
        )

    def goal(self, rows: list[Row]) -> GoalView:
        """A goal with everything below it."""
        head = rows[0]
        number = head["goals__number"]
        texts = self.stored.texts
        measures = tuple(self.measures.get(number, ()))
        told = self.stored.told.get(head["goals__promise_id"])
        return GoalView(
            number=number,
            area_number=head["number"],
            title=texts.text(head, "goals__title", "goal", head["goals__pk"]),
            sub_points=tuple(
                texts.text(row, "goals__sub_points__text", "sub_point", point)
                for row in rows
                if (point := row["goals__sub_points__pk"])
            ),
            actions=tuple(self.actions.get(number, ())),
            measures=measures,
            verdict=verdict(
                (measure.status for measure in measures),
                self.rule,
                self.stored.rules.as_of,
                self.stored.rules.horizon.last_day,
                told.verdict if told else None,
            ),
            targets=tuple(self.targets.get(number, ())),
            states=self.stored.states.get(head["goals__promise_id"], ()),
            promise=head["goals__promise_id"],
            told=told,
        )

    def measures_by_goal(self) -> dict[str, list[MeasureView]]:
        """Measures in document order."""
        rows: dict[int, list[Row]] = defaultdict(list)
        for part in self.stored.parts:
            if part["measure__pk"]:
                rows[part["measure__pk"]].append(part)
        found: dict[str, list[MeasureView]] = defaultdict(list)
        for parts in rows.values():
            found[parts[0]["measure__goal__number"]].append(self.measure(parts))
        return found

    def measure(self, rows: list[Row]) -> MeasureView:
        """A measure; it counts once, by the rule `all` over its parts."""
        head = rows[0]
        goal = head["measure__goal__number"]
        parts = tuple(self.parts[row["pk"]] for row in rows)
        status = status_of_parts(part.status for part in parts)
        kinds = {part.kind for part in parts}
        return MeasureView(
            id=head["measure__code"],
            goal_number=goal,
            area_number=self.area_of[goal],
            text=self.stored.texts.text(head, "measure__text", "measure", head["measure__pk"]),
            kind=next(kind for kind in KINDS if kind in kinds),
            status=status,
            certain=status == "met" and all(certainly_met(part) for part in parts),
            parts=parts,
            sectors=self.stored.organisation.sectors_of(head["measure__promise_id"]),
            source_lines=tuple(head["measure__span"].get("lines", ())),
            promise=head["measure__promise_id"],
        )

    def targets_by_goal(self) -> dict[str, list[PartView]]:
        """Targets that stand in the words of goals."""
        found: dict[str, list[PartView]] = defaultdict(list)
        for part in self.stored.parts:
            if part["goal_id"]:
                found[part["goal__number"]].append(self.parts[part["pk"]])
        return found

    def actions_by_goal(self) -> dict[str, list[ActionView]]:
        """Actions in document order."""
        rows: dict[int, list[Row]] = defaultdict(list)
        for row in self.stored.actions:
            rows[row["pk"]].append(row)
        found: dict[str, list[ActionView]] = defaultdict(list)
        for items in rows.values():
            found[items[0]["goal__number"]].append(self.action(items))
        return found

    def action(self, rows: list[Row]) -> ActionView:
        """An action with the items nested under it."""
        head = rows[0]
        texts = self.stored.texts
        states = self.stored.states.get(head["promise_id"], ())
        nested = {row["items__pk"]: row for row in rows if row["items__pk"]}
        return ActionView(
            id=head["code"],
            goal_number=head["goal__number"],
            text=texts.text(head, "text", "action", head["pk"]),
            nested=tuple(
                texts.text(row, "items__text", "action_item", item) for item, row in nested.items()
            ),
            year=head["year"],
            responsible=responsible(rows, texts.language),
            sectors=self.stored.organisation.sectors_of(head["promise_id"]),
            state=milestone_state(states),
            states=states,
            source_lines=tuple(head["span"].get("lines", ())),
            promise=head["promise_id"],
            told=self.stored.told.get(head["promise_id"]),
        )


def certainly_met(part: PartView) -> bool:
    """Whether a part is met beyond the margin of error, or is none that could be."""
    return part.status != "met" or part.assessment is None or part.assessment.certain


def responsible(rows: list[Row], language: str) -> tuple[Text, ...]:
    """The bodies that answer for an action; the document's own codes where none is known."""
    bodies = {row[f"{ASSIGNED}body_id"]: row for row in rows if row[f"{ASSIGNED}body_id"]}
    if bodies:
        return tuple(written_text(row, f"{ASSIGNED}body__name") for row in bodies.values())
    codes = rows[0]["responsible"]
    return tuple(Text({language: code}, {language: "original"}) for code in codes)


def strategy_view(head: Row, stored: Stored) -> StrategyView:
    """The version in force."""
    texts, version = stored.texts, head[f"{VERSION}pk"]
    body = written_text(head, f"{VERSION}adopted_body")
    return StrategyView(
        title=texts.text(head, f"{VERSION}title", "version", version),
        subtitle=texts.text(head, f"{VERSION}subtitle", "version", version),
        vision=texts.text(head, f"{VERSION}vision", "version", version),
        term_start=head[f"{VERSION}term_start"],
        term_end=head[f"{VERSION}term_end"],
        action_year=head[f"{VERSION}action_year"],
        version=head[f"{VERSION}number"],
        status=head[f"{VERSION}status"],
        adopted=adopted_line(head, body, texts.language),
        source_title=written_text(head, f"{VERSION}document_title")
        or Text({texts.language: head[f"{VERSION}document_name"]}),
        source_url=web_address(head[f"{VERSION}document_url"]),
        rollup_rule=head[f"{VERSION}rollup_rule"],
        adopted_body=body,
        adopted_on=head[f"{VERSION}adopted_on"],
        adopted_section=head[f"{VERSION}adopted_section"] or None,
        language=texts.language,
    )


def adopted_line(head: Row, body: Text, language: str) -> str | None:
    """Body, day and section in the document's language; None where nothing of it is known."""
    day = head[f"{VERSION}adopted_on"]
    words = [
        body.shown(language).text,
        f"{day.day}.{day.month}.{day.year}" if day else "",
        head[f"{VERSION}adopted_section"],
    ]
    return " ".join(word for word in words if word) or None
