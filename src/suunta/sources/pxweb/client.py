"""PxWeb, versions 1 and 2: metadata first, because codes of variables change every year.

The area's code is `alue_23_20260101` in one year and `alue_23_20270101` in the next: a request
names the beginning, `alue`. https://pxdata.stat.fi, https://www.scb.se/en/services/open-data-api/
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from typing import Any

from suunta.core.errors import InputError
from suunta.sources.answers import json_of
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, map_of, reader
from suunta.sources.http import Request, Web
from suunta.sources.pxweb.parse import parse
from suunta.sources.pxweb.variables import Variable, chosen, variables_v1, variables_v2

STATFIN = "https://pxdata.stat.fi/PxWeb/api/v1/fi/StatFin"
SCB = "https://api.scb.se/OV0104/v2beta/api/v2"
# Statistics Finland's own limit of one question; SCB's is lower and it says so itself.
MOST_CELLS = 120_000
Selection = list[tuple[Variable, list[str]]]


def fetch(web: Web, asked: Asked) -> Fetched:
    """Cells of a table. Request: url of a table (version 1), or base and table (version 2);
    select, beginnings of the codes of variables -> values, "*" for all, {top: N} for the last."""
    if asked.values.get("table"):
        return fetch_v2(web, asked)
    address = asked.text("url")
    about = map_of(web.fetch(Request(address)))
    selection = chosen(variables_v1(about), asked.named("select"))
    refuse_large(selection, address)
    query = [
        {"code": variable.code, "selection": {"filter": "item", "values": values}}
        for variable, values in selection
    ]
    body = {"query": query, "response": {"format": "json-stat2"}}
    answer = web.fetch(Request(address, method="POST", json=body))
    return Fetched((Page(answer),), definition=definition(selection))


def fetch_v2(web: Web, asked: Asked) -> Fetched:
    """The same by version 2, which Statistics Sweden runs."""
    address = f"{asked.text('base', SCB)}/tables/{asked.text('table')}"
    language = ("lang", asked.text("lang", "sv"))
    about = map_of(web.fetch(Request(f"{address}/metadata", (language,))))
    selection = chosen(variables_v2(about), asked.named("select"))
    refuse_large(selection, address)
    params = [language, ("outputFormat", "json-stat2")]
    params += [(f"valueCodes[{variable.code}]", ",".join(v)) for variable, v in selection]
    answer = web.fetch(Request(f"{address}/data", params))
    return Fetched((Page(answer),), definition=definition(selection))


def refuse_large(selection: Selection, address: str) -> None:
    """Raises InputError for more cells than a source gives at once."""
    cells = prod(len(values) for _, values in selection)
    if cells > MOST_CELLS:
        what = f"The request asks for {cells} cells; a source gives {MOST_CELLS} at most."
        raise InputError.single(what, address, "Select fewer values.")


def definition(selection: Selection) -> dict[str, str]:
    """What the table calls the chosen contents. Names of years and areas may change freely."""
    found: dict[str, str] = {}
    for variable, values in selection:
        if variable.role == "indicator":
            found |= {value: variable.labels.get(value, "") for value in values}
    return found


def search(web: Web, words: str, asked: Asked) -> list[tuple[str, str]]:
    """Tables by words of their titles."""
    base = asked.text("base", STATFIN)
    said: Any = json_of(web.fetch(Request(base, (("query", words),))).data)
    return [
        (f"{str(row.get('path', '')).strip('/')}/{row['id']}".lstrip("/"), str(row.get("title")))
        for row in (said if isinstance(said, list) else [])
        if isinstance(row, Mapping) and "id" in row
    ]


EXAMPLE = {
    "url": f"{STATFIN}/vaerak/11ra.px",
    "select": {"alue": ["235"], "timeperiod": {"top": 1}},
}
CLIENT = Client(fetch, reader(parse), EXAMPLE, search)
