"""The feed of a Dynasty meeting service. It tells of the last items alone: ask often."""

from __future__ import annotations

from suunta.sources.asked import Asked
from suunta.sources.dynasty.parse import parse
from suunta.sources.fetching import Client, Fetched, one, reader
from suunta.sources.http import Request, Web

PATH = "/cgi/DREQUEST.PHP"


def fetch(web: Web, asked: Asked) -> Fetched:
    """Items. Request: url of the service; page, such as rss/meetingitems; show, how many."""
    base = asked.text("url").rstrip("/")
    params = (("page", asked.text("page", "rss/meetingitems")), ("show", asked.text("show", "100")))
    return one(web, Request(base + PATH, params))


EXAMPLE = {"url": "https://kauniainen10fi.oncloudos.com", "show": "10"}
CLIENT = Client(fetch, reader(parse), EXAMPLE)
