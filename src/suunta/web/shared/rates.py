"""How often one visitor may ask for what costs the server most."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.http.response import HttpResponseBase


class TooManyError(Exception):
    """Too many requests from one address in a minute; answered with 429."""


def per_minute(limit: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """At most `limit` requests a minute from one network address, counted per process."""

    def wrap(view: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(view)
        def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            minute = int(time.time() // 60)
            visitor = request.META.get("REMOTE_ADDR", "")
            key = f"rate:{view.__module__}.{view.__name__}:{visitor}:{minute}"
            cache.add(key, 0, timeout=120)
            if cache.incr(key) > limit:
                raise TooManyError
            answer: HttpResponseBase = view(request, *args, **kwargs)
            return answer

        return limited

    return wrap
