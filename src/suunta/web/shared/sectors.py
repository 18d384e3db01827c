"""Colours of sectors: the document's own, as classes that know light and dark."""

from __future__ import annotations

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
# Tokens of the design language, and plain names as documents write them.
KNOWN = {"yhd": "green", "sote": "blue", "yle": "red", "siv": "black"} | {
    name: name for name in ("green", "blue", "red", "black", "yellow", "orange", "purple", "brown")
}


def colour(value: str) -> tuple[str, str]:
    """(class, fill): a named colour becomes a class, a hexadecimal one an attribute of SVG."""
    name = KNOWN.get(value.strip().lower())
    if name:
        return f"sec-{name}", "currentColor"
    return "", value if HEX.fullmatch(value) else "none"
