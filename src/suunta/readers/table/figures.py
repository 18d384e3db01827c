"""A measure's own columns (starting level, target, unit, source) -> its sub-measures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from suunta.core.phrases import parse_phrase
from suunta.core.strategy import SubMeasure
from suunta.readers.table.headers import YEAR

# The words that introduce a target and a starting level, as the phrases' grammar knows them.
TARGET = {"fi": "tavoite", "sv": "mål", "en": "target"}
BASELINE = {"fi": "lähtötaso", "sv": "utgångsnivå", "en": "baseline"}
NOTHING = re.compile(r"[\s.…–—-]*")
BARE_NUMBER = re.compile(r"[<>≤≥=]*\s*[+-]?\d[\d\s.,]*")


@dataclass(frozen=True)
class Figure:
    """A cell beside a measure: the heading of its column, and its text."""

    heading: str
    text: str


def sub_measures_of(
    text: str, beside: Mapping[str, Sequence[Figure]], language: str
) -> tuple[SubMeasure, ...]:
    """The sub-measures of a measure whose figures stand in columns; () when none say anything.

    Several target columns give one sub-measure for each that is filled.
    """
    told = {
        role: [figure for figure in figures if not NOTHING.fullmatch(figure.text)]
        for role, figures in beside.items()
    }
    targets, starts = told.get("target", []), told.get("baseline", [])
    if not targets and not starts:
        return ()
    unit = next((figure.text for figure in told.get("unit", [])), "")
    tail = "".join(_start_phrase(start, unit, language) for start in starts)
    phrases = [text + _target_phrase(target, unit, language) + tail for target in targets]
    source = next((figure.text for figure in told.get("source", [])), None)
    found = (sub for phrase in phrases or [text + tail] for sub in parse_phrase(phrase, language))
    # Places in the phrase put together here are no places in the document.
    return tuple(replace(sub, source=source or sub.source, parts=()) for sub in found)


def _target_phrase(target: Figure, unit: str, language: str) -> str:
    year = YEAR.search(target.heading)
    when = f" {year.group()}" if year and not YEAR.search(target.text) else ""
    return f", {TARGET[language]}{when}: {_with_unit(target.text, unit)}"


def _start_phrase(start: Figure, unit: str, language: str) -> str:
    year = YEAR.search(start.heading)
    when = f" ({year.group()})" if year and not YEAR.search(start.text) else ""
    return f", {BASELINE[language]} {_with_unit(start.text, unit)}{when}"


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}" if unit and BARE_NUMBER.fullmatch(text.strip()) else text
