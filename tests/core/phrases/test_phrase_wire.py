"""What goes in and out of `suunta phrases`."""

from __future__ import annotations

import json

import pytest

from suunta.core.errors import InputError
from suunta.core.phrases import parse_phrase, parse_phrase_input, phrases_json, sub_measure_json

CONTRACT_KEYS = {
    "kind", "indicator", "unit", "comparator", "target_value", "target_value_max", "target_basis",
    "target_period", "baseline", "source", "scale", "population", "placeholder", "direction",
}  # fmt: skip


def test_a_sub_measure_has_every_key_of_the_contract() -> None:
    (sub,) = parse_phrase("Osuus vähintään 90 %", "fi")
    assert sub_measure_json(sub).keys() >= CONTRACT_KEYS


def test_a_whole_number_is_written_without_decimals() -> None:
    (sub,) = parse_phrase("Osuus vähintään 90 %", "fi")
    assert json.dumps(sub_measure_json(sub)["target_value"]) == "90"


def test_the_span_says_which_words_gave_the_comparator_the_value_and_the_unit() -> None:
    (sub,) = parse_phrase("Osuus vähintään 90 %", "fi")
    span = {part["field"]: part["text"] for part in sub_measure_json(sub)["span"]}
    assert span == {
        "indicator": "Osuus",
        "comparator": "vähintään",
        "target_value": "90",
        "unit": "%",
    }


def test_an_answer_repeats_the_phrase_and_its_detected_language() -> None:
    (answer,) = phrases_json([{"id": "a", "text": "Soliditeten ska öka"}])["phrases"]
    assert (answer["id"], answer["lang"], answer["text"]) == ("a", "sv", "Soliditeten ska öka")
    assert len(answer["sub_measures"]) == 1


def test_all_faulty_items_are_reported_at_once_with_their_place() -> None:
    with pytest.raises(InputError) as caught:
        phrases_json([{"id": "a"}, {"text": "x", "lang": "de"}, 7, {"text": " "}])
    places = [fault.place for fault in caught.value.faults]
    assert places == ["phrases[0].text", "phrases[1].lang", "phrases[2]", "phrases[3].text"]


@pytest.mark.parametrize(
    "raw",
    [
        '[{"id": "1", "text": "Osuus 90 %"}]',
        '{"phrases": [{"id": "1", "text": "Osuus 90 %"}]}',
        "Osuus 90 %\n\n",
        "\ufeffOsuus 90 %\r\n",
    ],
)
def test_a_list_an_object_and_plain_lines_are_accepted(raw: str) -> None:
    assert parse_phrase_input(raw) == [{"id": "1", "text": "Osuus 90 %"}]


@pytest.mark.parametrize("raw", ["[1,", '{"a": 1}', "[" * 100_000])
def test_broken_or_foreign_json_is_refused_with_a_remedy(raw: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_phrase_input(raw)
    assert all(fault.remedy for fault in caught.value.faults)
