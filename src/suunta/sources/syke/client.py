"""Emissions of a municipality by SYKE: one file for each, its number without leading zeros."""

from __future__ import annotations

from dataclasses import replace

from suunta.core.errors import InputError
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page
from suunta.sources.http import Request, Web
from suunta.sources.observation import Parsed
from suunta.sources.syke.parse import parse

BASE = "https://paastot.hiilineutraalisuomi.fi/Tulokset_taso_5"


def fetch(web: Web, asked: Asked) -> Fetched:
    """The files of one or several municipalities. Request: municipality, in three digits."""
    base = asked.text("base", BASE)
    found = []
    for code in asked.listed("municipality"):
        if not code.isdigit():
            what = f"is no number of a municipality: {code}."
            raise InputError.single(what, "municipality", "Write its three digits in quotes.")
        answer = web.fetch(Request(f"{base}/kunta_{int(code)}.csv"))
        found.append(Page(answer, {"area": code.zfill(3)}))
    return Fetched(tuple(found))


def read(page: Page, asked: Asked) -> Parsed:
    """Observations; the file does not say itself whose they are."""
    found = parse(page.answer.data)
    area = page.about["area"]
    return replace(
        found, observations=tuple(replace(e, area=e.area or area) for e in found.observations)
    )


CLIENT = Client(fetch, read, {"municipality": "235"})
