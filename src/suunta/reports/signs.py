"""Shapes of statuses, as the design language draws them: shape and word always stand together.

Each is drawn in a box of 16 by 16; `mark` is the sign of the Unicode tables that comes nearest.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """A shape: its colour on white paper (at least 4.5:1), how it is drawn, and its mark."""

    colour: str
    drawing: str
    mark: str

    @property
    def svg(self) -> str:
        """The drawing as a picture of its own."""
        body = self.drawing.replace("INK", self.colour)
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{body}</svg>'


_CROSS = '<path d="m4.8 4.8 6.4 6.4m0-6.4-6.4 6.4" stroke="#fff" stroke-width="1.9"/>'
_SQUARE = f'<path d="M1 1h14v14H1z" fill="INK"/>{_CROSS}'
_RING = '<circle cx="8" cy="8" r="6.7" fill="none" stroke="INK" stroke-width="1.6"'
SIGNS = {
    "met": Sign(
        "#085e50",
        '<circle cx="8" cy="8" r="7.5" fill="INK"/>'
        '<path d="m4.6 8.3 2.3 2.3 4.5-5" fill="none" stroke="#fff" stroke-width="1.9"/>',
        "●",
    ),
    "on_track": Sign(
        "#1d6b5c",
        '<path d="M8 .8 15.6 14.6H.4z" fill="INK"/>'
        '<path d="M8 6v5.6M5.7 8.4 8 6l2.3 2.4" fill="none" stroke="#fff" stroke-width="1.5"/>',
        "▲",
    ),
    "at_risk": Sign(
        "#744c00",
        '<path d="M8 0 16 8 8 16 0 8z" fill="INK"/>'
        '<path d="M8 3.6v5.2M8 10.6v1.9" stroke="#fff" stroke-width="1.9"/>',
        "◆",
    ),
    "off_track": Sign("#9c2d08", _SQUARE, "■"),
    "missed": Sign("#9c2d08", _SQUARE, "■"),
    "awaiting": Sign(
        "#3d5063", f'{_RING}/><path d="M8 1.3a6.7 6.7 0 0 0 0 13.4z" fill="INK"/>', "◐"
    ),
    "no_target": Sign(
        "#57506d",
        f'{_RING} stroke-dasharray="2.6 2.6"/><circle cx="8" cy="8" r="1.7" fill="INK"/>',
        "○",
    ),
    "no_data": Sign(
        "#525d66",
        '<rect x="1.3" y="1.3" width="13.4" height="13.4" rx="2.5" fill="none" stroke="INK" '
        'stroke-width="1.5"/><path d="M4.8 8h6.4" stroke="INK" stroke-width="1.7"/>',
        "□",
    ),
    "ring": Sign("#3d5063", f"{_RING}/>", "○"),
    "progress": Sign(
        "#3d5063", f'{_RING}/><path d="M8 1.3a6.7 6.7 0 0 1 0 13.4z" fill="INK"/>', "◑"
    ),
    "suspended": Sign(
        "#744c00",
        f'{_RING}/><path d="M6 5v6M10 5v6" stroke="INK" stroke-width="1.8"/>',
        "◇",
    ),
    "returned": Sign(
        "#744c00",
        f'{_RING}/><path d="M11 8H5.4M8 5.2 5.2 8 8 10.8" fill="none" stroke="INK" '
        'stroke-width="1.6"/>',
        "◁",
    ),
}
