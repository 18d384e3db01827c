"""Labels put as questions, levels below measures, and the places of goals and years in tables."""

from __future__ import annotations

import pytest

from suunta.core.strategy import Strategy
from suunta.readers.blocks import Block, Cell, Document, Heading, Line, Table
from suunta.readers.layout import interpret
from suunta.readers.layout.items import promises
from suunta.readers.layout.labels import label_role
from suunta.readers.layout.numbers import without_continued, without_goal_word


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Miten tähän päästään?", "actions"),
        ("Miten?", "actions"),
        ("Hur vet vi att vi lyckats?", "measures"),
        ("How we will know", "measures"),
        ("Key performance indicators", "measures"),
        ("Mistä tiedämme onnistuneemme?", "measures"),
        ("Miten kunta voi?", ""),
    ],
)
def test_a_question_is_a_label_by_what_it_asks(text: str, role: str) -> None:
    assert label_role(text) == role


def test_the_verb_to_continue_stays_and_the_printed_word_goes() -> None:
    assert without_continued("Väestönkasvu jatkuu") == "Väestönkasvu jatkuu"
    assert without_continued("Väestönkasvu (jatkuu)") == "Väestönkasvu"
    assert without_continued("Livskraft forts.") == "Livskraft"


def test_a_goal_is_titled_without_the_word_for_goal() -> None:
    assert without_goal_word("Tavoite: Koulut ovat terveitä") == "Koulut ovat terveitä"
    assert without_goal_word("Tavoite elää") == "Tavoite elää"


@pytest.mark.parametrize("text", ["Avaamme pisteen", "We will open a gym", "Rakennetaan väylä"])
def test_what_somebody_will_do_is_a_promise(text: str) -> None:
    assert promises(text)
    assert not promises("Turvalliset koulumatkat")


def row(*texts: str, bold: bool = False) -> tuple[Cell, ...]:
    return tuple(Cell((Line(text, bold=bold),)) for text in texts)


def read(*blocks: Block) -> Strategy:
    return interpret(Document((Heading("Mallilan strategia", 1), *blocks)), "plan.docx")


def test_years_in_columns_of_their_own_date_levels_and_targets() -> None:
    head = row("Tavoite", "Mittari", "Lähtöarvo", "Lähtövuosi", "Tavoitearvo", "Tavoitevuosi")
    table = Table((head, row("Kasvu jatkuu", "Asukasluku", "9120", "2024", "9500", "2029")))
    [sub] = read(table).measures()[0].sub_measures
    assert (sub.target_value, sub.target_period) == (9500, "2029")
    assert [(level.period, level.value) for level in sub.baseline] == [("2024", 9120)]


def test_a_target_column_named_goal_and_a_year_after_the_measures_is_no_goal() -> None:
    head = row("Mittari", "Nykytila", "Tavoite 2025")
    table = Table((head, row("Osuuskunta perustettu", "ei", "kyllä")))
    strategy = read(Heading("Energia on omaa", 2), table)
    assert [goal.title for goal in strategy.goals()] == ["Energia on omaa"]


def test_goals_stand_between_focus_areas_and_actions_however_headed() -> None:
    table = Table(
        (
            row("Theme", "Ambition", "Actions", "Indicator"),
            row("Green", "Waste is halved", "Collect food waste", "Recycled, %"),
        )
    )
    [area] = read(table).focus_areas
    assert (area.name, area.goals[0].title) == ("Green", "Waste is halved")


def test_a_row_of_bold_headings_heads_the_rows_below_it_anew() -> None:
    table = Table(
        (
            row("Toimenpide", "Vastuu", bold=True),
            row("Korjataan koulu", "Tekninen lautakunta"),
            row("Mittari", "Tavoitetaso", bold=True),
            row("Korjattu pinta-ala, m²", "400"),
        )
    )
    [goal] = read(Heading("Koulut ovat terveitä", 2), table).goals()
    assert [action.text for action in goal.actions] == ["Korjataan koulu"]
    assert [measure.text for measure in goal.measures] == ["Korjattu pinta-ala, m²"]


def test_a_table_names_goals_by_the_numbers_of_their_headings() -> None:
    table = Table((row("Goal", "Indicator", "Target 2030"), row("1.1", "Satisfied parents", "90%")))
    strategy = read(
        Heading("1. Growing together", 2),
        Heading("1.1 Families feel at home", 3),
        Line("We will open a family centre.", 0),
        Heading("Annex 1. Indicators", 2),
        table,
    )
    [area] = strategy.focus_areas
    [goal] = area.goals
    assert (area.name, goal.title) == ("Growing together", "Families feel at home")
    assert [action.text for action in goal.actions] == ["We will open a family centre."]
    assert [measure.text for measure in goal.measures] == ["Satisfied parents"]


def test_labels_within_a_cell_part_actions_from_measures() -> None:
    lines = (Line("Actions:"), Line("Open a gym", 0), Line("KPIs:"), Line("Visits: 900 a year", 0))
    table = Table((row("Objective", "Delivery"), (Cell((Line("1.1 Healthy lives"),)), Cell(lines))))
    [goal] = read(Heading("People", 2), table).goals()
    assert (goal.number, goal.title) == ("1.1", "Healthy lives")
    assert [action.text for action in goal.actions] == ["Open a gym"]
    assert [measure.text for measure in goal.measures] == ["Visits: 900 a year"]


def test_level_and_target_on_lines_below_a_measure_are_its_own() -> None:
    lines = Line("Youth unemployment\nBaseline: 14% (2025)\nTarget: below 9% by 2029", 0)
    strategy = read(Heading("Young people work", 2), Heading("Indicators", 3), lines)
    [sub] = strategy.measures()[0].sub_measures
    assert (sub.comparator, sub.target_value, sub.target_period) == ("<", 9, "2029")
    assert [(level.period, level.value) for level in sub.baseline] == [("2025", 14)]


def test_values_labelled_after_a_measure_are_the_last_measure_s() -> None:
    texts = (
        *("Sitova tavoite 1: Hoito on lähellä", "Mittari: Jonotusaika", "Tavoitetaso: 7 pv"),
        *("Sitova tavoite 2: Tiet ovat ehjiä", "Mittari: Päällystys", "Tavoitetaso: 8 km"),
    )
    strategy = read(Heading("Lautakunta", 2), *(Line(text) for text in texts))
    found = [
        (measure.text, measure.sub_measures[0].target_value) for measure in strategy.measures()
    ]
    assert found == [("Jonotusaika", 7), ("Päällystys", 8)]


def test_one_label_holds_several_measures_parted_by_semicolons() -> None:
    texts = ("Mittarit: poissaolot enintään 12 pv; tyytyväisyys vähintään 4", "Mittarit: velka 2 %")
    strategy = read(
        *(b for text in texts for b in (Heading(f"Tavoite {text[10:15]}", 2), Line(text)))
    )
    assert [len(goal.measures) for goal in strategy.goals()] == [2, 1]
