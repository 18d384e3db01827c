"""Values as sources write them: numbers, periods and areas in their many spellings."""

from __future__ import annotations

import math
import re
from typing import Any

from suunta.core.period import is_valid

# Signs for "no figure": PX and PxWeb (`.`, `..`, `...`, `-`), Eurostat (`:`), programs.
MISSING = frozenset(
    ("", ".", "..", "....", ".....", "......", "-", "–", ":", "na", "n/a", "nan", "null", "none")
)  # fmt: skip
# Statistics Finland's sign for a figure that is kept secret.
SUPPRESSED = frozenset(("...", "c", "confidential", "suppressed"))
BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f '\t"))
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?: 0?0[.:]00(?:[.:]00)?)?")
MONTH = re.compile(r"(\d{4})[Mm-]?(0[1-9]|1[0-2])")
SLASHED_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.](\d{4})")
QUARTER = re.compile(r"(\d{4})[ -]?[QqKk]([1-4])")
QUARTER_FIRST = re.compile(r"[QqKk]([1-4])[ /-](\d{4})")
HALF = re.compile(r"(\d{4})[ -]?[HhSs]([12])")
YEARS = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})")
WHOLE_YEAR = re.compile(r"(\d{4})(?:\.0+)?")
MUNICIPALITY = re.compile(r"(?:KU)?(\d{3})")


def as_number(value: Any) -> float | None:
    """A number; None where the source says that there is none. Raises ValueError."""
    if value is None:
        return None
    if isinstance(value, bool):
        raise ValueError(f"{value!r} is no number")
    if isinstance(value, int | float):
        if not math.isfinite(value):
            raise ValueError(f"{value!r} is no finite number")
        return value
    if not isinstance(value, str):
        raise ValueError(f"{type(value).__name__} is no number")
    if value.strip().lower() in MISSING | SUPPRESSED:
        return None
    return _number(value)


def _number(text: str) -> float:
    plain = text.strip().translate(BLANKS).replace("\u2212", "-").removesuffix("%")
    if GROUPED.fullmatch(plain) and plain.count(",") > 1:
        plain = plain.replace(",", "")
    plain = plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain
    if "," in plain and GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not NUMBER.fullmatch(plain):
        raise ValueError(f"{text!r} is no number")
    number = float(plain)
    if not math.isfinite(number):
        raise ValueError(f"{text!r} is no finite number")
    return int(number) if number.is_integer() and "." not in plain else number


def is_suppressed(value: Any) -> bool:
    """Whether a sign says that a figure is kept secret."""
    return isinstance(value, str) and value.strip().lower() in SUPPRESSED


def as_period(value: Any) -> str:
    """A period in the spelling of `core.period`. Raises ValueError."""
    text = str(value).strip()
    for pattern, spelled in _SPELLINGS:
        found = pattern.fullmatch(text)
        if found and is_valid(spelled(found)):
            return spelled(found)
    if is_valid(text):
        return text
    raise ValueError(f"{value!r} is no period")


_SPELLINGS = (
    (WHOLE_YEAR, lambda m: m[1]),
    (DAY, lambda m: f"{m[3]}-{int(m[2]):02}-{int(m[1]):02}"),
    (MONTH, lambda m: f"{m[1]}-{m[2]}"),
    (SLASHED_MONTH, lambda m: f"{m[2]}-{int(m[1]):02}"),
    (QUARTER, lambda m: f"{m[1]}-Q{m[2]}"),
    (QUARTER_FIRST, lambda m: f"{m[2]}-Q{m[1]}"),
    (HALF, lambda m: f"{m[1]}-H{m[2]}"),
    (YEARS, lambda m: f"{m[1]}..{m[2]}"),
)


FINNISH_MONTHS = {
    name: number
    for number, name in enumerate(
        ("tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
         "marras", "joulu"), start=1,
    )
}  # fmt: skip
FINNISH_MOMENT = re.compile(r"(?:\w{2} )?(\d{1,2}) (\w+) (\d{4}) (\d{2})[.:](\d{2})")
ISO_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?")


def as_moment(value: str) -> str | None:
    """A time of day in ISO 8601, also "ke 1 tammi 2014 00:00"; None for anything else."""
    text = value.strip()
    if ISO_MOMENT.fullmatch(text):
        return text.replace(" ", "T")
    found = FINNISH_MOMENT.fullmatch(text)
    month = (
        FINNISH_MONTHS.get(found[2].removesuffix("kuu").removesuffix("kuuta")) if found else None
    )
    if found is None or month is None:
        return None
    return f"{found[3]}-{month:02}-{int(found[1]):02}T{found[4]}:{found[5]}"


def as_area(value: Any) -> str | None:
    """A municipality's three digits ("KU235" is 235); any other code as the source has it."""
    if value is None or isinstance(value, bool):
        return None
    text = str(value).strip()
    found = MUNICIPALITY.fullmatch(text)
    return found[1] if found else text or None
