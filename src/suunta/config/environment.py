"""What the environment says, checked: a bad value stops the start, all bad values at once.

Every variable is described in `dotenv-sample` and docs/reference/settings.md.
"""

from __future__ import annotations

import ipaddress
import os
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from suunta.core.errors import Fault

PACKAGE = Path(__file__).resolve().parents[1]
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
TRUE, FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}
SECRET_KEY_FILE = "secret-key"  # noqa: S105 - the name of a file
VARIABLES = (
    "SUUNTA_DATA",
    "DATABASE_URL",
    "SUUNTA_HOSTS",
    "SUUNTA_HTTPS",
    "SUUNTA_BEHIND_PROXY",
    "SUUNTA_SECRET_KEY",
    "SUUNTA_DEBUG",
    "EMAIL_URL",
    "SUUNTA_MAIL_FROM",
    "SUUNTA_ADDRESS",
    "SUUNTA_SOURCES_ALLOW_PRIVATE",
)


@dataclass(frozen=True)
class Environment:
    """The settings that an installation may choose."""

    data: Path
    database: dict[str, Any]
    hosts: list[str]
    https: bool
    behind_proxy: bool
    secret_key: str
    debug: bool
    mail: dict[str, Any]
    mail_from: str
    address: str
    sources_allow_private: list[Network]


class RefusedError(Exception):
    """One value that cannot be used: what is wrong and the remedy."""


def read_environment(values: Mapping[str, str]) -> Environment:
    """The settings in `values`. Raises ImproperlyConfigured naming every bad value."""
    faults: list[Fault] = []

    def take(name: str, parse: Callable[[str], Any], default: str) -> Any:
        try:
            return parse(values.get(name, "").strip() or default)
        except RefusedError as refusal:
            what, remedy = refusal.args
            faults.append(Fault(what, name, remedy))
            return None

    data = take("SUUNTA_DATA", data_folder, str(default_data()))
    hosts = take("SUUNTA_HOSTS", host_names, "127.0.0.1,localhost,[::1]")
    found = {
        "data": data,
        "database": take("DATABASE_URL", database, f"sqlite:///{data or '.'}/suunta.sqlite3"),
        "hosts": hosts,
        "https": take("SUUNTA_HTTPS", yes_or_no, "no" if all_loopback(hosts or []) else "yes"),
        "behind_proxy": take("SUUNTA_BEHIND_PROXY", yes_or_no, "no"),
        "debug": take("SUUNTA_DEBUG", yes_or_no, "no"),
        "mail": take("EMAIL_URL", mail, "consolemail://"),
        "mail_from": take("SUUNTA_MAIL_FROM", mail_sender, "suunta@localhost"),
        "address": take("SUUNTA_ADDRESS", own_address, address_of(hosts or [])),
        "sources_allow_private": take("SUUNTA_SOURCES_ALLOW_PRIVATE", networks, "no"),
        "secret_key": take("SUUNTA_SECRET_KEY", lambda text: given_or_kept_key(text, data), "kept"),
    }
    if faults:
        raise ImproperlyConfigured("\n".join(str(fault) for fault in faults))
    return Environment(**found)


def default_data() -> Path:
    """`var/` in a checkout; where the package is installed, the user's own data folder."""
    checkout = PACKAGE.parents[1]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "var"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "suunta"


def data_folder(text: str) -> Path:
    """The folder, made if it is not there, and writable."""
    path = Path(text).expanduser().absolute()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"cannot make the folder {path}: {error.strerror}.",
            "Name a folder that this user may write.",
        ) from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise RefusedError(
            f"the folder {path} is not writable.", "Give this user the right to write."
        )
    return path


def database(text: str) -> dict[str, Any]:
    """The database of Django that an address names: PostgreSQL, or a file of SQLite."""
    if text.split(":", 1)[0] not in DATABASE_SCHEMES:
        raise RefusedError("is not the address of a database.", DATABASE_REMEDY)
    try:
        found = dict(environ.Env.db_url_config(text))
    except (KeyError, ValueError) as error:
        raise RefusedError("is not the address of a database.", DATABASE_REMEDY) from error
    engine = str(found.get("ENGINE", "")).rsplit(".", 1)[-1]
    if engine == "sqlite3" and found["NAME"]:
        return found | {"OPTIONS": SQLITE_OPTIONS}
    if engine == "postgresql" and found["NAME"]:
        return found | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    raise RefusedError("names no database that Suunta can use.", DATABASE_REMEDY)


DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql", "pgsql")
DATABASE_REMEDY = (
    "Write postgresql://USER:PASSWORD@HOST:5432/NAME, or leave it out for SQLite in SUUNTA_DATA."
)
# WAL lets pages be read while a job writes; IMMEDIATE takes the write lock at the start, where
# waiting helps, instead of failing in the middle of a transaction.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;"
        " PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;"
    ),
}


def host_names(text: str) -> list[str]:
    """Names that the server answers to, told apart by commas."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    wrong = [name for name in names if "/" in name or " " in name or name == "*"]
    if wrong or not names:
        raise RefusedError(
            f"is not a list of host names: {', '.join(wrong) or text}.",
            "Write names alone, such as strategia.kauniainen.fi,strategi.grankulla.fi.",
        )
    return names


def all_loopback(names: list[str]) -> bool:
    """Whether all names lead to this machine alone."""
    return all(is_loopback(name) for name in names)


def is_loopback(name: str) -> bool:
    """Whether a name or address leads to this machine alone."""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def yes_or_no(text: str) -> bool:
    """A switch."""
    if text.lower() not in TRUE | FALSE:
        raise RefusedError(f"is neither yes nor no: {text}.", "Write yes or no.")
    return text.lower() in TRUE


def networks(text: str) -> list[Network]:
    """Private networks that sources may be asked in, told apart by commas; "no" for none."""
    if text.lower() in FALSE:
        return []
    try:
        return [ipaddress.ip_network(each.strip()) for each in text.split(",") if each.strip()]
    except ValueError as error:
        raise RefusedError(
            f"is not a list of networks: {error}.", "Write 10.20.0.0/16,192.168.1.7/32, or no."
        ) from error


def own_address(text: str) -> str:
    """The address of the site, as links in mails begin with it."""
    if not re.fullmatch(r"https?://[^\s/?#]+", text.rstrip("/")):
        raise RefusedError(
            f"is not the address of a site: {text}.", "Write https://strategia.example.fi."
        )
    return text.rstrip("/")


def address_of(hosts: list[str]) -> str:
    """The address of the first host; on this machine that of `suunta serve`."""
    if all_loopback(hosts):
        return "http://127.0.0.1:8000"
    return f"https://{next(host for host in hosts if not is_loopback(host))}"


def mail(text: str) -> dict[str, Any]:
    """Where mail goes out, as Django's own settings."""
    try:
        return dict(environ.Env.email_url_config(text))
    except (KeyError, ValueError, ImproperlyConfigured) as error:
        raise RefusedError(
            "is not the address of a mail server.", "Write smtp+tls://USER:PASSWORD@HOST:587."
        ) from error


def mail_sender(text: str) -> str:
    """The address that mail comes from."""
    if "@" not in text or "\n" in text:
        raise RefusedError(f"is not a mail address: {text}.", "Write an address of the town.")
    return text


def given_or_kept_key(text: str, data: Path | None) -> str:
    """The secret key of the environment, or the one kept in the data folder, made once."""
    if text == "kept":
        return kept_key(data / SECRET_KEY_FILE) if data else ""
    if len(text) < 50 or len(set(text)) < 5:
        raise RefusedError(
            "is too easy to guess.",
            "Write at least 50 random signs, or leave it out: a key is made in SUUNTA_DATA.",
        )
    return text


def kept_key(path: Path) -> str:
    """The key in `path`; the first start writes it, readable by this user alone.

    Two servers that start at once must agree: the key is written aside and linked into place,
    and who comes second reads what the first one wrote.
    """
    try:
        if not path.exists():
            aside = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(64))
            try:
                os.link(aside, path)
            except FileExistsError:
                pass
            finally:
                aside.unlink()
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise RefusedError(
            f"the key in {path} cannot be read or made: {error}.",
            "Give this user the right to read and write the file.",
        ) from error
    if len(key) < 50:
        raise RefusedError(f"the key in {path} is damaged.", "Delete the file: a new key is made.")
    return key
