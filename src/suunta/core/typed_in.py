"""What people type: numbers in any Nordic spelling, words without what cannot be seen."""

from __future__ import annotations

import math
import re
import unicodedata

MINUS = str.maketrans(dict.fromkeys("\u2212\u2012\u2013\u2010\u2011", "-"))
NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
GROUPED = re.compile(r"([+-]?\d{1,3})((?: \d{3})+)((?:[.,]\d*)?)", re.ASCII)
UNIT_AFTER = re.compile(r"(?<=[\d.,])\s*[^\d\s.,+-][^\d]*$")
LARGEST = 1e15
# Left out: control characters, what has no width, and marks that turn the order of letters, with
# which a name can be made to look like another. Joiners stay, because emoji and scripts need them.
KEPT_FORMAT = {"\u200c", "\u200d", "\u200e", "\u200f", "\u00ad"}


def read_number(text: str) -> float | None:
    """A number that a person typed.

    text: "1 763,5", "2 182 hlö", "12 %", "−1,1", "4.3", "1.234,5"; blanks of any kind.
    Returns: the number; None for nothing but blanks. A single comma or point is a decimal mark;
    where there are both, the last one is.
    Raises: ValueError for anything else, also for what is not finite or beyond 1e15.
    """
    cleaned = " ".join(text.translate(MINUS).split())
    if not cleaned:
        return None
    cleaned = UNIT_AFTER.sub("", cleaned)
    if grouped := GROUPED.fullmatch(cleaned):
        cleaned = grouped[1] + grouped[2].replace(" ", "") + grouped[3]
    mark = max(cleaned.rfind(","), cleaned.rfind("."))
    if mark >= 0 and len(set(cleaned) & {",", "."}) == 2:
        cleaned = re.sub("[,.]", "", cleaned[:mark]) + "." + cleaned[mark + 1 :]
    cleaned = cleaned.replace(",", ".")
    if not NUMBER.fullmatch(cleaned) or not math.isfinite(float(cleaned)):
        raise ValueError(f"{text!r} is not a number")
    if abs(float(cleaned)) > LARGEST:
        raise ValueError(f"{text!r} is too large")
    return float(cleaned)


def clean_words(text: str) -> str:
    """Words as they are kept: composed letters, line breaks as "\\n", nothing that cannot be seen.

    text: as it came, in any script and direction.
    Returns: the text in Unicode's form NFC, without blanks at its ends.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    kept = "".join(sign for sign in lines if is_kept(sign))
    return unicodedata.normalize("NFC", kept).strip()


def is_kept(sign: str) -> bool:
    """Whether a sign is kept."""
    if sign in "\n\t" or sign in KEPT_FORMAT:
        return True
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zp")
