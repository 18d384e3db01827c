"""Levels and targets on labelled lines below a measure: "Baseline: 14% (2025)", "Mål 2029: 9 %"."""

from __future__ import annotations

import re

from suunta.readers.blocks import Cell, Line
from suunta.readers.layout.columns import Column, Heading, period_in
from suunta.readers.layout.drafts import Value
from suunta.readers.layout.labels import label_role

LABELLED = re.compile(r"(?:^|\s)([^\W\d_][^\W\d_]*(?:\s\(?(?:19|20)\d\d\)?)?):\s")


def values_below(name: str, text: str) -> list[Value]:
    """The values of a measure's text after its name, as of columns headed by their labels; none
    unless the labels name both a level and a target."""
    rest = text.removeprefix(name)
    found = list(LABELLED.finditer(rest))
    ends = [match.start() for match in found[1:]] + [len(rest)]
    values = [
        (_column(match.group(1)), Cell((Line(rest[match.end() : end].strip(" .;")),)))
        for match, end in zip(found, ends, strict=False)
    ]
    roles = {column.role for column, _ in values}
    return values if {"baseline", "target"} <= roles else []


def _column(label: str) -> Column:
    role = label_role(re.sub(r"[\d()]", "", label).strip())
    return Column("target" if role == "goals" else role, label, period_in(Heading(label)))
