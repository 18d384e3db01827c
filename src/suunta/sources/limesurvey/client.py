"""RemoteControl 2 of LimeSurvey, JSON-RPC: a session, one question, the end of the session."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from suunta.core.errors import InputError, OutsideError
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page, map_of, reader
from suunta.sources.http import Answer, Request, Web
from suunta.sources.limesurvey.parse import parse

PATH = "/index.php/admin/remotecontrol"


def fetch(web: Web, asked: Asked) -> Fetched:
    """Responses or the summary. Request: url, survey, user, password; what, responses or summary;
    language; completion, complete or all."""
    address = asked.text("url").rstrip("/") + PATH
    signed_in = call(web, address, "get_session_key", [asked.text("user"), asked.text("password")])
    key = map_of(signed_in).get("result")
    if not isinstance(key, str) or not key:
        what = "LimeSurvey does not let the user in."
        raise InputError.single(what, "user, password", "Correct them in the environment.")
    try:
        return Fetched((Page(call(web, address, *question(key, asked))),))
    finally:
        # What was asked for is there; a session that stays open ends by itself.
        with suppress(InputError, OutsideError):
            call(web, address, "release_session_key", [key])


def question(key: str, asked: Asked) -> tuple[str, list[Any]]:
    """The method and its parameters."""
    survey = asked.text("survey")
    if asked.text("what", "responses") == "summary":
        return "get_summary", [key, survey, "all"]
    completion = asked.text("completion", "complete")
    return "export_responses", [
        *(key, survey, "csv", asked.text("language", "fi"), completion, "code", "short"),
    ]


def call(web: Web, address: str, method: str, params: list[Any]) -> Answer:
    """One call."""
    asked = {"method": method, "params": params, "id": 1}
    headers = {"Content-Type": "application/json"}
    return web.fetch(Request(address, method="POST", json=asked, headers=headers))


EXAMPLE = {
    "url": "${SUUNTA_SOURCE_LIMESURVEY_URL}",
    "survey": "${SUUNTA_SOURCE_LIMESURVEY_SURVEY}",
    "user": "${SUUNTA_SOURCE_LIMESURVEY_USER}",
    "password": "${SUUNTA_SOURCE_LIMESURVEY_PASSWORD}",
    "what": "summary",
}
CLIENT = Client(fetch, reader(parse), EXAMPLE)
