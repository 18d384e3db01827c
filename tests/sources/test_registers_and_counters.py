"""Emissions, finances, features, meetings, counters, analytics, surveys, catalogues and CSV."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from suunta.core.errors import InputError
from suunta.sources import PARSERS, Observation


def read(kind: str, answer: Any) -> tuple[Observation, ...]:
    """The observations of an answer without problems."""
    if not isinstance(answer, bytes):
        answer = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
    found = PARSERS[kind](answer)
    assert found.problems == ()
    return found.observations


def test_emissions_are_told_by_sector_with_their_decimal_comma() -> None:
    kt, wind, energy = read(
        "syke",
        "vuosi;hinku_laskenta;päästökauppa;taso_3;taso_4;taso_5;kt;kt_tuuli;GWh\n"
        "2019;TRUE;FALSE;Kul;Autot;Henkilöautot;1,5;NA;12\n",
    )
    assert (kt.value, kt.unit, kt.period, kt.breakdown["taso_3"]) == (1.5, "ktCO2e", "2019", "Kul")
    assert (wind.status, energy.unit) == ("missing", "GWh")


FIGURE = {
    "tunnusluku": "6000",
    "arvo": 1234.5,
    "osakokonaisuus": "KKNR",
    "taksonomia": "KKNR2022C03",
    "hyväksymisvaihe": "alustava",
    "hyväksymispvm": "2022-05-01",
}


def test_the_highest_approval_of_a_figure_wins_and_the_period_is_cumulative() -> None:
    better = FIGURE | {"arvo": 1300, "hyväksymisvaihe": "hyväksytty"}
    (found,) = read("valtiokonttori", [better, FIGURE])
    assert (found.value, found.kind, found.period) == (1300, "actual", "2022-01..2022-03")


def test_budget_and_forecast_are_never_mixed_with_the_outcome() -> None:
    plan = FIGURE | {"osakokonaisuus": "KTAS", "taksonomia": "KTAS2022"}
    guess = FIGURE | {"osakokonaisuus": "KTPE", "taksonomia": "KTPE2022"}
    assert [each.kind for each in read("valtiokonttori", [plan, guess])] == ["budget", "forecast"]


def test_a_feature_counts_one_in_its_municipality_on_its_day() -> None:
    feature = {
        "type": "Feature",
        "id": "avoimet_rakennukset.1",
        "properties": {"kuntanumero": "235", "valmistumispaivamaara": "2021-05-04T00:00:00Z"},
    }
    assert read("ogc", {"type": "FeatureCollection", "features": [feature]}) == (
        Observation(
            area="235",
            indicator="avoimet_rakennukset",
            period="2021-05-04",
            value=1,
            unit="kpl",
        ),
    )


def test_hits_of_a_wfs_are_one_number() -> None:
    (found,) = read("ogc", '<wfs:FeatureCollection xmlns:wfs="w" numberMatched="12"/>')
    assert found.value == 12


def test_an_item_of_a_feed_in_latin_1_keeps_its_title() -> None:
    feed = (
        '<?xml version="1.0" encoding="iso-8859-1"?><rss><channel><item><title><![CDATA['
        "Kaupunginvaltuusto 23.10.2023 / Hyväksytään]]></title></item></channel></rss>"
    )
    (found,) = read("dynasty", feed.encode("iso-8859-1"))
    assert (found.indicator, found.period, found.value) == ("Kaupunginvaltuusto", "2023-10-23", 1)
    assert found.text == "Kaupunginvaltuusto 23.10.2023 / Hyväksytään"


def test_a_page_of_a_meeting_lists_its_items_once() -> None:
    page = (
        "<html><body><h2>Kaupunginvaltuusto / Pöytäkirja 23.10.2023</h2>"
        '<a href="?page=meetingitem&amp;id=2023395-5">Ak 221, palautettiin</a>'
        '<a href="?page=meetingitem&amp;id=2023395-5">Ak 221</a></body></html>'
    )
    (found,) = read("dynasty", page)
    assert (found.text, found.period) == ("Ak 221, palautettiin", "2023-10-23")


def counts(*rows: tuple[str, Any]) -> list[dict[str, Any]]:
    data = [{"timestamp": moment, "counts": value} for moment, value in rows]
    return [{"travelMode": "bike", "direction": "in", "data": data}]


def test_a_gap_of_a_counter_is_missing_and_a_day_is_a_day() -> None:
    found = read(
        "ecovisio",
        counts(("2024-01-01T00:00:00+02:00", 5), ("2024-01-02T00:00:00+02:00", None)),
    )
    assert [(each.period, each.value, each.status) for each in found] == [
        ("2024-01-01", 5, "ok"),
        ("2024-01-02", None, "missing"),
    ]


def test_hours_stay_moments_and_a_bad_one_is_told() -> None:
    rows = counts(("2024-01-01T01:00:00+02:00", 5), ("yesterday", 1))
    found = PARSERS["ecovisio"](json.dumps(rows).encode())
    assert [each.period for each in found.observations] == ["2024-01-01T01:00:00+02:00"]
    assert [problem.place for problem in found.problems] == ["flow 1, row 2"]


def test_a_day_that_matomo_answers_with_an_empty_list_is_missing() -> None:
    found = read(
        "matomo", {"2021-01-01": {"nb_visits": "12", "bounce_rate": "38%"}, "2021-01-02": []}
    )
    assert [(each.indicator, each.period, each.value, each.unit) for each in found] == [
        ("nb_visits", "2021-01-01", 12, None),
        ("bounce_rate", "2021-01-01", 38, "%"),
        ("nb_visits", "2021-01-02", None, None),
    ]


def test_an_error_inside_a_good_answer_is_refused_in_its_words() -> None:
    with pytest.raises(InputError, match="not authenticated"):
        read("matomo", {"result": "error", "message": "You are not authenticated"})
    with pytest.raises(InputError, match="No Data"):
        read("limesurvey", {"id": 1, "result": {"status": "No Data"}, "error": None})


def test_responses_in_base64_leave_out_who_answered() -> None:
    export = '"id";"submitdate";"token";"q1";"q2"\n"1";"2021-05-04 12:00:00";"secret";"4";"Hyvä"\n'
    answer = {"id": 1, "error": None, "result": base64.b64encode(export.encode()).decode()}
    assert read("limesurvey", answer) == (
        Observation(indicator="q1", period="2021-05-04", value=4),
        Observation(indicator="q2", period="2021-05-04", text="Hyvä"),
    )


def test_a_sports_site_counts_one_of_its_type() -> None:
    site = {
        "lipas-id": 1,
        "name": "Kenttä",
        "type": {"type-code": 1330},
        "location": {"city": {"city-code": 235}},
        "event-date": "2023-05-04T10:00:00.000Z",
    }
    (found,) = read("lipas", {"items": [site]})
    assert (found.area, found.indicator, found.value, found.text) == ("235", "1330", 1, "Kenttä")


def test_datasets_of_a_catalogue_count_one_each() -> None:
    package = {"name": "vaesto", "title": "Väestö", "metadata_modified": "2023-05-04T10:00:00"}
    (found,) = read("ckan", {"success": True, "result": {"count": 1, "results": [package]}})
    assert (found.indicator, found.value, found.text) == ("vaesto", 1, "Väestö")


def test_a_table_in_windows_1252_with_a_total_row_is_read_without_it() -> None:
    text = (
        "Kunta;Vuosi;Arvo;Yksikkö\n235;2019;1\u00a0234,5;hlö\n235;2020;..;hlö\nYhteensä;;1234,5;\n"
    )
    assert read("csv", text.encode("cp1252")) == (
        Observation(area="235", period="2019", value=1234.5, unit="hlö"),
        Observation(area="235", period="2020", unit="hlö", status="missing"),
    )


def test_a_column_for_each_year_becomes_a_figure_for_each_year() -> None:
    found = read("csv", "Alue,Mittari,2019,2020\n235,Asukkaat,9600,9800\n")
    assert [(each.indicator, each.period, each.value) for each in found] == [
        ("Asukkaat", "2019", 9600),
        ("Asukkaat", "2020", 9800),
    ]


def test_the_finnish_dates_of_an_hourly_counter_are_moments() -> None:
    text = "Aika;Silta etelä;Silta, pohjoinen;\nke 1 tammi 2014 00:00;5;6;\n;;;\n"
    assert [(each.indicator, each.period, each.value) for each in read("csv", text)] == [
        ("Silta etelä", "2014-01-01T00:00", 5),
        ("Silta, pohjoinen", "2014-01-01T00:00", 6),
    ]
