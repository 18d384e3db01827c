"""One strategy in every format: the same goals, actions and measures come out of each."""

from __future__ import annotations

import html as markup
import io
from collections.abc import Callable

import docx as python_docx
import pytest
from office_files import ods
from openpyxl import Workbook

from suunta.core.strategy import Strategy
from suunta.readers import docx, html, read_bytes, xlsx
from suunta.readers import ods as open_sheets
from suunta.readers.layout import interpret

TITLE = "Mallilan kaupunkistrategia 2025–2028"
HEADS = ("Tavoite", "Toimenpide", "Mittari", "Lähtötaso 2024", "Tavoitetaso 2028")
ROWS = (
    (
        "1.1 Koulupolku on sujuva",
        "Koulukyydit kilpailutetaan",
        "Tyytyväisyys",
        "70 %",
        "85 %",
    ),
    ("1.2 Kirjasto on lähellä", "Kirjastoauto hankitaan", "Lainat, kpl", "1200", "1500"),
    ("2.1 Yritykset kasvavat", "Tontteja kaavoitetaan", "Uudet yritykset, kpl", "12", "20"),
)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


def as_docx() -> Strategy:
    made = python_docx.Document()
    made.add_paragraph(TITLE, style="Title")
    table = made.add_table(rows=0, cols=len(HEADS))
    for row in (HEADS, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return interpret(docx.read_document("a.docx", saved(made.save)), "a.docx")


def as_xlsx() -> Strategy:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ((TITLE,), (), HEADS, *ROWS):
        sheet.append([_number(text) for text in row])
    for line in sheet.iter_rows(min_row=4, min_col=4):
        for cell in line:
            cell.number_format = "0 %" if cell.value < 1 else "0"
    return interpret(xlsx.read_document("a.xlsx", saved(book.save)), "a.xlsx")


def _number(text: str) -> object:
    if text.endswith(" %"):
        return int(text.removesuffix(" %")) / 100
    return int(text) if text.isdecimal() else text


def as_ods() -> Strategy:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
        + "</table:table-row>"
        for row in ((TITLE,), HEADS, *ROWS)
    )
    data = ods(f'<table:table table:name="Taulu">{rows}</table:table>')
    return interpret(open_sheets.read_document("a.ods", data), "a.ods")


def as_html() -> Strategy:
    rows = "".join(
        f"<tr>{''.join(f'<td>{markup.escape(text)}</td>' for text in row)}</tr>"
        for row in (HEADS, *ROWS)
    )
    page = f"<meta charset=utf-8><h1>{TITLE}</h1><table>{rows}</table>"
    return interpret(html.read_document("a.html", page.encode()), "a.html")


def as_txt() -> Strategy:
    lines = [TITLE, "", *("\t".join(row) for row in (HEADS, *ROWS))]
    return read_bytes("a.txt", "\n".join(lines).encode())


FORMATS = {"docx": as_docx, "xlsx": as_xlsx, "ods": as_ods, "html": as_html, "txt": as_txt}


@pytest.mark.parametrize("made", FORMATS)
def test_the_same_goals_actions_and_measures_come_out(made: str) -> None:
    strategy = FORMATS[made]()
    found = [
        (goal.number, goal.title, goal.actions[0].text, goal.measures[0].text)
        for goal in strategy.goals()
    ]
    assert found == [(*row[0].split(" ", 1), row[1], row[2]) for row in ROWS]


@pytest.mark.parametrize("made", [name for name in FORMATS if name != "txt"])
def test_the_same_targets_and_starting_levels_come_out(made: str) -> None:
    found = [
        (sub.target_value, sub.target_period, sub.unit, sub.baseline[0].value)
        for measure in FORMATS[made]().measures()
        for sub in measure.sub_measures
    ]
    assert found == [
        (85.0, "2028", "%", 70.0),
        (1500.0, "2028", "kpl", 1200.0),
        (20.0, "2028", "kpl", 12.0),
    ]
