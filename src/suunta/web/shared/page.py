"""The page that is being shown: whose, in which language, as of when; and its links."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse

from suunta.core.scorecard import MunicipalityView, Scorecard
from suunta.core.texts import LANGUAGES
from suunta.web.shared import sources
from suunta.web.shared.dates import asked_date, today


@dataclass(frozen=True)
class LanguageLink:
    """A link to the same page in another language."""

    code: str
    name: str
    url: str
    current: bool


NAMES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}


@dataclass(frozen=True)
class Page:
    """What every template knows. `asked` is the date of the address, None where it names none."""

    municipality: MunicipalityView
    language: str
    as_of: date
    opening: date
    asked: date | None
    view_name: str
    parameters: dict[str, Any]
    query: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The municipality in the page's language."""
        return self.municipality.name.shown(self.language).text

    @property
    def names(self) -> list[str]:
        """The municipality in its official languages, each name once."""
        shown = [
            self.municipality.name.shown(language).text
            for language in self.municipality.official_languages
        ]
        return list(dict.fromkeys(shown))

    def url(self, view_name: str, *, query: dict[str, str] | None = None, **parameters: Any) -> str:
        """The address of a page of this municipality; language and date are kept."""
        fixed = {"slug": self.municipality.slug, "lang": self.language}
        address = reverse(view_name, kwargs=fixed | parameters)
        return address + self._tail(query or {})

    def _tail(self, query: dict[str, str]) -> str:
        asked = {"as_of": self.asked.isoformat()} if self.asked else {}
        pairs = {key: value for key, value in (query | asked).items() if value}
        return f"?{urlencode(pairs)}" if pairs else ""

    @property
    def here(self) -> str:
        """The address of this page without its query."""
        return reverse(self.view_name, kwargs=self.parameters)

    @property
    def here_at_opening(self) -> str:
        """This page as of its opening date."""
        return self.here + (f"?{urlencode(self.query)}" if self.query else "")

    @property
    def languages(self) -> list[LanguageLink]:
        """This page in every language, date and questions kept."""
        links = []
        for code in LANGUAGES:
            parameters = self.parameters | ({"lang": code} if "lang" in self.parameters else {})
            address = reverse(self.view_name, kwargs=parameters)
            url = address + self._tail(dict(self.query))
            links.append(LanguageLink(code, NAMES[code], url, code == self.language))
        return links


# Questions of an address that links to the same page keep; `as_of` is kept apart.
KEPT = ("q", "sector", "area", "status", "all", "show", "item")


def page_of(request: HttpRequest, slug: str, lang: str) -> Page:
    """The page of an address. Raises Http404 for an unknown municipality, BadDateError."""
    municipality = sources.municipality(slug)
    if municipality is None:
        raise Http404
    match = request.resolver_match
    if match is None:
        raise Http404
    asked = asked_date(request)
    opening = municipality.opening_date or today()
    query = tuple((key, request.GET[key][:100]) for key in KEPT if request.GET.get(key))
    return Page(
        municipality,
        lang,
        asked or opening,
        opening,
        asked,
        match.view_name,
        dict(match.kwargs),
        query,
    )


def translated(scorecard: Scorecard, language: str) -> str | None:
    """The original language, where the strategy's words here are an unofficial translation."""
    texts = [goal.title for goal in scorecard.goals] + [area.name for area in scorecard.areas]
    if not any(text.shown(language).state == "draft" for text in texts):
        return None
    return scorecard.strategy.language
