"""Versions of a municipality's strategies: the list, what each says, how two differ, and the
decisions that make a draft a proposal, adopted and ended. This is all that the web calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from suunta.core.difference import Difference, compare
from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.core.version import VersionView, as_of
from suunta.jobs import continuing
from suunta.jobs.before import judged_of
from suunta.store.actions import adoption
from suunta.store.actions.adoption import Decision
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.models import Municipality, StrategyVersion
from suunta.store.queries.continuations import Links, links_between
from suunta.store.queries.version_list import versions_of_town
from suunta.store.queries.versions import read_version

__all__ = [
    "Compared",
    "Decision",
    "adopt",
    "carry_sure",
    "difference_of",
    "end",
    "judge",
    "propose",
    "strategy_of",
    "versions_of",
]


@dataclass(frozen=True)
class Compared:
    """Two versions and how they differ. `links`: what continues what on record; a pair that is not
    there was found by its words alone, and its history is not carried over."""

    old: VersionView
    new: VersionView
    before: Strategy
    after: Strategy
    difference: Difference
    links: Links

    @property
    def ends(self) -> tuple[VersionView, VersionView]:
        """The older and the newer one."""
        return self.old, self.new

    @property
    def open(self) -> bool:
        """Whether what continues what can still be said of the newer version."""
        return self.new.status in ("draft", "proposed")


def versions_of(slug: str, day: date, *, public: bool) -> tuple[VersionView, ...]:
    """The versions with their states on a day, newest first; public: those that anybody may see."""
    found = as_of(versions_of_town(slug), day)
    return tuple(one for one in found if one.public or not public)


def strategy_of(version: VersionView) -> Strategy:
    """What a version says, in its own words."""
    return read_version(version.id).content


def difference_of(slug: str, old: VersionView, new: VersionView) -> Compared:
    """How two versions of a municipality differ, of one term or of two."""
    town = find_municipality(slug)
    before, after = read_version(old.id).content, read_version(new.id).content
    links = links_between(old.id, new.id)
    difference = compare(before, after, judged=judged_of(town.pk), links=links)
    return Compared(old, new, before, after, difference, links)


def propose(*, slug: str, version: int, decision: Decision, by: Actor) -> None:
    """Put a draft before those who adopt. Raises: InputError."""
    town = find_municipality(slug)
    row = version_of(town, version)
    adoption.propose(by=by, municipality=town, version=row, decision=decision)


def adopt(*, slug: str, version: int, decision: Decision, by: Actor) -> None:
    """Adopt a draft or a proposal. Raises: InputError."""
    town = find_municipality(slug)
    row = version_of(town, version)
    adoption.adopt(by=by, municipality=town, version=row, decision=decision)


def end(*, slug: str, version: int, decision: Decision, by: Actor) -> None:
    """Declare the adopted version ended. Raises: InputError."""
    town = find_municipality(slug)
    row = version_of(town, version)
    adoption.end(by=by, municipality=town, version=row, decision=decision)


def judge(
    *, slug: str, old: int, new: int, kind: str, old_id: str, new_id: str, same: bool, by: Actor
) -> None:
    """Keep a person's word on whether two items are the same promise. Raises: InputError."""
    town = find_municipality(slug)
    continuing.judge(
        by=by,
        town=town,
        old=version_of(town, old),
        new=version_of(town, new),
        kind=kind,
        old_id=old_id,
        new_id=new_id,
        same=same,
    )


def carry_sure(*, slug: str, old: int, new: int, by: Actor) -> int:
    """Carry over the history of all that is beyond doubt the same. Raises: InputError."""
    town = find_municipality(slug)
    return continuing.carry_sure(
        by=by, town=town, old=version_of(town, old), new=version_of(town, new)
    )


def version_of(town: Municipality, version: int) -> StrategyVersion:
    """A version of the municipality. Raises: InputError."""
    row = StrategyVersion.objects.filter(pk=version, strategy__municipality=town).first()
    if row is None:
        raise InputError.single(f"{town.slug} has no version {version}.", "version")
    return row
