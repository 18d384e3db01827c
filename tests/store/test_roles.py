"""Roles are held in one municipality at a time."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from suunta.store.access import has_role, roles_in
from suunta.store.actions.people import give_role
from suunta.store.models import LogEntry, Membership, Municipality


def test_a_role_holds_in_its_own_municipality_alone(people: dict[str, Any]) -> None:
    assert roles_in(people["auditor"], "mallila") == {"auditor"}
    assert roles_in(people["auditor"], "kauniainen") == frozenset()


def test_a_stranger_may_not_see_the_desk(people: dict[str, Any]) -> None:
    allowed = {name for name, who in people.items() if who.has_perm("store.see_desk", "mallila")}
    assert allowed == set(people) - {"stranger"}


def test_nobody_has_a_role_without_signing_in(db: None) -> None:
    assert roles_in(AnonymousUser(), "mallila") == frozenset()


def test_somebody_who_left_has_no_role(people: dict[str, Any]) -> None:
    people["owner"].is_active = False
    assert roles_in(people["owner"], "mallila") == frozenset()


def test_a_predicate_asks_for_one_of_its_roles(people: dict[str, Any]) -> None:
    managers = has_role("administrator", "strategy_manager")
    assert managers(people["strategy_manager"], "mallila")
    assert not managers(people["reader"], "mallila")
    assert not managers(people["administrator"], None)


def test_a_role_is_given_once_and_logged_once(people: dict[str, Any], town: Municipality) -> None:
    give_role(by="test", user=people["owner"], municipality=town, role="owner")
    given = LogEntry.objects.filter(what="membership.give", details__username="owner")
    assert given.count() == 1


def test_a_role_that_does_not_exist_is_refused(people: dict[str, Any], town: Municipality) -> None:
    with pytest.raises(IntegrityError):
        Membership.objects.create(user=people["owner"], municipality=town, role="king")
