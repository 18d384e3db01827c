"""Kolada v3 of RKA: key figures of Swedish municipalities, for peers. https://api.kolada.se/v3/docs"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, map_of, pages, reader
from suunta.sources.http import Answer, Request, Web
from suunta.sources.kolada.parse import parse

BASE = "https://api.kolada.se/v3"
# As many identifiers in one address as its readers ask for safely.
CHUNK = 25
PER_PAGE = 5000


def fetch(web: Web, asked: Asked) -> Fetched:
    """Values by key figure, municipality and year. Request: kpi, municipality, years."""
    base, kpis = asked.text("base", BASE), asked.listed("kpi")
    years = ",".join(asked.years())
    found: list[Page] = []
    for group in chunks(asked.listed("municipality")):
        for some in chunks(kpis):
            path = f"{base}/data/kpi/{','.join(some)}/municipality/{','.join(group)}/year/{years}"
            first = Request(path, (("per_page", str(PER_PAGE)),))
            found += [Page(answer) for answer in pages(web, first, following)]
    return Fetched(tuple(found), definition=definition(web, base, kpis))


def following(answer: Answer) -> str | None:
    """The address of the next page; version 2 called it next_page."""
    said = map_of(answer)
    address = said.get("next_url") or said.get("next_page")
    return str(address) if address else None


def definition(web: Web, base: str, kpis: list[str]) -> dict[str, str]:
    """The titles of the key figures."""
    found = {}
    for some in chunks(kpis):
        said = map_of(web.fetch(Request(f"{base}/kpi/{','.join(some)}")))
        rows = said.get("results", said.get("values")) or [said]
        for row in rows if isinstance(rows, list) else []:
            if isinstance(row, Mapping) and row.get("id"):
                found[f"{row['id']} title"] = str(row.get("title") or "")
    return found


def search(web: Web, words: str, asked: Asked) -> list[tuple[str, str]]:
    """Key figures by title."""
    params = (("title", words), ("per_page", "50"))
    said = map_of(web.fetch(Request(f"{asked.text('base', BASE)}/kpi", params)))
    rows = said.get("results", said.get("values"))
    return [
        (str(row.get("id")), str(row.get("title")))
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, Mapping)
    ]


def chunks(listed: list[str]) -> list[list[str]]:
    """A list in parts that fit into an address."""
    rest = iter(listed)
    return list(iter(lambda: list(islice(rest, CHUNK)), []))


EXAMPLE = {"kpi": "N00945", "municipality": "0162", "years": "{year-2}"}
CLIENT = Client(fetch, reader(parse), EXAMPLE, search)
