"""Sotkanet, PxWeb, JSON-stat, PX and Kolada, by answers in the shape that they document."""

from __future__ import annotations

import json
from typing import Any

from suunta.sources import PARSERS, Observation

# A row of https://sotkanet.fi/rest/1.1/json?indicator=127&years=2023&genders=total
ESPOO = {"indicator": 127, "region": 20, "year": 2023, "gender": "total", "value": 314024}


def read(kind: str, answer: Any) -> tuple[Observation, ...]:
    """The observations of an answer without problems."""
    data = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    found = PARSERS[kind](data)
    assert found.problems == ()
    return found.observations


def test_a_row_of_sotkanet_keeps_its_own_region() -> None:
    assert read("sotkanet", [ESPOO]) == (
        Observation(area="20", indicator="127", period="2023", value=314024),
    )


def test_the_absolute_value_is_the_numerator_of_the_same_observation() -> None:
    (found,) = read("sotkanet", [ESPOO | {"gender": "female", "value": 8.1, "absValue": 2642}])
    assert (found.value, found.numerator, found.breakdown) == (8.1, 2642, {"sex": "female"})


def test_a_null_of_sotkanet_is_missing_and_stays() -> None:
    (found,) = read("sotkanet", [ESPOO | {"value": None}])
    assert (found.value, found.status) == (None, "missing")


def test_sotkanet_csv_says_the_same_as_json() -> None:
    text = "indicator;region;year;gender;primary.value;absolute.value\n127;20;2023;total;314024;\n"
    assert read("sotkanet", text.encode()) == read("sotkanet", [ESPOO])


def test_a_bad_row_is_told_and_the_others_are_kept() -> None:
    found = PARSERS["sotkanet"](json.dumps([ESPOO, ESPOO | {"year": "?"}]).encode())
    assert len(found.observations) == 1
    assert [problem.place for problem in found.problems] == ["row 2"]


CUBE = {
    "version": "2.0",
    "class": "dataset",
    "label": "11re",
    "id": ["alue_23_20260101", "timeperiod_y", "contentscode", "sukupuoli_9_20180101"],
    "size": [2, 2, 1, 2],
    "role": {"time": ["timeperiod_y"], "metric": ["contentscode"]},
    "dimension": {
        "alue_23_20260101": {"category": {"index": {"KU049": 0, "KU235": 1}}},
        "timeperiod_y": {"category": {"index": ["2023", "2024"]}},
        "contentscode": {
            "category": {"label": {"vaesto": "Väestö"}, "unit": {"vaesto": {"base": "lukumäärä"}}}
        },
        "sukupuoli_9_20180101": {
            "category": {"index": ["SSS", "2"], "label": {"SSS": "Yhteensä", "2": "Naiset"}}
        },
    },
    "value": [1, 2, 3, 4, 5, 6, None, 8],
    "status": {"6": "..."},
}


def test_the_cells_of_json_stat_stand_in_row_major_order() -> None:
    found = read("pxweb", CUBE)
    assert [each.value for each in found] == [1, 2, 3, 4, 5, 6, None, 8]
    assert found[5] == Observation(
        area="235",
        indicator="vaesto",
        period="2023",
        value=6,
        unit="lukumäärä",
        breakdown={"sex": "female"},
    )


def test_three_dots_are_a_figure_that_is_kept_secret() -> None:
    assert read("jsonstat", CUBE)[6].status == "suppressed"


def test_sparse_values_leave_the_others_missing() -> None:
    found = read("jsonstat", CUBE | {"value": {"0": 1, "7": 8}, "status": None})
    assert [each.value for each in found] == [1, None, None, None, None, None, None, 8]
    assert found[1].status == "missing"


def test_version_1_holds_ids_and_sizes_inside_its_dimensions() -> None:
    inside = {**CUBE["dimension"], "id": CUBE["id"], "size": CUBE["size"], "role": CUBE["role"]}
    answer = {"dataset": {"dimension": inside, "value": CUBE["value"], "status": CUBE["status"]}}
    assert read("jsonstat", answer) == read("jsonstat", CUBE)


def test_the_items_of_a_collection_are_read_all() -> None:
    answer = {"class": "collection", "link": {"item": [CUBE, CUBE]}}
    assert len(read("jsonstat", answer)) == 16


def test_pxwebs_own_json_names_the_keys_of_each_row() -> None:
    answer = {
        "columns": [
            {"code": "Alue", "text": "Alue", "type": "d"},
            {"code": "Kuukausi", "text": "Kuukausi", "type": "t"},
            {"code": "TYOTOSUUS", "text": "Työttömien osuus", "type": "c"},
        ],
        "data": [{"key": ["KU235", "2009M01"], "values": ["4.1"]},
                 {"key": ["KU235", "2009M02"], "values": [".."]}],
    }  # fmt: skip
    assert read("pxweb", answer) == (
        Observation(area="235", indicator="TYOTOSUUS", period="2009-01", value=4.1),
        Observation(area="235", indicator="TYOTOSUUS", period="2009-02", status="missing"),
    )


PX = """CHARSET="ANSI";
CODEPAGE="iso-8859-15";
LANGUAGE="fi";
LANGUAGES="fi","sv";
MATRIX="11re";
TITLE="Väestö "
"alueittain; vuosittain";
UNITS="lukumäärä";
STUB="Alue","Sukupuoli";
STUB[sv]="Område","Kön";
HEADING="Vuosi";
VALUES("Alue")="Espoo","Kauniainen; Grankulla";
VALUES[sv]("Alue")="Esbo","Grankulla";
VALUES("Sukupuoli")="Yhteensä","Naiset";
VALUES("Vuosi")="2019","2020";
TIMEVAL("Vuosi")=TLIST(A1),"2019","2020";
CODES("Alue")="KU049","KU235";
CODES("Sukupuoli")="SSS","2";
DATA=
1 2
3 ".."
5 6
"..." 8;
"""


def test_a_px_file_is_read_in_the_code_page_that_it_names() -> None:
    found = read("px", PX.encode("iso-8859-15"))
    assert [each.value for each in found] == [1, 2, 3, None, 5, 6, None, 8]
    assert [each.status for each in found[3::3]] == ["missing", "suppressed"]
    assert found[7] == Observation(
        area="235",
        indicator="11re",
        period="2020",
        value=8,
        unit="lukumäärä",
        breakdown={"sex": "female"},
    )


# A row of https://api.kolada.se/v3/data/kpi/N21704
KOLADA = {
    "kpi": "N21704",
    "municipality": "0180",
    "period": 2023,
    "values": [
        {"gender": "T", "count": 1, "status": "", "value": 21.88749, "isdeleted": False},
        {"gender": "K", "count": 1, "status": "Missing", "value": None, "isdeleted": False},
        {"gender": "M", "count": 1, "status": "", "value": 20.0, "isdeleted": True},
    ],
}


def test_deleted_values_of_kolada_are_left_out_and_null_ones_stay() -> None:
    assert read("kolada", {"count": 1, "values": [KOLADA], "next_url": None}) == (
        Observation(area="0180", indicator="N21704", period="2023", value=21.88749),
        Observation(
            area="0180",
            indicator="N21704",
            period="2023",
            breakdown={"sex": "female"},
            status="missing",
        ),
    )
