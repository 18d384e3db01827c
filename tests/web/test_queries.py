"""The real store behind the pages: few queries, whatever the number of measures."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from suunta.core.definitions import folder
from suunta.jobs.load_example import load_example
from suunta.jobs.scorecard import build
from suunta.store.models import Membership, Municipality, User

pytestmark = pytest.mark.django_db

MOST = 12
PAGES = (
    "/{}/fi/",
    "/{}/fi/area/1/",
    "/{}/fi/goal/1.1/",
    "/{}/fi/measure/1.1-M1/",
    "/{}/sv/search/?q=kaava",
    "/{}/en/changes/",
    "/{}/en/versions/",
    "/desk/{}/sv/versions/",
    "/desk/{}/fi/",
    "/desk/{}/fi/scorecard/",
    "/desk/{}/en/sources/",
)


@pytest.fixture
def member(client: Client) -> Client:
    """Somebody who works for both towns of the examples."""
    for name in ("kauniainen", "exempelby"):
        load_example(folder("examples") / name)
    maria = User.objects.create_user("maria", password="a-long-password-1")
    for town in Municipality.objects.all():
        Membership.objects.create(user=maria, municipality=town, role="strategy_manager")
    client.force_login(maria, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_no_page_asks_the_database_more_than_twelve_times(
    member: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for town in ("kauniainen", "exempelby"):
        for page in PAGES:
            with django_assert_max_num_queries(MOST):
                assert member.get(page.format(town)).status_code == 200


def test_every_goal_and_measure_of_the_examples_has_its_page(member: Client) -> None:
    for town in ("kauniainen", "exempelby"):
        card = build(town)
        for goal in card.goals:
            assert member.get(f"/{town}/sv/goal/{goal.number}/").status_code == 200
        for measure in card.measures:
            answer = member.get(f"/{town}/fi/measure/{measure.id}/")
            assert answer.status_code == 200, measure.id


def test_both_towns_stand_on_the_start_page(member: Client) -> None:
    html = member.get("/", headers={"accept-language": "sv"}).content.decode()
    assert 'href="/kauniainen/sv/"' in html
    assert 'href="/exempelby/sv/"' in html


def test_before_the_adoption_there_is_nothing_to_show(member: Client) -> None:
    answer = member.get("/exempelby/fi/?as_of=2001-01-01")
    assert answer.status_code == 404
    assert "Silloin ei ollut vielä hyväksytty strategiaa" in answer.content.decode()
