"""Fields of a JSON object taken with their type checked, every fault kept with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from suunta.core.errors import Fault

LARGEST = 10**15


class Fields:
    """An object of a JSON document at a path.

    Every method gives the field's value, or a neutral one after adding a fault to `faults`.
    A missing key and null are the same.
    """

    def __init__(self, content: dict[str, Any], path: str, faults: list[Fault]) -> None:
        self._content = content
        self._path = path
        self._faults = faults

    def names(self) -> tuple[str, ...]:
        """The keys that are texts."""
        return tuple(key for key in self._content if isinstance(key, str))

    def fault(self, name: str, what: str, remedy: str) -> None:
        """Note a fault of a field."""
        place = self._at(name)
        self._faults.append(Fault(f"The field {what}.", place, remedy))

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def text(self, name: str) -> str | None:
        """A text. Numbers are taken as texts, for YAML reads `number: 1.1` as a number."""
        return self._as_text(name, self._content.get(name))

    def _as_text(self, name: str, value: Any) -> str | None:
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if not isinstance(value, str):
            self.fault(name, "is no text", "Write it as text in quotes.")
            return None
        if "\0" in value or not _is_storable(value):
            self.fault(name, "holds a character that no text has", "Take the character away.")
            return None
        return value

    def required_text(self, name: str) -> str:
        """A text that must be there and say something."""
        value = self.text(name)
        if value is None and self._content.get(name) is not None:
            return ""  # the wrong type is told already
        if value is None or not value.strip():
            self.fault(name, "is missing or empty", "Give it.")
            return ""
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        items = self._items(name)
        found = (self._as_text(f"{name}[{place}]", item) for place, item in enumerate(items))
        return tuple(text for text in found if text is not None)

    def number(self, name: str) -> float | None:
        """A finite number, whole ones kept whole."""
        value = self._content.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fault(name, "is no number", "Write it as a number without quotes or unit.")
            return None
        if abs(value) > LARGEST or value != value:
            self.fault(name, "is no finite number of usual size", "Give such a number or null.")
            return None
        return value

    def whole(self, name: str) -> int | None:
        """A whole number."""
        value = self.number(name)
        if value is not None and value != int(value):
            self.fault(name, "is no whole number", "Give a whole number.")
            return None
        return None if value is None else int(value)

    def wholes(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers."""
        found = []
        for place, item in enumerate(self._items(name)):
            if isinstance(item, int) and not isinstance(item, bool):
                found.append(item)
            else:
                self.fault(f"{name}[{place}]", "is no whole number", "Give a whole number.")
        return tuple(found)

    def numbers(self, name: str) -> tuple[float, ...]:
        """A list of finite numbers."""
        found = []
        for place, item in enumerate(self._items(name)):
            usual = isinstance(item, int | float) and not isinstance(item, bool)
            if usual and abs(item) <= LARGEST:
                found.append(item)
            else:
                self.fault(f"{name}[{place}]", "is no number of usual size", "Give a number.")
        return tuple(found)

    def flag(self, name: str) -> bool:
        """True or false; missing is false."""
        value = self._content.get(name)
        if value is not None and not isinstance(value, bool):
            self.fault(name, "is neither true nor false", "Give true or false.")
        return value is True

    def choice(self, name: str, choices: Sequence[str]) -> Any:
        """One of the given words; its type is the caller's Literal."""
        value = self._content.get(name)
        if value is None or (isinstance(value, str) and value in choices):
            return value
        self.fault(name, "has an unknown value", f"Give one of: {', '.join(choices)}.")
        return None

    def child(self, name: str) -> Fields:
        """An object; a missing one is empty."""
        value = self._content.get(name)
        if value is not None and not isinstance(value, dict):
            self.fault(name, "is no object", "Give an object with named fields.")
        return Fields(value if isinstance(value, dict) else {}, self._at(name), self._faults)

    def children(self, name: str) -> Iterator[Fields]:
        """The objects of a list."""
        for place, item in enumerate(self._items(name)):
            if isinstance(item, dict):
                yield Fields(item, self._at(f"{name}[{place}]"), self._faults)
            else:
                self.fault(f"{name}[{place}]", "is no object", "Give an object with named fields.")

    def _items(self, name: str) -> list[Any]:
        value = self._content.get(name)
        if value is not None and not isinstance(value, list):
            self.fault(name, "is no list", "Give a list.")
        return value if isinstance(value, list) else []


def _is_storable(text: str) -> bool:
    """Whether the text can be written as UTF-8: JSON can hold half of a surrogate pair."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
