"""Places for labels: nothing overlaps, a label that finds no room is left to the table."""

from __future__ import annotations

from dataclasses import dataclass, field

from suunta.reports.charts.svg import text

# Mean advance of Source Sans 3 in em, measured on figures and Finnish words, bold a little wider.
ADVANCE = 0.51
ADVANCE_BOLD = 0.55

Box = tuple[float, float, float, float]  # left, top, right, bottom


def text_width(words: str, font: float, *, bold: bool = False) -> float:
    """The width of a text in drawing units, estimated without a font."""
    return len(words) * font * (ADVANCE_BOLD if bold else ADVANCE)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share an area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def spread(places: list[float], gap: float, low: float, high: float) -> list[float]:
    """The places moved apart by at least `gap`, in the same order, within [low, high]."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = list(places)
    floor = low
    for index in order:
        moved[index] = max(places[index], floor)
        floor = moved[index] + gap
    ceiling = high
    for index in reversed(order):
        moved[index] = min(moved[index], ceiling)
        ceiling = moved[index] - gap
    return moved


@dataclass
class Labels:
    """Labels placed so far, and the marks they must not cover."""

    bounds: Box
    font: float
    taken: list[Box] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def keep_clear(self, x: float, y: float, reach: float) -> None:
        """A mark that no label may cover."""
        self.taken.append((x - reach, y - reach, x + reach, y + reach))

    def keep_line_clear(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A stroke that no label may cross, as a row of small boxes along it."""
        length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        steps = max(int(length // 6), 1)
        for step in range(steps + 1):
            share = step / steps
            x = start[0] + share * (end[0] - start[0])
            y = start[1] + share * (end[1] - start[1])
            self.keep_clear(x, y, 1.5)

    def place(
        self, words: str, spots: list[tuple[float, float, str]], class_: str, *, bold: bool = True
    ) -> bool:
        """The first spot (x, baseline, anchor) with room takes the label; False where none has."""
        for x, y, anchor in spots:
            box = self._box(words, x, y, anchor, bold=bold)
            if self._inside(box) and not any(overlap(box, other) for other in self.taken):
                self.taken.append(box)
                self.drawn.append(text(x, y, words, class_, anchor))
                return True
        return False

    def _box(self, words: str, x: float, y: float, anchor: str, *, bold: bool) -> Box:
        width = text_width(words, self.font, bold=bold)
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        return (left - 2, y - self.font * 0.8, left + width + 2, y + self.font * 0.25)

    def _inside(self, box: Box) -> bool:
        left, top, right, bottom = self.bounds
        return box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
