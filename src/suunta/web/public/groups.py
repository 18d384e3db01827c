"""A part by groups of people: small charts on one axis, and the same numbers as a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suunta.core.definitions import folder, load_yaml
from suunta.core.scorecard import Figure, GroupView, PartView
from suunta.reports.charts import PHONE, WIDE, Missing, Panel, Panels, Point, draw_panels
from suunta.reports.wording.charting import is_outcome, points_of, shown_unit, time_of
from suunta.reports.wording.numbers import NO_BREAK, number, quantity, unit_words
from suunta.reports.wording.periods import period

NEWEST = 10  # periods in a chart, as in the assessment


@dataclass(frozen=True)
class GroupRow:
    """One period of the table: a cell for each group."""

    period: str
    cells: tuple[tuple[str, str], ...]  # name of the group, figure in words


@dataclass(frozen=True)
class ByName:
    """A part by one name, such as sex."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[GroupRow, ...]
    hidden: bool  # a figure is, because of too few people
    drawing: SafeString


@cache
def words() -> dict[str, Any]:
    """The words of groups, from `definitions/breakdowns.yaml`."""
    found: dict[str, Any] = load_yaml(folder("definitions") / "breakdowns.yaml")
    return found


def name_words(name: str, language: str) -> str:
    """What a part is broken down by."""
    return str(words().get(name, {}).get("name", {}).get(language, name))


def group_words(name: str, group: str, language: str) -> str:
    """A group in words."""
    known = words().get(name, {})
    plain = group.replace("-", "–")
    if "unit" in known:
        return str(known["unit"][language]).format(plain)
    return str(known.get("groups", {}).get(group, {}).get(language, plain))


def by_names(part: PartView, language: str) -> tuple[ByName, ...]:
    """The part by each name that its figures have, one name at a time."""
    found: dict[str, list[GroupView]] = {}
    for group in part.groups:
        if len(group.breakdown) == 1:
            found.setdefault(group.breakdown[0][0], []).append(group)
    return tuple(one_name(part, name, groups, language) for name, groups in found.items())


def one_name(part: PartView, name: str, groups: list[GroupView], language: str) -> ByName:
    """The part by one name."""
    heads = tuple(group_words(name, group.breakdown[0][1], language) for group in groups)
    told = [{each.period: each for each in outcomes(group)} for group in groups]
    periods = sorted({each for figures in told for each in figures}, key=time_of)
    rows = tuple(
        GroupRow(
            period(text, language),
            tuple(
                (head, cell_words(figures.get(text), language))
                for head, figures in zip(heads, told, strict=True)
            ),
        )
        for text in periods
    )
    return ByName(
        name=name_words(name, language),
        heads=heads,
        rows=rows,
        hidden=any(each.status == "suppressed" for figures in told for each in figures.values()),
        drawing=drawing(part, name, list(zip(heads, told, strict=True)), rows, language),
    )


def outcomes(group: GroupView) -> list[Figure]:
    """Figures that say what happened, and those that are hidden; the actual one of a period."""
    chosen: dict[str, Figure] = {}
    for figure in group.figures:
        if figure.kind in ("actual", "preliminary") and figure.period not in chosen:
            chosen[figure.period] = figure
    return sorted(chosen.values(), key=lambda figure: time_of(figure.period))


def cell_words(figure: Figure | None, language: str) -> str:
    """A cell of the table."""
    if figure is None or figure.status == "missing":
        return _("no data")
    if figure.status == "suppressed" or figure.value is None:
        return _("hidden, too few people")
    said = quantity(figure.value, figure.unit, language)
    if figure.numerator is None or not figure.denominator:
        return said
    counts = f"{number(figure.numerator, language)}/{number(figure.denominator, language)}"
    return f"{said} ({counts})"


def drawing(
    part: PartView,
    name: str,
    told: list[tuple[str, dict[str, Figure]]],
    rows: tuple[GroupRow, ...],
    language: str,
) -> SafeString:
    """Both drawings of the panels; empty where no group has two figures."""
    panels = tuple(panel(head, list(figures.values()), language) for head, figures in told)
    if not any(len(each.points) > 1 for each in panels):
        return SafeString("")
    unit = unit_words(shown_unit(part), language)
    listed = "; ".join(
        f"{row.period}: {', '.join(f'{head} {cell}' for head, cell in row.cells)}" for row in rows
    )
    chart = Panels(
        key=f"g{part.id.replace('.', '-')}-{name}",
        title=f"{part.name.shown(language).text}: {name_words(name, language)}",
        description=f"{listed}{NO_BREAK}{unit}. {_('The same numbers stand in the table.')}",
        panels=panels,
        whole=points_of(part)[-NEWEST:],
        tick=lambda value: number(value, language),
        hidden_word=_("hidden"),
    )
    # The drawing escapes every text and attribute that it writes.
    return mark_safe(draw_panels(chart, WIDE) + draw_panels(chart, PHONE))  # noqa: S308


def panel(head: str, figures: list[Figure], language: str) -> Panel:
    """One group."""
    shown = figures[-NEWEST:]
    return Panel(
        head,
        tuple(
            Point(
                time_of(figure.period),
                figure.value or 0.0,
                period(figure.period, language),
                number(figure.value or 0.0, language),
                figure.kind == "preliminary" or figure.approximate,
            )
            for figure in shown
            if is_outcome(figure)
        ),
        tuple(
            Missing(time_of(figure.period), period(figure.period, language))
            for figure in shown
            if figure.status == "suppressed"
        ),
    )
