"""The page behind a mail link: looking changes nothing, and nothing typed is lost."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve

from rounds import BY, Cast, make_cast
from suunta.jobs.rounds import close_round, freeze_round, open_round, town_today
from suunta.jobs.rounds.links import new_link
from suunta.store.models import LogEntry, MailLink, Post, Round, Task, UpdateEntry
from suunta.web.shared.discretion import LinksLeftOut

ON = town_today() - timedelta(days=20)


@pytest.fixture
def cast(town: Any) -> Cast:
    return make_cast(town)


@pytest.fixture
def found(cast: Cast) -> Round:
    open_round("mallila", ON, by=BY, letters=False)
    return Round.objects.get()


@pytest.fixture
def token(cast: Cast, found: Round) -> str:
    posts = Post.objects.filter(holder=cast.aino).values_list("pk", flat=True)
    return new_link(found, cast.aino, list(posts), by=BY)


def task(kind: str) -> int:
    return Task.objects.filter(post__code="director", promise__kind=kind).order_by("pk")[0].pk


def page(client: Client, token: str, **query: Any) -> Any:
    return client.get(f"/update/{token}/", {"lang": "fi", **query})


def send(client: Client, token: str, number: int, **fields: Any) -> Any:
    return client.post(f"/update/{token}/{number}/?lang=fi", {"seen": "0", **fields})


def test_the_page_asks_one_item_and_lists_the_others(client: Client, token: str) -> None:
    said = page(client, token).content.decode()
    assert "3 kohtaa, noin 2 min" in said
    assert "Aino Esimerkki, Sivistysjohtaja" in said
    assert "72&nbsp;%" in said or "72\u00a0%" in said
    assert said.count("ei vastattu") == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "Tallenna ja jatka"), ("sv", "Spara och fortsätt"), ("en", "Save and go on")],
)
def test_the_reader_chooses_the_language(
    client: Client, token: str, language: str, words: str
) -> None:
    answer = client.get(f"/update/{token}/", {"lang": language})
    assert words in answer.content.decode()
    assert answer["Content-Language"] == language


def test_looking_changes_nothing(client: Client, token: str) -> None:
    lines = LogEntry.objects.count()
    addresses = ("", "done/", "not-me/", f"{task('action')}/", f"{task('action')}/undo/")
    for address in addresses:
        client.get(f"/update/{token}/{address}")
        client.head(f"/update/{token}/{address}")
    assert LogEntry.objects.count() == lines
    assert UpdateEntry.objects.count() == 0
    link = MailLink.objects.get()
    assert (link.used_at, link.revoked_at) == (None, None)


def test_its_address_is_told_to_nobody(client: Client, token: str) -> None:
    answers = [page(client, token), page(client, "tampered"), send(client, token, task("action"))]
    for answer in answers:
        assert answer["Referrer-Policy"] == "no-referrer"
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert not answer.cookies


def test_the_log_leaves_the_token_out(client: Client, token: str) -> None:
    kept = LinksLeftOut()
    lines = [
        logging.LogRecord(
            "django.request", 30, "", 1, "Not Found: %s", (f"/update/{token}/",), None
        ),
        logging.LogRecord("x", 30, "", 1, f'"GET /update/{token}/done/?lang=fi" 500', None, None),
    ]
    for line in lines:
        assert kept.filter(line)
        assert token not in line.getMessage()
        assert "/update/.../" in line.getMessage()


def test_the_filter_is_where_every_line_goes() -> None:
    from django.conf import settings

    assert settings.LOGGING["handlers"]["stderr"]["filters"] == ["links"]


def test_saving_goes_on_to_the_next_item_and_ends_with_what_was_told(
    client: Client, token: str
) -> None:
    numbers = [row.pk for row in Task.objects.filter(post__code="director").order_by("pk")]
    answer = send(client, token, task("action"), state="in_progress", comment="Luonnos valmis")
    assert answer.status_code == 302
    said = client.get(answer["Location"]).content.decode()
    assert "Tallennettu: Laaditaan ohjelma" in said
    for number in numbers:
        last = send(
            client, token, number, comment="Ei uutta", seen=1 if number == task("action") else 0
        )
    assert last.status_code == 302
    done = client.get(f"/update/{token}/done/?lang=fi").content.decode()
    assert "Kiitos, kaikki on kerrottu" in done
    assert page(client, token).status_code == 302


def test_a_failed_save_keeps_what_was_typed(client: Client, token: str) -> None:
    number = Task.objects.get(post__code="director", promise__parts__code="1.1-M1.1").pk
    typed = {"value": "noin 5", "comment": "Pitkä <b>selitys</b>", "verdict": "partly"}
    answer = send(client, token, number, **typed)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="noin 5"' in said
    assert "Pitkä &lt;b&gt;selitys&lt;/b&gt;" in said
    assert "Tämä ei ole luku" in said
    assert 'value="partly" checked' in said


def test_five_thousand_words_are_kept_and_shown_folded(client: Client, token: str) -> None:
    words = "sana " * 5000
    number = task("action")
    answer = send(client, token, number, state="late", corrective=words, comment="Myöhässä")
    assert answer.status_code == 302
    said = client.get("/mallila/fi/goal/1.1/").content.decode()
    assert "Koko teksti" in said
    assert said.count("sana") > 5000


def test_the_second_sees_the_firsts_words_beside_their_own(
    client: Client, token: str, cast: Cast, found: Round
) -> None:
    posts = Post.objects.filter(deputy=cast.bo).values_list("pk", flat=True)
    other = new_link(found, cast.bo, list(posts), by=BY)
    number = task("action")
    send(client, token, number, state="in_progress", comment="Ainon sanat")
    answer = send(client, other, number, state="done", comment="Bon sanat")
    said = answer.content.decode()
    assert answer.status_code == 409
    assert "Aino Esimerkki vastasi tähän sillä välin." in said
    assert "Ainon sanat" in said
    assert "Bon sanat" in said
    assert 'name="seen" value="1"' in said
    assert send(client, other, number, state="done", comment="Yhteiset", seen=1).status_code == 302
    assert UpdateEntry.objects.latest("pk").comment == "Yhteiset"


def test_what_was_told_is_taken_back(client: Client, token: str) -> None:
    number = task("action")
    send(client, token, number, state="done")
    answer = client.post(f"/update/{token}/{number}/undo/?lang=fi", {"seen": "1"})
    assert answer.status_code == 302
    assert Task.objects.get(pk=number).state == "waiting"


def test_a_link_opens_no_task_of_another(client: Client, token: str) -> None:
    foreign = Task.objects.get(post__code="librarian").pk
    assert send(client, token, foreign, comment="Ei minun").status_code == 404
    assert client.post(f"/update/{token}/{foreign}/undo/", {"seen": "0"}).status_code == 404
    assert UpdateEntry.objects.count() == 0


def test_refusals_are_words_and_hand_back_what_was_typed(
    client: Client, token: str, found: Round
) -> None:
    tampered = send(client, token + "x", task("action"), comment="Kirjoitin tämän")
    assert tampered.status_code == 404
    assert "Linkki ei aukea" in tampered.content.decode()
    assert "Kirjoitin tämän" in tampered.content.decode()
    close_round("mallila", ON, by=BY)
    assert "voit vielä vastata" in page(client, token).content.decode().lower()
    freeze_round("mallila", ON, by=BY)
    frozen = send(client, token, task("action"), state="done", comment="Liian myöhään")
    assert frozen.status_code == 410
    assert "Kierros on päättynyt" in frozen.content.decode()
    assert "Liian myöhään" in frozen.content.decode()


def test_an_expired_link_says_so(client: Client, token: str) -> None:
    Round.objects.update(opens=ON, closes=ON)
    MailLink.objects.update(expires=ON)
    answer = page(client, token)
    assert answer.status_code == 410
    assert "Linkki on vanhentunut" in answer.content.decode()


def test_somebody_else_closes_a_forwarded_link(client: Client, token: str) -> None:
    answer = client.post(f"/update/{token}/not-me/?lang=fi")
    assert "Linkki on suljettu" in answer.content.decode()
    assert "Linkki on peruttu" in page(client, token).content.decode()
    assert LogEntry.objects.filter(what="link.revoke").exists()


def test_a_form_of_a_browser_that_tells_no_referrer_is_taken(token: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    address = f"/update/{token}/{task('action')}/"
    answer = strict.post(address, {"state": "done", "seen": "0"}, headers={"Origin": "null"})
    assert answer.status_code == 302


@pytest.mark.parametrize("seen", ["", "-1", "x", "1e9", "99999999999999999999", "²"])
def test_a_tampered_number_of_what_was_seen_breaks_nothing(
    client: Client, token: str, seen: str
) -> None:
    assert send(client, token, task("action"), state="done", seen=seen).status_code in (302, 409)


def test_the_page_asks_the_database_at_most_fifteen_times(
    client: Client, token: str, django_assert_max_num_queries: Any
) -> None:
    from suunta.jobs.scorecard.build import whole

    whole.cache_clear()
    with django_assert_max_num_queries(15):
        assert page(client, token).status_code == 200


def test_the_own_verdict_stands_beside_the_computed_status_in_public(
    client: Client, token: str
) -> None:
    number = Task.objects.get(post__code="director", promise__parts__code="1.1-M1.1").pk
    send(client, token, number, verdict="partly", reason="Kysely on vanha", comment="Odotetaan")
    for address in ("/mallila/fi/measure/1.1-M1/", "/mallila/fi/goal/1.1/"):
        said = client.get(address).content.decode()
        assert "Toteutui osittain" in said
        assert "Kysely on vanha" in said
    assert "Odottaa toteumaa" in client.get("/mallila/fi/measure/1.1-M1/").content.decode()


def test_the_views_need_no_sign_in_and_say_so(token: str) -> None:
    from suunta.web.shared.access import ANYONE

    assert vars(resolve(f"/update/{token}/").func)["audience"] is ANYONE
