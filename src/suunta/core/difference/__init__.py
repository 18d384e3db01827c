"""What one version of a strategy changes against another: matched by meaning, told item by item."""

from suunta.core.difference.compare import Change, Difference, compare
from suunta.core.difference.items import Item, items
from suunta.core.difference.match import Judged, Pair, Related, words_key
from suunta.core.difference.words import Piece, word_changes

__all__ = [
    "Change",
    "Difference",
    "Item",
    "Judged",
    "Pair",
    "Piece",
    "Related",
    "compare",
    "items",
    "word_changes",
    "words_key",
]
