"""What a page refuses: methods, foreign redirects, floods, scripts of others."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from suunta.store.models import User

PAGES = ("/mallila/fi/", "/mallila/fi/goal/1.1/", "/mallila/fi/measure/1.1-M1.csv", "/healthz")


@pytest.mark.parametrize("path", PAGES)
def test_head_answers_without_a_body(visitor: Client, path: str) -> None:
    answer = visitor.head(path)
    assert answer.status_code == 200
    assert answer.content == b""


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_other_methods_are_refused(visitor: Client, path: str, method: str) -> None:
    assert getattr(visitor, method)(path).status_code == 405


def test_the_policy_allows_no_inline_script_or_style(visitor: Client) -> None:
    policy = visitor.get("/mallila/fi/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_public_pages_set_no_cookie(visitor: Client) -> None:
    assert not visitor.get("/mallila/fi/").cookies


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "/\\evil.example"])
@pytest.mark.django_db
def test_signing_in_leads_to_no_other_site(client: Client, target: str) -> None:
    User.objects.create_user("maria", password="a-long-password-1")
    answer = client.post(
        "/accounts/login/", {"login": "maria", "password": "a-long-password-1", "next": target}
    )
    assert answer.status_code == 302
    assert "evil" not in answer["Location"]


@pytest.mark.django_db
def test_a_wrong_password_is_refused_in_the_visitors_language(client: Client) -> None:
    answer = client.post("/accounts/login/?lang=fi", {"login": "maria", "password": "wrong"})
    assert answer.status_code == 200
    html = answer.content.decode()
    assert 'role="alert"' in html
    assert "Kirjaudu sisään" in html


@pytest.mark.django_db
def test_guessing_passwords_is_slowed_down(client: Client) -> None:
    answers = [
        client.post("/accounts/login/", {"login": "maria", "password": f"guess-{n}"})
        for n in range(12)
    ]
    assert 'role="alert"' in answers[-1].content.decode()
    assert not any(answer.status_code == 302 for answer in answers)


@pytest.mark.django_db
def test_a_flood_of_sign_ins_from_one_address_is_answered_with_429(client: Client) -> None:
    answers = [
        client.post("/accounts/login/?lang=sv", {"login": f"person-{n}", "password": "guess"})
        for n in range(31)
    ]
    assert answers[-1].status_code == 429
    assert "För många försök på kort tid" in answers[-1].content.decode()


@pytest.mark.django_db
def test_nobody_signs_up_by_themselves(client: Client) -> None:
    assert client.get("/accounts/signup/").status_code == 404
    assert client.get("/accounts/password/reset/").status_code == 404


def test_a_form_without_its_token_is_refused(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/accounts/login/?lang=sv", {"login": "maria", "password": "x"})
    assert answer.status_code == 403
    assert "Formuläret kunde inte tas emot" in answer.content.decode()


def test_a_flood_of_searches_is_answered_with_429(visitor: Client) -> None:
    answers = [visitor.get("/mallila/sv/search/?q=kurs") for _ in range(61)]
    assert {answer.status_code for answer in answers[:60]} == {200}
    assert answers[60].status_code == 429
    assert answers[60]["Retry-After"] == "60"
    assert "För många sökningar" in answers[60].content.decode()


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_the_right_most_forwarded_address_is_counted(visitor: Client) -> None:
    search = "/mallila/sv/search/?q=kurs"

    def ask(forwarded: str) -> int:
        return visitor.get(search, headers={"x-forwarded-for": forwarded}).status_code

    assert {ask(f"203.0.113.{n}, 198.51.100.1") for n in range(60)} == {200}
    assert ask("203.0.113.99, 198.51.100.1") == 429
    assert ask("198.51.100.1, 198.51.100.2") == 200


def test_without_a_proxy_a_forwarded_address_is_not_believed(visitor: Client) -> None:
    headers = [{"x-forwarded-for": f"203.0.113.{n}"} for n in range(61)]
    answers = [visitor.get("/mallila/sv/search/?q=kurs", headers=each) for each in headers]
    assert answers[-1].status_code == 429


@pytest.mark.django_db
@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_sign_ins_behind_a_proxy_are_counted_by_the_forwarded_address(client: Client) -> None:
    def sign_in(number: int, forwarded: str) -> int:
        words = {"login": f"person-{number}", "password": "guess"}
        headers = {"x-forwarded-for": forwarded}
        return client.post("/accounts/login/", words, headers=headers).status_code

    answers = [sign_in(n, f"203.0.113.{n}, 198.51.100.1") for n in range(31)]
    assert answers[-1] == 429
    assert sign_in(99, "198.51.100.1, 198.51.100.2") == 200


@pytest.mark.parametrize("question", ["<img src=x>", '"><script>', "%s%(n)s", "\x00", "å" * 500])
def test_a_question_is_never_taken_for_markup(visitor: Client, question: str) -> None:
    answer = visitor.get("/mallila/fi/search/", {"q": question})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()
    assert "<img" not in answer.content.decode()
