"""Sports sites of LIPAS, API v2, page after page. https://api.lipas.fi/v2"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from suunta.sources.answers import json_of
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, pages, reader
from suunta.sources.http import Answer, Request, Web
from suunta.sources.lipas.parse import parse

BASE = "https://api.lipas.fi/v2"
PER_PAGE = 100


def fetch(web: Web, asked: Asked) -> Fetched:
    """Sites. Request: municipality; statuses; types."""
    address = f"{asked.text('base', BASE)}/sports-sites"
    codes = [str(int(code)) for code in asked.listed("municipality") if code.isdigit()]
    statuses = asked.listed("statuses", ("active", "out-of-service-temporarily"))
    params = [
        ("city-codes", ",".join(codes)),
        ("statuses", ",".join(statuses)),
        *(("type-codes", code) for code in asked.listed("types", ())),
        ("page-size", str(PER_PAGE)),
    ]

    def page(number: int) -> str:
        return Request(address, [*params, ("page", str(number))]).address

    turn = count(1)

    def following(answer: Answer) -> str | None:
        number = next(turn)
        return page(number + 1) if goes_on(json_of(answer.data), number) else None

    return Fetched(tuple(Page(answer) for answer in pages(web, Request(page(1)), following)))


def goes_on(said: Any, number: int) -> bool:
    """Whether another page follows: by the source's own count, else because this one is full."""
    if not isinstance(said, Mapping):
        return False
    paging = said.get("pagination")
    last = paging.get("total-pages") if isinstance(paging, Mapping) else None
    if isinstance(last, int):
        return number < last
    items = said.get("items")
    return isinstance(items, list) and len(items) >= PER_PAGE


CLIENT = Client(fetch, reader(parse), {"municipality": "235"})
