"""The cast stands in for the store, so that view tests are fast and see every status."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from suunta.jobs import collecting, versions
from suunta.store.models import Area, Membership, Municipality, User
from suunta.web.shared import rates, sources
from web import cast, cast_sources, cast_versions


@pytest.fixture(autouse=True)
def _fresh_rates(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for the searches of another, nor meets the end of a minute."""
    cache.clear()
    monkeypatch.setattr(rates, "this_minute", lambda: 1)


@pytest.fixture
def cast_town(monkeypatch: pytest.MonkeyPatch) -> None:
    """The town of the cast is the only municipality."""
    known = {cast.TOWN.slug: cast.TOWN}
    monkeypatch.setattr(sources, "municipality", known.get)
    monkeypatch.setattr(sources, "municipalities", lambda: (cast.TOWN,))
    monkeypatch.setattr(
        sources, "scorecard", lambda slug, as_of, goal=None, area=None: cast.scorecard(as_of)
    )
    monkeypatch.setattr(sources, "revisions", lambda parts, as_of: {})
    monkeypatch.setattr(sources, "origins", lambda parts: {})
    monkeypatch.setattr(collecting, "feeds", lambda slug: cast_sources.FEEDS)
    monkeypatch.setattr(collecting, "feed_of", cast_sources.feed_of)
    monkeypatch.setattr(collecting, "indicator_names", lambda slug, keys: {})
    monkeypatch.setattr(collecting, "answer_of", lambda slug, digest, public=False: b"raw")
    monkeypatch.setattr(sources, "earlier_targets", lambda slug, as_of, parts: {})
    monkeypatch.setattr(sources, "comparisons", lambda town, parts, as_of: {})
    monkeypatch.setattr(sources, "explanations", lambda slug, as_of, parts: cast.explained(parts))
    monkeypatch.setattr(versions, "versions_of", cast_versions.versions_of)
    monkeypatch.setattr(versions, "strategy_of", cast_versions.strategy_of)
    monkeypatch.setattr(versions, "difference_of", cast_versions.difference_of)


@pytest.fixture
def visitor(cast_town: None, client: Client) -> Client:
    """Somebody who is not signed in."""
    return client


@pytest.fixture
def town_row(db: None) -> Municipality:
    """The town of the cast as a row, for memberships."""
    area = Area.objects.create(code="mallila", name="Mallila")
    return Municipality.objects.create(
        slug="mallila", name="Mallila", official_languages=["fi", "sv"], area=area
    )


def person(role: str | None, town: Municipality) -> User:
    """A person with a role in the town, or with none."""
    user = User.objects.create_user(f"person-{role}", password="a-long-password-1")
    if role:
        Membership.objects.create(user=user, municipality=town, role=role)
    return user


@pytest.fixture
def manager(visitor: Client, town_row: Municipality) -> Client:
    """The strategy manager, signed in."""
    visitor.force_login(
        person("strategy_manager", town_row),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return visitor
