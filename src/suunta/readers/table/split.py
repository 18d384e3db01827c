"""Items that run together in a list without bullets, told apart by the language.

Two ways documents lose their bullets: items glued without a space ("...palvelutAvoin..."), and
items parted by a space alone, where a capital letter is either a new item or a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from suunta.readers.table.words import Words, reading

GLUE = re.compile(
    r"(?:(?<=[^\W\d_A-ZÅÄÖÜ])|(?<=[)”%\].!?;:]))(?=[A-ZÅÄÖÜ][^\W\d_A-ZÅÄÖÜ])"
    r"|(?<=[^\W\d_A-ZÅÄÖÜ]{3})(?=[A-ZÅÄÖÜ]{2,}(?![^\W\d_]))"  # an abbreviation opens the item
    r"|(?:(?<=[^\W\d_A-ZÅÄÖÜ]{3})|(?<=\)))(?=[AIÅÖ]\s[^\W\d_A-ZÅÄÖÜ])"  # a word of one letter
)
GLUED_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*(?=[A-ZÅÄÖÜ][^\W\d_A-ZÅÄÖÜ]{2})")
GLUED_LOWER = re.compile(r"\([^()]*[\s\d][^()]*\)(?=[^\W\d_A-ZÅÄÖÜ]{4})")
UNIT_BEFORE = re.compile(r"^\d[\d.,]*(?:-\d+)?$")
CODE = re.compile(r"^[A-ZÅÄÖ]{1,2}\d")
DOUBLE_NAME = re.compile(r"^[A-ZÅÄÖÉ][^\W\d_A-Z]+-[A-ZÅÄÖÉ][^\W\d_A-Z]")


@dataclass(frozen=True)
class Names:
    """Names of a document, told by their stems.

    stems: written with a capital letter in the middle of sentences and never without;
    lower: written without; own: the municipality, in the nominative.
    """

    stems: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    own: str = ""

    def has(self, word: str) -> bool:
        """Whether a capitalised word is a name. The municipality's own name in the nominative
        is a subject, and opens items as other words do."""
        if self.own and stem(word) == stem(self.own):
            return word != self.own
        return stem(word) in self.stems or self._is_name_compound(word)

    def _is_name_compound(self, word: str) -> bool:
        """A name and a noun ("Framtidsdalen-suunnitelma"), not a noun's hyphen between two equal
        vowels ("Lukio-ohjelma")."""
        first, hyphen, last = word.partition("-")
        if not hyphen or len(first) < 4 or not last[:1].isalpha():
            return False
        return first[-1] != last[0].lower() and stem(first) not in self.lower


NO_NAMES = Names()


def stem(word: str) -> str:
    """The first six letters, which Finnish case endings leave alone."""
    return re.sub(r"\W", "", word).lower()[:6]


def names_in(text: str, words: Words, municipality: str | None) -> Names:
    """The names of a document: words with a capital inside sentences, never in lower case."""
    inside: set[str] = set()
    lower: set[str] = set()
    before = ""
    for word in text.split():
        bare = word.lstrip('(”"“')
        if bare[:1].islower():
            lower.add(stem(bare))
        elif bare[:1].isupper() and (before.endswith(",") or words.is_unfinished(before)):
            inside.add(stem(bare))
        before = word
    return Names(frozenset(inside - lower), frozenset(lower), municipality or "")


def glued(text: str) -> list[int]:
    """Where two items touch without a space: offsets of the later items."""
    places = [match.start() for match in GLUE.finditer(text) if not _is_brand(text, match.start())]
    for pattern in (GLUED_NUMBER, GLUED_LOWER):
        places += [match.end() for match in pattern.finditer(text)]
    return sorted(set(places))


def _is_brand(text: str, at: int) -> bool:
    """Whether a capital inside a word is a product's ("SharePoint", "iPad"), not a new item's."""
    window = text[max(0, at - 40) : at]
    before = re.search(r"[A-ZÅÄÖÜ]?[^\W\d_A-ZÅÄÖÜ]*$", window)
    after = re.match(r"[^\W\d_]+", text[at : at + 40])
    left = before.group() if before else ""
    right = after.group() if after else ""
    if not left or "(" in window.rpartition(")")[2]:
        return bool(left)
    if left[0].isupper():
        return len(left) + len(right) <= 12
    return len(left) <= 1


def cut(text: str, places: list[int]) -> list[str]:
    """The text cut at the offsets, white space trimmed, empty pieces left out."""
    bounds = [0, *places, len(text)]
    pieces = (text[a:b].strip() for a, b in pairwise(bounds))
    return [piece for piece in pieces if piece]


@dataclass(frozen=True)
class Word:
    """A word and where it starts, with whether it stands inside a parenthesis."""

    text: str
    start: int
    inside: bool


def tokens(text: str) -> list[Word]:
    """The words of a text; a parenthesis that is never closed counts as none."""
    level_at = _levels(text)
    return [
        Word(match.group(), match.start(), level_at[match.start()] > 0)
        for match in re.finditer(r"\S+", text)
    ]


def _levels(text: str) -> list[int]:
    """The depth of closed parentheses before each character."""
    change = [0] * (len(text) + 1)
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign == "(":
            opened.append(place)
        elif sign == ")" and opened:
            change[opened.pop() + 1] += 1
            change[place + 1] -= 1
    level = 0
    levels = []
    for step in change:
        level += step
        levels.append(level)
    return levels


def capitals(text: str, words: Words, names: Names) -> tuple[list[int], list[int]]:
    """Where capital letters open items in a list parted by spaces alone.

    Returns: offsets that open an item whatever the rest says, and offsets of new sentences, which
    open one only when the rest of the row agrees.
    """
    found = tokens(text)
    sure: list[int] = []
    sentences: list[int] = []
    so_far = 1
    for index in range(1, len(found)):
        verdict = _verdict(found, index, so_far, words, names)
        if verdict == "item":
            sure.append(found[index].start)
        elif verdict == "sentence":
            sentences.append(found[index].start)
        so_far = 1 if verdict else so_far + 1
    return sure, sentences


def _verdict(found: list[Word], index: int, so_far: int, words: Words, names: Names) -> str:
    """ "item", "sentence" or "" for the word at an index; so_far counts the item's words."""
    word, before = found[index].text, found[index - 1].text
    if (
        found[index].inside
        or not word[0].isupper()
        or CODE.match(word)
        or not any(sign.isalpha() for sign in word[:2])
    ):
        return ""
    if before.endswith((",", ";", ":", "/", "-", "–", "&", "+", "=", "<", ">")):
        return ""
    if _is_amount(found, index - 1):
        return "item"
    if words.is_unfinished(before) or before.lower() in words.abbreviations:
        return ""
    if word.strip(",.;:()") in words.capitalised or _goes_with_value(found, index, words):
        return ""
    if before.endswith((".", "!", "?")) and not before[:-1].isdigit():
        return "sentence"
    if before.endswith((")", "%", "”", "]")) or (
        before.isdigit() and len(before) < 4 and so_far > 2
    ):
        return "item"
    following = found[index + 1].text if index + 1 < len(found) else ""
    if names.has(word) or DOUBLE_NAME.match(word) or following[:1].isupper():
        return ""
    if _too_short(found, index, so_far):
        return ""
    return "" if _is_name_before(found, index, so_far) else "item"


