"""The workbook recomputes an assessment: its formulas give what the kernel gave."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import formulas
import openpyxl
import pytest

from suunta.core.assess.explain import explain
from suunta.core.assess.measure import MeasureInput, Point, Target
from suunta.reports.recompute import FigureRow, PartSheet, render_recomputation, words_of

TODAY = date(2023, 2, 1)


def series(first: int, *values: float, n: float | None = None) -> tuple[Point, ...]:
    return tuple(
        Point(str(first + place), value, value if n else None, n)
        for place, value in enumerate(values)
    )


MEASURES = (
    MeasureInput(
        "share", series(2019, 89, 90.5, 91, n=100), Target(">=", 95, deadline="2024"), "up",
        limits=(0, 100), today=TODAY,
    ),
    MeasureInput("few", (Point("2022", 4),), Target(">=", 5, deadline="2025"), "up", today=TODAY),
    MeasureInput(
        "range", series(2019, 40, 38, 30, 29), Target("=", 20, 25, deadline="2026"), today=TODAY
    ),
    MeasureInput("still", series(2019, 5, 5, 5, 5), Target("<", 4, deadline="2026"), today=TODAY),
    MeasureInput("old", series(2015, 5, 6, 5, 5), Target(">=", 4, deadline="2026"), today=TODAY),
    MeasureInput("missed", series(2019, 5, 6, 5, 7), Target(">=", 9, deadline="2022"), today=TODAY),
    MeasureInput("met", series(2019, 5, 6, 5, 7), Target(">=", 6), today=TODAY),
    MeasureInput("followed", series(2019, 5, 6, 5, 7), None, "up", today=TODAY),
    MeasureInput("empty", (), Target(">=", 4, deadline="2026"), "up", today=TODAY),
)  # fmt: skip
FIGURE = FigureRow(
    "1.1-M1.1", "=1+1", "2020", 4.0, "%", "actual", "ok", False, None, None, "@SUM(A1)",
    "https://example.org", date(2021, 2, 1), 1,
)  # fmt: skip


def rendered(language: str = "en") -> bytes:
    parts = [PartSheet(each.id, each.id, explain(each)) for each in MEASURES]
    return render_recomputation(
        "Test", [FIGURE], parts, language=language, as_of=TODAY, rules_address="/method/"
    )


@pytest.fixture(scope="module")
def recomputed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Measure -> label -> what its formula gives, by a library that is no part of Suunta."""
    file = tmp_path_factory.mktemp("book") / "book.xlsx"
    file.write_bytes(rendered())
    computed = formulas.ExcelModel().loads(str(file)).finish().calculate()
    found = {}
    sheets = openpyxl.load_workbook(file).worksheets[2:]
    for measure, sheet in zip(MEASURES, sheets, strict=True):
        labelled = {row[0].value: row[1] for row in sheet.iter_rows(max_col=2)}
        found[measure.id] = {
            label: computed[f"'[book.xlsx]{sheet.title.upper()}'!{cell.coordinate}"].value[0, 0]
            for label, cell in labelled.items()
            if cell.data_type == "f"
        }
    return found


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_the_formulas_give_the_status_that_suunta_gave(
    measure: MeasureInput, recomputed: dict[str, dict[str, Any]]
) -> None:
    words = words_of("en")
    label = words.steps["result"]["label"]
    assert recomputed[measure.id][label] == words.statuses[explain(measure).status]


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
def test_the_formulas_give_every_step_of_the_forecast(
    measure: MeasureInput, recomputed: dict[str, dict[str, Any]]
) -> None:
    labels, steps = words_of("en").steps, explain(measure)
    names = ("span", "h", "b", "f", "forecast", "s2", "se", "df", "t", "low", "high", "p")
    wanted = {name: getattr(steps, name) for name in names}
    got = {name: recomputed[measure.id][labels[name]["label"]] for name in names}
    assert {name: None if value == "" else value for name, value in got.items()} == {
        name: None if value is None else pytest.approx(value) for name, value in wanted.items()
    }


def test_a_protected_figure_leaves_no_calculation() -> None:
    hidden = MeasureInput(
        "hidden", (*series(2019, 5, 6, 7), Point("2022", None, suppressed=True)),
        Target(">=", 9, deadline="2025"), "up", today=TODAY,
    )  # fmt: skip
    content = render_recomputation(
        "Test",
        [],
        [PartSheet("hidden", "hidden", explain(hidden))],
        language="sv",
        as_of=TODAY,
        rules_address="/method/",
    )
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[2]
    said = [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert said == ["hidden hidden", words_of("sv").hidden]


def test_what_a_document_says_never_becomes_a_formula() -> None:
    sheet = openpyxl.load_workbook(BytesIO(rendered())).worksheets[1]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}


def test_the_same_content_gives_the_same_bytes() -> None:
    assert rendered("fi") == rendered("fi")


def test_every_language_has_all_words() -> None:
    spoken = [words_of(language) for language in ("fi", "sv", "en")]
    for name in ("columns", "table", "headings", "steps"):
        assert len({tuple(getattr(words, name)) for words in spoken}) == 1, name
