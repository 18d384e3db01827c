"""Labels of sections and rows ("Toimenpiteet 2026:", "Så mäter vi"), told by their words."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from suunta.readers.layout.columns import roles_of
from suunta.readers.table.headers import MAIN
from suunta.readers.table.words import all_languages, columns

MOST_WORDS = 6
WORD = re.compile(r"[^\W\d_][\w-]*")
NUMBER = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zA-Z][.)])\s+")
INLINE = re.compile(r"^\s*([^:]{3,40}):\s+(\S.*)$", re.S)
COUNTED = re.compile(r"^\s*([^\W\d_]{3,25}\s\d{1,3}(?:\.\d{1,2})?)\s*[.)–—-]\s+(\S.*)$", re.S)


@lru_cache(maxsize=16384)
def label_role(text: str) -> str:
    """The role that a text names and says nothing beside; "" where it is no label."""
    bare = NUMBER.sub("", text).strip().rstrip(":").strip()
    if len(bare.split()) == 1 and bare.endswith("?"):
        return next(iter(roles_of(bare)), "")
    words = WORD.findall(bare.lower())
    if not words or len(words) > MOST_WORDS or bare.endswith((".", "?!")):
        return ""
    if any(_document().search(word) for word in words):
        return ""  # "Kuntastrategia 2025", "Strategian mittaristo" name the document
    roles = roles_of(bare)
    if not roles or not all(_is_said(word, bare.lower()) for word in words):
        return ""
    main = [role for role in roles if role in MAIN]
    # "Tavoitteiden mittarit", "Målens mätare": the last word says what the section holds.
    return (main or roles)[-1]


@lru_cache(maxsize=4096)
def row_role(text: str) -> str:
    """The role that the first cell of a row names: a label, or a question with other words after
    it ("What we want to achieve")."""
    role = label_role(text)
    words = text.lower().split()
    if role or len(words) > MOST_WORDS or text.strip().endswith("."):
        return role
    opens = " ".join(words).startswith(tuple(word for word in _beginnings() if " " in word))
    return next(iter(roles_of(text)), "") if opens else ""


@cache
def _document() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in all_languages("document_words"))
    return re.compile(rf"(?:{words})(?:n|s|ns|ens|ets)?$")


def _is_said(word: str, text: str) -> bool:
    """Whether a word belongs to a label: it begins a role's name or is a filler."""
    return (
        word in all_languages("label_fillers")
        or any(
            word.startswith(beginning)
            or (beginning in text and word.startswith(tuple(beginning.split(" ")[1:] or "-")))
            for beginning in _beginnings()
        )
        or bool(roles_of(word))
    )


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(
        word.lower()
        for languages in columns().values()
        for words in languages.values()
        for word in words
    )


def inline_label(text: str) -> tuple[str, str] | None:
    """The role and the content of a line like "Mittari: asiakastyytyväisyys", "Action 3. ..."."""
    match = INLINE.match(text) or COUNTED.match(text)
    role = label_role(match.group(1)) if match else ""
    return (role, match.group(2)) if match and role else None


def own_number(text: str) -> str:
    """The number in a label like "Tavoite 2" or "Mål 1.1:"; "" for none."""
    last = text.strip().rstrip(":.").split()[-1:]
    return last[0] if last and last[0][0].isdigit() else ""
