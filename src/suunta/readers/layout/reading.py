"""Events -> focus areas and goals: where the reading stands, and how areas and goals begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from suunta.core.strategy import Span
from suunta.readers.blocks import Line
from suunta.readers.layout.anchors import Levels, pushed
from suunta.readers.layout.drafts import ActionDraft, AreaDraft, GoalDraft, MeasureDraft
from suunta.readers.layout.events import Title
from suunta.readers.layout.items import Item, grouped, items_of, measure_texts
from suunta.readers.layout.numbers import Style, area_parts, same, without_continued
from suunta.readers.table.numbering import area_number
from suunta.readers.table.words import Words


@dataclass
class Reading:
    """Where the reading of a document stands.

    stack: the headings above this place; home: the heading that the current goal stands under;
    points: list items below that heading, before anything is labelled.
    """

    words: Words
    style: Style
    levels: Levels
    title: str
    areas: list[AreaDraft] = field(default_factory=list)
    stack: list[Title] = field(default_factory=list)
    home: Title | None = None
    goal: GoalDraft | None = None
    points: list[Item] = field(default_factory=list)

    def heading(self, title: Title) -> None:
        """A heading begins."""
        self.stack = pushed(self.stack, title)
        self.points = []
        self.goal = None
        self.home = None

    def area(self, text: str, span: Span) -> None:
        """The focus area of what follows; the same again changes nothing."""
        if self.areas and same(self.areas[-1].source, text):
            return
        number, name, slogan = area_parts(without_continued(text))
        self.areas.append(AreaDraft(number, name, slogan, text, span))
        self.goal = None

    def area_above(self, level: int | None, below: bool = False) -> None:
        """The focus area that the headings name: the one at a level, or the nearest above it."""
        found = [
            title
            for title in self.stack
            if level is None or (title.level < level if below else title.level <= level)
        ]
        if found:
            self.area(found[-1].text, found[-1].span)
        elif not self.areas:
            self.area(self.title, Span())

    def new_goal(self, text: str, span: Span) -> GoalDraft:
        """A goal begins; its number is taken off its title."""
        if not self.areas:
            self.area_above(None)
        source = without_continued(text)
        numbered = self.style.number(source)
        number = numbered.number if numbered else ""
        self.goal = GoalDraft(number, numbered.text if numbered else source, text, span)
        self.areas[-1].goals.append(self.goal)
        self.home = self.stack[-1] if self.stack else None
        return self.goal

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
        if len(named) > 1 or not self.areas:
            self.area_above(title.level, below=True)
        last = self.areas[-1].goals[-1:] if self.areas else []
        if last and same(last[0].source, title.text):
            self.goal = last[0]
            return last[0]
        goal = self.new_goal(title.text, title.span)
        if not goal.number and (numbered := area_number(goal.title)):
            goal.number, goal.title = numbered.number, numbered.text
        goal.points = [item.text for item in self.points]
        return goal


def add_actions(goal: GoalDraft, items: Sequence[Item]) -> list[ActionDraft]:
    """Add the actions of a list to a goal, but for those it has; returns the list's."""
    listed = []
    for item, nested in grouped(items):
        known = next((one for one in goal.actions if one.text == item.text), None)
        if known is None:
            colour = item.colour or next((one.colour for one in nested if one.colour), None)
            known = ActionDraft(item.text, item.span, colour, [one.text for one in nested])
            goal.actions.append(known)
        listed.append(known)
    return listed


def add_measures(goal: GoalDraft, items: Sequence[Item]) -> list[MeasureDraft]:
    """Add the measures of a list to a goal."""
    new = [MeasureDraft(text, item.span) for text, item in measure_texts(items)]
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
