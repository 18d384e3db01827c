"""Events -> focus areas and goals: where the reading stands, and how areas and goals begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from suunta.core.strategy import Span
from suunta.readers.blocks import Line
from suunta.readers.layout.anchors import Levels, pushed
from suunta.readers.layout.drafts import ActionDraft, AreaDraft, GoalDraft, MeasureDraft
from suunta.readers.layout.events import Title
from suunta.readers.layout.items import Item, grouped, items_of, measure_texts, promises
from suunta.readers.layout.labels import inline_label
from suunta.readers.layout.levels import values_below
from suunta.readers.layout.numbers import (
    Style,
    area_parts,
    key_of,
    same,
    without_continued,
    without_goal_word,
)
from suunta.readers.table.numbering import area_number
from suunta.readers.table.words import Words

BARE_NUMBER = re.compile(r"(?:[A-Z]|\d{1,2})(?:\.?\d{1,2}){0,2}\.?")
RECENT = 50  # actions looked through for one that a row repeats


@dataclass
class Reading:
    """Where the reading of a document stands.

    stack: the headings above this place; home: the heading that the current goal stands under;
    points: list items below that heading, before anything is labelled;
    referenced: numbers by which tables name goals that headings title;
    goals_label: the label that the current goal stands below.
    """

    words: Words
    style: Style
    levels: Levels
    title: str
    areas: list[AreaDraft] = field(default_factory=list)
    here: AreaDraft | None = None
    known_areas: dict[str, AreaDraft] = field(default_factory=dict)
    known_goals: dict[tuple[str, str], GoalDraft] = field(default_factory=dict)
    stack: list[Title] = field(default_factory=list)
    home: Title | None = None
    goal: GoalDraft | None = None
    points: list[Item] = field(default_factory=list)
    referenced: frozenset[str] = frozenset()
    goals_label: str = ""

    def heading(self, title: Title) -> None:
        """A heading begins."""
        self.end_list()
        self.stack = pushed(self.stack, title)
        self.points = []
        self.goal = None
        self.home = None
        self.goals_label = ""
        numbered = self.style.number(title.text)
        if numbered and numbered.number in self.referenced:
            self.area_above(title.level, below=True)
            self.new_goal(title.text, title.span)

    def end_list(self) -> None:
        """A list that nothing labels ends, below a goal that a table refers to."""
        goal, items = self.goal, self.points
        if goal is None or goal.number not in self.referenced or not goal.is_empty:
            return
        if 2 * sum(promises(item.text) for item in items) > len(items):
            add_actions(goal, items)
        else:
            add_points(goal, items)

    def area(self, text: str, span: Span) -> AreaDraft:
        """The focus area of what follows; the same again changes nothing."""
        if self.here and same(self.here.source, text):
            return self.here
        self.goal = None
        known = self.known_areas.get(key_of(text))
        if known is None:
            number, name, slogan = area_parts(without_continued(text))
            known = AreaDraft(number, name, slogan, text, span)
            self.areas.append(known)
            self.known_areas[key_of(text)] = known
        self.here = known
        return known

    def area_above(self, level: int | None, below: bool = False) -> AreaDraft:
        """The focus area that the headings name: the one at a level, or the nearest above it."""
        found = [
            title
            for title in self.stack
            if level is None or (title.level < level if below else title.level <= level)
        ]
        if found:
            return self.area(found[-1].text, found[-1].span)
        return self.here or self.area(self.title, Span())

    def new_goal(self, text: str, span: Span, number: str = "") -> GoalDraft:
        """A goal begins, its number taken off its title; or one that the area has goes on.

        number: the goal's number where another cell gives it.
        """
        if BARE_NUMBER.fullmatch(text) and (meant := self._numbered(text.rstrip("."))):
            self.goal = meant
            return meant
        area = self.here or self.area_above(None)
        source = f"{number} {text}".strip()
        place = (key_of(area.source), key_of(source))
        known = self.known_goals.get(place) or (None if area.goals else self._titled(source))
        if known is None:
            title = without_goal_word(without_continued(text))
            numbered = self.style.number(title)
            own = number or (numbered.number if numbered else "")
            known = GoalDraft(own.rstrip("."), numbered.text if numbered else title, source, span)
            area.goals.append(known)
            self.known_goals[place] = known
        self.goal = known
        self.home = self.stack[-1] if self.stack else None
        return known

    def _titled(self, source: str) -> GoalDraft | None:
        """The only goal that another focus area has under this title: an appendix of measures
        repeats titles."""
        key = key_of(source)
        found = [goal for (_, title), goal in self.known_goals.items() if title == key]
        return found[0] if len(found) == 1 else None

    def _numbered(self, number: str) -> GoalDraft | None:
        """The goal that a cell with its number alone means."""
        found = (goal for area in self.areas for goal in area.goals if goal.number == number)
        return next(found, None)

    def goal_here(self) -> GoalDraft:
        """The goal that actions and measures at this place belong to: the one read last, or the
        one that the headings above name."""
        if self.goal is not None:
            return self.goal
        level = self.levels.goals
        named = [title for title in self.stack if level is None or title.level <= level]
        if not named:
            return self.new_goal(self.title, Span())
        title = named[-1]
        if len(named) > 1 or self.here is None:
            self.area_above(title.level, below=True)
        goal = self.new_goal(title.text, title.span)
        if not goal.is_empty:
            return goal
        if not goal.number and (numbered := area_number(goal.title)):
            goal.number, goal.title = numbered.number, numbered.text
        goal.points = [item.text for item in self.points]
        return goal


def add_actions(goal: GoalDraft, items: Sequence[Item]) -> list[ActionDraft]:
    """Add the actions of a list to a goal, but for those it has; returns the list's."""
    listed: list[ActionDraft] = []
    for item, nested in grouped(items):
        if listed and _say_of(goal, listed[-1], item):
            continue
        known = next((one for one in goal.actions[-RECENT:] if one.text == item.text), None)
        if known is None:
            colour = item.colour or next((one.colour for one in nested if one.colour), None)
            known = ActionDraft(item.text, item.span, colour)
            known.nested = [one.text for one in nested if not _say_of(goal, known, one)]
            goal.actions.append(known)
        listed.append(known)
    return listed


def _say_of(goal: GoalDraft, action: ActionDraft, item: Item) -> bool:
    """Whether a line says who does the action above it, when, or how it is measured."""
    role, content = inline_label(item.text) or ("", "")
    if role == "responsible":
        action.responsible.append(content)
    elif role == "schedule":
        action.schedule.append(content)
    elif role == "measures":
        goal.measures.append(MeasureDraft(content, item.span))
    return role in ("responsible", "schedule", "measures")


def add_measures(goal: GoalDraft, items: Sequence[Item]) -> list[MeasureDraft]:
    """Add the measures of a list to a goal."""
    new = [
        MeasureDraft(text, item.span, values_below(item.text, text))
        for text, item in measure_texts(items)
    ]
    goal.measures += new
    return new


def add_points(goal: GoalDraft, items: Sequence[Item]) -> None:
    """Add sub-points to a goal."""
    goal.points += [item.text for item in items]


def list_items(lines: Sequence[Line]) -> list[Item]:
    """The items of a section's lines: its list, or its paragraphs where it has no list."""
    items = items_of(lines)
    if any(item.listed for item in items):
        return [item for item in items if item.listed]
    return [item for item in items if not item.text.endswith(":")]
