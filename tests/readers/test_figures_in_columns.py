"""Starting levels and targets that stand in columns of their own."""

from __future__ import annotations

from suunta.core.strategy import Baseline, Strategy
from suunta.readers import read_bytes

TABLE = (
    "Mallilan kuntastrategia 2022–2025\n\n"
    "Tavoite\tToimenpide\tMittari\tLähtötaso 2021\tTavoitetaso 2023\tTavoitetaso 2025\tLähde\n"
    "1.1 Asukkaat voivat hyvin\tTehdään kysely\tAsukastyytyväisyys\t78 %\t80 %\t85 %\tKysely\n"
    "\tRuoka paranee\tSairauspoissaolot\t12 pv\t-\t9 pv\t\n"
    "\tPuistot hoidetaan\tPuistojen kunto\t\t\t\t\n"
)


def _strategy() -> Strategy:
    return read_bytes("taulukko.txt", TABLE.encode())


def test_each_target_column_gives_a_sub_measure_with_its_year() -> None:
    subs = _strategy().measures()[0].sub_measures
    assert [(sub.target_value, sub.target_period) for sub in subs] == [(80, "2023"), (85, "2025")]
    assert {sub.baseline for sub in subs} == {(Baseline("2021", 78, "%"),)}
    assert {sub.source for sub in subs} == {"Kysely"}


def test_a_dash_is_no_target() -> None:
    subs = _strategy().measures()[1].sub_measures
    assert [(sub.target_value, sub.target_period) for sub in subs] == [(9, "2025")]


def test_the_measure_is_the_text_of_its_cell_alone() -> None:
    assert [measure.text for measure in _strategy().measures()] == [
        "Asukastyytyväisyys",
        "Sairauspoissaolot",
        "Puistojen kunto",
    ]


def test_a_measure_with_empty_columns_is_left_to_its_phrase() -> None:
    assert _strategy().measures()[2].sub_measures == ()
