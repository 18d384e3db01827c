"""Versions of a municipality's strategies as a reader sees them: who decided them, and which one
is in force on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from suunta.core.texts import Text

Status = Literal["draft", "proposed", "adopted", "amended", "ended"]
PUBLIC: tuple[Status, ...] = ("adopted", "amended", "ended")


@dataclass(frozen=True)
class Decided:
    """A decision: who took it, when, under which section, and where it can be read."""

    body: Text = field(default_factory=Text)
    on: date | None = None
    section: str = ""
    url: str = ""

    def __bool__(self) -> bool:
        return bool(self.body or self.on or self.section or self.url)


@dataclass(frozen=True)
class Counts:
    """How much a version holds."""

    areas: int = 0
    goals: int = 0
    actions: int = 0
    measures: int = 0


@dataclass(frozen=True)
class VersionView:
    """One version. `known_on`: from when on pages show it; `term`: tells strategies apart;
    `in_force`: it is the one that the scorecard of the day shows."""

    id: int
    term: str
    number: int
    status: Status
    title: Text
    language: str
    action_year: int | None = None
    document: str = ""
    known_on: date | None = None
    recorded_on: date | None = None
    proposed: Decided = Decided()
    adopted: Decided = Decided()
    ended: Decided = Decided()
    counts: Counts = Counts()
    in_force: bool = False

    @property
    def public(self) -> bool:
        """Whether anybody may see it."""
        return self.status in PUBLIC

    @property
    def decision(self) -> Decided:
        """The decision that made it what it is."""
        return {"proposed": self.proposed, "ended": self.ended}.get(self.status, self.adopted)


def as_of(versions: Iterable[VersionView], day: date) -> tuple[VersionView, ...]:
    """The versions with the status that they had on a day, the newest first; one that became
    public later is left out. Drafts and proposals are as they are now."""
    known = [one for one in versions if not one.public or (one.known_on and one.known_on <= day)]
    public = sorted((one for one in known if one.public), key=_order)
    shown = [replace(one, status=_status(one, public, day)) for one in known]
    last = public[-1] if public else None
    marked = [
        replace(one, in_force=last is not None and one.id == last.id and one.status == "adopted")
        for one in shown
    ]
    return tuple(sorted(marked, key=_listed, reverse=True))


def _order(one: VersionView) -> tuple[date, int]:
    return one.known_on or date.min, one.number


def _listed(one: VersionView) -> tuple[str, int]:
    return one.term, one.number


def _status(one: VersionView, public: Sequence[VersionView], day: date) -> Status:
    """Adopted, until a newer adoption in the same term or a decision that it has ended."""
    if not one.public:
        return one.status
    if one.ended.on and one.ended.on <= day:
        return "ended"
    followed = any(other.term == one.term and _order(other) > _order(one) for other in public)
    return "amended" if followed else "adopted"
