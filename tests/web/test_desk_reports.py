"""Reports on the desk: the form, the file, what is refused."""

from __future__ import annotations

import pytest
from django.test import Client

from suunta.jobs import report as jobs
from suunta.reports.council import Material
from suunta.store.models import Municipality
from web import cast
from web.conftest import person

PAGE = "/desk/mallila/{}/reports/"
ASKED = {"kind": "interim", "period": "2022", "language": "sv", "form": "docx"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are made from the cast."""
    monkeypatch.setattr(jobs, "scorecard_of", lambda slug, as_of: cast.scorecard(as_of))
    monkeypatch.setattr(jobs, "material_of", lambda slug, card: Material(card))


@pytest.mark.parametrize(
    ("language", "title"), [("fi", "Raportit"), ("sv", "Rapporter"), ("en", "Reports")]
)
def test_the_page_offers_every_kind_language_and_format(manager: Client, language: str, title: str):
    html = manager.get(PAGE.format(language)).content.decode()
    assert f"<h1>{title}</h1>" in html
    assert html.count('name="kind"') == len(jobs.KINDS)
    assert all(f'value="{form}"' in html for form in jobs.FORMATS)
    assert f'<a href="{PAGE.format(language)}" aria-current="page">' in html


@pytest.mark.parametrize("form", jobs.FORMATS)
def test_the_file_comes_with_its_type_and_a_telling_name(manager: Client, made: None, form: str):
    answer = manager.get(f"{PAGE.format('fi')}file/", ASKED | {"form": form})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == jobs.MEDIA_TYPES[form]
    assert f'"mallila-interim-2022-sv.{form}"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"period": "joskus"}, "Tästä kaudesta ei voi tehdä raporttia"),
        ({"period": "2022-Q3", "kind": "annual"}, "Tästä kaudesta ei voi tehdä raporttia"),
        ({"kind": "body"}, "Valitse toimiala tai toimielin"),
        ({"kind": "body", "body": "atlantis"}, "Sellaista toimialaa tai toimielintä ei ole"),
    ],
)
def test_what_cannot_be_made_is_explained_beside_the_form(
    manager: Client, made: None, changes: dict[str, str], said: str
):
    answer = manager.get(f"{PAGE.format('fi')}file/", ASKED | changes)
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_hostile_choices_fall_back_to_the_forms_own(manager: Client, made: None):
    hostile = {"kind": "../etc", "period": "2022", "language": "xx", "form": "exe"}
    answer = manager.get(f"{PAGE.format('fi')}file/", hostile)
    assert '"mallila-interim-2022-fi.docx"' in answer.headers["Content-Disposition"]


def test_strangers_are_refused(cast_town: None, town_row: Municipality, client: Client, made: None):
    client.force_login(
        person(None, town_row), "allauth.account.auth_backends.AuthenticationBackend"
    )
    assert client.get(PAGE.format("fi")).status_code == 403
    assert client.get(f"{PAGE.format('fi')}file/", ASKED).status_code == 403
