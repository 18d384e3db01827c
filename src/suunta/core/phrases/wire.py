"""Phrases in and sub-measures out, in the shape that scripts rely on (`suunta phrases`)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from suunta.core.errors import Fault, InputError
from suunta.core.phrases.language import detect_language
from suunta.core.phrases.parse import parse_phrase
from suunta.core.phrases.vocabulary import LANGUAGES
from suunta.core.strategy import SubMeasure
from suunta.core.strategy_json import doubt_json

# Longer than any measure that a document holds; what is longer is no phrase.
LONGEST_PHRASE = 20_000


def sub_measure_json(sub: SubMeasure) -> dict[str, Any]:
    """A sub-measure as JSON values: the contract's keys, and `span`, `confidence` and
    `doubts` beside them.

    `span` lists the recognised parts as {field, start, end, text}, offsets of the phrase.
    """
    return {
        "kind": sub.kind,
        "indicator": sub.indicator,
        "unit": sub.unit,
        "comparator": sub.comparator,
        "target_value": _figure(sub.target_value),
        "target_value_max": _figure(sub.target_value_max),
        "target_basis": sub.target_basis,
        "target_period": sub.target_period,
        "baseline": [
            {"period": one.period, "value": _figure(one.value), "unit": one.unit}
            for one in sub.baseline
        ],
        "source": sub.source,
        "scale": sub.scale,
        "population": sub.population,
        "placeholder": sub.placeholder,
        "direction": sub.direction,
        "change_bound": sub.change_bound,
        "approximate": sub.approximate,
        "benchmark": sub.benchmark,
        "target_fraction": sub.target_fraction,
        "confidence": sub.confidence,
        "doubts": [doubt_json(doubt) for doubt in sub.doubts],
        "span": [
            {"field": part.field, "start": part.start, "end": part.end, "text": part.text}
            for part in sub.parts
        ],
    }


def phrases_json(items: Sequence[Any]) -> dict[str, Any]:
    """The answer of `suunta phrases` to a list of {"id", "lang", "text"}; lang may be missing.

    Raises InputError with every faulty item and its place.
    """
    faults = [fault for index, item in enumerate(items) for fault in _faults(item, index)]
    if faults:
        raise InputError(faults)
    return {"phrases": [_answer(item, index) for index, item in enumerate(items)]}


def parse_phrase_input(raw: str) -> list[dict[str, Any]]:
    """The phrases of an input: a JSON list, {"phrases": [...]}, or plain text, one a line.

    Returns items for `phrases_json`. Raises InputError for JSON that is broken or of another shape.
    """
    text = raw.lstrip("\ufeff").strip()
    if not text.startswith(("[", "{")):
        lines = (line.strip() for line in text.splitlines())
        return [{"id": str(n), "text": line} for n, line in enumerate(filter(None, lines), 1)]
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        remedy = "Give a JSON list of objects with a text, or plain text with one phrase a line."
        raise InputError.single(f"not valid JSON: {error}", "input", remedy) from error
    items = data.get("phrases") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise InputError.single(
            "no list of phrases", "phrases", 'Give {"phrases": [{"text": "..."}]} or a list.'
        )
    return items


def _faults(item: Any, index: int) -> list[Fault]:
    place = f"phrases[{index}]"
    if not isinstance(item, dict):
        return [Fault("This is not an object.", place, 'Give {"id": "...", "text": "..."}.')]
    faults = []
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        faults.append(Fault("The text is missing or empty.", f"{place}.text", "Give the phrase."))
    elif len(text) > LONGEST_PHRASE:
        what = f"The text has {len(text):,} characters; a phrase has {LONGEST_PHRASE:,} at most."
        faults.append(Fault(what, f"{place}.text", "Give one measure's words alone."))
    if item.get("lang") not in (None, "", *LANGUAGES):
        faults.append(
            Fault(
                f"The language {item['lang']!r} is unknown.", f"{place}.lang", "Use fi, sv or en."
            )
        )
    return faults


def _answer(item: dict[str, Any], index: int) -> dict[str, Any]:
    language = item.get("lang") or detect_language(item["text"])
    return {
        "id": item.get("id", str(index + 1)),
        "lang": language,
        "text": item["text"],
        "sub_measures": [sub_measure_json(sub) for sub in parse_phrase(item["text"], language)],
    }


def _figure(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
