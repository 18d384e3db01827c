"""The first document, whole: a person's labels against what the grammar reads."""

from __future__ import annotations

import json
from pathlib import Path

from core.phrases.exactness import is_exact
from suunta.core.phrases import parse_phrase, sub_measure_json

DATA = Path(__file__).parents[2] / "data" / "phrases-kauniainen.json"
MEASURES = json.loads(DATA.read_text(encoding="utf-8"))["measures"]


def _read(text: str) -> list[dict[str, object]]:
    return [sub_measure_json(sub) for sub in parse_phrase(text, "fi")]


def test_at_least_95_per_cent_of_the_documents_measures_are_read_exactly() -> None:
    wrong = [m["id"] for m in MEASURES if not is_exact(_read(m["text"]), m)]
    assert len(wrong) <= len(MEASURES) * 0.05, wrong


def test_the_document_holds_112_things_to_follow_give_or_take_two() -> None:
    assert abs(sum(len(_read(m["text"])) for m in MEASURES) - 112) <= 2
