"""A line with dots: levels and stocks over time, with target, baseline and forecast."""

from __future__ import annotations

from statistics import median

from suunta.reports.charts.band import outline
from suunta.reports.charts.frame import Frame, axes, frame, shown_values
from suunta.reports.charts.labels import Labels, spread
from suunta.reports.charts.model import Chart, Point, Size
from suunta.reports.charts.scale import value_range
from suunta.reports.charts.svg import drawing, element, path, text


def starts_at_zero(chart: Chart) -> bool:
    """Whether the value axis begins at zero; where not, the caption says so."""
    low, _ = value_range(shown_values(chart))
    return low <= 0


def draw_lines(chart: Chart, size: Size) -> str:
    """The line chart as one SVG element."""
    at = frame(chart, size)
    labels = Labels((at.left, 2, size.width - 2, size.height - 34), size.font)
    body = axes(chart, size, at)
    body += _breaks(chart, at, labels)
    body += _forecast(chart, at, labels)
    body += _target(chart, at, labels)
    body += _strokes(chart, at, labels)
    body += _dots(chart, at, labels, 5.0 if size.roomy else 4.5)
    body += _beside(chart, size, at) if size.roomy else []
    _label_lines(chart, at, labels, size)
    _label_points(chart, at, labels, size)
    return drawing(chart, size, body + labels.drawn)


def _breaks(chart: Chart, at: Frame, labels: Labels) -> list[str]:
    body = []
    for time, words in chart.breaks:
        x = at.x(time)
        body.append(path([(x, at.y.end), (x, at.y.start)], "brk"))
        labels.place(words, [(x + 5, at.y.end + 10, "start"), (x - 5, at.y.end + 10, "end")], "t2")
    return body


def _forecast(chart: Chart, at: Frame, labels: Labels) -> list[str]:
    if not chart.forecast or not chart.points:
        return []
    last = chart.points[-1]
    places = outline(last, chart.forecast)
    upper = [(at.x(x), at.y(high)) for x, _, high in places]
    lower = [(at.x(x), at.y(low)) for x, low, _ in reversed(places)]
    start = (at.x(last.x), at.y(last.value))
    end = (at.x(chart.forecast.x), at.y(chart.forecast.middle))
    labels.keep_line_clear(start, end)
    return [path(upper + lower, "bandp", closed=True), path([start, end], "mid")]


def _target(chart: Chart, at: Frame, labels: Labels) -> list[str]:
    if not chart.target:
        return []
    left, right = at.x(chart.target.start), at.x(chart.target.end)
    if left == right:
        left, right = at.left, at.right
    levels = [chart.target.value]
    if chart.target.value_max is not None:
        levels.append(chart.target.value_max)
    body = []
    for level in levels:
        y = at.y(level)
        labels.keep_line_clear((left, y), (right, y))
        body.append(path([(left, y), (right, y)], "tgt"))
    return body


def _strokes(chart: Chart, at: Frame, labels: Labels) -> list[str]:
    """Solid between neighbours, dotted over a gap, none across a break."""
    steps = [b.x - a.x for a, b in zip(chart.points, chart.points[1:], strict=False)]
    usual = median(steps) if steps else 0.0
    body = []
    for one, other in zip(chart.points, chart.points[1:], strict=False):
        if any(one.x < time <= other.x for time, _ in chart.breaks):
            continue
        start, end = (at.x(one.x), at.y(one.value)), (at.x(other.x), at.y(other.value))
        labels.keep_line_clear(start, end)
        kind = (
            "gap" if other.x - one.x > 1.5 * usual + 1e-9 or _between(chart, one, other) else "act"
        )
        body.append(path([start, end], kind))
    return body


def _between(chart: Chart, one: Point, other: Point) -> bool:
    return any(one.x < gap.x < other.x for gap in chart.missing)


def _dots(chart: Chart, at: Frame, labels: Labels, radius: float) -> list[str]:
    body = []
    for point in chart.points:
        x, y = at.x(point.x), at.y(point.value)
        labels.keep_clear(x, y, radius + 1)
        kind = "hol" if point.hollow else "dot"
        body.append(element("circle", class_=kind, cx=x, cy=y, r=radius))
    if chart.baseline:
        x, y = at.x(chart.baseline.x), at.y(chart.baseline.value)
        labels.keep_clear(x, y, 6)
        body.append(path([(x - 6, y), (x + 6, y)], "base"))
        body.append(path([(x, y), (x, at.y.start)], "base"))
    return body


def _beside(chart: Chart, size: Size, at: Frame) -> list[str]:
    """Target and forecast named to the right of the plot, moved apart."""
    rows: list[tuple[float, str, str]] = []
    if chart.forecast:
        band = chart.forecast
        rows += [(at.y(band.middle), band.label, "act-t")]
        rows += [(at.y(band.high), band.high_label, "t2"), (at.y(band.low), band.low_label, "t2")]
    if chart.target:
        rows.append((at.y(chart.target.value), chart.target.label, "b"))
    places = spread([row[0] for row in rows], size.font * 1.25, at.y.end - 6, at.y.start)
    return [
        text(at.right + 8, y + size.font * 0.35, words, kind)
        for y, (_, words, kind) in zip(places, rows, strict=True)
    ]


def _label_lines(chart: Chart, at: Frame, labels: Labels, size: Size) -> None:
    """Inside a narrow plot, the target and the forecast carry their names on the plot."""
    if chart.baseline:
        _label_baseline(chart, at, labels, size)
    if size.roomy:
        return
    if chart.target:
        y = at.y(chart.target.value)
        spots = [
            (x, place, anchor)
            for x, anchor in ((at.right, "end"), (at.left + 4, "start"))
            for place in (y - 7, y + size.font + 3)
        ]
        labels.place(chart.target.label, spots, "b")
    if chart.forecast:
        y = at.y(chart.forecast.middle)
        offsets = (-8.0, 20.0, -28.0, 38.0, -46.0)
        labels.place(chart.forecast.label, [(at.right, y + dy, "end") for dy in offsets], "act-t")


def _label_baseline(chart: Chart, at: Frame, labels: Labels, size: Size) -> None:
    if not chart.baseline:
        return
    x, y = at.x(chart.baseline.x), at.y(chart.baseline.value)
    spots = [
        (x + 10, y + size.font + 4, "start"),
        (x - 4, y - 12, "start"),
        (x + 10, y + 4, "start"),
        (x + 10, y + size.font * 2, "start"),
        (x - 4, y - 30, "start"),
    ]
    labels.place(chart.baseline.label, spots, "t2")


def _notable(points: tuple[Point, ...], few: bool) -> list[Point]:
    """Last, first, highest and lowest first; then the rest where there is room for all."""
    if not points:
        return []
    chosen = [points[-1], points[0]]
    chosen += [max(points, key=lambda point: point.value), min(points, key=lambda p: p.value)]
    rest = [] if few else list(reversed(points))
    seen: list[Point] = []
    for point in [*chosen, *rest]:
        if point not in seen:
            seen.append(point)
    return seen


def _label_points(chart: Chart, at: Frame, labels: Labels, size: Size) -> None:
    for point in _notable(chart.points, few=not size.roomy):
        x, y = at.x(point.x), at.y(point.value)
        below = y + size.font + 6
        spots = [(x, y - 11, "middle"), (x, below, "middle")]
        spots += [(x - 9, y - 9, "end"), (x + 9, below, "start"), (x + 9, y - 9, "start")]
        spots += [(x - 9, below, "end"), (x, y - 26, "middle"), (x, below + 14, "middle")]
        labels.place(point.label, spots, "act-t")
