"""Writing SVG: every text and attribute is escaped, no style attribute ever leaves here."""

from __future__ import annotations

from html import escape

from suunta.reports.charts.model import Chart, Size


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def element(name: str, *children: str, **attributes: str | float) -> str:
    """One element; `class_` and `aria_hidden` are written `class` and `aria-hidden`."""
    parts = [name]
    for key, value in attributes.items():
        words = value if isinstance(value, str) else number(value)
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{escape(words)}"')
    start = " ".join(parts)
    return f"<{start}>{''.join(children)}</{name}>" if children else f"<{start}/>"


def text(x: float, y: float, words: str, class_: str = "", anchor: str = "start") -> str:
    """One line of text."""
    return element("text", escape(words), x=x, y=y, class_=class_, text_anchor=anchor)


def path(points: list[tuple[float, float]], class_: str, *, closed: bool = False) -> str:
    """A polyline through the points, or an area when closed."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return element("path", d=f"M{steps}{'Z' if closed else ''}", class_=class_)


def drawing(chart: Chart, size: Size, body: list[str]) -> str:
    """The whole picture with its title and description, which screen readers read."""
    key = f"{chart.key}-{size.class_name or 'card'}"
    title = element("title", escape(chart.title), id=f"{key}-t")
    desc = element("desc", escape(chart.description), id=f"{key}-d")
    view = f"0 0 {number(size.width)} {number(size.height)}"
    return element(
        "svg",
        title,
        desc,
        *body,
        class_=f"ch {size.class_name}".strip(),
        viewBox=view,
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
    )
