"""`kunta_N.csv`: emissions and energy by year, method and sector; N stands in the name alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from suunta.sources.answers import text_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.separated import records_of
from suunta.sources.table.parse import parse as parse_table
from suunta.sources.values import as_number, as_period

UNITS = {"kt": "ktCO2e", "kt_tuuli": "ktCO2e", "gwh": "GWh"}
AREAS = ("kuntanro", "kunta_nro", "kuntanumero")


def parse(data: bytes) -> Parsed:
    """One observation a row and measured column; sectors are not summed."""
    text = text_of(data)
    if text.lstrip()[:1] in ("", "<"):
        raise unexpected("The answer is empty or a web page, no CSV.")
    rows = [
        (line, {name.strip().lower(): cell.strip() for name, cell in row.items()})
        for line, row in records_of(text)
    ]
    names = set(rows[0][1]) if rows else set()
    if "vuosi" not in names or not set(UNITS) & names:
        return parse_table(data)  # the table of inhabitants
    observations: list[Observation] = []
    problems: list[Problem] = []
    for line, cells in rows:
        try:
            observations += list(row_observations(cells))
        except ValueError as error:
            problems.append(Problem(f"line {line}", str(error)))
    return Parsed(tuple(observations), tuple(problems))


def row_observations(cells: Mapping[str, str]) -> Iterator[Observation]:
    """The measured columns of a row. Raises ValueError."""
    breakdown = {
        name: cell
        for name, cell in cells.items()
        if cell and name not in UNITS and name != "vuosi" and name not in AREAS
    }
    area = next((cells[name].zfill(3) for name in AREAS if cells.get(name)), None)
    for name, unit in UNITS.items():
        if name in cells:
            value = as_number(cells[name])
            yield Observation(
                area=area,
                indicator="GWh" if name == "gwh" else name,
                period=as_period(cells["vuosi"]),
                value=value,
                unit=unit,
                breakdown=breakdown,
                status="missing" if value is None else "ok",
            )
