"""A drawing whose height follows from what it holds, with its title and description."""

from __future__ import annotations

from html import escape

from suunta.reports.charts.comparing import Described
from suunta.reports.charts.model import Size
from suunta.reports.charts.svg import element, number


def picture(chart: Described, size: Size, height: float, body: list[str]) -> str:
    """The whole picture; screen readers read the title and the description."""
    key = f"{chart.key}-{size.class_name or 'card'}"
    title = element("title", escape(chart.title), id=f"{key}-t")
    desc = element("desc", escape(chart.description), id=f"{key}-d")
    return element(
        "svg",
        title,
        desc,
        *body,
        class_=f"ch {size.class_name}".strip(),
        viewBox=f"0 0 {number(size.width)} {number(height)}",
        role="img",
        aria_labelledby=f"{key}-t {key}-d",
    )
