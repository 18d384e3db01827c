"""Headings with labelled lists, and a small labelled table for each goal."""

import pytest
from made import areas, goals, read, table

from suunta.core.errors import InputError


def test_headings_with_labelled_lists_are_goals() -> None:
    strategy = read(
        "# Mallilan strategia 2026–2029",
        "## 1. Hyvä arki",
        "### 1.1 Koulu on lähellä",
        "* Kouluverkko säilyy",
        "#### Toimenpiteet",
        "* Uusi koulu",
        "#### Mittarit",
        "* Koulu valmis 2028",
        "## 2. Talous",
        "### 2.1 Velka vähenee",
        "#### Toimenpiteet",
        "* Talousohjelma",
        "#### Mittarit",
        "* Velka enintään 2 000 €/asukas",
    )
    assert areas(strategy) == [("1", "Hyvä arki"), ("2", "Talous")]
    assert goals(strategy)[0] == ("1.1", "Koulu on lähellä", ["Uusi koulu"], ["Koulu valmis 2028"])
    assert strategy.goals()[0].sub_bullets == ("Kouluverkko säilyy",)


def test_bold_lines_stand_for_headings() -> None:
    strategy = read(
        "!Testbys strategi 2025–2029",
        "!1. Vardag",
        "!1.1 Barnen mår bra",
        "!Åtgärder:",
        "* Nya lekparker",
        "!Mätare:",
        "* Antal lekparker",
        "!1.2 Äldre bor hemma",
        "!Åtgärder:",
        "* Hemvård",
        "!Mätare:",
        "* Andelen hemmaboende",
    )
    assert areas(strategy) == [("1", "Vardag")]
    assert [goal[0] for goal in goals(strategy)] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("doing", "measuring"),
    [
        ("What we do", "How we measure it"),
        ("Keskeiset toimenpiteet 2026", "Mittarit ja seuranta"),
        ("Så gör vi", "Så mäter vi"),
    ],
)
def test_sections_are_told_by_meaning(doing: str, measuring: str) -> None:
    strategy = read(
        "# Plan",
        "## Area",
        "### Goal one",
        f"#### {doing}",
        "* Act",
        f"#### {measuring}",
        "* Count",
        "### Goal two",
        f"#### {doing}",
        "* Act more",
        f"#### {measuring}",
        "* Count more",
    )
    assert goals(strategy)[1] == ("1.2", "Goal two", ["Act more"], ["Count more"])


def test_lines_may_label_themselves() -> None:
    strategy = read(
        "# Kuntastrategia 2025–2029",
        "## Elävä kylä",
        "### Kylät elävät",
        "Toimenpide: Jaetaan kylärahaa",
        "Mittari: Hakemusten määrä",
        "Vastuu: Kunnanhallitus",
        "### Tiet kunnossa",
        "Toimenpide: Tiet lanataan",
        "Mittari: Kuntoindeksi vähintään 3",
        "Vastuu: Tekninen lautakunta",
    )
    assert goals(strategy)[0][2:] == (["Jaetaan kylärahaa"], ["Hakemusten määrä"])
    assert strategy.goals()[1].actions[0].responsible == ("Tekninen lautakunta",)


def test_a_section_at_the_end_of_the_document_belongs_to_no_goal() -> None:
    strategy = read(
        "# Plan",
        "## Area",
        "### Goal one",
        "#### Actions",
        "* Act",
        "#### Measures",
        "* Count",
        "## Monitoring",
        "The council follows the plan.",
    )
    assert goals(strategy) == [("1.1", "Goal one", ["Act"], ["Count"])]


