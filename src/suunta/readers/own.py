"""Suunta's own files: a strategy as YAML or JSON, in the shape of `suunta read --json`."""

from __future__ import annotations

import json
from typing import Any

import yaml

from suunta.core.errors import Fault, InputError
from suunta.core.strategy import Strategy
from suunta.core.strategy_json import strategy_from_json
from suunta.readers.decode import decode_text

DEEPEST = 200  # levels of brackets; a strategy has ten


def read_json(name: str, data: bytes) -> Strategy:
    """The strategy of a JSON file. Raises: InputError with every fault."""
    text = decode_text(name, data)
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{name}, line {error.lineno}, column {error.colno}"
        raise InputError.single(f"This is no JSON: {error.msg}.", place, "Mend it there.") from None
    except (RecursionError, ValueError):
        raise _too_much(name) from None
    return _strategy(name, content)


def read_yaml(name: str, data: bytes) -> Strategy:
    """The strategy of a YAML file. Raises: InputError with every fault."""
    text = decode_text(name, data)
    try:
        _refuse_hostile(name, text)
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{name}, line {mark.line + 1}, column {mark.column + 1}" if mark else name
        what = f"This is no YAML: {error.problem or 'it cannot be parsed'}."
        raise InputError.single(what, place, "Mend it there.") from None
    except yaml.YAMLError as error:
        raise InputError.single(f"This is no YAML: {error}.", name, "Mend it.") from None
    except (RecursionError, ValueError):
        raise _too_much(name) from None
    return _strategy(name, content)


def _refuse_hostile(name: str, text: str) -> None:
    """Refuse aliases, by which a small file grows without bound, and bottomless nesting."""
    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.AliasEvent):
            place = f"{name}, line {event.start_mark.line + 1}" if event.start_mark else name
            raise InputError.single("The file uses a YAML alias.", place, "Write the value out.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise _too_much(name)


def _too_much(name: str) -> InputError:
    what = "The file nests too deep or holds a number too long to read."
    return InputError.single(what, name, "Give a strategy in the shape of `suunta read --json`.")


def _strategy(name: str, content: Any) -> Strategy:
    try:
        return strategy_from_json(content)
    except InputError as error:
        faults = (
            Fault(fault.what, f"{name}, {fault.place}" if fault.place else name, fault.remedy)
            for fault in error.faults
        )
        raise InputError(faults) from None
