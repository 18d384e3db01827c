"""What a reviewer wrote into the form of a measure, as sub-measures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from suunta.core.errors import Fault, InputError
from suunta.core.strategy import Baseline, SubMeasure
from suunta.web.desk.imports.choices import CHOICES
from suunta.web.desk.imports.fields import FLAGS, NUMBERS, ORDER, in_field
from suunta.web.desk.imports.when import typed_period

SPACES = re.compile(r"[\s\u00a0\u202f]+")
MOST_PARTS, MOST_STARTS, LONGEST = 30, 9, 500
# What the store has room for.
SHORT = {"unit": 40, "scale": 40}


class Entered:
    """Reads the fields of a form; all faults at once."""

    def __init__(self, sent: Mapping[str, str], language: str) -> None:
        self.sent, self.language = sent, language
        self.faults: list[Fault] = []

    def sub_measures(self, before: tuple[SubMeasure, ...]) -> tuple[SubMeasure, ...]:
        """The sub-measures that the form holds. Raises: InputError, a fault by the field's id."""
        numbers = range(1, min(len(before) + 1, MOST_PARTS) + 1)
        found = [
            self.part(number, before[number - 1] if number <= len(before) else None)
            for number in numbers
            if self.meant(number, len(before))
        ]
        if not found:
            self.fault("1-indicator", _("A measure follows at least one thing."))
        if self.faults:
            raise InputError(self.faults)
        return tuple(found)

    def meant(self, number: int, known: int) -> bool:
        """Whether a part is kept: it is not struck out, and a new one has a name."""
        if f"{number}-drop" in self.sent:
            return False
        return number <= known or bool(self.sent.get(f"{number}-indicator", "").strip())

    def part(self, number: int, before: SubMeasure | None) -> SubMeasure:
        """One sub-measure. What was not touched keeps where it was recognised."""
        old = before or SubMeasure("monitoring", "")
        values: dict[str, Any] = {name: self.value(number, name, old) for name in ORDER}
        values["baseline"] = self.starts(number, old)
        changed = {name for name, value in values.items() if value != getattr(old, name)}
        if not changed:
            return old
        if not values["indicator"]:
            self.fault(f"{number}-indicator", _("Say what is followed."))
        if values["kind"] == "numeric" and not has_target(values):
            self.fault(f"{number}-target_value", _("Give the number to reach, or another kind."))
        parts = tuple(part for part in old.parts if part.field not in changed)
        return replace(old, **values, parts=parts)

    def value(self, number: int, name: str, old: SubMeasure) -> Any:
        """What a field says; one that was not sent says what it said."""
        key, before = f"{number}-{name}", getattr(old, name)
        if name in FLAGS:
            return key in self.sent
        if key not in self.sent:
            return before
        text = " ".join(self.sent[key].split())
        if text == in_field(name, before, self.language):
            return before  # as it is, no digit lost
        if name in NUMBERS:
            return self.number(key, text)
        if name in CHOICES:
            return self.choice(key, text, CHOICES[name])
        if name == "target_period":
            return self.period(key, text)
        if len(text) > SHORT.get(name, LONGEST):
            self.fault(key, _("This is too long."))
        return text if name == "indicator" else text or None

    def choice(self, key: str, text: str, known: tuple[str, ...]) -> str | None:
        """One of the choices."""
        if text not in known:
            self.fault(key, _("Choose one of the list."))
        return text or None

    def period(self, key: str, text: str) -> str | None:
        """A period as people write it; None for nothing."""
        found = typed_period(text, self.language) if text else None
        if text and found is None:
            self.fault(key, _("Write a year or a day, such as 2028 or 31.12.2028."))
        return found

    def number(self, key: str, text: str) -> float | None:
        """A number as people write it; None for nothing."""
        plain = SPACES.sub("", text).replace("\u2212", "-").replace("–", "-").rstrip("%")
        plain = plain.replace(",", "" if self.language == "en" else ".")
        if not plain:
            return None
        if re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,10})?", plain, re.ASCII):
            return float(plain)
        self.fault(key, _("Write a number, such as 4.5 or 1 200."))
        return None

    def starts(self, number: int, old: SubMeasure) -> tuple[Baseline, ...]:
        """The starting values; an empty row is none."""
        found = []
        for place in range(1, min(len(old.baseline) + 1, MOST_STARTS) + 1):
            before = old.baseline[place - 1] if place <= len(old.baseline) else None
            if one := self.start(f"{number}-baseline-{place}", before):
                found.append(one)
        return tuple(found)

    def start(self, key: str, before: Baseline | None) -> Baseline | None:
        """One starting value."""
        if f"{key}-value" not in self.sent:
            return before
        texts = {n: self.sent.get(f"{key}-{n}", "").strip() for n in ("period", "value", "unit")}
        if before and all(
            texts[name] == in_field(name, getattr(before, name), self.language) for name in texts
        ):
            return before
        period = self.period(f"{key}-period", texts["period"])
        value = self.number(f"{key}-value", texts["value"])
        if value is None and not texts["period"]:
            return None
        return Baseline(period, value, texts["unit"][:40] or None)

    def fault(self, key: str, what: str) -> None:
        """Keep what is wrong with a field."""
        self.faults.append(Fault(what, key))


def has_target(values: Mapping[str, Any]) -> bool:
    """Whether anything says what is to be reached."""
    if values["comparator"] in ("increase", "decrease") or values["placeholder"]:
        return True
    said = ("target_value", "target_value_max", "target_fraction", "benchmark")
    return any(values[name] is not None for name in said)
