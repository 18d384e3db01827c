"""Sports sites: each is one observation of its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from suunta.sources.answers import json_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.values import as_period

# Version 1 wrote names in camel case.
SITE_KEYS = ("lipas-id", "sportsPlaceId")


def parse(data: bytes) -> Parsed:
    """One observation a site; value 1, its name in `text`."""
    answer = json_of(data)
    sites = answer.get("items") if isinstance(answer, Mapping) and "items" in answer else answer
    if isinstance(sites, Mapping) and any(key in sites for key in SITE_KEYS):
        sites = [sites]
    if not isinstance(sites, list):
        raise unexpected("LIPAS answered no list of sports sites.")
    observations, problems = [], []
    for number, site in enumerate(sites, start=1):
        try:
            observations.append(observation(site))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(Problem(f"site {number}", f"cannot be read: {error}"))
    return Parsed(tuple(observations), tuple(problems))


def observation(site: Any) -> Observation:
    """One site. Raises ValueError, KeyError, TypeError or AttributeError."""
    kind, place = site["type"], site.get("location") or {}
    city = (place.get("city") or {}).get("city-code", (place.get("city") or {}).get("cityCode"))
    status = site.get("status")
    return Observation(
        area=None if city is None else f"{int(city):03}",
        indicator=str(
            kind.get("type-code", kind.get("typeCode")) if isinstance(kind, Mapping) else kind
        ),
        period=day_of(site.get("event-date") or site.get("lastModified")),
        value=1,
        unit="kpl",
        breakdown={"status": str(status)} if status else {},
        text=named(site.get("name")),
    )


def day_of(moment: Any) -> str | None:
    """The day of 2023-05-04T10:00:00.000Z."""
    return as_period(str(moment)[:10]) if moment else None


def named(name: Any) -> str | None:
    """A name, which is a text or a text in each language."""
    if isinstance(name, Mapping):
        name = name.get("fi") or next(iter(name.values()), None)
    return str(name) if name else None
