"""What the headers of answers say: how long to keep them, what a browser may not do."""

from __future__ import annotations

import pytest
from django.test import Client

from suunta.web.shared import sources

OPEN = (
    "/mallila/",
    "/mallila/fi/",
    "/mallila/sv/measure/1.1-M1/",
    "/mallila/fi/measure/1.1-M1.csv",
)
CLOSED = ("/accounts/login/", "/healthz", "/mallila/fi/goal/9.9/", "/mallila/fi/?as_of=x", "/desk/")


@pytest.mark.parametrize("path", OPEN)
def test_a_public_page_may_be_kept_for_a_minute(visitor: Client, path: str) -> None:
    assert visitor.get(path)["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.django_db
def test_sign_in_probes_and_refusals_are_never_kept(visitor: Client, path: str) -> None:
    assert visitor.get(path)["Cache-Control"] == "private, no-store"


def test_the_desk_is_never_kept(manager: Client) -> None:
    answer = manager.get("/desk/mallila/fi/")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


def test_a_page_that_did_not_change_is_not_sent_again(visitor: Client) -> None:
    first = visitor.get("/mallila/fi/")
    again = visitor.get("/mallila/fi/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_only_what_depends_on_the_browsers_language_varies_by_it(visitor: Client) -> None:
    assert "Accept-Language" in visitor.get("/mallila/")["Vary"]
    assert "Accept-Language" not in visitor.get("/mallila/fi/").get("Vary", "")


def test_the_browser_is_told_what_it_may_not_do(visitor: Client) -> None:
    answer = visitor.get("/mallila/fi/")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert "camera=()" in answer["Permissions-Policy"]


def test_a_measure_names_its_figures_as_an_alternate(visitor: Client) -> None:
    html = visitor.get("/mallila/sv/measure/1.1-M1/").content.decode()
    assert '<link rel="alternate" type="text/csv"' in html
    assert 'href="/mallila/sv/measure/1.1-M1.csv"' in html


@pytest.mark.parametrize(
    ("language", "said"),
    [("fi", "Jotain meni vikaan"), ("sv", "Något gick fel"), ("en", "went wrong")],
)
def test_a_fault_of_ours_is_told_in_the_visitors_language(
    visitor: Client, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr(sources, "scorecard", broken)
    visitor.raise_request_exception = False
    answer = visitor.get(f"/mallila/{language}/")
    assert answer.status_code == 500
    assert said in answer.content.decode()
    assert "out of order" not in answer.content.decode()
