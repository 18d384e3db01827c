"""Reading a declaration: a map of plain values, as YAML gives it, with every fault kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from suunta.core.assess.standardise import ESP2013
from suunta.core.derive.model import Derivation, Form, Input
from suunta.core.errors import Fault
from suunta.core.period import is_valid

# What each form must say, and what it may.
NEEDED: dict[str, tuple[str, ...]] = {
    "ratio": ("of", "by"),
    "per_inhabitant": ("of", "by"),
    "share_of_share": ("of",),
    "growth": ("of",),
    "rolling_mean": ("of", "years"),
    "index": ("of", "base"),
    "sum": ("of",),
    "standardised": ("of", "by", "over", "standard"),
}
ALLOWED: dict[str, tuple[str, ...]] = {
    "ratio": ("per",),
    "per_inhabitant": ("per",),
    "growth": ("years", "as"),
    "sum": ("over",),
    "standardised": ("per",),
}
SEVERAL = ("share_of_share", "sum")
BANDS = (*(f"{low}-{low + 4}" for low in range(0, 90, 5)), "90-")


@dataclass
class Declaration:
    """One declaration being read."""

    key: str
    given: Mapping[str, Any]
    place: str
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, name: str, what: str, remedy: str) -> None:
        """Keep a fault of one field."""
        self.faults.append(Fault(what, f"{self.place}, {name}", remedy))

    def form(self) -> str | None:
        """The form, where it is one."""
        form = self.given.get("form")
        if form in NEEDED:
            return str(form)
        self.wrong("form", f"is {form!r}.", f"Write one of {', '.join(NEEDED)}.")
        return None

    def names(self, form: str) -> None:
        """Every name is known to the form, and what it needs is there."""
        known = ("form", *NEEDED[form], *ALLOWED.get(form, ()))
        for name in self.given:
            if name not in known:
                self.wrong(str(name), "is not a known name.", f"Known here: {', '.join(known)}.")
        for name in NEEDED[form]:
            if self.given.get(name) is None:
                self.wrong(name, "is missing.", "Fill it in.")

    def inputs(self, form: str) -> tuple[Input, ...]:
        """The series of `of` and `by`."""
        of = self.given.get("of")
        several = of if isinstance(of, list) else [of]
        if form in SEVERAL and "over" not in self.given and len(several) < 2:
            self.wrong("of", "is not a list of two or more.", "Write [key, key].")
        elif isinstance(of, list) and (form not in SEVERAL or "over" in self.given):
            self.wrong("of", "is a list.", "Write one key.")
        by = [self.given["by"]] if self.given.get("by") is not None else []
        found = [self.one_input("of", each) for each in several if each is not None]
        found += [self.one_input("by", each) for each in by]
        return tuple(each for each in found if each)

    def one_input(self, name: str, given: Any) -> Input | None:
        """A key, or a map of a key and a group."""
        if isinstance(given, str) and given:
            return Input(given)
        group = given.get("breakdown") if isinstance(given, dict) else None
        if not isinstance(group, dict) or not isinstance(given.get("indicator"), str):
            self.wrong(name, f"is {given!r}.", "Write a key, or {indicator: ..., breakdown: {}}.")
            return None
        for extra in set(given) - {"indicator", "breakdown"}:
            self.wrong(f"{name}, {extra}", "is not a known name.", "Known: indicator, breakdown.")
        pairs = tuple(sorted((str(key), str(value)) for key, value in group.items()))
        return Input(given["indicator"], pairs)

    def number(self, name: str, default: float) -> float:
        """A number above 0."""
        given = self.given.get(name, default)
        if isinstance(given, bool) or not isinstance(given, int | float) or not 0 < given < 1e15:
            self.wrong(name, f"is {given!r}.", "Write a number above 0.")
            return default
        return float(given)

    def years(self) -> int:
        """A whole number of years."""
        given = self.number("years", 1)
        if not given.is_integer() or given > 100:
            self.wrong("years", f"is {given:g}.", "Write a whole number of years, 1 to 100.")
        return int(given)

    def relative(self) -> bool:
        """Whether a growth is in per cent."""
        given = self.given.get("as", "per_cent")
        if given not in ("per_cent", "absolute"):
            self.wrong("as", f"is {given!r}.", "Write per_cent or absolute.")
        return bool(given != "absolute")

    def base(self) -> str | None:
        """The base period of an index."""
        given = self.given.get("base")
        if given is not None and not is_valid(given):
            self.wrong("base", f"is {given!r}.", 'Write a period in quotation marks: "2015".')
        return given if isinstance(given, str) else None

    def groups(self) -> tuple[str | None, tuple[str, ...]]:
        """The dimension of `over` and its groups: all of them, so that none goes unnoticed."""
        given = self.given.get("over")
        if given is None:
            return None, ()
        if self.given.get("standard") == "ESP2013" and isinstance(given, str):
            return given, BANDS
        listed = next(iter(given.values())) if isinstance(given, dict) and len(given) == 1 else None
        if not isinstance(listed, list) or not listed or len({*map(str, listed)}) != len(listed):
            self.wrong("over", f"is {given!r}.", "Write {dimension: [group, group]}, each once.")
            return None, ()
        return str(next(iter(given))), tuple(str(each) for each in listed)

    def weights(self, groups: tuple[str, ...]) -> tuple[float, ...]:
        """The standard population, a weight for each group."""
        given = self.given.get("standard")
        if given is None:
            return ()
        if given == "ESP2013":
            given = dict(zip(BANDS, ESP2013, strict=True))
        named = {str(key): value for key, value in given.items()} if isinstance(given, dict) else {}
        fits = set(named) == set(groups) and all(is_weight(each) for each in named.values())
        if not fits or not sum(named.values()):
            self.wrong("standard", "does not fit `over`.", "Give each group its weight, 0 or more.")
            return ()
        return tuple(float(named[group]) for group in groups)


def is_weight(given: Any) -> bool:
    """A number, 0 or more."""
    if isinstance(given, bool) or not isinstance(given, int | float):
        return False
    return 0 <= given < 1e15


def read_derivation(key: str, given: Any, place: str) -> tuple[Derivation | None, list[Fault]]:
    """A declaration as `derived:` holds it.

    Parameters: key: of the indicator; given: the map; place: where it stands, for faults.
    Returns: the derivation, None where it has faults; and all its faults.
    """
    if not isinstance(given, dict):
        what = f"is {given!r}."
        return None, [Fault(what, place, "Write a map that begins with `form:`.")]
    reading = Declaration(key, given, place)
    form = reading.form()
    if form is None:
        return None, reading.faults
    reading.names(form)
    dimension, groups = reading.groups()
    plain = Derivation(
        key=key,
        form=cast("Form", form),
        inputs=reading.inputs(form),
        per=reading.number("per", 1.0),
        years=reading.years(),
        relative=reading.relative(),
        base=reading.base(),
        dimension=dimension,
        groups=groups,
        declared=dict(given),
    )
    found = replace(plain, weights=reading.weights(groups))
    return (None if reading.faults else found), reading.faults
