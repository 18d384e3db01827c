"""The municipality a document is of, from the genitive in its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suunta.core.definitions import folder, load_yaml

FINNISH = re.compile(
    r"([A-ZÅÄÖ][\w-]+)\s+(?:kaupungin|kunnan|kaupunki|kunta|kaupunkistrategia|kuntastrategia|strategia)",
    re.U,
)
FINNISH_JOINED = re.compile(r"([A-ZÅÄÖ][\w-]+)-(?:strategia|ohjelma)")
SWEDISH = re.compile(
    r"([A-ZÅÄÖ][\w-]+?)s?\s+(?:stads?|kommuns?|stadsstrategi|kommunstrategi|strategi|köpings?)\b",
    re.U,
)
ENGLISH = (
    re.compile(r"(?:City|Town|Municipality) of ([A-ZÅÄÖ][\w-]+)"),
    re.compile(
        r"([A-ZÅÄÖ][\w-]+)(?:'s|’s)?\s+(?:[Cc]ity|[Tt]own|[Mm]unicipal|[Ss]trategy|[Cc]ouncil)"
    ),
)


@cache
def known() -> dict[str, str]:
    """Written form in lower case (nominative or genitive) -> name, of Finland's municipalities."""
    content = load_yaml(folder("definitions") / "vocabulary" / "municipalities.yaml")
    names: dict[str, str] = {}
    for name in content["fi"]:
        names.setdefault(name.lower(), name)
        for genitive in finnish_genitives(name):
            names.setdefault(genitive.lower(), name)
    for name in content["sv"]:
        names.setdefault(name.lower(), name)
        names.setdefault(name.lower() + "s", name)
    names.update({form.lower(): name for form, name in content["genitives"].items()})
    return names


def municipality_in(texts: Sequence[str]) -> str | None:
    """The municipality that a heading names, in the nominative; None when none is named."""
    for text in texts:
        for word in re.findall(r"[\w-]+", text):
            if word[0].isupper() and word.lower() in known():
                return known()[word.lower()]
    return next((name for text in texts if (name := _guess(text))), None)


def _guess(text: str) -> str | None:
    """A name outside the list, by the shape of the words around it."""
    finnish = FINNISH.search(text) or FINNISH_JOINED.search(text)
    if finnish:
        return finnish_nominative(finnish.group(1))
    swedish = SWEDISH.search(text)
    if swedish:
        return swedish.group(1)
    english = next((match for pattern in ENGLISH if (match := pattern.search(text))), None)
    return english.group(1) if english else None


def finnish_nominative(genitive: str) -> str:
    """The likeliest nominative of a place name in the genitive, without consonant gradation."""
    for ending, nominative in (("isten", "inen"), ("sten", "nen"), ("sen", "nen")):
        if genitive.endswith(ending):
            return genitive[: -len(ending)] + nominative
    return genitive[:-1] if re.search(r"[aeiouyäö]n$", genitive) else genitive


def finnish_genitives(name: str) -> tuple[str, ...]:
    """Genitives that a place name may have: regular, with consonant gradation, in -nen."""
    if name.endswith("nen"):
        return (name[:-3] + "sen", name[:-3] + "sten")
    if name.endswith("i"):
        stems: tuple[str, ...] = (name, name[:-1] + "e")
    elif name[-1] in "aeouyäö":
        stems = (name,)
    elif name.endswith("s"):
        return (name[:-1] + "ksen", name[:-1] + "n", name[:-1] + name[-2] + "n")
    else:
        stems = (name + "i",)
    return tuple(form + "n" for stem in stems for form in (stem, *_gradated(stem)))


def _gradated(stem: str) -> tuple[str, ...]:
    weak = {
        "kk": "k",
        "pp": "p",
        "tt": "t",
        "nk": "ng",
        "mp": "mm",
        "nt": "nn",
        "lt": "ll",
        "rt": "rr",
        "lk": "l",
        "rk": "r",
        "hk": "h",
    }
    single = {"k": "", "p": "v", "t": "d"}
    cluster, vowel = stem[-3:-1], stem[-1]
    if cluster in weak:
        return (stem[:-3] + weak[cluster] + vowel,)
    if stem[-2] in single:
        return (stem[:-2] + single[stem[-2]] + vowel,)
    return ()
