"""A measure's figures as files: CSV, workbook, JSON-stat."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from django.test import Client
from openpyxl import load_workbook

from suunta.web.public.downloads import safe


def test_the_file_holds_every_figure_with_its_source(visitor: Client) -> None:
    answer = visitor.get("/mallila/fi/measure/1.1-M1.csv?as_of=2022-12-31")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="mallila-1.1-M1.csv"'
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["value"] for row in rows] == ["80.0", "81.5", "83.0", "84.0", "85.0"]
    assert rows[-1]["kind"] == "preliminary"
    assert rows[-1]["source"] == "Tilinpäätös 2022"
    assert rows[-1]["as_of"] == "2022-12-31"


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    assert safe("=1+1") == "'=1+1"
    assert safe("@SUM(A1)") == "'@SUM(A1)"
    assert safe("Tilinpäätös") == "Tilinpäätös"


def test_the_workbook_holds_the_figures_and_the_calculation(visitor: Client) -> None:
    answer = visitor.get("/mallila/fi/measure/1.1-M1.xlsx?as_of=2022-12-31")
    assert answer["Content-Disposition"] == 'attachment; filename="mallila-1.1-M1.xlsx"'
    about, figures, calculation = load_workbook(BytesIO(answer.content)).worksheets
    assert [row[3].value for row in figures.iter_rows(min_row=2)] == [80, 81.5, 83, 84, 85]
    assert about["A3"].value.endswith("/mallila/fi/method/?as_of=2022-12-31")
    assert any(cell.data_type == "f" for row in calculation.iter_rows() for cell in row)


def test_the_figures_are_there_as_json_stat(visitor: Client) -> None:
    answer = visitor.get("/mallila/fi/measure/1.1-M1.json?as_of=2022-12-31")
    (table,) = answer.json()["link"]["item"]
    assert [value for value in table["value"] if value is not None] == [80, 81.5, 83, 84, 85]
    assert table["dimension"]["kind"]["category"]["label"]["actual"] == "Toteuma"
