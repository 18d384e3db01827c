"""Lines of a page set in two columns of prose -> the left column before the right one."""

from __future__ import annotations

from collections.abc import Sequence

from suunta.readers.pdf.aligned import segments
from suunta.readers.pdf.parts import TextLine

Stretch = tuple[list[TextLine], float]
GUTTER = 8.0
LEAST_LINES = 6
FULL = 0.55  # of its column's width that a line of prose takes at least, on the average


def in_reading_order(lines: Sequence[TextLine], right: float) -> list[Stretch]:
    """The lines as stretches of one column each, with the x where this ends."""
    found: list[Stretch] = []
    plain: list[TextLine] = []
    place = 0
    while place < len(lines):
        after, gutter = _two_columns(lines, place)
        if gutter is None:
            plain.append(lines[place])
            place += 1
            continue
        above = _beside_gutter(plain, gutter)
        plain = plain[: len(plain) - len(above)]
        if plain:
            found.append((plain, right))
            plain = []
        found += _halves([*above, *lines[place:after]], gutter, right)
        place = after
    return [*found, (plain, right)] if plain else found


def _beside_gutter(lines: Sequence[TextLine], gutter: tuple[float, float]) -> Sequence[TextLine]:
    """The last lines above two columns that are part of them: none crosses the white between, and
    the right column begins with some, on other baselines than the left one."""
    low, high = gutter
    start = len(lines)
    while start and (lines[start - 1].x1 <= low + 1 or lines[start - 1].x0 >= high - 1):
        start -= 1
    found = lines[start:]
    return found if any(line.x0 >= high - 1 for line in found) else []


def _two_columns(lines: Sequence[TextLine], place: int) -> tuple[int, tuple[float, float] | None]:
    """Where two columns of prose that begin at a line end, and the white between them."""
    start = segments(lines[place], 1.0)
    if len(start) != 2:
        return place, None
    low, high = start[0][-1].x1, start[1][0].x0
    after = place
    for line in lines[place:]:
        span = _narrowed(line, low, high)
        if span is None:
            break
        low, high = span
        after += 1
    return (after, (low, high)) if _is_prose(lines[place:after], low, high) else (place, None)


def _narrowed(line: TextLine, low: float, high: float) -> tuple[float, float] | None:
    """The white that a line leaves open; None where it closes it."""
    for part in segments(line, 1.0):
        x0, x1 = part[0].x0, part[-1].x1
        if x0 < high and x1 > low:
            if (x0 + x1) / 2 < (low + high) / 2:
                low = max(low, x1)
            else:
                high = min(high, x0)
    return (low, high) if high - low >= GUTTER else None


def _is_prose(lines: Sequence[TextLine], low: float, high: float) -> bool:
    """Whether both sides are columns of text, not columns of a table."""
    if sum(len(segments(line, 1.0)) > 2 for line in lines) > 0.15 * len(lines):
        return False
    sides = [
        [line for line in lines if line.x0 < low],
        [line for line in lines if line.x1 > high],
    ]
    if any(len(side) < LEAST_LINES for side in sides):
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    widths = (low - left, right - high)
    if not 0.6 < widths[0] / max(widths[1], 1.0) < 1.7:
        return False
    starts = {round(line.x0 / 3) for line in sides[0]}
    taken = [min(line.x1, low) - line.x0 for line in sides[0]]
    return len(starts) < len(lines) and sum(taken) / len(taken) > FULL * widths[0]


def _halves(lines: Sequence[TextLine], gutter: tuple[float, float], right: float) -> list[Stretch]:
    middle = sum(gutter) / 2
    left: list[TextLine] = []
    other: list[TextLine] = []
    for line in lines:
        for side, words in (
            (left, [word for word in line.words if word.x0 < middle]),
            (other, [word for word in line.words if word.x0 >= middle]),
        ):
            if words:
                side.append(line.taking(words))
    return [(left, gutter[0] + 1), (other, right)]
