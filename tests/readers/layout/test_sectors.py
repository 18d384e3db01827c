"""Sectors told by the colour of the text, where a legend says so."""

from made import document, table

from suunta.core.strategy import Strategy
from suunta.readers.blocks import Cell, Document, Line, Table
from suunta.readers.layout import interpret

GREEN, RED = "#00aa00", "#c00000"


def coloured(legend: tuple[Line, ...], shade: str | None) -> Strategy:
    made = table("Tavoite | Toimenpide | Mittari\nArki | x | y")
    action = Cell((Line("Uusi koulu", 0, shade),))
    rows = (made.rows[0], (made.rows[1][0], action, made.rows[1][2]))
    blocks = document("# Strategia").blocks
    return interpret(Document((*blocks, *legend, Table(rows))), "made.docx")


def test_a_legend_of_coloured_lines_names_the_sector_of_a_colour() -> None:
    legend = (Line("Sivistys vihreä", colour=GREEN), Line("Tekninen punainen", colour=RED))
    strategy = coloured(legend, GREEN)
    assert [mark.name for mark in strategy.sector_legend] == ["Sivistys", "Tekninen"]
    assert strategy.goals()[0].actions[0].sectors == ("sivistys",)
    assert strategy.goals()[0].actions[0].responsible == ()


def test_a_shade_is_known_by_the_name_of_its_colour() -> None:
    strategy = coloured((Line("Sivistys = vihreä, Tekninen = punainen"),), "#b01010")
    assert strategy.goals()[0].actions[0].sectors == ("tekninen",)


def test_colour_means_nothing_without_a_legend() -> None:
    assert coloured((), GREEN).goals()[0].actions[0].sectors == ()
