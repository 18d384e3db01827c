"""One file at one address: CSV, JSON, JSON-stat or PX. Columns are declared, or told by name."""

from __future__ import annotations

from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, one, reader
from suunta.sources.http import Request, Web
from suunta.sources.jsonstat.parse import parse as parse_jsonstat
from suunta.sources.mapped import columns_of, parse_csv, parse_json
from suunta.sources.observation import Parsed
from suunta.sources.px.parse import parse as parse_px
from suunta.sources.table.parse import parse as parse_table


def fetch(web: Web, asked: Asked) -> Fetched:
    """Request: url; headers, for a token; columns, what each holds."""
    headers = {name: str(value) for name, value in asked.named("headers").items()}
    return one(web, Request(asked.text("url"), headers=headers))


def read_csv(page: Page, asked: Asked) -> Parsed:
    """CSV by its declared columns, else by their names."""
    declared = asked.named("columns")
    data = page.answer.data
    return parse_csv(data, columns_of(declared)) if declared else parse_table(data)


def read_json(page: Page, asked: Asked) -> Parsed:
    """JSON by its declared columns."""
    return parse_json(page.answer.data, columns_of(asked.named("columns")))


CSV = Client(fetch, read_csv, {"url": "${SUUNTA_SOURCE_CSV_URL}"})
JSON = Client(fetch, read_json, {"url": "${SUUNTA_SOURCE_JSON_URL}"})
JSONSTAT = Client(fetch, reader(parse_jsonstat), {"url": "${SUUNTA_SOURCE_JSONSTAT_URL}"})
PX = Client(fetch, reader(parse_px), {"url": "${SUUNTA_SOURCE_PX_URL}"})
