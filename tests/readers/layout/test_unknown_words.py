"""Documents whose labels and headings no vocabulary has: roles by recurrence and by look."""

from __future__ import annotations

from made import line, read, table

from suunta.core.strategy import Goal, Strategy
from suunta.readers.blocks import Block, Heading

LIST_ONE = [line("* Tori saa uudet penkit"), line("* Puisto kunnostetaan")]


def goals_of(strategy: Strategy) -> list[Goal]:
    return [goal for area in strategy.focus_areas for goal in area.goals]


def test_lines_that_recur_above_lists_are_labels_by_what_the_lists_hold() -> None:
    blocks: list[Block] = [Heading("Kaupungin lupaukset", 1)]
    for goal, figure in (
        ("Keskusta elää", "Kävijöitä 500 vuodessa"),
        ("Koulu kantaa", "Läpäisy yli 90 %"),
    ):
        blocks += [Heading(goal, 2), line("!Lupaamme"), *LIST_ONE]
        blocks += [line("!Maaliviiva"), line(f"* {figure}")]
    first, second = goals_of(read(*blocks))
    assert (first.title, second.title) == ("Keskusta elää", "Koulu kantaa")
    assert len(first.actions) == len(second.actions) == 2
    assert [one.text for one in second.measures] == ["Läpäisy yli 90 %"]


def test_a_measure_that_only_its_look_makes_one_is_a_question() -> None:
    blocks: list[Block] = [Heading("Lupaukset", 1)]
    for goal in ("Keskusta elää", "Koulu kantaa"):
        blocks += [Heading(goal, 2), line("!Maaliviiva"), line("* Läpäisy yli 90 %")]
    sub = goals_of(read(*blocks))[0].measures[0].sub_measures[0]
    assert sub.confidence < 0.8
    assert "kind" in {doubt.field for doubt in sub.doubts}


def test_a_heading_that_returns_in_an_appendix_is_no_label() -> None:
    read_goals = goals_of(
        read(
            Heading("Ohjelma", 1),
            Heading("1 Energia", 2),
            line("Toimenpiteet:"),
            line("* Paneeleja asennetaan"),
            Heading("2 Liikenne", 2),
            line("Toimenpiteet:"),
            line("* Väylä rakennetaan"),
            Heading("1 Energia", 2),
            line("Mittarit:"),
            line("* Sähkön osuus 50 %"),
        )
    )
    assert {goal.title for goal in read_goals} == {"Energia", "Liikenne"}


def test_columns_without_known_headings_are_told_by_their_cells() -> None:
    goal = goals_of(
        read(
            table(
                """Minne? | Mitä? | Kuka? | Milloin? | Mistä huomaamme?
                Keskusta vetää ihmisiä | Tori uudistetaan | Tekninen johtaja | 2026 | Käyntejä 500
                ^ | Tilat kartoitetaan | Elinkeinojohtaja | 2025 | Tyhjiä tiloja alle 5
                Luonto on lähellä | Raitti rakennetaan | Puistopäällikkö | 2027 | Raittia 4 km"""
            )
        )
    )[0]
    assert goal.title == "Keskusta vetää ihmisiä"
    assert [action.responsible for action in goal.actions] == [
        ("Tekninen johtaja",),
        ("Elinkeinojohtaja",),
    ]
    assert goal.measures[1].sub_measures[0].target_value == 5


def test_a_column_of_money_is_no_strategy() -> None:
    goals = goals_of(
        read(
            table(
                """Tavoite | Toimenpide
                Velka laskee | Menoja karsitaan"""
            ),
            table(
                """1 000 € | TP 2023 | TA 2025
                Toimintatuotot | 1 204 | 1 233
                Toimintakulut | 18 440 | 19 250"""
            ),
        )
    )
    assert [goal.title for goal in goals] == ["Velka laskee"]
    assert not goals[0].measures


def test_a_table_in_two_languages_is_read_in_the_first() -> None:
    goals = goals_of(
        read(
            table(
                """Suomeksi | På svenska
                Tavoite 1.1: Palvelu on omalla kielellä | Mål 1.1: Servicen är på det egna språket
                Toimenpiteet:/* Kielilisä maksetaan | Åtgärder:/* Språktillägg betalas
                Mittarit:/* Osaajien osuus on yli 85 % | Mätare:/* Andelen kunniga över 85 %"""
            )
        )
    )
    assert [goal.title for goal in goals] == ["Palvelu on omalla kielellä"]
    assert [one.text for one in goals[0].measures] == ["Osaajien osuus on yli 85 %"]


