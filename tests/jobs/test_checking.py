"""The self-test names every fault with its remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection

from suunta.jobs import check
from suunta.jobs.check import check_installation
from suunta.store.append_only import unlock

pytestmark = pytest.mark.django_db


def faults() -> dict[str, str]:
    return {each.name: each.fault_text for each in check_installation() if each.fault_text}


def test_an_installation_that_is_well_has_no_fault() -> None:
    assert faults() == {}


def test_of_a_database_that_does_not_answer_nothing_else_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> None:
        raise OperationalError("Connection\nrefused")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    found = [each for each in check_installation() if each.fault]
    assert [(each.name, each.outside) for each in found] == [("the database answers", True)]
    assert "does not answer: Connection refused" in (found[0].fault_text or "")


def test_missing_triggers_are_named() -> None:
    unlock(connection)
    assert "store_observation_no_update" in faults()["history cannot be rewritten"]


def test_a_secret_key_that_others_can_read_is_named(settings: Any, tmp_path: Path) -> None:
    settings.SUUNTA_DATA = tmp_path
    key = tmp_path / "secret-key"
    key.write_text("x" * 50)
    key.chmod(0o644)
    said = faults()["the secret key is private"]
    assert "mode 0644" in said
    assert f"chmod 600 {key}" in said


def test_a_data_folder_that_is_gone_is_named(settings: Any, tmp_path: Path) -> None:
    settings.SUUNTA_DATA = tmp_path / "gone"
    assert "SUUNTA_DATA" in faults()["the data folder is writable"]


def test_missing_definitions_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(check, "folder", lambda name: tmp_path)
    assert "fi.yaml" in faults()["definitions are found"]


def test_missing_static_files_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check, "STYLE_SHEET", "suunta/none.css")
    assert "suunta/none.css" in faults()["static files are found"]


def test_debugging_on_a_public_server_is_named(settings: Any) -> None:
    settings.DEBUG = settings.SECURE_SSL_REDIRECT = True
    assert "SUUNTA_DEBUG" in faults()["debugging is off in public"]


def test_a_waiting_migration_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        check.MigrationExecutor, "migration_plan", lambda self, targets: [("one", False)]
    )
    assert "1 migrations have not been applied" in faults()["the tables are up to date"]
