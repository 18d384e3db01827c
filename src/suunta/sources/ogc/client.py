"""Features of OGC API Features, page after page, or a WFS: its hits, features or CSV."""

from __future__ import annotations

from collections.abc import Mapping

from suunta.sources.answers import json_of
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, pages, reader
from suunta.sources.http import Answer, Request, Web
from suunta.sources.ogc.parse import parse

RYHTI = "https://paikkatiedot.ymparisto.fi/geoserver/ryhti_plan/ogc/features/v1/collections"


def fetch(web: Web, asked: Asked) -> Fetched:
    """Features or hits. Request: url; params, as the service names them."""
    params = tuple((name, str(value)) for name, value in asked.named("params").items())
    first = Request(asked.text("url"), params)
    return Fetched(tuple(Page(answer) for answer in pages(web, first, following)))


def following(answer: Answer) -> str | None:
    """The link of GeoJSON to the next page; other answers have none."""
    if answer.data.lstrip()[:1] != b"{":
        return None
    said = json_of(answer.data)
    links = said.get("links") if isinstance(said, Mapping) else None
    for link in links if isinstance(links, list) else []:
        if isinstance(link, Mapping) and link.get("rel") == "next" and link.get("href"):
            return str(link["href"])
    return None


EXAMPLE = {
    "url": f"{RYHTI}/pub_valid_ld_plan_ix_gs/items",
    "params": {"f": "application/json", "limit": "10"},
}
CLIENT = Client(fetch, reader(parse), EXAMPLE)
