"""What a bare number counts: people or things, told by the words after it."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.core.phrases.tokens import Token

# How far after a number the word that says what it counts may stand.
COUNTED_WITHIN = 4
NOT_COUNTED = (
    "baseline", "by", "to", "from", "level", "copula", "conjunction", "change", "comparator",
    "target", "modal", "predicate", "present", "per",
)  # fmt: skip


def counted_at(tokens: Sequence[Token], index: int) -> str | None:
    """What the words from an index on count: hlö for people, kpl for things, None without any."""
    seen = False
    for token in tokens[index : index + COUNTED_WITHIN]:
        if token.has("people") or token.kind == "population":
            return "hlö"
        if token.kind != "word" or token.has(*NOT_COUNTED):
            break
        seen = True
    return "kpl" if seen else None
