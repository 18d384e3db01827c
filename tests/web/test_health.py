"""Probes."""

from __future__ import annotations

import pytest
from django.db import DatabaseError
from django.test import Client

from suunta.web.shared import health


def test_healthz_needs_no_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_readyz_says_ok_when_the_tables_are_up_to_date(client: Client) -> None:
    assert client.get("/readyz").content == b"ok\n"


@pytest.mark.django_db
def test_readyz_names_waiting_migrations(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        health.MigrationExecutor, "migration_plan", lambda self, targets: [("0002", False)]
    )
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"migrations\n")


def test_readyz_names_a_database_that_does_not_answer(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(health, "MigrationExecutor", fail)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.content) == (503, b"database\n")
