"""The reference page names every table."""

from __future__ import annotations

from django.apps import apps

from suunta.config.environment import PACKAGE


def test_every_table_is_on_the_page_of_the_store() -> None:
    page = (PACKAGE.parents[1] / "docs/reference/store.md").read_text(encoding="utf-8")
    names = [model.__name__ for model in apps.get_app_config("store").get_models()]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_the_migrations_are_those_of_the_models(db: None) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
