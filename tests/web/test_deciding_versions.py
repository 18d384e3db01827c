"""Deciding on the desk: who may, what is kept, and what is refused; on the real store."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from suunta.store.models import Continuation, LogEntry, StrategyVersion, User
from towns import import_mallila, newest, promise, with_target

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
DECISION = {
    "step": "adopt",
    "adopt-body_fi": "Valtuusto",
    "adopt-body_sv": "Fullmäktige",
    "adopt-on": "2022-11-14",
    "adopt-section": "§ 80",
    "adopt-url": "https://mallila.example/80",
}


@pytest.fixture
def desk(client: Client, people: dict[str, User]) -> Client:
    """The strategy manager of a town with an adopted version and a draft after it."""
    import_mallila()
    import_mallila(with_target(90.0), adoption=None)
    client.force_login(people["strategy_manager"], BACKEND)
    return client


def version_page() -> str:
    return f"/desk/mallila/fi/versions/{newest().pk}/"


def difference_page() -> str:
    old = StrategyVersion.objects.get(number=1)
    return f"/desk/mallila/fi/versions/{old.pk}/{newest().pk}/"


def test_adopting_on_the_desk_keeps_the_whole_decision(desk: Client) -> None:
    answer = desk.post(version_page(), DECISION)
    assert answer["Location"] == version_page()
    row = newest()
    assert (row.status, row.adopted_on, row.adopted_section) == (
        "adopted",
        date(2022, 11, 14),
        "§ 80",
    )
    assert (row.adopted_body_sv, row.adopted_url) == ("Fullmäktige", "https://mallila.example/80")
    assert LogEntry.objects.latest("pk").who == "strategy_manager"


def test_the_new_version_is_public_from_then_on(desk: Client) -> None:
    desk.post(version_page(), DECISION)
    html = desk.get("/mallila/sv/versions/").content.decode()
    assert '<a href="https://mallila.example/80">Fullmäktige 14.11.2022 § 80</a>' in html


def test_a_changed_target_stands_beside_the_old_one_on_its_public_page(desk: Client) -> None:
    desk.post(version_page(), DECISION)
    html = desk.get("/mallila/fi/measure/1.1-M1/").content.decode()
    assert re.search(r"Aiempi tavoitetaso:\s*<del>≥\s80\s%", html)
    before = desk.get("/mallila/fi/measure/1.1-M1/?as_of=2022-11-13").content.decode()
    assert "Aiempi tavoitetaso" not in before


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"adopt-on": ""}, "Tämä kenttä vaaditaan"),
        ({"adopt-on": "2999-01-01"}, "Anna jo mennyt päivä"),
        ({"adopt-on": "2020-01-01"}, "hyväksyttiin myöhemmin, 7.6.2021"),
        ({"adopt-body_fi": "", "adopt-body_sv": ""}, "Kirjoita, mikä toimielin päätti"),
        ({"adopt-url": "javascript:alert(1)"}, "osoite"),
        ({"step": "end"}, "Versio on muuttunut sillä välin"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_beside_its_field(
    desk: Client, changed: dict[str, str], said: str
) -> None:
    answer = desk.post(version_page(), DECISION | changed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert newest().status == "draft"


@pytest.mark.parametrize(
    "link",
    ["https://town:word@mallila.example/80", "https://mallila.example/\u202e80", "javascript:x"],
)
def test_a_link_that_hides_where_it_leads_is_refused(desk: Client, link: str) -> None:
    assert desk.post(version_page(), DECISION | {"adopt-url": link}).status_code == 422
    assert newest().status == "draft"


def test_signs_without_a_shape_are_left_out_of_a_decision(desk: Client) -> None:
    hidden = {"adopt-body_fi": "\u202eValtuusto\u202c", "adopt-section": "§\u200b 80"}
    desk.post(version_page(), DECISION | hidden)
    assert (newest().adopted_body_fi, newest().adopted_section) == ("Valtuusto", "§ 80")


def test_a_version_leads_to_its_report_before_the_decision(desk: Client) -> None:
    html = desk.get(version_page()).content.decode()
    assert f'href="{version_page()}lint/"' in html
    assert desk.get(f"{version_page()}lint/").status_code == 200


def test_the_version_in_force_leads_to_the_public_scorecard(desk: Client) -> None:
    assert "Katso julkista tuloskorttia" not in desk.get(version_page()).content.decode()
    desk.post(version_page(), DECISION)
    assert "Katso julkista tuloskorttia" in desk.get(version_page()).content.decode()


@pytest.mark.parametrize("role", ["sector_head", "owner", "approver", "councillor", "reader"])
def test_others_read_and_do_not_decide(desk: Client, people: dict[str, User], role: str) -> None:
    desk.force_login(people[role], BACKEND)
    html = desk.get(version_page()).content.decode()
    assert "Hyväksy tämä versio" not in html
    assert desk.post(version_page(), DECISION).status_code == 403
    assert desk.post(difference_page(), {"act": "carry"}).status_code == 403
    assert newest().status == "draft"


def test_not_the_same_starts_a_new_history(desk: Client) -> None:
    before = promise("1.1-M1")
    sent = {"act": "other", "kind": "measure", "old_id": "1.1-M1", "new_id": "1.1-M1"}
    assert desk.post(difference_page(), sent).status_code == 302
    assert promise("1.1-M1") != before
    assert not Continuation.objects.get().same


def test_what_makes_no_sense_is_refused(desk: Client) -> None:
    for sent in ({"act": "nonsense"}, {"act": "same", "kind": "measure", "old_id": "9-M9"}):
        assert desk.post(difference_page(), sent).status_code == 422
    assert not Continuation.objects.exists()


def test_the_pages_ask_the_database_seldom(
    desk: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for page, most in (
        ("/desk/mallila/fi/versions/", 8),
        (version_page(), 16),
        (difference_page(), 32),
    ):
        with django_assert_max_num_queries(most):
            assert desk.get(page).status_code == 200
