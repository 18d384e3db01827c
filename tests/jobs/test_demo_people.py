"""The people of the demo."""

from __future__ import annotations

from suunta.jobs.demo_people import renew_demo_people
from suunta.store.access import roles_in
from suunta.store.models import Municipality, User


def test_they_have_a_role_in_the_town_and_a_new_password_each_time(town: Municipality) -> None:
    first, again = renew_demo_people(["mallila"]), renew_demo_people(["mallila"])
    assert [person.username for person in first] == [person.username for person in again]
    assert {person.password for person in first}.isdisjoint(person.password for person in again)
    for person in again:
        user = User.objects.get(username=person.username)
        assert user.check_password(person.password)
        assert roles_in(user, "mallila") == {person.role}


def test_they_have_no_role_in_a_town_that_is_no_example(town: Municipality) -> None:
    renew_demo_people([])
    assert roles_in(User.objects.get(username="demo-reader"), "mallila") == set()
