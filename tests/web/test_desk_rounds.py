"""Rounds on the desk: who has told, who is late, and who may act."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from rounds import BY, make_cast
from suunta.jobs.rounds import close_round, open_round, town_today
from suunta.store.models import OutgoingMail, Round, User

ON = town_today() - timedelta(days=20)
HERE = f"/desk/mallila/fi/rounds/{ON}/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def desk(client: Client, people: dict[str, User], town: Any) -> Client:
    """The strategy manager of Mallila, signed in; nobody was asked yet."""
    make_cast(town)
    client.force_login(people["strategy_manager"], BACKEND)
    return client


@pytest.fixture
def opened(desk: Client) -> Client:
    """The same with an open round."""
    open_round("mallila", ON, by=BY)
    return desk


def act(client: Client, step: str, **fields: str) -> Any:
    return client.post(f"{HERE}act/", {"step": step, **fields})


def test_a_round_is_opened_from_the_desk(desk: Client) -> None:
    closes = town_today() + timedelta(days=14)
    answer = desk.post("/desk/mallila/fi/rounds/", {"on": str(ON), "closes": str(closes)})
    assert answer["Location"] == HERE
    assert Round.objects.get().closes == closes
    assert OutgoingMail.objects.filter(kind="opened").count() == 2
    assert "2 kirjettä odottaa lähettämistä." in desk.get(HERE).content.decode()


def test_days_that_cannot_be_are_named_and_nothing_is_opened(desk: Client) -> None:
    future, past = town_today() + timedelta(days=3), town_today() - timedelta(days=3)
    answer = desk.post("/desk/mallila/fi/rounds/", {"on": str(future), "closes": str(past)})
    assert answer.status_code == 422
    assert "Viimeinen vastauspäivä on jo mennyt." in answer.content.decode()
    assert Round.objects.count() == 0


def test_the_same_date_twice_is_refused_in_words(opened: Client) -> None:
    closes = town_today() + timedelta(days=14)
    answer = opened.post("/desk/mallila/fi/rounds/", {"on": str(ON), "closes": str(closes)})
    assert answer.status_code == 422
    assert "Siltä päivältä on jo kierros" in answer.content.decode()


def test_who_has_not_reported_is_shown_openly(opened: Client) -> None:
    said = opened.get(HERE).content.decode()
    assert "0/4 kohtaan on vastattu." in said
    assert "Aino Esimerkki" in said
    assert "Laaditaan ohjelma" in said


def test_the_steps_of_a_round(opened: Client) -> None:
    assert act(opened, "remind").status_code == 302
    assert OutgoingMail.objects.filter(kind="reminder").count() == 2
    assert act(opened, "approve", sector="sivistys").status_code == 302
    assert "Hyväksyjä strategy_manager" in opened.get(HERE).content.decode()
    act(opened, "close")
    act(opened, "freeze")
    assert "Jäädytetty tilanteessa" in opened.get(HERE).content.decode()
    refused = act(opened, "reopen", reason=" ")
    assert refused.status_code == 422
    assert "Kerro, miksi kierros avataan uudelleen." in refused.content.decode()
    act(opened, "reopen", reason="Luku oli väärin")
    assert "Luku oli väärin" in opened.get(HERE).content.decode()


def test_a_step_that_is_no_longer_possible_is_refused_in_words(opened: Client) -> None:
    close_round("mallila", ON, by=BY)
    for step in ("close", "unknown", ""):
        assert act(opened, step).status_code == 422


@pytest.mark.parametrize("role", ["sector_head", "owner", "approver", "auditor", "reader"])
def test_members_read_and_do_not_act(opened: Client, people: dict[str, User], role: str) -> None:
    opened.force_login(people[role], BACKEND)
    assert opened.get(HERE).status_code == 200
    assert "Muistuta" not in opened.get(HERE).content.decode()
    assert act(opened, "close").status_code == 403
    new = {"on": str(ON - timedelta(days=30)), "closes": str(town_today())}
    assert opened.post("/desk/mallila/fi/rounds/", new).status_code == 403
    assert Round.objects.get().state == "open"


def test_a_round_that_is_not_there_is_not_found(desk: Client) -> None:
    assert desk.get(HERE).status_code == 404
    assert desk.get("/desk/mallila/fi/rounds/2026-02-30/").status_code == 404


def test_what_the_mail_server_refused_is_shown(opened: Client) -> None:
    OutgoingMail.objects.filter(person__username="aino").update(
        state="refused", error="550 No such user"
    )
    said = opened.get(HERE).content.decode()
    assert "550 No such user" in said
    assert "torjuttu" in said
