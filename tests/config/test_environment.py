"""Settings from the environment: what they become, and every bad value with its remedy."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from suunta.config.environment import PACKAGE, VARIABLES, read_environment

ROOT = PACKAGE.parents[1]


def read(data: Path, **values: str):
    return read_environment({"SUUNTA_DATA": str(data), **values})


def test_the_secret_key_is_made_once_and_readable_by_its_owner_alone(tmp_path: Path) -> None:
    first, second = read(tmp_path), read(tmp_path)
    kept = tmp_path / "secret-key"
    assert first.secret_key == second.secret_key == kept.read_text()
    assert len(first.secret_key) >= 50
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_damaged_secret_key_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("short")
    with pytest.raises(ImproperlyConfigured, match="is damaged"):
        read(tmp_path)


def test_a_new_data_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    read(tmp_path / "data")
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_sqlite_in_the_data_folder_is_the_default(tmp_path: Path) -> None:
    found = read(tmp_path).database
    assert found["ENGINE"] == "django.db.backends.sqlite3"
    assert found["NAME"] == str(tmp_path / "suunta.sqlite3")
    assert "journal_mode=WAL" in found["OPTIONS"]["init_command"]


def test_an_address_of_postgresql_is_taken_apart(tmp_path: Path) -> None:
    found = read(tmp_path, DATABASE_URL="postgresql://suunta:s%40crt@db.example:5433/town").database
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("suunta", "s@crt", "db.example")
    assert (found["PORT"], found["NAME"]) == (5433, "town")


def test_https_is_on_unless_every_host_is_this_machine(tmp_path: Path) -> None:
    assert not read(tmp_path).https
    assert not read(tmp_path, SUUNTA_HOSTS="localhost,127.0.0.1,[::1]").https
    assert read(tmp_path, SUUNTA_HOSTS="localhost,strategia.example.fi").https
    assert not read(tmp_path, SUUNTA_HOSTS="strategia.example.fi", SUUNTA_HTTPS="no").https


def test_all_bad_values_are_named_at_once(tmp_path: Path) -> None:
    bad = {
        "DATABASE_URL": "mysql://a/b",
        "SUUNTA_HOSTS": "*",
        "SUUNTA_HTTPS": "maybe",
        "SUUNTA_BEHIND_PROXY": "2",
        "SUUNTA_DEBUG": "perhaps",
        "SUUNTA_SECRET_KEY": "short",
        "EMAIL_URL": "pigeon://coop",
        "SUUNTA_MAIL_FROM": "nobody",
    }
    with pytest.raises(ImproperlyConfigured) as raised:
        read(tmp_path, **bad)
    lines = str(raised.value).splitlines()
    assert {line.split(":")[0] for line in lines} == set(bad)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ImproperlyConfigured, match="SUUNTA_DATA: cannot make the folder"):
        read(tmp_path / "file" / "below")


@pytest.mark.parametrize("page", ["dotenv-sample", "docs/reference/settings.md"])
def test_every_variable_is_documented(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in VARIABLES if name not in text] == []


def test_no_inline_script_or_style_may_run() -> None:
    from django.conf import settings

    policy = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    allowed = {source for sources in policy.values() for source in sources}
    assert allowed == {"'self'", "'none'", "data:"}
    assert policy["img-src"] == ["'self'", "data:"]
