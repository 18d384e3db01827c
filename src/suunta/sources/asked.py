"""Declared requests: data of a town, never code. What they leave open is filled in when asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from suunta.core.errors import Fault, InputError

# Names of the environment that a request may hold: a secret, or an address of one's own.
NAME = re.compile(r"\$\{([A-Z0-9_]+)\}")
PREFIX = "SUUNTA_SOURCE_"
WHEN = re.compile(r"\{(year|month|today)(?:([+-])(\d{1,3}))?\}")
YEARS = re.compile(r"(\d{4})\.\.(\d{4})")


def names_in(values: Any) -> frozenset[str]:
    """The names of the environment that a declared request needs."""
    if isinstance(values, str):
        return frozenset(NAME.findall(values))
    inner = values.values() if isinstance(values, Mapping) else values
    found = inner if isinstance(values, Mapping | list | tuple) else ()
    return frozenset().union(*(names_in(each) for each in found))


def filled(values: Any, environment: Mapping[str, str], today: date) -> Any:
    """A declared request with names and days filled in: `${SUUNTA_SOURCE_TOKEN}`, `{year}`,
    `{year-1}`, `{month-1}` (2026-10), `{today-30}`. Raises InputError for a name without value."""
    if isinstance(values, Mapping):
        return {name: filled(value, environment, today) for name, value in values.items()}
    if isinstance(values, list | tuple):
        return [filled(value, environment, today) for value in values]
    if not isinstance(values, str):
        return values
    named = NAME.sub(lambda found: value_of(found[1], environment), values)
    return WHEN.sub(lambda found: when(found, today), named)


def value_of(name: str, environment: Mapping[str, str]) -> str:
    """A value of the environment. Raises InputError."""
    value = environment.get(name, "").strip() if name.startswith(PREFIX) else ""
    if not value:
        what = f"The request needs {name}, which the environment does not have."
        remedy = f"Set it beside the other settings; such names begin with {PREFIX}."
        raise InputError.single(what, name, remedy)
    return value


def when(found: re.Match[str], today: date) -> str:
    """A day, month or year, so many before or after today's."""
    shift = int(found[3] or 0) * (-1 if found[2] == "-" else 1)
    if found[1] == "year":
        return str(today.year + shift)
    if found[1] == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return f"{year}-{month + 1:02}"
    return date.fromordinal(today.toordinal() + shift).isoformat()


def without_secrets(text: str, values: Any, environment: Mapping[str, str]) -> str:
    """A text in which no value of the environment stands but addresses, for logs and pages."""
    for name in names_in(values):
        value = environment.get(name, "").strip()
        if value and not value.startswith(("https://", "http://")):
            text = text.replace(value, f"${{{name}}}")
    return text


@dataclass(frozen=True)
class Asked:
    """A request, filled in; what it lacks is told with the field's name."""

    values: Mapping[str, Any]

    def text(self, name: str, default: str | None = None) -> str:
        """Words that must be there, unless there is a default. Raises InputError."""
        value = self.values.get(name)
        said = "" if value is None or isinstance(value, dict | list) else str(value).strip()
        if said:
            return said
        if default is None:
            raise lacking(name)
        return default

    def listed(self, name: str, default: tuple[str, ...] | None = None) -> list[str]:
        """One or several words. Raises InputError."""
        value = self.values.get(name)
        given = value if isinstance(value, list) else [] if value in (None, "") else [value]
        found = [str(each).strip() for each in given]
        if not found and default is None:
            raise lacking(name)
        return found or list(default or ())

    def years(self, name: str = "years") -> list[str]:
        """Years, also as `2015..2026`. Raises InputError."""
        found: list[str] = []
        for each in self.listed(name):
            ends = YEARS.fullmatch(each)
            found += map(str, range(int(ends[1]), int(ends[2]) + 1)) if ends else [each]
        wrong = [each for each in found if not re.fullmatch(r"\d{4}", each)]
        if wrong or not found:
            what = f"These are no years: {', '.join(wrong) or 'none'}."
            raise InputError([Fault(what, name, "Write 2015..{year}, or a list of years.")])
        return found

    def named(self, name: str) -> dict[str, Any]:
        """A map; none is an empty one. Raises InputError."""
        value = self.values.get(name) or {}
        if not isinstance(value, Mapping):
            raise InputError.single("is no map of names and values.", name, "Write name: value.")
        return dict(value)


def lacking(name: str) -> InputError:
    """The request does not say what it must."""
    return InputError.single("is missing from the request.", name, "See docs/reference/sources.md.")
