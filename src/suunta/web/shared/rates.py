"""How often one visitor may ask for what costs the server most."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase

MOST_SIGNS = 64  # of an address; an IPv6 one with its zone is shorter


class TooManyError(Exception):
    """Too many requests from one address in a minute; answered with 429."""


def this_minute() -> int:
    """The number of the minute that requests are counted in."""
    return int(time.time() // 60)


def network_address(request: HttpRequest) -> str:
    """Where a request came from. Behind a proxy that is the right-most address of X-Forwarded-For:
    the proxy wrote it itself, while a visitor may write anything to the left of it."""
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded[:MOST_SIGNS]
    address: str = request.META.get("REMOTE_ADDR", "")
    return address


def per_minute(limit: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """At most `limit` requests a minute from one network address, counted per process."""

    def wrap(view: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(view)
        def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            visitor = network_address(request)
            key = f"rate:{view.__module__}.{view.__name__}:{visitor}:{this_minute()}"
            cache.add(key, 0, timeout=120)
            if cache.incr(key) > limit:
                raise TooManyError
            answer: HttpResponseBase = view(request, *args, **kwargs)
            return answer

        return limited

    return wrap
