"""Numbers and units as Finnish, Swedish and English write them."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from babel.numbers import format_decimal

from suunta.core.definitions import folder, load_yaml

MINUS = "\u2212"
NO_BREAK = "\u00a0"
LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


def decimals(value: float) -> int:
    """Decimals worth showing: as many as the figure was given with, two at most."""
    most = 0 if abs(value) >= 1000 else 2
    return next(
        (n for n in range(most) if math.isclose(value, round(value, n), abs_tol=1e-9)), most
    )


def number(value: float, language: str, *, places: int | None = None, sign: bool = False) -> str:
    """A number with the separators of the language and a real minus sign."""
    count = decimals(round(value, 2)) if places is None else places
    rounded = round(value, count) + 0.0  # no minus zero
    pattern = "#,##0" + ("." + "0" * count if count else "")
    text = format_decimal(abs(rounded), format=pattern, locale=LOCALES[language])
    text = text.replace("\u202f", NO_BREAK)
    if rounded < 0:
        return MINUS + text
    return f"+{text}" if sign and rounded > 0 else text


@cache
def unit_table() -> dict[str, dict[str, Any]]:
    """How units are written, from `definitions/units.yaml`."""
    found: dict[str, dict[str, Any]] = load_yaml(folder("definitions") / "units.yaml")
    return found


def unit_words(unit: str | None, language: str) -> str:
    """The unit as written beside a number; empty where there is none."""
    if not unit:
        return ""
    return str(unit_table().get(unit, {}).get(language, unit))


def quantity(value: float, unit: str | None, language: str, *, sign: bool = False) -> str:
    """A number with its unit, held together by a no-break space."""
    words = unit_words(unit, language)
    tight = language in unit_table().get(unit or "", {}).get("tight", [])
    between = "" if tight or not words else NO_BREAK
    return f"{number(value, language, sign=sign)}{between}{words.replace(' ', NO_BREAK)}"


def round_tens(value: float) -> float:
    """A forecast rounded to two telling figures, so that it does not look more exact than it is."""
    if value == 0 or not math.isfinite(value):
        return value
    step: float = 10 ** (math.floor(math.log10(abs(value))) - (2 if abs(value) >= 1000 else 1))
    return round(value / step) * step


def unit_of_change(unit: str | None) -> str | None:
    """The unit of a difference: two percentages differ by percentage points."""
    return "%-yks" if unit == "%" else unit
