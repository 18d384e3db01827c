"""A measure's figures as CSV."""

from __future__ import annotations

import csv
from io import StringIO

from django.test import Client

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