def test_a_list_and_a_table_of_measures_under_one_goal() -> None:
    strategy = read(
        "# Ohjelma",
        "## 1. Hyvinvointi",
        "### Tavoite 1.1 Nuoret",
        "#### Toimenpiteet",
        "* Kuraattori",
        "#### Mittarit",
        table("Mittari | Lähtötaso 2024 | Tavoite 2030\nYksinäisyys, % | 14 | 8"),
    )
    assert goals(strategy) == [("1.1", "Nuoret", ["Kuraattori"], ["Yksinäisyys, %"])]
    assert strategy.measures()[0].sub_measures[0].target_value == 8


def test_a_card_has_its_goal_above_and_its_labels_at_the_left() -> None:
    strategy = read(
        "# Strategi",
        "## 1. Natur",
        table("1.1 Rena vatten | <\nÅtgärder | * Våtmarker\nMätare | * Fosforhalt / * Siktdjup"),
        table("1.2 Skogar | <\nÅtgärder | * Planer\nMätare | * Skyddad areal"),
    )
    assert areas(strategy) == [("1", "Natur")]
    assert goals(strategy)[0] == ("1.1", "Rena vatten", ["Våtmarker"], ["Fosforhalt", "Siktdjup"])


def test_a_card_may_label_everything() -> None:
    strategy = read(
        "# Strategia 2025–2030",
        "## Kestävä kasvu",
        table(
            "Tavoite | Päästöt puolittuvat\nToimenpiteet | * Sähköbussit\n"
            "Vastuutaho | Tekninen johtaja\n"
            "Mittari | Päästöt, ktCO2e\nLähtötaso (2020) | 120\nTavoitetaso 2030 | 60"
        ),
    )
    (goal,) = strategy.goals()
    (sub,) = goal.measures[0].sub_measures
    assert goal.actions[0].responsible == ("Tekninen johtaja",)
    assert (sub.target_value, sub.target_period, sub.baseline[0].value) == (60, "2030", 120)


def test_a_document_without_goals_is_refused_with_what_was_found() -> None:
    with pytest.raises(InputError) as refused:
        read("# Minutes", "The board met.", table("Name | Phone\nAnna | 123"))
    assert "made.docx" in str(refused.value)
    assert "Looked for" in str(refused.value)
    assert "1 tables" in str(refused.value)


def test_each_column_of_a_turned_table_is_a_goal() -> None:
    strategy = read(
        "# Strategia",
        "## Hyvinvointi",
        table(
            " | 1.1 Nuoret | 1.2 Ikäihmiset\nToimenpiteet | * Kuraattori | * Neuvola\n"
            "Mittarit | * Kiusattuja alle 5 % | * Kotona asuvia 92 %"
        ),
    )
    assert goals(strategy) == [
        ("1.1", "Nuoret", ["Kuraattori"], ["Kiusattuja alle 5 %"]),
        ("1.2", "Ikäihmiset", ["Neuvola"], ["Kotona asuvia 92 %"]),
    ]


def test_a_card_may_hold_tables_of_actions_and_of_measures() -> None:
    strategy = read(
        "# Strategia",
        "## Osaava kunta",
        table(
            "TAVOITE 2 | Osaajat viihtyvät | <\nToimenpide | Vastuu | Aikataulu\n"
            "Etätyöpisteet | Tekninen johtaja | 2028\nMittari | Lähtötaso 2024 | Tavoite 2029\n"
            "Työpaikkaomavaraisuus | 88 % | 92 %"
        ),
    )
    assert goals(strategy) == [
        ("2", "Osaajat viihtyvät", ["Etätyöpisteet"], ["Työpaikkaomavaraisuus"])
    ]
    assert strategy.goals()[0].actions[0].year == 2028


def test_a_table_of_contents_names_nothing() -> None:
    strategy = read(
        "1.1 Koulu ........ 4",
        "# Strategia",
        "## Arki",
        "### Koulu on lähellä",
        "#### Toimenpiteet",
        "* Uusi koulu",
        "#### Mittarit",
        "* Koulu valmis",
    )
    assert goals(strategy) == [("1.1", "Koulu on lähellä", ["Uusi koulu"], ["Koulu valmis"])]
