"""The workbook of one measure: its figures, then a calculation for each part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from suunta.core.assess.explain import Steps
from suunta.reports.recompute.sheet import CalculationSheet
from suunta.reports.recompute.words import Words, words_of

# A text that begins with "=" or "http" stays a text: what a document says runs nothing.
OPTIONS = {
    "in_memory": True,
    "use_future_functions": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LOOKS: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "font_size": 12},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
    "text": {},
    "label": {},
    "muted": {"font_color": "#595959"},
    "given": {"bg_color": "#EAF2F7", "num_format": "0.######"},
    "result": {"num_format": "0.######"},
}


@dataclass(frozen=True)
class FigureRow:
    """One figure as published; fields in the order of the columns."""

    part: str
    name: str
    period: str
    value: float | None
    unit: str
    kind: str
    status: str
    approximate: bool
    numerator: float | None
    denominator: float | None
    source: str
    address: str
    known_on: date
    revision: int


@dataclass(frozen=True)
class PartSheet:
    """One part: its id, name and how it was judged; None where nothing was calculated."""

    id: str
    name: str
    steps: Steps | None


def render_recomputation(
    title: str,
    figures: Sequence[FigureRow],
    parts: Sequence[PartSheet],
    *,
    language: str,
    as_of: date,
    rules_address: str,
) -> bytes:
    """The workbook as xlsx bytes."""
    out = BytesIO()
    words = words_of(language)
    with Workbook(out, OPTIONS) as book:
        book.set_properties(
            {"title": title, "created": datetime.combine(as_of, datetime.min.time())}
        )
        formats = {name: book.add_format(look) for name, look in LOOKS.items()}
        about(book.add_worksheet(words.about), formats, words, (title, as_of, rules_address, parts))
        figure_table(book.add_worksheet(words.figures), formats, words, figures)
        for number, part in enumerate((part for part in parts if part.steps), start=1):
            sheet = book.add_worksheet(f"{words.calculation} {number}")
            if part.steps:
                CalculationSheet(sheet, formats, words).write(f"{part.id} {part.name}", part.steps)
    return out.getvalue()


def about(
    sheet: Worksheet,
    formats: dict[str, Format],
    words: Words,
    said: tuple[str, date, str, Sequence[PartSheet]],
) -> None:
    """What this is, as of which day, and where the rules stand."""
    title, as_of, rules_address, parts = said
    sheet.set_column(0, 0, 90)
    day = as_of.isoformat()
    lines = [
        (title, "title"),
        (words.made.format(day=day), "text"),
        (words.rules.format(address=rules_address), "text"),
        ("", "text"),
        (words.part, "heading"),
        *((f"{part.id} {part.name}", "text") for part in parts),
    ]
    for row, (line, look) in enumerate(lines):
        sheet.write_string(row, 0, line, formats[look])


def figure_table(
    sheet: Worksheet, formats: dict[str, Format], words: Words, figures: Sequence[FigureRow]
) -> None:
    """Every figure, one a row; what is missing stays empty."""
    for column, field in enumerate(fields(FigureRow)):
        sheet.write_string(0, column, words.table[field.name], formats["head"])
    for row, figure in enumerate(figures, start=1):
        for column, value in enumerate(astuple(figure)):
            if isinstance(value, date):
                value = value.isoformat()
            if value is not None and value != "":
                sheet.write(row, column, value)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 40)
    sheet.set_column(10, 11, 36)
