"""The versions that an address names, among those that its reader may see."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest

from suunta.core.version import VersionView
from suunta.jobs import versions
from suunta.jobs.versions import Compared
from suunta.web.shared.page import Page


@dataclass(frozen=True)
class Door:
    """Which of the two doors shows versions, and so which addresses lead on."""

    name: str
    public: bool

    def all(self, page: Page) -> tuple[VersionView, ...]:
        """The versions that the door shows, newest first."""
        return versions.versions_of(page.municipality.slug, page.as_of, public=self.public)

    def one(self, page: Page, version: int) -> VersionView:
        """The version of an id. Raises: Http404."""
        return _named(self.all(page), version)

    def compared(self, page: Page, old: int, new: int) -> Compared:
        """How two versions differ. Raises: Http404."""
        known = self.all(page)
        ends = _named(known, old), _named(known, new)
        return versions.difference_of(page.municipality.slug, *ends)

    def chosen(self, request: HttpRequest, page: Page) -> str:
        """Where the form that names two versions leads: their difference, or back to the list."""
        ids = {str(one.id) for one in self.all(page)}
        ends = {name: request.GET.get(name, "") for name in ("old", "new")}
        if set(ends.values()) <= ids and ends["old"] != ends["new"]:
            old, new = int(ends["old"]), int(ends["new"])
            return page.url(f"{self.name}:version_difference", old=old, new=new)
        return page.url(f"{self.name}:versions")


PUBLIC, DESK = Door("public", public=True), Door("desk", public=False)


def _named(known: tuple[VersionView, ...], version: int) -> VersionView:
    for one in known:
        if one.id == version:
            return one
    raise Http404


def before(known: tuple[VersionView, ...], version: VersionView) -> VersionView | None:
    """The version that one is compared with at first: the last one adopted before it in its term,
    else any before it, else the newest that is public of another term."""
    mine = [one for one in known if one.term == version.term and one.number < version.number]
    public = [one for one in mine if one.public]
    others = [
        one for one in known if one.public and one.term != version.term and one.term < version.term
    ]
    return next(iter([*public, *mine, *others]), None)
