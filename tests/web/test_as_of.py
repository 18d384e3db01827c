"""Every page as of a date: kept in links, refused where it is none."""

from __future__ import annotations

import pytest
from django.test import Client

PAGE = "/mallila/fi/goal/1.1/"


def test_the_page_opens_on_the_opening_date(visitor: Client) -> None:
    assert "<strong>31.3.2023</strong>" in visitor.get(PAGE).content.decode()


def test_the_date_of_the_address_is_shown_and_kept_in_links(visitor: Client) -> None:
    html = visitor.get(f"{PAGE}?as_of=2022-12-31").content.decode()
    assert "<strong>31.12.2022</strong>" in html
    assert 'href="/mallila/fi/?as_of=2022-12-31"' in html
    assert 'href="/mallila/sv/goal/1.1/?as_of=2022-12-31"' in html
    assert 'href="/mallila/fi/measure/1.1-M1/?as_of=2022-12-31"' in html


def test_a_link_leads_back_to_the_opening_date(visitor: Client) -> None:
    html = visitor.get(f"{PAGE}?as_of=2022-12-31").content.decode()
    assert f'<a href="{PAGE}">Takaisin: 31.3.2023</a>' in html


@pytest.mark.parametrize(
    "text", ["yesterday", "2023-02-30", "2023-13-01", "31.3.2023", "0001-01-01", "9999-12-31", "1"]
)
def test_what_is_no_date_of_the_past_is_refused(visitor: Client, text: str) -> None:
    answer = visitor.get("/mallila/sv/", {"as_of": text})
    assert answer.status_code == 400
    assert "Det datumet kan inte visas" in answer.content.decode()


def test_an_empty_date_is_no_date(visitor: Client) -> None:
    assert visitor.get(f"{PAGE}?as_of=").status_code == 200
