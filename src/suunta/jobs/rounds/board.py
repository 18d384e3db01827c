"""The desk's view of a round: who has told, who has not, which letters left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from suunta.core.texts import Text
from suunta.core.workdays import working_days_until
from suunta.jobs.rounds.asking import asking_of
from suunta.jobs.rounds.items import Found, promises_of
from suunta.jobs.rounds.running import scorecard_of, town_today
from suunta.store.actions.find import find_municipality
from suunta.store.models import UpdateEntry
from suunta.store.queries.rounds import (
    PostView,
    RoundView,
    approvals_of,
    entries_of,
    letters_of,
    posts_of,
    rounds_of,
    tasks_of,
)
from suunta.store.queries.row import Row


@dataclass(frozen=True)
class TaskRow:
    """A task on the board."""

    id: int
    state: str  # waiting | reported | late
    found: Found | None  # None: no longer in the strategy
    entry: UpdateEntry | None


@dataclass(frozen=True)
class PostRow:
    """A post with its tasks."""

    post: PostView
    tasks: tuple[TaskRow, ...]
    letter: Row | None  # the newest letter about it

    @property
    def counts(self) -> Counter[str]:
        """Tasks by state."""
        return Counter(task.state for task in self.tasks)

    @property
    def told(self) -> int:
        """How many were told, late ones too."""
        return len(self.tasks) - self.counts["waiting"]


@dataclass(frozen=True)
class SectorRow:
    """A sector with its posts; code "" stands for posts without one."""

    code: str
    name: Text
    posts: tuple[PostRow, ...]
    approved_by: str = ""
    approved_at: datetime | None = None

    @property
    def told(self) -> int:
        """How many tasks were told."""
        return sum(post.told for post in self.posts)

    @property
    def tasks(self) -> int:
        """How many tasks there are."""
        return sum(len(post.tasks) for post in self.posts)


@dataclass(frozen=True)
class Board:
    """A round as the desk shows it."""

    round: RoundView
    sectors: tuple[SectorRow, ...]
    unowned: tuple[str, ...]
    letters: dict[str, int] = field(default_factory=dict)  # by state
    letter_errors: tuple[str, ...] = ()
    days_left: int = 0  # working days; negative where the day is past

    @property
    def counts(self) -> Counter[str]:
        """Tasks by state."""
        found: Counter[str] = Counter()
        for sector in self.sectors:
            for post in sector.posts:
                found += post.counts
        return found

    @property
    def tasks(self) -> int:
        """How many tasks there are."""
        return sum(sector.tasks for sector in self.sectors)

    @property
    def told(self) -> int:
        """How many tasks were told."""
        return sum(sector.told for sector in self.sectors)


def rounds(slug: str) -> tuple[RoundView, ...]:
    """The rounds of a municipality, the newest first. Raises: InputError."""
    return rounds_of(find_municipality(slug).pk)


def round_on(slug: str, on: date) -> RoundView | None:
    """The round of a reporting date."""
    return next((each for each in rounds(slug) if each.on == on), None)


def board_of(slug: str, found: RoundView, today: date | None = None) -> Board:
    """Everything about a round. Raises: InputError."""
    town = find_municipality(slug)
    day = today or town_today()
    card = scorecard_of(slug, day)
    posts = posts_of(town.pk)
    rows, letters = tasks_of(found.id), letters_of(found.id)
    table = Table(promises_of(card), entries_of(found.id), posts, letters)
    approvals = approvals_of(found.id)
    sectors = []
    for code, name in [*((each.code, each.name) for each in card.sectors), ("", Text())]:
        mine = table.posts_in(code, rows)
        if mine:
            who, at = approvals.get(code, ("", None))
            sectors.append(SectorRow(code, name, mine, who, at))
    states = dict(Counter(letter["state"] for letter in letters))
    errors = dict.fromkeys(letter["error"] for letter in letters if letter["error"])
    return Board(
        round=found,
        sectors=tuple(sectors),
        unowned=asking_of(town.pk, card).unowned,
        letters=states,
        letter_errors=tuple(errors),
        days_left=working_days_until(day, found.closes),
    )


class Table:
    """Puts tasks under their posts."""

    def __init__(
        self,
        promises: dict[int, Found],
        entries: dict[int, UpdateEntry],
        posts: dict[int, PostView],
        letters: Sequence[Row],
    ) -> None:
        self.promises, self.entries, self.posts = promises, entries, posts
        self.letters: dict[int, Row] = {}
        for letter in reversed(letters):
            self.letters[letter["person_id"]] = letter

    def posts_in(self, sector: str, rows: Sequence[Row]) -> tuple[PostRow, ...]:
        """The posts of a sector that were asked."""
        found = []
        for post in self.posts.values():
            tasks = tuple(self.task(row) for row in rows if row["post_id"] == post.id)
            if tasks and (post.sector or "") == sector:
                person = post.holder or post.deputy
                found.append(PostRow(post, tasks, self.letters.get(person or 0)))
        return tuple(found)

    def task(self, row: Row) -> TaskRow:
        """One task."""
        entry = self.entries.get(row["pk"])
        return TaskRow(
            id=row["pk"],
            state=row["state"],
            found=self.promises.get(row["promise_id"]),
            entry=None if entry is None or entry.withdrawn else entry,
        )
