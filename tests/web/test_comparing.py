"""Peers, groups and computed figures on the measure page of the fictional town."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from suunta.core.definitions import folder
from suunta.jobs.load_example import load_example

pytestmark = pytest.mark.django_db
PAGES = ("1.1-M2", "1.1-M5", "4.1-M3")
# A cold page: two for inputs of computed figures, two for peers, three for sources and owners.
MOST = 18


@pytest.fixture
def town(client: Client) -> Client:
    load_example(folder("examples") / "exempelby")
    return client


def page(client: Client, measure: str, language: str = "en", as_of: str = "2026-11-24") -> str:
    answer = client.get(f"/exempelby/{language}/measure/{measure}/?as_of={as_of}")
    return re.sub(r"\s+", " ", answer.content.decode().replace("\u00a0", " "))


@pytest.mark.parametrize("measure", PAGES)
def test_the_page_asks_the_database_at_most_eighteen_times(
    town: Client, django_assert_max_num_queries: DjangoAssertNumQueries, measure: str
) -> None:
    with django_assert_max_num_queries(MOST):
        page(town, measure)


def test_a_computed_figure_shows_its_formula_and_its_inputs_with_links(town: Client) -> None:
    html = page(town, "1.1-M5")
    assert "Hours of absence divided by Pupils" in html
    assert "75,867 / 1,210 = 62.7 h" in html
    assert 'href="https://exempelby.example/oppilaat-2025"' in html
    assert "Computed by Suunta" in html


def test_shares_of_known_people_stand_in_a_funnel(town: Client) -> None:
    html = page(town, "1.1-M2")
    assert "Among other towns" in html
    assert 'class="lim"' in html
    assert "The eight invented neighbouring towns" in html


def test_values_without_counts_stand_as_dots_and_nothing_is_claimed_of_their_margin(
    town: Client,
) -> None:
    html = page(town, "4.1-M3")
    assert 'class="lim"' not in html
    assert "How sure the figures are is not known." in html


def test_towns_stand_in_no_order_of_merit(town: Client) -> None:
    html = page(town, "4.1-M3")
    table = html[html.index("Comparison towns</caption>") :]
    names = re.findall(r'role="rowheader">(?:<strong>)?([^<(]+)', table)[:9]
    assert names[0] == "Exempelby"
    others = [name.strip() for name in names[1:]]
    assert others == sorted(others)


def test_each_value_has_its_year(town: Client) -> None:
    html = page(town, "1.1-M2")
    assert re.search(r"Tarunmäki \(keksitty\)</th>.*?<span>2023</span>", html)


def test_peers_are_seen_as_they_were_known_on_the_day(town: Client) -> None:
    assert "Among other towns" not in page(town, "4.1-M3", as_of="2026-09-30")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("Ryhmittäin", "Koulun kieli", "peitetty, liian vähän ihmisiä")),
        ("sv", ("Enligt grupp", "Skolans språk", "dold, för få personer")),
        ("en", ("By groups", "Language of schooling", "hidden, too few people")),
    ],
)
def test_groups_are_told_in_the_language_of_the_page(
    town: Client, language: str, words: tuple[str, ...]
) -> None:
    html = page(town, "1.1-M2", language)
    assert all(each in html for each in words)


def test_every_id_on_the_page_is_there_once(town: Client) -> None:
    for measure in PAGES:
        ids = re.findall(r' id="([^"]+)"', page(town, measure))
        assert sorted(ids) == sorted(set(ids))
