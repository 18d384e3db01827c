"""A town begins with its municipality and the first people."""

from __future__ import annotations

import pytest

from suunta.core.errors import InputError
from suunta.core.texts import Text
from suunta.jobs.newcomers import add_municipality, add_person
from suunta.store.access import roles_in
from suunta.store.models import Municipality, User

NAME = Text({"fi": "Uusila", "sv": "Nyby"})


def add(slug: str = "uusila", name: Text = NAME, *languages: str) -> bool:
    return add_municipality(by="test", slug=slug, name=name, languages=languages or ("fi", "sv"))


def test_a_municipality_is_made_once(db: None) -> None:
    assert add()
    assert not add()
    assert Municipality.objects.get().official_languages == ["fi", "sv"]


def test_a_known_slug_is_not_renamed(db: None) -> None:
    add()
    with pytest.raises(InputError, match="already"):
        add("uusila", Text({"fi": "Toinen", "sv": "Annan"}))


def test_all_that_is_wrong_with_a_municipality_is_told(db: None) -> None:
    with pytest.raises(InputError) as raised:
        add("uusila", Text({"fi": "Uusila"}), "fi", "sv", "de")
    assert [fault.place for fault in raised.value.faults] == ["--languages", "--name"]
    with pytest.raises(InputError, match="cannot be the address"):
        add("desk")


def test_a_new_person_gets_a_role_and_a_password(town: Municipality) -> None:
    found = add_person(by="test", username="maija", slug="mallila", role="strategy_manager")
    user = User.objects.get(username="maija")
    assert found.password
    assert user.check_password(found.password)
    assert roles_in(user, "mallila") == {"strategy_manager"}


def test_a_person_who_is_there_keeps_the_password(town: Municipality) -> None:
    first = add_person(by="test", username="maija", slug="mallila", role="reader")
    again = add_person(by="test", username="maija", slug="mallila", role="auditor")
    user = User.objects.get(username="maija")
    assert again.password is None
    assert user.check_password(first.password or "")
    assert roles_in(user, "mallila") == {"reader", "auditor"}


def test_all_that_is_wrong_with_a_person_is_told(town: Municipality) -> None:
    with pytest.raises(InputError) as raised:
        add_person(by="test", username="a b", slug="mallila", role="boss", email="nobody")
    places = [fault.place for fault in raised.value.faults]
    assert places == ["--role", "USERNAME", "--email"]
    assert not User.objects.exists()
