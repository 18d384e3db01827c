"""Tables with columns of their own for baselines, targets, owners, schedules."""

from typing import Any

import pytest
from made import areas, goals, read, table, with_numbers

from suunta.core.strategy import Strategy, SubMeasure

WIDE = "Tavoite | Toimenpide | Vastuutaho | Mittari | Lähtötaso 2024 | Tavoitetaso 2028\n"


def only(strategy: Strategy) -> SubMeasure:
    """The only sub-measure of the only measure."""
    ((sub,),) = [measure.sub_measures for measure in strategy.measures()]
    return sub


def test_baseline_and_target_columns_make_the_sub_measure() -> None:
    sub = only(
        read("# Ohjelma", table(WIDE + "Terveys | Neuvola | Sote | Käynnit, kpl | 1 200 | 1 500"))
    )
    assert (sub.kind, sub.comparator, sub.target_value, sub.unit) == ("numeric", "=", 1500, "kpl")
    assert (sub.target_period, sub.direction) == ("2028", "up")
    assert [(base.period, base.value) for base in sub.baseline] == [("2024", 1200)]


def test_merged_cells_carry_goal_and_action_down() -> None:
    strategy = read(
        "# Ohjelma",
        table(WIDE + "Terveys | Neuvola | Sote | Käynnit | 1 | 2\n^ | ^ | ^ | Jono | 9 | 3"),
    )
    assert goals(strategy) == [("1.1", "Terveys", ["Neuvola"], ["Käynnit", "Jono"])]
    assert strategy.goals()[0].actions[0].responsible == ("Sote",)


def test_repeated_cells_are_one_goal_and_one_action() -> None:
    strategy = read(
        "# Ohjelma",
        table(
            WIDE
            + "Terveys | Neuvola | Sote | Käynnit | 1 | 2\nTerveys | Neuvola | Sote | Jono | 9 | 3"
        ),
    )
    assert goals(strategy) == [("1.1", "Terveys", ["Neuvola"], ["Käynnit", "Jono"])]


def test_several_target_columns_give_a_sub_measure_a_year() -> None:
    strategy = read(
        "# Plan 2026–2028",
        table(
            "Mål | Mätare | Utfall | < | Mål | < | <\n^ | ^ | 2023 | 2024 | 2026 | 2027 | 2028\n"
            "Trivsel | Trivselindex | 3,8 | 3,9 | minst 4 | | minst 4,2"
        ),
    )
    (measure,) = strategy.measures()
    found = [(s.target_period, s.comparator, s.target_value) for s in measure.sub_measures]
    assert found == [("2026", ">=", 4.0), ("2028", ">=", 4.2)]
    for sub in measure.sub_measures:
        assert [(b.period, b.value) for b in sub.baseline] == [("2023", 3.8), ("2024", 3.9)]


def test_groups_of_headings_may_be_written_without_merging() -> None:
    strategy = read(
        "# Plan",
        table(
            "Goal | Measure | Actual | | Target | \n | | 2023 | 2024 | 2026 | 2027\n"
            "Work | Unemployment rate | 9% | 8.5% | 8% | 7%"
        ),
    )
    (measure,) = strategy.measures()
    assert [sub.target_period for sub in measure.sub_measures] == ["2026", "2027"]


def test_a_cell_formatted_as_per_cent_is_read_as_per_cent() -> None:
    made = table(WIDE + "Terveys | Neuvola | Sote | Peittävyys | 0.8 | 0.85", "Taulu")
    made = with_numbers(made, {"E2": (0.8, True), "F2": (0.85, True)})
    sub = only(read("# Ohjelma", made))
    assert (sub.target_value, sub.unit, sub.baseline[0].value) == (85, "%", 80)


def test_a_baseline_may_carry_its_own_year() -> None:
    sub = only(
        read(
            "# Plan",
            table(
                "Mål | Mätare | Utgångsläge | Målvärde\n"
                "Hälsa | Sjukfrånvaro | 14,2 % (2023) | under 10 %"
            ),
        )
    )
    assert [(b.period, b.value, b.unit) for b in sub.baseline] == [("2023", 14.2, "%")]
    assert (sub.comparator, sub.target_value, sub.target_period) == ("<", 10, None)


