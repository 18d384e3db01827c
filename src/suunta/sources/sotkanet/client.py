"""Sotkanet REST 1.1 of THL: figures by indicator, years and genders; regions; titles.

https://sotkanet.fi/sotkanet/fi/ohje/74. No filter by region works at the source: all come. It
answers 403 to whoever names no user agent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from suunta.core.errors import InputError
from suunta.sources.answers import json_of, unexpected
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, map_of, reader
from suunta.sources.http import Request, Web
from suunta.sources.sotkanet.parse import parse

BASE = "https://sotkanet.fi/rest/1.1"
# Categories whose codes others know; the rest keeps Sotkanet's own numbers, because `01` is the
# code of a region and of others.
MUNICIPALITY, COUNTRY = "KUNTA", "MAA"
LANGUAGES = ("fi", "sv", "en")


def fetch(web: Web, asked: Asked) -> Fetched:
    """Rows of one or several indicators. Request: indicator, or title; years; genders."""
    base = asked.text("base", BASE)
    answers: list[Page] = []
    definition: dict[str, str] = {}
    genders = asked.listed("genders", ("total",))
    for indicator in indicators(web, base, asked):
        params = [("indicator", indicator), *(("years", year) for year in asked.years())]
        params += [("genders", gender) for gender in genders]
        answers.append(Page(web.fetch(Request(f"{base}/json", params))))
        about = map_of(web.fetch(Request(f"{base}/indicators/{indicator}")))
        definition |= {f"{indicator} {name}": said for name, said in told(about).items()}
    return Fetched(tuple(answers), areas(web, base), definition)


def indicators(web: Web, base: str, asked: Asked) -> list[str]:
    """Numbers of indicators; a title that only one has will do."""
    title = asked.text("title", "")
    if not title:
        return asked.listed("indicator")
    found = search(web, title, asked)
    if len(found) != 1:
        listed = "; ".join(f"{number} {name}" for number, name in found[:10]) or "none"
        what = f"{len(found)} indicators have the title {title!r}: {listed}."
        raise InputError.single(what, "title", "Write the number of the right one as `indicator`.")
    return [found[0][0]]


def told(about: Mapping[str, Any]) -> dict[str, str]:
    """What the source says of an indicator: title, unit, whose figures they are."""
    kind = about.get("primaryValueType")
    organization = about.get("organization")
    return {
        "title": in_finnish(about),
        "unit": in_finnish(kind) or str(kind.get("code", "")) if isinstance(kind, Mapping) else "",
        "organization": in_finnish(organization) if isinstance(organization, Mapping) else "",
    }


def in_finnish(said: Any) -> str:
    """The Finnish title, or the first one there is."""
    titles = said.get("title") if isinstance(said, Mapping) else None
    if not isinstance(titles, Mapping):
        return str(titles or "")
    return str(titles.get("fi") or next(iter(titles.values()), ""))


def areas(web: Web, base: str) -> dict[str, str]:
    """Sotkanet's numbers of municipalities and of the country -> their codes."""
    found = json_of(web.fetch(Request(f"{base}/regions")).data)
    if not isinstance(found, list):
        raise unexpected("Sotkanet answered no list of regions.", f"{base}/regions")
    known = {}
    for region in found:
        if isinstance(region, Mapping) and region.get("code"):
            if region.get("category") == MUNICIPALITY:
                known[str(region.get("id"))] = str(region["code"]).zfill(3)
            elif region.get("category") == COUNTRY:
                known[str(region.get("id"))] = COUNTRY
    return known


def search(web: Web, words: str, asked: Asked) -> list[tuple[str, str]]:
    """Indicators whose title in some language holds all the words; the exact title first."""
    listed = json_of(web.fetch(Request(f"{asked.text('base', BASE)}/indicators")).data)
    if not isinstance(listed, list):
        raise unexpected("Sotkanet answered no list of indicators.")
    wanted = words.casefold().split()
    exact, others = [], []
    for each in listed:
        titles = list(titles_of(each))
        if any(title.casefold() == words.casefold() for title in titles):
            exact.append((str(each["id"]), titles[0]))
        elif any(all(word in title.casefold() for word in wanted) for title in titles):
            others.append((str(each["id"]), titles[0]))
    return exact or others


def titles_of(each: Any) -> Iterator[str]:
    """The titles of an indicator."""
    titles = each.get("title") if isinstance(each, Mapping) and "id" in each else None
    if isinstance(titles, Mapping):
        yield from (str(titles[name]) for name in LANGUAGES if titles.get(name))


CLIENT = Client(fetch, reader(parse), {"indicator": 127, "years": "{year-2}"}, search)