def _is_amount(found: list[Word], index: int) -> bool:
    """Whether the word is a unit after a number ("7 vrk") or a stroke ("/ kpl")."""
    if index < 1 or found[index].text.lower() not in frozenset(reading()["units"]):
        return False
    before = found[index - 1].text.lstrip("=<>")
    return before.endswith("/") or bool(UNIT_BEFORE.match(before))


def _goes_with_value(found: list[Word], index: int, words: Words) -> bool:
    """Whether the word states the target of what stands before it ("93 % Tavoite 2021: 94 %")."""
    if found[index].text.lower().rstrip(":") not in words.value_openers or index + 1 == len(found):
        return False
    return found[index + 1].text.lstrip("(")[:1].isdigit()


def _too_short(found: list[Word], index: int, so_far: int) -> bool:
    """Whether a cut here would leave one word on either side, or a verb and its adverb."""
    if so_far < 2:
        return True
    opening = found[index - so_far].text.lower()
    if so_far == 2 and opening.endswith(("taan", "tään")) and found[index - 1].text.endswith("sti"):
        return True
    following = found[index + 1] if index + 1 < len(found) else None
    return following is None or following.text.startswith("(")


def _is_name_before(found: list[Word], index: int, so_far: int) -> bool:
    """Whether the word continues a name of several words ("Cloud Meeting")."""
    before = found[index - 1].text
    return so_far > 1 and before[0].isupper() and not before.isupper()


def parallels(text: str, words: Words) -> list[int]:
    """Where a list that opens in lower case goes on with a parallel item or a new sentence."""
    found = [word for word in tokens(text) if not word.inside]
    if not found or not found[0].text[0].islower():
        return []
    alike = _is_parallel(found, 0, words)
    places = []
    for index in range(1, len(found)):
        before = found[index - 1].text
        if before.endswith(",") or words.is_unfinished(before):
            continue
        ended = before.endswith(".") and before.lower() not in words.abbreviations
        if found[index].text[0].islower() and (
            ended or (alike and _is_parallel(found, index, words))
        ):
            places.append(found[index].start)
    return places


def _is_parallel(found: list[Word], index: int, words: Words) -> bool:
    word = found[index].text.lower()
    if words.parallel_endings and word.endswith(words.parallel_endings):
        return True
    following = found[index + 1].text.lower() if index + 1 < len(found) else ""
    return any(
        word == first and following.endswith(ending) for first, ending in words.parallel_pairs
    )
