"""Words that are a verb in one phrase and a plural noun in the next: "stays", "falls", "cuts"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suunta.core.phrases.tokens import Rewritten, Token

_FARTHEST = 6


def noun_like_verb(tokens: Sequence[Token], index: int) -> Rewritten:
    """ "Overnight stays rise": what looks like a verb before the verb is a noun."""
    token = tokens[index]
    plural = token.has("change") and token.low.endswith("s") and token.has("plural")
    if not plural or not _verb_follows(tokens, index + 1):
        return None
    kept = {name: value for name, value in token.tags.items() if name != "change"}
    return replace(token, tags=kept), 1


def _verb_follows(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb of change comes before anything that the word itself could bind."""
    for token in tokens[index : index + _FARTHEST]:
        if token.kind != "word" or token.has("conjunction", "relative", "copula"):
            return False
        if token.has("multiply") or (token.has("change") and not token.has("change_noun")):
            return True
        if token.has("by", "to", "from", "comparator", "level", "benchmark", "previous"):
            return False
    return False
