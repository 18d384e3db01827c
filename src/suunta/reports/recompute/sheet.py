"""One part's calculation as a sheet: figures, target, then formulas that a reader can follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from suunta.core.assess.explain import Steps
from suunta.reports.recompute.formulas import ANSWERS, FORECAST
from suunta.reports.recompute.words import Words

PERIOD, TIME, VALUE, VARIANCE, CHANGE = range(5)
INPUT_COLUMNS = ("period", "time", "value", "variance", "change")
LABEL, RESULT, MEANING = range(3)


class CalculationSheet:
    """Writes a sheet from the top, remembering in which cell each name stands."""

    def __init__(self, sheet: Worksheet, formats: Mapping[str, Format], words: Words) -> None:
        self.sheet, self.formats, self.words = sheet, formats, words
        self.row = 0
        self.cells: dict[str, str] = {
            f"status_{key}": f'"{label}"' for key, label in words.statuses.items()
        }

    def write(self, title: str, steps: Steps) -> None:
        """The whole sheet. A protected newest figure leaves nothing to compute with."""
        self.sheet.set_column(LABEL, LABEL, 44)
        self.sheet.set_column(RESULT, CHANGE, 18)
        self.line(title, "title")
        if steps.given.suppressed:
            self.line(self.words.hidden)
            return
        self.figures(steps)
        self.heading("given")
        for name, value in given_values(steps).items():
            self.named(name, value)
        cached = computed_values(steps) | {"result": self.words.statuses[steps.status]}
        for heading, formulas in (("steps", FORECAST), ("answers", ANSWERS)):
            self.heading(heading)
            for name, formula in formulas.items():
                self.named(name, cached.get(name), formula)
        self.row += 1
        self.line(f"{self.words.status}: {self.words.statuses[steps.status]}")

    def line(self, text: str, look: str = "text") -> None:
        """A line of text."""
        self.sheet.write_string(self.row, LABEL, text, self.formats[look])
        self.row += 1

    def heading(self, name: str) -> None:
        """A heading after an empty row."""
        self.row += 1
        self.line(self.words.headings[name], "heading")

    def figures(self, steps: Steps) -> None:
        """The figures that take part, and the names of their columns."""
        self.heading("inputs")
        for column, name in enumerate(INPUT_COLUMNS):
            self.sheet.write_string(
                self.row, column, self.words.columns[name], self.formats["head"]
            )
        first = self.row = self.row + 1
        for each in steps.inputs:
            self.sheet.write_string(self.row, PERIOD, each.period)
            self.sheet.write_number(self.row, TIME, each.time)
            self.sheet.write_number(self.row, VALUE, each.value)
            if each.variance is not None:
                self.sheet.write_number(self.row, VARIANCE, each.variance)
            self.row += 1
        self.changes(first, [each.value for each in steps.inputs])
        # Where no figure takes part, the names stand for the empty row below the headings.
        last = max(self.row - 1, first)
        for name, column, row in (
            ("t1", TIME, first),
            ("tn", TIME, last),
            ("y1", VALUE, first),
            ("yn", VALUE, last),
            ("vn", VARIANCE, last),
        ):
            self.cells[name] = cell(row, column)
        for name, column in (("ys", VALUE), ("es", CHANGE)):
            self.cells[name] = f"{cell(first, column)}:{cell(last, column)}"
        self.row = last + 1

    def changes(self, first: int, values: list[float]) -> None:
        """Beside each figure but the first, the square of its change."""
        for place in range(1, len(values)):
            row = first + place
            now, before = cell(row, VALUE), cell(row - 1, VALUE)
            change = (values[place] - values[place - 1]) ** 2
            self.sheet.write_formula(row, CHANGE, f"=({now}-{before})^2", None, change)

    def named(self, name: str, value: Any, formula: str = "") -> None:
        """A labelled value or formula; other formulas may name its cell."""
        words = self.words.steps[name]
        self.sheet.write_string(self.row, LABEL, words["label"], self.formats["label"])
        self.cells[name] = cell(self.row, RESULT)
        if formula:
            shown = "" if value is None else value
            written = formula.format_map(self.cells)
            self.sheet.write_formula(self.row, RESULT, written, self.formats["result"], shown)
        elif value is not None:
            self.sheet.write(self.row, RESULT, value, self.formats["given"])
        else:
            self.sheet.write_blank(self.row, RESULT, None, self.formats["given"])
        self.sheet.write_string(self.row, MEANING, words["meaning"], self.formats["muted"])
        self.row += 1


def cell(row: int, column: int) -> str:
    """A fixed address, "$B$7"."""
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def given_values(steps: Steps) -> dict[str, float | bool | None]:
    """What the calculation starts from, by name, in the sheet's order."""
    given = steps.given
    return {
        "target": steps.target,
        "far": steps.far_target,
        "strict": given.strict,
        "direction": steps.direction,
        "deadline": steps.deadline,
        "deadline_start": given.deadline_start,
        "lowest": steps.low_limit,
        "highest": steps.high_limit,
        "today": given.today,
        "newest": given.newest,
        "gap": given.gap,
        "baseline_only": given.baseline_only,
        "suppressed": given.suppressed,
        "judgeable": given.judgeable,
        "low95": given.low95,
        "high95": given.high95,
        "damping": steps.damping,
    }


def computed_values(steps: Steps) -> dict[str, float | str | None]:
    """What Suunta computed, shown by programs that do not compute themselves."""
    return {
        "n": len(steps.inputs),
        **{name: getattr(steps, name) for name in FORECAST if name != "n"},
    }
