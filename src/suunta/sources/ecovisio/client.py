"""Counters of Eco-Visio, API v2. The key is sent in a header, never in the address.

The path of raw traffic was read in public code and not checked against the live service: `path`
changes it.
"""

from __future__ import annotations

from suunta.sources.asked import Asked
from suunta.sources.ecovisio.parse import parse
from suunta.sources.fetching import Client, Fetched, Page, reader
from suunta.sources.http import Request, Web

BASE = "https://api.eco-counter.com/api/v2"
PATH = "/history/traffic/raw"


def fetch(web: Web, asked: Asked) -> Fetched:
    """Traffic of sites. Request: site, from, to (days), modes, key."""
    address = asked.text("base", BASE) + asked.text("path", PATH)
    headers = {"X-API-KEY": asked.text("key")}
    found = []
    for site in asked.listed("site"):
        params = [
            ("siteId", site),
            ("startDate", asked.text("from")),
            ("endDate", asked.text("to")),
            ("gapFilling", "false"),
            *(("travelModes", mode) for mode in asked.listed("modes", ("bike",))),
        ]
        found.append(Page(web.fetch(Request(address, params, headers))))
    return Fetched(tuple(found))


EXAMPLE = {
    **{"site": "${SUUNTA_SOURCE_ECOVISIO_SITE}", "key": "${SUUNTA_SOURCE_ECOVISIO_KEY}"},
    **{"from": "{today-8}", "to": "{today-1}"},
}
CLIENT = Client(fetch, reader(parse), EXAMPLE)
