"""The variables of a table as its metadata has them, and what a request chooses of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from suunta.core.errors import InputError
from suunta.sources.answers import unexpected
from suunta.sources.dimensions import Role, role_of
from suunta.sources.values import as_area

META = "Look at the table's metadata for what it has now."


@dataclass(frozen=True)
class Variable:
    """A variable; optional: the table sums it up where nothing of it is chosen."""

    code: str
    role: Role
    labels: Mapping[str, str]
    optional: bool


def variables_v1(about: Mapping[str, Any]) -> list[Variable]:
    """Of version 1's metadata. Raises InputError."""
    listed = about.get("variables")
    if not isinstance(listed, list) or not listed:
        raise unexpected("PxWeb answered no metadata of a table.")
    found = []
    for each in listed:
        codes = each.get("values") if isinstance(each, Mapping) else None
        if not isinstance(codes, list) or not each.get("code"):
            raise unexpected("A variable of the metadata has no values.")
        texts = each.get("valueTexts") or codes
        labels = dict(zip(map(str, codes), map(str, texts), strict=False))
        code, text = str(each["code"]), str(each.get("text", ""))
        role = "period" if each.get("time") else told(code, text)
        found.append(Variable(code, role, labels, bool(each.get("elimination"))))
    return found


def variables_v2(about: Mapping[str, Any]) -> list[Variable]:
    """Of version 2's metadata, which is JSON-stat without values. Raises InputError."""
    dimensions, ids = about.get("dimension"), about.get("id")
    if not isinstance(dimensions, Mapping) or not isinstance(ids, list):
        raise unexpected("PxWeb answered no metadata of a table.")
    times = (about.get("role") or {}).get("time") or []
    found = []
    for code in map(str, ids):
        each = dimensions.get(code) or {}
        category = each.get("category") or {}
        index, label = category.get("index"), category.get("label") or {}
        codes = [str(value) for value in (index or label)]
        labels = {value: str(label.get(value, value)) for value in codes}
        role = "period" if code in times else told(code, str(each.get("label", "")))
        optional = bool((each.get("extension") or {}).get("elimination"))
        found.append(Variable(code, role, labels, optional))
    return found


def told(code: str, text: str) -> Role:
    """What a variable is about, by its code, else by its words."""
    role = role_of(code)
    return role if role != "other" else role_of(text)


def chosen(
    variables: list[Variable], select: Mapping[str, Any]
) -> list[tuple[Variable, list[str]]]:
    """The variables with the values asked for; what nothing is said of is summed up by the table
    where it can, else all of it comes. Raises InputError."""
    wanted = {find(variables, name).code: (name, said) for name, said in select.items()}
    found = []
    for variable in variables:
        if variable.code in wanted:
            found.append((variable, values_of(variable, *wanted[variable.code])))
        elif not variable.optional:
            found.append((variable, list(variable.labels)))
    return found


def find(variables: list[Variable], name: str) -> Variable:
    """The variable of this code, or the only one whose code or name begins so."""
    exact = [each for each in variables if each.code.casefold() == name.casefold()]
    begun = [each for each in variables if each.code.casefold().startswith(name.casefold())]
    found = exact or begun
    if len(found) != 1:
        codes = ", ".join(each.code for each in variables)
        what = f"{len(found)} variables of the table begin with {name!r}; it has {codes}."
        raise InputError.single(what, "select", META)
    return found[0]


def values_of(variable: Variable, name: str, said: Any) -> list[str]:
    """The codes that are meant. Raises InputError for one that the table does not have."""
    codes = list(variable.labels)
    if said == "*":
        return codes
    if isinstance(said, Mapping) and str(said.get("top", "")).isdigit():
        return latest(variable, int(said["top"]))
    listed = said if isinstance(said, list) else [said]
    found: list[str] = []
    missing: list[str] = []
    for value in map(str, listed):
        code = code_of(variable, value)
        (missing if code is None else found).append(code or value)
    if missing:
        what = f"The table's {variable.code} has no {', '.join(missing)}."
        raise InputError.single(what, f"select, {name}", META)
    return found


def latest(variable: Variable, number: int) -> list[str]:
    """The newest codes: some tables count time backwards."""
    codes = list(variable.labels)
    return sorted(codes)[-number:] if variable.role == "period" else codes[-number:]


def code_of(variable: Variable, value: str) -> str | None:
    """The code of a value: as it stands, of the same area ("KU235" is 235), of a content whose
    code got a prefix or a number, or by its label."""
    if value in variable.labels:
        return value
    if variable.role == "area":
        same = [code for code in variable.labels if as_area(code) == as_area(value)]
    else:
        same = [c for c in variable.labels if c.endswith(f"-{value}") or c == f"{value}2"]
    same = same or [
        code for code, label in variable.labels.items() if label.casefold() == value.casefold()
    ]
    return same[0] if len(same) == 1 else None