def test_years_alone_before_targets_that_are_called_so_are_levels() -> None:
    sub = (
        goals_of(
            read(
                table(
                    """Goal | Indicator | 2023 | 2027 target
                Clean energy | Share of renewables, % | 62 | 85"""
                )
            )
        )[0]
        .measures[0]
        .sub_measures
    )
    assert [one.target_value for one in sub] == [85]
    assert [(one.period, one.value) for one in sub[0].baseline] == [("2023", 62)]


def test_a_year_alone_before_the_term_is_a_level() -> None:
    subs = (
        goals_of(
            read(
                Heading("Plan 2025–2028", 1),
                table(
                    """Objective | KPI | 2024 | 2026 | 2028
                Safe homes | Homes at risk | 310 | 200 | 90"""
                ),
            )
        )[0]
        .measures[0]
        .sub_measures
    )
    assert [one.target_period for one in subs] == ["2026", "2028"]


def test_a_card_labelled_by_questions_gives_its_goal_and_leaves_other_rows() -> None:
    goal = goals_of(
        read(
            table(
                """Card 1 – Warm homes | <
                What we want to achieve | No household is cold
                What we will do | * Offer audits
                Lead | Housing Manager
                Budget | 20 000 euros
                How we will measure it | Cold homes: 5%"""
            )
        )
    )[0]
    assert goal.title == "No household is cold"
    assert [(one.text, one.responsible) for one in goal.actions] == [
        ("Offer audits", ("Housing Manager",))
    ]
    assert len(goal.measures) == 1


def test_a_row_in_a_card_may_head_columns_of_its_own() -> None:
    goal = goals_of(
        read(
            table(
                """Mål | Klimatsmart vardag | < | <
                Åtgärder | Solpaneler sätts upp | |
                Mätare | Indikator | Nuläge 2023 | Målnivå 2026
                | Matsvinn, kg | 38 | 20"""
            )
        )
    )[0]
    sub = goal.measures[0].sub_measures[0]
    assert (sub.target_value, sub.baseline[0].value) == (20, 38)


def test_a_goal_below_its_numbered_label_takes_the_number() -> None:
    goal = goals_of(
        read(
            Heading("Elävä kaupunki", 2),
            Heading("Tavoite 3", 3),
            line("!Keskusta on olohuone"),
            Heading("Mitä tehdään?", 4),
            line("* Katu jatketaan torille"),
        )
    )[0]
    assert (goal.number, goal.title) == ("3", "Keskusta on olohuone")


def test_a_lower_label_of_goals_gives_sub_points() -> None:
    goal = goals_of(
        read(
            Heading("Strategia", 1),
            Heading("Elinvoima", 2),
            Heading("Strateginen päämäärä", 3),
            line("Olemme paras paikka yrittää."),
            Heading("Tavoitteet", 3),
            line("* Palvelu on nopeaa"),
            Heading("Toimenpiteet", 3),
            line("* Avaamme neuvonnan"),
        )
    )[0]
    assert goal.title == "Olemme paras paikka yrittää."
    assert goal.sub_bullets == ("Palvelu on nopeaa",)


def test_a_schedule_that_only_begins_dates_no_target() -> None:
    sub = (
        goals_of(
            read(
                table(
                    """Tavoite | Toimenpide | Aikataulu | Mittari
                Rauha koulussa | Ohjelma otetaan käyttöön | 2025– | Kiusattuja alle 5 %"""
                )
            )
        )[0]
        .measures[0]
        .sub_measures[0]
    )
    assert sub.target_period is None


def test_a_level_in_a_line_before_any_goal_makes_none() -> None:
    blocks: list[Block] = []
    for name in ("1. Lapset", "2. Vanhukset"):
        blocks += [
            Heading(name, 2),
            line("Nykytila: tilanne on heikentynyt."),
            table("Tavoite | Toimenpide\n" + f"{name[3:]} voivat hyvin | Avataan ryhmiä"),
        ]
    titles = [goal.title for goal in goals_of(read(Heading("Suunnitelma", 1), *blocks))]
    assert titles == ["Lapset voivat hyvin", "Vanhukset voivat hyvin"]


def test_a_box_with_labels_side_by_side_is_a_goal() -> None:
    goal = goals_of(
        read(
            table(
                """!Mål 1. Skolan ger framtidstro | <
                Åtgärder/* Mentorer/* Läxhjälp | Mätare/* Betyg minst 90 %"""
            )
        )
    )[0]
    assert (goal.title, len(goal.actions), len(goal.measures)) == ("Skolan ger framtidstro", 2, 1)
