"""An item as a form: what stands beside it, what its fields hold, what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from suunta.core.scorecard import StateEntry
from suunta.jobs.rounds import Item
from suunta.reports.wording import numbers, periods, statuses
from suunta.reports.wording.statuses import StatusWords

FIELDS = ("value", "period", "state", "forecast", "verdict", "reason", "comment", "corrective")


@dataclass(frozen=True)
class Form:
    """One item as it is asked. seen: the number of the newest entry that the page shows."""

    item: Item
    language: str
    values: Mapping[str, str]
    seen: int
    faults: Mapping[str, str] = field(default_factory=dict)
    other: Mapping[str, str] = field(default_factory=dict)  # what somebody else told meanwhile
    other_name: str = ""

    @property
    def errors(self) -> dict[str, str]:
        """What is wrong, in words, by field."""
        return {name: fault_words(code) for name, code in self.faults.items()}

    @property
    def states(self) -> list[StatusWords]:
        """The states to choose among."""
        return [each for each in statuses.vocabulary("action", self.language) if offered(each.key)]

    @property
    def verdicts(self) -> list[StatusWords]:
        """The verdicts to choose among."""
        return statuses.vocabulary("verdict", self.language)

    @property
    def periods(self) -> list[tuple[str, str]]:
        """The periods to choose among, the likeliest first."""
        return [(text, periods.period(text, self.language)) for text in self.item.periods]

    @property
    def last_step(self) -> StateEntry | None:
        """Where an action or milestone stood before."""
        owner = self.item.part or self.item.action
        steps = owner.states if owner else ()
        return next((step for step in reversed(steps) if step.state), None)

    @property
    def explain(self) -> bool:
        """Whether the fields for reason and correction stand open."""
        names = ("reason", "corrective")
        return any(self.faults.get(name) or self.values.get(name) for name in names)


def offered(state: str) -> bool:
    """Whether somebody may tell a state."""
    return state != "not_reported"


def fault_words(code: str) -> str:
    """What is wrong with a field, and what to do."""
    return {
        "number": _("This is not a number. Write digits, such as 1 763,5."),
        "limits": _("The figure cannot be this large or small. Check it."),
        "choice": _("Choose one of the list."),
        "too_long": _("The text is longer than 50,000 characters. Shorten it."),
        "nothing": _("Tell something: a figure, a state, a verdict or a sentence."),
        "reason": _("Your verdict differs from the computed status. Say why in a sentence."),
        "corrective": _("This is behind. Say what will be done about it."),
    }[code]


def form_of(item: Item, language: str) -> Form:
    """The form as it opens: what was told is in it."""
    return Form(item, language, told_values(item, language), item.seen)


def told_values(item: Item, language: str) -> dict[str, str]:
    """The fields as they were told; the likeliest period where nothing was."""
    entry = item.entry
    if entry is None:
        return {"period": item.periods[0] if item.periods else ""}
    found = {name: as_typed(getattr(entry, name), language) for name in FIELDS}
    return found | {"period": entry.period or (item.periods[0] if item.periods else "")}


def as_typed(value: object, language: str) -> str:
    """A value as somebody types it."""
    if isinstance(value, float):
        exact = numbers.number(value, language, places=places(value))
        return exact.replace(",", "") if language == "en" else exact
    return "" if value is None else str(value)


def places(value: float) -> int:
    """As many decimals as the number has."""
    _whole, _mark, decimals = f"{value:.6f}".rstrip("0").partition(".")
    return len(decimals)


def sent_values(sent: Mapping[str, str]) -> dict[str, str]:
    """The fields as they were sent."""
    return {name: sent.get(name, "") for name in FIELDS}
