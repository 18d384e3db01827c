"""Small documents of other towns, in other languages and layouts; expected structures by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from suunta.core.strategy import Goal, Strategy
from suunta.readers import read_file

DATA = Path(__file__).parents[1] / "data"


def _read(name: str) -> Strategy:
    return read_file(DATA / name)


def _texts(goal: Goal) -> tuple[list[str], list[str], list[str]]:
    return (
        list(goal.sub_bullets),
        [action.text for action in goal.actions],
        [measure.text for measure in goal.measures],
    )


@pytest.fixture(scope="module")
def swedish() -> Strategy:
    return _read("strategi-sv.txt")


@pytest.fixture(scope="module")
def english() -> Strategy:
    return _read("strategy-en.txt")


@pytest.fixture(scope="module")
def finnish() -> Strategy:
    return _read("strategia-fi.txt")


def test_a_swedish_document_tells_its_particulars(swedish: Strategy) -> None:
    assert swedish.title == "Ekviks kommunstrategi 2022–2025"
    assert swedish.vision == "Ekvik är nära allt och öppet för alla"
    assert (swedish.municipality, swedish.language, swedish.action_year) == ("Ekvik", "sv", 2024)
    assert [(mark.code, mark.colour) for mark in swedish.sector_legend] == [
        ("bildning", "green"),
        ("tekniska", "blue"),
        ("förvaltning", "red"),
    ]


def test_a_shouted_slogan_after_a_dash_is_no_part_of_the_name(swedish: Strategy) -> None:
    assert [(area.number, area.name, area.slogan) for area in swedish.focus_areas] == [
        ("1", "En levande skärgård", "NÄRA HAVET"),
        ("2", "Trygg vardag", "TILLSAMMANS"),
    ]


def test_glued_swedish_items_are_told_apart(swedish: Strategy) -> None:
    assert _texts(swedish.goals()[0]) == (
        ["Bredband till alla byar", "Bybussen går varje dag"],
        [
            "Bredband byggs till tre byar (tekniska)",
            "Bybussens tidtabell förnyas (tekniska, kommunikation)",
        ],
        ["Andel hushåll med bredband, mål 95 % (2021: 82 %)", "Antal resor med bybussen"],
    )


def test_a_page_break_with_its_number_is_joined_in_every_column(swedish: Strategy) -> None:
    goal = swedish.goals()[1]
    assert _texts(goal) == (
        ["Rådgivning på båda språken", "Tomter reserveras i varje by"],
        [
            "Rådgivningen utvecklas, bl.a.",
            "Tomtkartan publiceras",
            "Företagsbesök görs varje vecka (förv)",
        ],
        [
            "Antal kunder i rådgivningen, minst 120 per år",
            "Tomtkartan publicerad i maj 2024",
            "Företagarnas nöjdhet, skala 1–5, mål 4,2 Utgångsnivå 2021: 3,9",
        ],
    )
    assert goal.actions[0].nested == (
        "genom att öppna en jour",
        "genom att ordna kvällar för nya företagare",
    )
    assert goal.measures[1].span.lines == (12, 16)


def test_an_abbreviation_of_a_sector_is_the_sector(swedish: Strategy) -> None:
    action = swedish.goals()[1].actions[2]
    assert (action.responsible, action.sectors) == (("förv",), ("förvaltning",))


def test_items_parted_by_a_space_alone_are_told_apart(swedish: Strategy) -> None:
    assert _texts(swedish.goals()[2])[1:] == (
        [
            "Skolkuratorns tid ökas (bildning)",
            "Lägerskolan ordnas i Nagu för alla femteklassister",
        ],
        ["Kuratorns väntetid högst 7 dagar", "Alla femteklassister har varit på lägerskola"],
    )


def test_columns_are_known_by_their_headings_in_any_order(english: Strategy) -> None:
    assert [role for role, _ in english.column_headers] == [
        "measures",
        "goals",
        "actions",
        "responsible",
        "schedule",
    ]


def test_lettered_areas_and_goals_keep_their_numbers(english: Strategy) -> None:
    assert [area.number for area in english.focus_areas] == ["A", "B"]
    assert [goal.number for goal in english.goals()] == ["A1", "A2", "B1"]


def test_columns_of_responsible_and_timetable_go_to_the_actions(english: Strategy) -> None:
    first, second = english.goals()[0].actions
    assert (first.responsible, first.year) == (("Parks unit",), 2025)
    assert (second.responsible, second.year) == (("Parks unit", "volunteers"), 2026)


def test_an_enumeration_is_a_list(english: Strategy) -> None:
    actions = [action.text for action in english.goals()[1].actions]
    assert actions == ["Benches every 100 metres", "Lights on the river path"]


def test_a_goal_repeated_after_a_page_break_goes_on(english: Strategy) -> None:
    goal = english.goals()[2]
    assert goal.title == "Questions are answered"
    assert [action.text for action in goal.actions] == [
        "One address for all questions",
        "Town meetings in every district",
    ]


def test_the_line_of_the_decision_is_no_vision(english: Strategy) -> None:
    assert english.vision is None


def test_a_table_of_strokes_with_goals_without_numbers_is_read(finnish: Strategy) -> None:
    assert (finnish.municipality, finnish.term.start, finnish.term.end) == ("Mallila", 2021, 2025)
    assert [(area.number, area.name) for area in finnish.focus_areas] == [
        ("I", "Arki sujuu"),
        ("II", "Talous kestää"),
    ]
    assert [(goal.number, goal.title) for goal in finnish.goals()] == [
        ("I.1", "Palvelut löytyvät helposti"),
        ("I.2", "Joukkoliikenne toimii"),
        ("II.1", "Velka ei kasva"),
    ]


def test_breaks_and_semicolons_part_items(finnish: Strategy) -> None:
    assert _texts(finnish.goals()[0]) == (
        ["Verkossa ja paikan päällä"],
        ["Verkkosivut uudistetaan (viestintä)", "Neuvontapiste avataan kirjastoon"],
        [
            "Asiointi verkossa / kpl",
            "Asiakastyytyväisyys",
            "Odotusaika puhelimessa enintään 3 min",
        ],
    )
