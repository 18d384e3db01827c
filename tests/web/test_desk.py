"""The desk: worst first, and a matrix narrowed by sector, area and status."""

from __future__ import annotations

import pytest
from django.test import Client

from suunta.web.desk.matrix import Filters, groups
from suunta.web.desk.needs import needs
from web import cast


def test_needs_come_worst_first() -> None:
    rows = needs(cast.scorecard())
    assert [row.status for row in rows] == [
        "missed",
        "off_track",
        "at_risk",
        "placeholder",
        "awaiting",
        "too_early",
        "no_target",
        "no_data",
    ]


def test_the_list_leads_to_each_measure(manager: Client) -> None:
    html = manager.get("/desk/mallila/fi/").content.decode()
    assert 'href="/mallila/fi/measure/1.1-M5/"' in html
    assert 'href="/desk/mallila/fi/scorecard/?status=awaiting"' in html


def test_the_attention_list_shows_eight_rows_and_the_rest_on_demand(
    manager: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from suunta.web.desk import views

    rows = needs(cast.scorecard())
    monkeypatch.setattr(views, "needs", lambda scorecard: rows * 2)
    html = manager.get("/desk/mallila/fi/").content.decode()
    assert "vielä 8 riviä" in html
    assert html.count("<li>\n<div>") == 8
    assert manager.get("/desk/mallila/fi/?all=1").content.decode().count("<li>\n<div>") == 16


def ids(**choices: str) -> list[str]:
    filters = Filters(**({"sector": "", "area": "", "status": ""} | choices))
    return [row.measure.id for group in groups(cast.scorecard(), filters) for row in group.rows]


def test_without_filters_every_part_has_a_row() -> None:
    assert len(ids()) == 11


def test_the_matrix_narrows_by_status() -> None:
    assert ids(status="met") == ["1.1-M4"]


def test_the_matrix_narrows_by_sector_and_by_none() -> None:
    assert ids(sector="sote") == ["1.1-M1", "1.2-M1"]
    assert "1.1-M1" not in ids(sector="none")


def test_an_unknown_choice_counts_as_none(manager: Client) -> None:
    html = manager.get("/desk/mallila/fi/scorecard/?status=nonsense&area=77").content.decode()
    assert "10 mittaria" in html


def test_filters_stay_in_the_form_and_with_the_language(manager: Client) -> None:
    html = manager.get("/desk/mallila/fi/scorecard/?status=met").content.decode()
    assert '<option value="met" selected>' in html
    assert 'href="/desk/mallila/sv/scorecard/?status=met"' in html


def test_the_desk_is_never_cached(manager: Client) -> None:
    assert "no-store" in manager.get("/desk/mallila/fi/")["Cache-Control"]


def test_the_entrance_leads_to_the_only_desk(manager: Client, town_row: object) -> None:
    answer = manager.get("/desk/?lang=sv")
    assert answer["Location"] == "/desk/mallila/sv/"
