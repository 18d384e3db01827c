"""The figures behind the charts as a sheet, and live charts over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook

from suunta.reports.blocks import Picture
from suunta.reports.workbook.sheets import Looks, cut, printable

COLUMNS = ("measure", "period", "value", "unit")
WIDTHS = (60, 16, 12, 12)
A_ROW, HEIGHT, WIDE = 2, 17, 9  # charts side by side; rows and columns that one takes


def add_charts(
    workbook: Workbook,
    looks: Looks,
    pictures: Sequence[Picture],
    names: Mapping[str, str],
    headers: Mapping[str, str],
) -> None:
    """Both sheets."""
    spans = add_figures(workbook, looks, pictures, names["figures"], headers)
    sheet = workbook.add_worksheet(names["charts"])
    printable(sheet)
    for number, (picture, (first, last)) in enumerate(zip(pictures, spans, strict=True)):
        chart = workbook.add_chart({"type": "line"})
        place = names["figures"]
        chart.add_series(
            {
                "name": picture.figures.name,
                "categories": [place, first, 1, last, 1],
                "values": [place, first, 2, last, 2],
                "line": {"color": "#0F4C6B", "width": 2},
                "marker": {"type": "circle", "size": 6, "fill": {"color": "#0F4C6B"}},
            }
        )
        chart.set_title({"name": picture.figures.name, "name_font": {"size": 10}})
        chart.set_legend({"none": True})
        chart.set_size({"width": 560, "height": 300})
        at = (number // A_ROW * HEIGHT, number % A_ROW * WIDE)
        sheet.insert_chart(*at, chart, {"description": picture.alt})


def add_figures(
    workbook: Workbook,
    looks: Looks,
    pictures: Sequence[Picture],
    name: str,
    headers: Mapping[str, str],
) -> list[tuple[int, int]]:
    """The figures, a row each; the first and last row of each chart."""
    sheet = workbook.add_worksheet(name)
    for column, (key, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, headers[key], looks.head)
    row, spans = 1, []
    for picture in pictures:
        first = row
        told = picture.figures
        for period, value in zip(told.periods, told.values, strict=True):
            sheet.write_string(row, 0, cut(told.name))
            sheet.write_string(row, 1, period)
            sheet.write_number(row, 2, value.value, looks.of(num_format=value.form))
            sheet.write_string(row, 3, told.unit)
            row += 1
        spans.append((first, row - 1))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row - 1, len(COLUMNS) - 1)
    printable(sheet)
    return spans