def test_the_unit_and_source_columns_go_into_the_sub_measure() -> None:
    sub = only(
        read(
            "# Plan",
            table(
                "Goal | Indicator | Unit | Source | Baseline | Target 2030\n"
                "Waste | Waste | kg | Register | 400 | 300"
            ),
        )
    )
    assert (sub.unit, sub.source, sub.target_period) == ("kg", "Register", "2030")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("≥ 3,7", {"comparator": ">=", "target_value": 3.7}),
        ("60–65 %", {"comparator": "=", "target_value": 60, "target_value_max": 65}),
        ("laskee", {"comparator": "decrease", "target_basis": "relative_to_baseline"}),
        ("xx %", {"placeholder": True, "target_value": None}),
        ("seurataan", {"kind": "monitoring", "comparator": "none"}),
        ("–", {"kind": "monitoring"}),
        ("Kyllä", {"kind": "milestone", "target_period": "2028"}),
        ("75 % (2027)", {"target_value": 75, "target_period": "2027"}),
    ],
)
def test_what_a_target_cell_says(cell: str, expected: dict[str, Any]) -> None:
    sub = only(
        read("# Ohjelma", table(WIDE + f"Arki | Uusi tila | Siv | Käyttöaste | 50 | {cell}"))
    )
    assert {name: getattr(sub, name) for name in expected} == expected


def test_a_year_alone_is_when_a_thing_is_done() -> None:
    sub = only(
        read("# Plan", table("Mål | Indikator | Målvärde\nPlaner | Generalplanen godkänd | 2027"))
    )
    assert (sub.kind, sub.target_period) == ("milestone", "2027")


def test_a_schedule_is_when_the_target_is_due() -> None:
    sub = only(
        read(
            "# Plan",
            table(
                "Action | Owner | Deadline | Measure | Target\n"
                "Lights | Works | 2027 | Lights renewed | 90%"
            ),
        )
    )
    assert sub.target_period == "2027"


def test_budgets_before_the_last_are_where_things_stood() -> None:
    sub = only(
        read(
            "# Budget 2026",
            table(
                "Sitova tavoite | Mittari | TP 2024 | TA 2025 | TA 2026\n"
                "KAUPUNGINHALLITUS | < | < | < | <\nTalous | Vuosikate, M€ | 3,2 | 3,5 | 4"
            ),
        )
    )
    assert [(b.period, b.value) for b in sub.baseline] == [("2024", 3.2), ("2025", 3.5)]
    assert (sub.target_period, sub.target_value, sub.unit) == ("2026", 4, "M€")


def test_goals_in_words_and_targets_in_figures_may_share_a_heading() -> None:
    strategy = read(
        "# Budget",
        table("Tavoite | Mittari | Tavoite\nTyöllisyys paranee | Työttömyysaste | alle 8 %"),
    )
    assert goals(strategy)[0][1] == "Työllisyys paranee"
    assert only(strategy).comparator == "<"


def test_rows_across_the_table_in_two_tiers_are_areas_and_goals() -> None:
    strategy = read(
        "# Programme",
        table(
            "Action | Responsible | Indicator | Target (2028)\n"
            "Priority 1: Health | < | < | <\nGoal 1.1: People move | < | < | <\n"
            "Build gyms | Sports | Gym visits | 15,000\n"
            "Goal 1.2: People eat well | < | < | <\nFree lunch | Schools | Lunches | 900\n"
            "Priority 2: Work | < | < | <\nGoal 2.1: Jobs grow | < | < | <\nFairs | HR | Jobs | 20"
        ),
    )
    assert areas(strategy) == [("1", "Health"), ("2", "Work")]
    assert [goal.number for goal in strategy.goals()] == ["1.1", "1.2", "2.1"]


