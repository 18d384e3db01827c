"""Tables of goals, actions and measures, a row for each goal."""

from made import actions, areas, goals, read, table

ROW = "Tavoitteet 2026–2029 | Toimenpiteet 2026 | Mittarit\n"


def test_a_row_with_lists_is_a_goal_with_its_actions_and_measures() -> None:
    strategy = read(
        "# Mallilan strategia 2026–2029",
        "## 1. Hyvä arki ”YHDESSÄ”",
        table(
            ROW
            + "1.1 Lähipalvelut / * Kirjasto | * Avataan / * Laajennetaan | * Käynnit / * Lainat"
        ),
    )
    assert areas(strategy) == [("1", "Hyvä arki")]
    assert strategy.focus_areas[0].slogan == "YHDESSÄ"
    assert goals(strategy) == [
        ("1.1", "Lähipalvelut", ["Avataan", "Laajennetaan"], ["Käynnit", "Lainat"])
    ]
    assert strategy.goals()[0].sub_bullets == ("Kirjasto",)
    assert (strategy.term.start, strategy.term.end) == (2026, 2029)
    assert strategy.action_year == 2026


def test_a_row_across_the_table_names_the_focus_area() -> None:
    strategy = read(
        "# Strategi 2025–2028",
        table(
            "1. Livskraft | < | <\nMål | Åtgärder | Mätare\n"
            "Företagen växer | * Frukost | * Antal företag\n"
            "2. Bildning | < | <\nMål | Åtgärder | Mätare\n"
            "Alla läser | * Läsambassadör | * Boklån"
        ),
    )
    assert areas(strategy) == [("1", "Livskraft"), ("2", "Bildning")]


def test_the_columns_may_stand_in_any_order() -> None:
    strategy = read(
        "# Town strategy",
        table("Measures | Actions | Goals\n* Visits | * Open a hall | People move more"),
    )
    assert goals(strategy)[0][1:] == ("People move more", ["Open a hall"], ["Visits"])


def test_measures_beside_indicators_are_what_is_done() -> None:
    strategy = read("# Plan", table("Goal | Measures | Indicators\nWork | Job fairs | Jobs found"))
    assert goals(strategy)[0][2:] == (["Job fairs"], ["Jobs found"])


def test_a_nested_list_belongs_to_the_action_above_it() -> None:
    strategy = read(
        "# Ohjelma",
        table(ROW + "Arki | * Uusi koulu / ** suunnittelu / ** rakentaminen | * Valmis"),
    )
    assert strategy.goals()[0].actions[0].nested == ("suunnittelu", "rakentaminen")


def test_typed_bullets_are_taken_off() -> None:
    strategy = read("# Ohjelma", table(ROW + "Arki | • Koulu / • Päiväkoti | - Käynnit / - Lainat"))
    assert goals(strategy)[0][2:] == (["Koulu", "Päiväkoti"], ["Käynnit", "Lainat"])


def test_a_table_that_goes_on_over_a_page_goes_on_with_its_goal() -> None:
    strategy = read(
        "# Ohjelma",
        "## 1. Arki",
        table(ROW + "1.1 Palvelut / * Kirjasto | * Avataan | * Käynnit"),
        table(ROW + "* Nuorisotila | * Laajennetaan | * Lainat"),
    )
    (goal,) = strategy.goals()
    assert goal.sub_bullets == ("Kirjasto", "Nuorisotila")
    assert actions(goal) == ["Avataan", "Laajennetaan"]


def test_a_first_column_without_a_heading_holds_the_focus_areas() -> None:
    strategy = read(
        "# Ohjelma",
        table(
            " | Tavoite | Toimenpide | Mittari\nHYVINVOINTI | Liikunta | Sali | Kävijät\n"
            "^ | Yksinäisyys | Kylätalo | Osallistujat\nELINVOIMA | Yritykset | Neuvonta | Määrä"
        ),
    )
    assert areas(strategy) == [("1", "HYVINVOINTI"), ("2", "ELINVOIMA")]
    assert [len(area.goals) for area in strategy.focus_areas] == [2, 1]


def test_goals_repeated_in_a_second_table_are_the_same_goals() -> None:
    strategy = read(
        "# Ohjelma",
        "## 1 Arki",
        table("Tavoite | Toimenpide | Vastuu\n1.1 Sujuva arki | Digipalvelut | Hallinto"),
        table("Tavoite | Mittari | Nykytila\n1.1 Sujuva arki | Asioinnit | 45 %"),
    )
    assert goals(strategy) == [("1.1", "Sujuva arki", ["Digipalvelut"], ["Asioinnit"])]
