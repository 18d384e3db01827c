"""A sub-measure as the fields of a form, each with where it comes from and what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from suunta.core.phrases.asking import question_text
from suunta.core.review import Question
from suunta.core.strategy import Baseline, SubMeasure
from suunta.web.desk.imports.choices import CHOICES, field_label, words_of_choice
from suunta.web.desk.imports.spans import field_of
from suunta.web.desk.imports.when import shown_period

ALWAYS = {
    "numeric": ("indicator", "kind", "comparator", "target_value", "unit", "target_period"),
    "milestone": ("indicator", "kind", "target_period"),
    "monitoring": ("indicator", "kind", "source"),
}
# In the order in which they are shown; the rest only where it says something or is asked.
ORDER = (
    *ALWAYS["numeric"],
    "target_value_max",
    "target_basis",
    "direction",
    "source",
    "population",
    "change_bound",
    "approximate",
    "placeholder",
    "benchmark",
    "target_fraction",
    "scale",
)
NUMBERS = ("target_value", "target_value_max")
FLAGS = ("approximate", "placeholder")
PERIODS = ("target_period", "period")
# What the grammar gives every numeric reading: no news until it is another.
PLAIN = {"target_basis": "absolute", "comparator": "none"}


@dataclass(frozen=True)
class Field:
    """A field of the form. origin: where its value comes from, in words; asked: questions about
    it; fault: why what was sent cannot be used."""

    name: str
    id: str
    label: str
    form: str  # text, number, choice or flag
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    origin: str = ""
    asked: tuple[str, ...] = ()
    fault: str = ""

    @property
    def described(self) -> bool:
        """Whether words stand under it."""
        return bool(self.origin or self.asked or self.fault)


@dataclass(frozen=True)
class Start:
    """A starting value: its fields."""

    period: Field
    value: Field
    unit: Field


@dataclass(frozen=True)
class PartForm:
    """The form of one sub-measure; number: 1 the first; asked: about all of it."""

    number: int
    name: str
    shown: tuple[Field, ...]
    more: tuple[Field, ...]
    starts: tuple[Start, ...]
    new_start: Start
    asked: tuple[str, ...]
    start_asked: tuple[str, ...]
    start_origin: str


class PartFields:
    """Makes the form of a sub-measure.

    sent: what was sent and refused, by field id; faults: by field id; settled: a person settled it;
    row: the words of the table's row, where it stands in one.
    """

    def __init__(
        self,
        number: int,
        sub: SubMeasure,
        text: str,
        language: str,
        *,
        questions: Iterable[Question] = (),
        settled: bool = False,
        sent: Mapping[str, str] | None = None,
        faults: Mapping[str, str] | None = None,
        row: str = "",
    ) -> None:
        self.number, self.sub, self.text, self.language = number, sub, text, language
        self.row = row
        self.settled, self.sent, self.faults = settled, sent, faults or {}
        self.asked = [q for q in questions if q.part == number]

    def form(self) -> PartForm:
        """All of it."""
        fields = [self.field(name) for name in ORDER]
        shown = [field for field in fields if self.says(field)]
        starts = tuple(self.start(at, one) for at, one in enumerate(self.sub.baseline, start=1))
        return PartForm(
            self.number,
            self.sub.indicator,
            tuple(shown),
            tuple(field for field in fields if field not in shown),
            starts,
            self.start(len(starts) + 1, Baseline(None, None)),
            self.questions(*(q.field for q in self.asked if q.field not in (*ORDER, "baseline"))),
            self.questions("baseline"),
            self.origin("baseline", bool(starts)),
        )

    def says(self, field: Field) -> bool:
        """Whether a field is among those shown first."""
        if field.name in ALWAYS[self.sub.kind] or field.asked or field.fault:
            return True
        return bool(field.value) and PLAIN.get(field.name) != field.value

    def field(self, name: str) -> Field:
        """One field."""
        value = self.value(name)
        form = "number" if name in NUMBERS else "flag" if name in FLAGS else "text"
        choices: tuple[tuple[str, str], ...] = ()
        if name in CHOICES:
            form = "choice"
            choices = tuple((key, words_of_choice(name, key)) for key in CHOICES[name])
        has = bool(value) and value != "none"
        origin = "" if form == "flag" and not has else self.origin(name, has)
        code = f"{self.number}-{name}"
        fault = self.faults.get(code, "")
        label = field_label(name)
        return Field(name, code, label, form, value, choices, origin, self.questions(name), fault)

    def value(self, name: str) -> str:
        """What stands in a field: what was sent, else what was read."""
        if self.sent is not None:
            return self.sent.get(f"{self.number}-{name}", "")
        return in_field(name, getattr(self.sub, name), self.language)

    def start(self, place: int, one: Baseline) -> Start:
        """The fields of a starting value."""
        values = {"period": one.period, "value": one.value, "unit": one.unit}
        made = {}
        for name, value in values.items():
            code = f"{self.number}-baseline-{place}-{name}"
            said = in_field(name, value, self.language)
            if self.sent is not None:
                said = self.sent.get(code, "")
            label = field_label(f"baseline_{name}")
            fault = self.faults.get(code, "")
            made[name] = Field(f"baseline_{name}", code, label, "text", said, fault=fault)
        return Start(made["period"], made["value"], made["unit"])

    def questions(self, *names: str | None) -> tuple[str, ...]:
        """What is asked about fields, in words."""
        found = [
            question_words(question.why, self.language, question.words)
            for question in self.asked
            if question.field in names
        ]
        return tuple(dict.fromkeys(found))

    def origin(self, name: str, has: bool) -> str:
        """Where a value comes from."""
        if not has:
            return _("not found in the text")
        quoted = " ".join(part.text for part in self.sub.parts if field_of(part, self.sub) == name)
        value = getattr(self.sub, name)
        if isinstance(value, str) and value and value.casefold() in self.text.casefold():
            return _("from the text")
        if quoted and name != "indicator":
            return _("from the text: “%(words)s”") % {"words": quoted}
        if quoted:
            return _("from the text")
        if name != "indicator" and self.row and stands_in(value, self.row, self.language):
            return _("from the row of the table")
        return _("checked by a person") if self.settled else _("inferred")


def stands_in(value: object, row: str, language: str) -> bool:
    """Whether a value is written in a row of a table."""
    if isinstance(value, tuple):
        return bool(value) and all(stands_in(one.value, row, language) for one in value)
    said = written(value, language).casefold()
    plain = " ".join(row.casefold().split())
    return bool(said) and re.search(rf"(?<![\d,.]){re.escape(said)}(?!\d)", plain) is not None


def question_words(why: str, language: str, words: str) -> str:
    """A doubt as a question."""
    if why == "unsure":
        return _("Is this read right?")
    if why == "not_understood":
        return _("What does this measure?")
    return question_text(why, language, words)


def in_field(name: str, value: Any, language: str) -> str:
    """A value as it stands in the field of this name."""
    if name in PERIODS:
        return shown_period(value, language)
    return written(value, language)


def written(value: object, language: str) -> str:
    """A value as it stands in a field."""
    if value is None or value is False:
        return ""
    if value is True:
        return "1"
    if isinstance(value, float | int):
        text = f"{value:.12g}"
        return text if language == "en" else text.replace(".", ",")
    return str(value)
