"""Times written with a colon: "8:59 or less" is a duration, "open until 20:00" a time of day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases.tokens import Rewritten, Token, at


def clock(tokens: Sequence[Token], index: int) -> Rewritten:
    """A bounded time in minutes and seconds, as a number of minutes."""
    token = at(tokens, index)
    minutes, colon, seconds = token.low.partition(":")
    if token.kind != "name" or not colon:
        return None
    named = int(at(tokens, index + 1).has("unit"))
    after = at(tokens, index + 1 + named)
    if not (named or at(tokens, index - 1).has("comparator") or after.has("comparator_after")):
        return None
    value = round(int(minutes) + int(seconds) / 60, 2)
    return replace(token, kind="number", value=value, tags={"unit": "min"}), 1
