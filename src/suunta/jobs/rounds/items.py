"""What a link asks: its tasks with what is known of each and what was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from suunta.core.own_verdicts import BEHIND, BEHIND_STATES
from suunta.core.period import parse_period
from suunta.core.scorecard import ActionView, GoalView, PartView, Scorecard
from suunta.core.texts import Text
from suunta.jobs.rounds.asking import is_fetched
from suunta.jobs.rounds.links import OpenLink
from suunta.jobs.rounds.running import scorecard_of
from suunta.store.models import UpdateEntry
from suunta.store.queries.rounds import entries_of, fetched_indicators, posts_of, tasks_of

# Units of what adds up over a year; anything else is told as it stands on the day.
ADDS_UP = frozenset({"kpl", "krt", "kertaa", "h", "käyntiä", "kävijää"})


@dataclass(frozen=True)
class Item:
    """One task as it is asked."""

    task: int
    post: int
    kind: str  # goal | action | milestone | number | followed
    code: str
    name: Text
    state: str  # waiting | reported | late
    status: str | None  # computed; of a goal, its verdict
    behind: bool
    fetched: bool
    periods: tuple[str, ...] = ()  # that a figure may be told for, the likeliest first
    part: PartView | None = None
    action: ActionView | None = None
    goal: GoalView | None = None
    entry: UpdateEntry | None = None  # what holds
    seen: int = 0  # the number of the newest entry, an undoing too

    @property
    def asks_value(self) -> bool:
        """Whether a figure is asked for."""
        return self.kind in ("number", "followed") and not self.fetched

    @property
    def asks_state(self) -> bool:
        """Whether a state is asked for."""
        return self.kind in ("action", "milestone")

    @property
    def asks_verdict(self) -> bool:
        """Whether an own verdict is asked for: where there is something to reach."""
        return self.kind in ("number", "milestone", "goal")

    @property
    def asks_forecast(self) -> bool:
        """Whether the figure at the end of the year is asked for."""
        return self.kind == "number"

    @property
    def told(self) -> bool:
        """Whether something holds."""
        return self.entry is not None


@dataclass(frozen=True)
class Found:
    """Where a promise stands in the strategy."""

    kind: str
    code: str
    name: Text
    part: PartView | None = None
    action: ActionView | None = None
    goal: GoalView | None = None

    @property
    def status(self) -> str | None:
        """What was computed of it."""
        return self.part.status if self.part else self.goal.verdict if self.goal else None

    @property
    def state(self) -> str | None:
        """The state of an action or milestone."""
        return self.part.state if self.part else self.action.state if self.action else None


def items_of(link: OpenLink) -> tuple[Item, ...]:
    """The items of a link in the order of the document; a promise that is no longer in the
    strategy is not asked any more."""
    posts = list(link.row.posts)
    tasks = {row["promise_id"]: row for row in tasks_of(link.round.pk, posts)}
    entries = entries_of(link.round.pk, posts)
    card = scorecard_of(link.slug, link.today)
    fetched = fetched_indicators(link.round.municipality_id)
    found = promises_of(card)
    return tuple(
        item_of(tasks[promise], each, entries.get(tasks[promise]["pk"]), fetched, link.round.on)
        for promise, each in found.items()
        if promise in tasks
    )


def promises_of(card: Scorecard) -> dict[int, Found]:
    """Everything that can be asked about, by promise, in the order of the document."""
    found: dict[int, Found] = {}
    for goal in card.goals:
        found[goal.promise] = Found("goal", goal.number, goal.title, goal=goal)
        for measure in goal.measures:
            for part in measure.parts:
                name = part.name if len(measure.parts) > 1 else part.name or measure.text
                found[part.promise] = Found(kind_of(part), part.id, name, part=part)
        for action in goal.actions:
            found[action.promise] = Found("action", action.id, action.text, action=action)
    return found


def kind_of(part: PartView) -> str:
    """How a part is asked about."""
    if part.kind == "milestone":
        return "milestone"
    return "followed" if part.status == "no_target" else "number"


def item_of(
    row: Mapping[str, int | str],
    found: Found,
    entry: UpdateEntry | None,
    fetched: frozenset[str],
    on: date,
) -> Item:
    """One item."""
    part = found.part
    return Item(
        task=int(row["pk"]),
        post=int(row["post_id"]),
        kind=found.kind,
        code=found.code,
        name=found.name,
        state=str(row["state"]),
        status=found.status,
        behind=found.status in BEHIND or found.state in BEHIND_STATES,
        fetched=part is not None and is_fetched(part, fetched),
        periods=periods_of(part, on) if part else (),
        part=part,
        action=found.action,
        goal=found.goal,
        entry=None if entry is None or entry.withdrawn else entry,
        seen=entry.number if entry else 0,
    )


def periods_of(part: PartView, on: date) -> tuple[str, ...]:
    """The periods that a figure of a reporting date can be of, the likeliest first."""
    last_year, month = str(on.year - 1), f"{on:%Y-%m}"
    if (on.month, on.day) == (12, 31):
        return (str(on.year), on.isoformat(), last_year)
    so_far = f"{on.year}-01..{month}"
    known = [figure.period for figure in part.figures if figure.status == "ok"]
    lengths = [parse_period(period).months for period in known]
    yearly = bool(lengths) and min(lengths) >= 12
    if yearly and last_year not in known:
        first = last_year
    elif part.unit in ADDS_UP:
        first = so_far
    elif any(length == 1 for length in lengths):
        first = month
    else:
        first = on.isoformat()
    return tuple(dict.fromkeys((first, on.isoformat(), month, so_far, last_year)))


def post_names(link: OpenLink) -> list[Text]:
    """The posts that a link answers for."""
    posts = posts_of(link.round.municipality_id)
    return [posts[post].name for post in link.row.posts if post in posts]
