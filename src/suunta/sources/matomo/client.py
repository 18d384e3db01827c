"""The reporting API of Matomo. The token goes into the body, so that no log of addresses has it."""

from __future__ import annotations

from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, one, reader
from suunta.sources.http import Request, Web
from suunta.sources.matomo.parse import parse


def fetch(web: Web, asked: Asked) -> Fetched:
    """A report. Request: url, site, method, period, date, token; params for the method's own."""
    form = {
        **{name: str(value) for name, value in asked.named("params").items()},
        "module": "API",
        "format": "JSON",
        "method": asked.text("method", "VisitsSummary.get"),
        "idSite": asked.text("site"),
        "period": asked.text("period", "month"),
        "date": asked.text("date"),
        "token_auth": asked.text("token"),
    }
    url = asked.text("url").rstrip("/") + "/index.php"
    return one(web, Request(url, method="POST", form=form))


EXAMPLE = {
    **{"url": "${SUUNTA_SOURCE_MATOMO_URL}", "token": "${SUUNTA_SOURCE_MATOMO_TOKEN}"},
    **{"site": "1", "date": "{month-1}-01"},
}
CLIENT = Client(fetch, reader(parse), EXAMPLE)
