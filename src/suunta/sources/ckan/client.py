"""A CKAN catalogue: its datasets, rows of its data store, or a file that a dataset names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from suunta.core.errors import InputError
from suunta.sources.asked import Asked
from suunta.sources.ckan.parse import parse
from suunta.sources.fetching import Client, Fetched, Page, map_of, one
from suunta.sources.http import Request, Web
from suunta.sources.observation import Parsed
from suunta.sources.table.parse import parse as parse_table

BASE = "https://www.avoindata.fi/data/api/3/action"


def fetch(web: Web, asked: Asked) -> Fetched:
    """An action with its params, or a file. Request: action, params; or dataset and resource, the
    name or form of the file (its address may change, the dataset's name does not)."""
    base = asked.text("base", BASE)
    if not asked.values.get("dataset"):
        params = tuple((name, str(value)) for name, value in asked.named("params").items())
        return one(web, Request(f"{base}/{asked.text('action', 'package_search')}", params))
    params = (("id", asked.text("dataset")),)
    address = resource(map_of(web.fetch(Request(f"{base}/package_show", params))), asked)
    return Fetched((Page(web.fetch(Request(address)), {"form": "table"}),))


def resource(said: Mapping[str, Any], asked: Asked) -> str:
    """The address of a file. Raises InputError where none or several are meant."""
    result = said.get("result")
    listed = result.get("resources") if isinstance(result, Mapping) else None
    wanted = asked.text("resource").casefold()
    found = [
        str(each["url"])
        for each in (listed if isinstance(listed, list) else [])
        if isinstance(each, Mapping) and each.get("url")
        if wanted in (str(each.get("name")).casefold(), str(each.get("format")).casefold())
    ]
    if len(found) != 1:
        what = f"{len(found)} files of the dataset are named {wanted!r} or have that form."
        raise InputError.single(what, "resource", "Write the name of one file.")
    return found[0]


def read(page: Page, asked: Asked) -> Parsed:
    """Datasets, rows, or the table of a file."""
    return (parse_table if page.about.get("form") == "table" else parse)(page.answer.data)


CLIENT = Client(fetch, read, {"params": {"q": "kauniainen", "rows": "3"}})
