"""Lines -> text: words broken at the ends of lines are joined, real hyphens kept."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise

from suunta.readers.pdf.cuts import is_cut
from suunta.readers.pdf.lexicon import HYPHENS, WORD, Lexicon
from suunta.readers.pdf.parts import TextLine

VOWELS = "aeiouyåäöAEIOUYÅÄÖ"
FOREIGN = ("ng", "ck", "th", "ch", "sh", "gh")


def joined(lines: Sequence[TextLine], lexicon: Lexicon, right: float = math.inf) -> str:
    """The text of a paragraph's lines, in a column that ends at x = right."""
    text = lines[0].text if lines else ""
    for before, line in pairwise(lines):
        if is_cut(before, line, right, lexicon):
            text += line.text
        else:
            text = join(text, line.text, lexicon)
    return _tidy(text)


def _tidy(text: str) -> str:
    return " ".join(text.replace("\u2010", "-").split())


def join(before: str, after: str, lexicon: Lexicon) -> str:
    """Two lines of a text as one."""
    if not before or not after:
        return before or after
    if before[-1] not in HYPHENS or len(before) < 2 or before[-2].isspace():
        if before[-1] in "–/" and before[-2:-1].isdigit() and after[0].isdigit():
            return before + after
        return f"{before} {after}"
    stem = before.rstrip(HYPHENS)
    if _suspended(after, lexicon):
        return f"{stem}- {after}"
    if _keeps_hyphen(stem, after, lexicon):
        return f"{stem}-{after}"
    return stem + after


def _suspended(after: str, lexicon: Lexicon) -> bool:
    """Whether the hyphen stands for a later part, as in "lupa- ja tonttipolku"."""
    first, *more = after.split()
    return after[0] in "(&" or (bool(more) and first.lower() in lexicon.compounds.conjunctions)


def _keeps_hyphen(stem: str, after: str, lexicon: Lexicon) -> bool:
    if not after[0].islower() or not stem[-1].isalpha():
        return True
    return _is_compound(stem, after, lexicon)


def _is_compound(stem: str, after: str, lexicon: Lexicon) -> bool:
    """Whether the parts around a break are written with a hyphen within lines, too."""
    head, tail = re.split(r"[\s(/]", stem)[-1], WORD.match(after)
    rest = tail.group() if tail else after.split()[0]
    last = head.rsplit("-", 1)[-1]
    if f"{head}-{rest}".lower() in lexicon.words:
        return True
    if f"{last}{rest}".lower() in lexicon.words:
        return False
    if (len(last) > 1 and last.isupper()) or any(sign.isdigit() for sign in last):
        return True
    return _by_language(stem, head, rest, lexicon)


def _by_language(stem: str, head: str, rest: str, lexicon: Lexicon) -> bool:
    compounds = lexicon.compounds
    low = head.lower()
    if low in compounds.prefixes:
        return True
    if compounds.same_vowels and low[-1] in VOWELS and low[-1] == rest[0]:
        return True
    named = head[:1].isupper() and stem != head and rest.lower().startswith(compounds.heads)
    if named and stem[: -len(head)].rstrip()[-1:] not in ".!?:•":
        return True
    return compounds.same_vowels and _is_foreign(low)


def _is_foreign(head: str) -> bool:
    """Whether a Finnish word cannot be broken here: no syllable of it ends so."""
    return head.endswith(FOREIGN) or (len(head) > 1 and head[-1] == head[-2] not in VOWELS)
