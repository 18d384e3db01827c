"""Asking a source: the network as the settings allow it, and what came of it, kept by its hash."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.conf import settings

from suunta.sources.asked import PREFIX, Asked, filled, names_in, without_secrets
from suunta.sources.fetching import Fetched
from suunta.sources.http import Rules, Web
from suunta.sources.pace import Pace
from suunta.store.actions.answers import keep_answer, kept_answer

# One for the process: two feeds of one source share its patience.
PACE = Pace()


def missing_names(request: Mapping[str, Any]) -> list[str]:
    """Names of the environment that a request needs and that have no value here."""
    needed = sorted(names_in(request))
    return [each for each in needed if not (each.startswith(PREFIX) and os.environ.get(each))]


def asked_of(request: Mapping[str, Any], today: date) -> Asked:
    """A declared request, filled in. Raises InputError."""
    return Asked(filled(request, os.environ, today))


def shown(text: str, request: Mapping[str, Any]) -> str:
    """A text in which no secret stands."""
    return without_secrets(text, request, os.environ)


def web_of(validators: Mapping[str, Any]) -> Web:
    """The network for one feed. validators: as `Came.validators` has them."""
    pages: Mapping[str, Mapping[str, Any]] = validators.get("pages", {})
    return Web(
        Rules(networks=tuple(settings.SUUNTA_SOURCES_ALLOW_PRIVATE)),
        Remembered(pages),
        lambda address: kept_answer(pages[key_of(address)]["hash"]),
        PACE,
    )


class Remembered(dict[str, dict[str, str]]):
    """address -> headers, remembered by a hash of the address, which may hold a secret."""

    def __init__(self, pages: Mapping[str, Mapping[str, Any]]) -> None:
        super().__init__({key: dict(page["headers"]) for key, page in pages.items()})

    def __contains__(self, address: object) -> bool:
        return super().__contains__(key_of(str(address)))

    def __getitem__(self, address: str) -> dict[str, str]:
        return super().__getitem__(key_of(address))


def key_of(address: str) -> str:
    """What an address is remembered by."""
    return hashlib.sha256(address.encode()).hexdigest()


@dataclass(frozen=True)
class Came:
    """What a source answered, kept: the columns of a fetch, and what to send along next time."""

    address: str
    status: int
    size: int
    hash: str
    answers: tuple[dict[str, Any], ...]
    validators: dict[str, Any] = field(default_factory=dict)


def keep(fetched: Fetched, request: Mapping[str, Any]) -> Came:
    """Keep every answer; addresses are told without secrets."""
    answers: list[dict[str, Any]] = []
    pages: dict[str, Any] = {}
    whole = hashlib.sha256()
    for page in fetched.pages:
        answer = page.answer
        digest = keep_answer(answer.data)
        whole.update(digest.encode())
        answers.append(
            {
                "address": shown(answer.address, request),
                "status": answer.status,
                "size": len(answer.data),
                "hash": digest,
                "about": dict(page.about),
            }
        )
        if answer.validators:
            pages[key_of(answer.address)] = {"headers": answer.validators, "hash": digest}
    return Came(
        address=answers[0]["address"],
        status=answers[-1]["status"],
        size=sum(each["size"] for each in answers),
        hash=answers[0]["hash"] if len(answers) == 1 else whole.hexdigest(),
        answers=tuple(answers),
        validators={"pages": pages, "hash": whole.hexdigest()},
    )