def test_a_sheet_for_each_area_names_it() -> None:
    head = "Mål | Mätare | Målvärde\n"
    strategy = read(
        table("Testbys plan 2026", "Framsida"),
        table(head + "Trivsel | Index | 4", "Bildning"),
        table(head + "Vägar | Km | 10", "Teknik"),
    )
    assert [area.name for area in strategy.focus_areas] == ["Bildning", "Teknik"]


def test_every_measure_knows_its_cell() -> None:
    strategy = read(table(WIDE + "Terveys | Neuvola | Sote | Käynnit | 1 | 2", "Taulu1"))
    assert strategy.measures()[0].span.cell == "D2"
    assert strategy.goals()[0].actions[0].span.sheet == "Taulu1"


def test_a_goal_may_be_meant_by_its_number_alone() -> None:
    strategy = read(
        "# Ohjelma",
        table(
            "Tavoite | Toimenpide | Vastuu\n1.1 Sujuva arki | Digi | Siv\n1.2 Turva | Valot | Tek"
        ),
        table("Tavoite | Mittari | Tavoitetaso 2028\n1.1 | Asioinnit | 70 %\n1.2 | Valaisimet | 9"),
    )
    assert goals(strategy) == [
        ("1.1", "Sujuva arki", ["Digi"], ["Asioinnit"]),
        ("1.2", "Turva", ["Valot"], ["Valaisimet"]),
    ]


@pytest.mark.parametrize("cell", ["45 % → 70 %", "45 % -> 70 %", "45 % / 70 %"])
def test_one_cell_may_hold_the_start_and_the_target(cell: str) -> None:
    sub = only(
        read(
            "# Ohjelma",
            table(f"Tavoite | Mittari | Lähtötaso / Tavoite 2028\nArki | Osuus | {cell}"),
        )
    )
    assert (sub.target_value, sub.target_period, sub.baseline[0].value) == (70, "2028", 45)


def test_lines_that_name_a_value_belong_to_the_measure_above() -> None:
    strategy = read(
        "# Ohjelma",
        table(
            "Tavoite | Toimenpide | Mittarit\n"
            "Arki | Digi | Tyytyväisyys / Lähtötaso 2024: 3,9 / Tavoite 2026: 4,2 / Vastausaika"
        ),
    )
    assert [measure.text for measure in strategy.measures()] == [
        "Tyytyväisyys Lähtötaso 2024: 3,9 Tavoite 2026: 4,2",
        "Vastausaika",
    ]


def test_the_unit_may_stand_in_the_heading_of_the_values() -> None:
    sub = only(
        read("# Plan", table("Goal | Indicator | Target 2030 (%)\nJobs | Employed people | 78"))
    )
    assert (sub.unit, sub.target_period) == ("%", "2030")


def test_two_columns_of_actions_are_two_years() -> None:
    strategy = read(
        "# Ohjelma",
        table(
            "Tavoite | Toimenpiteet 2026 | Toimenpiteet 2027 | Mittari\n"
            "Arki | Digi | Tekoäly | Aika"
        ),
    )
    assert [(a.text, a.year) for a in strategy.goals()[0].actions] == [
        ("Digi", 2026),
        ("Tekoäly", 2027),
    ]


def test_columns_that_tick_years_are_no_targets() -> None:
    sub = only(
        read(
            "# Ohjelma",
            table("Tavoite | Toimenpide | 2025 | 2026 | Mittari\nIlma | Autot | x | | Osuus 50 %"),
        )
    )
    assert (sub.target_value, sub.placeholder) == (50, False)


def test_and_parts_bodies_only_after_a_body() -> None:
    strategy = read(
        "# Plan",
        table(
            "Goal | Action | Responsible | Measure\n"
            "Health | Walks | Health and Wellbeing; Sports Services and Youth Board | Walkers"
        ),
    )
    assert strategy.goals()[0].actions[0].responsible == (
        "Health and Wellbeing",
        "Sports Services",
        "Youth Board",
    )
