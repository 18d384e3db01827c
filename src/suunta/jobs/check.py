"""A self-test of the installation that names every fault and its remedy."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from suunta.core.definitions import folder
from suunta.core.errors import Fault
from suunta.store.append_only import missing_triggers

SECRET_KEY_FILE = "secret-key"  # noqa: S105 - the name of a file


@dataclass(frozen=True)
class Checked:
    """One thing that was tested, and what is wrong with it; outside: it may pass by itself."""

    name: str
    fault: Fault | None
    outside: bool = False

    @property
    def fault_text(self) -> str | None:
        """The fault in one line."""
        return str(self.fault) if self.fault else None


def check_installation() -> tuple[Checked, ...]:
    """Test everything; the first fault of one test does not stop the others, but where the
    database does not answer, nothing is asked of it."""
    silent = database_answers()
    found = [Checked("the database answers", silent, outside=True)]
    found += [] if silent else [Checked(name, test()) for name, test in OF_DATABASE.items()]
    return (*found, *(Checked(name, test()) for name, test in TESTS.items()))


def one_line(error: Exception) -> str:
    """What a database says, without its line breaks."""
    return " ".join(str(error).split())


def database_answers() -> Fault | None:
    """The database can be reached."""
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        return Fault(
            f"the database does not answer: {one_line(error)}.",
            "DATABASE_URL",
            "Start it, or correct the address.",
        )
    return None


def tables_are_current() -> Fault | None:
    """No migration waits."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return Fault(
            f"the tables cannot be read: {one_line(error)}.", "database", "Check the database."
        )
    if waiting:
        return Fault(
            f"{len(waiting)} migrations have not been applied.",
            "database",
            "Any command that uses the store applies them, such as `suunta serve`.",
        )
    return None


def history_is_locked() -> Fault | None:
    """The triggers are there that keep observations, targets, states and the log as they are."""
    try:
        missing = missing_triggers(connection)
    except DatabaseError as error:
        return Fault(
            f"the triggers cannot be read: {one_line(error)}.", "database", "Check the database."
        )
    if missing:
        return Fault(
            f"triggers are missing: {', '.join(missing)}.",
            "database",
            "Back up, restore: a restore sets them again.",
        )
    return None


def data_folder_is_writable() -> Fault | None:
    """Files can be made in the data folder."""
    try:
        with tempfile.TemporaryFile(dir=settings.SUUNTA_DATA):
            return None
    except OSError as error:
        return Fault(
            f"cannot be written: {error.strerror}.",
            f"SUUNTA_DATA ({settings.SUUNTA_DATA})",
            "Give this user the right to write, or make room on the disk.",
        )


def secret_key_is_private() -> Fault | None:
    """Only this user can read the secret key; one from the environment has no file."""
    path = Path(settings.SUUNTA_DATA) / SECRET_KEY_FILE
    if not path.exists() or os.environ.get("SUUNTA_SECRET_KEY"):
        return None
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Fault(
            f"can be read by others (mode {mode:04o}).", str(path), f"Run: chmod 600 {path}"
        )
    return None


def definitions_are_found() -> Fault | None:
    """What experts edit is where the package looks for it."""
    wanted = [folder("definitions") / "vocabulary" / f"{language}.yaml" for language in LANGUAGES]
    missing = [str(path) for path in wanted if not path.is_file()]
    if missing:
        return Fault(
            f"files are missing: {', '.join(missing)}.", "definitions", "Install Suunta again."
        )
    return None


LANGUAGES = ("fi", "sv", "en")


def static_files_are_found() -> Fault | None:
    """The style sheet and the fonts are in the package."""
    missing = [name for name in (STYLE_SHEET,) if finders.find(name) is None]
    if missing:
        return Fault(f"files are missing: {', '.join(missing)}.", "static", "Install Suunta again.")
    return None


STYLE_SHEET = "suunta/base.css"


def debugging_is_off() -> Fault | None:
    """Error pages do not show the insides to the world."""
    if settings.DEBUG and settings.SECURE_SSL_REDIRECT:
        return Fault("is on for a public server.", "SUUNTA_DEBUG", "Set it to no.")
    return None


def pages_can_be_routed() -> Fault | None:
    """All addresses and their views load."""
    from django.urls import get_resolver

    try:
        get_resolver().check()
    except (ImportError, ImproperlyConfigured) as error:
        return Fault(f"the pages do not load: {error}.", "suunta.web", "Install Suunta again.")
    return None


OF_DATABASE: dict[str, Callable[[], Fault | None]] = {
    "the tables are up to date": tables_are_current,
    "history cannot be rewritten": history_is_locked,
}
TESTS: dict[str, Callable[[], Fault | None]] = {
    "the data folder is writable": data_folder_is_writable,
    "the secret key is private": secret_key_is_private,
    "definitions are found": definitions_are_found,
    "static files are found": static_files_are_found,
    "pages load": pages_can_be_routed,
    "debugging is off in public": debugging_is_off,
}
