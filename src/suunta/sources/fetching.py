"""What every client is: a declared request -> the answers of its source, as bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from suunta.core.errors import InputError
from suunta.sources.answers import json_of, unexpected
from suunta.sources.asked import Asked
from suunta.sources.http import Answer, Request, Web
from suunta.sources.observation import Observation, Parsed, Parser

MOST_PAGES = 500


@dataclass(frozen=True)
class Page:
    """An answer, and what one must know to read it that it does not say itself: the area or the
    report it is about."""

    answer: Answer
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Fetched:
    """Everything that a request brought.

    areas: the source's own code of an area -> the code that others use; definition: what the
    source calls the figures, in which unit: where that changes, a person is asked.
    """

    pages: tuple[Page, ...]
    areas: Mapping[str, str] = field(default_factory=dict)
    definition: Mapping[str, str] = field(default_factory=dict)


Read = Callable[[Page, Asked], Parsed]


@dataclass(frozen=True)
class Client:
    """A source over the network.

    read: a page -> observations; example: a small request by which `suunta sources test` asks;
    search: words -> what the source has of that name, as (id, title).
    """

    fetch: Callable[[Web, Asked], Fetched]
    read: Read
    example: Mapping[str, Any]
    search: Callable[[Web, str, Asked], list[tuple[str, str]]] | None = None


def reader(parse: Parser) -> Read:
    """Reading by a parser that needs to know nothing more."""
    return lambda page, asked: parse(page.answer.data)


def parsed(client: Client, fetched: Fetched, asked: Asked) -> Parsed:
    """All pages as one. Raises InputError where one is not what the source sends."""
    parts = [client.read(page, asked) for page in fetched.pages]
    observations = [each for part in parts for each in part.observations]
    return Parsed(
        tuple(with_area(each, fetched.areas) for each in observations),
        tuple(each for part in parts for each in part.problems),
    )


def with_area(each: Observation, areas: Mapping[str, str]) -> Observation:
    """The observation with the area's usual code."""
    code = areas.get(each.area or "")
    return replace(each, area=code) if code else each


def one(web: Web, request: Request, **about: str) -> Fetched:
    """A source that answers at once."""
    return Fetched((Page(web.fetch(request), about),))


def pages(web: Web, first: Request, following: Callable[[Answer], str | None]) -> Iterator[Answer]:
    """Page after page. Raises InputError where they go round in circles or never end."""
    request, addresses, bodies = first, set[str](), set[str]()
    for _ in range(MOST_PAGES):
        answer = web.fetch(request)
        body = hashlib.sha256(answer.data).hexdigest()
        address = following(answer)
        yield answer
        if address is None:
            return
        addresses.add(request.address)
        if address in addresses or body in bodies:
            raise InputError.single(
                "The pages of the answer go round in circles.",
                address,
                "Tell the source; nothing was taken from it.",
            )
        bodies.add(body)
        request = Request(address, headers=first.headers)
    raise InputError.single(
        f"The answer has more than {MOST_PAGES} pages.", first.address, "Ask for less."
    )


def map_of(answer: Answer) -> Mapping[str, Any]:
    """An answer that is a JSON object. Raises InputError."""
    found = json_of(answer.data)
    if not isinstance(found, Mapping):
        raise unexpected("The answer is no object.", answer.address)
    return found
