"""What holds for every source, whatever it answers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suunta.core.errors import InputError
from suunta.sources import PARSERS, Parsed, parsed_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                (
                    *("values", "value", "result", "data", "dimension", "id", "size", "items"),
                    *("features", "year", "indicator", "region", "kpi", "period", "type", "key"),
                    *("properties", "responses", "tunnusluku", "arvo", "columns", "timestamp"),
                    "2021-01-01",
                )
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)  # fmt: skip
KINDS = sorted(PARSERS)


def answered(kind: str, data: bytes) -> Parsed | None:
    """What the source holds; None where it was refused as a whole."""
    try:
        return PARSERS[kind](data)
    except InputError as error:
        unsaid = [fault for fault in error.faults if not (fault.what and fault.remedy)]
    if unsaid:
        pytest.fail(f"refused without words: {unsaid}")
    return None


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(answer=JSON)
def test_any_json_is_read_or_refused_in_words(kind: str, answer: object) -> None:
    answered(kind, json.dumps(answer).encode())


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=None)
@given(
    data=st.binary(max_size=200)
    | st.text(alphabet='<a>;,\n"= 0127xåä[]{}/.-', max_size=80).map(str.encode)
)
def test_any_bytes_are_read_or_refused_in_words(kind: str, data: bytes) -> None:
    answered(kind, data)


@pytest.mark.parametrize("kind", KINDS)
def test_a_web_page_or_nothing_is_never_read_as_no_figures(kind: str) -> None:
    for data in (b"", b"<!doctype html><html><body><h1>503 Service Unavailable</h1></body></html>"):
        assert answered(kind, data) is None


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"csv", "px", "dynasty"}))
def test_an_answer_that_was_cut_off_is_refused(kind: str) -> None:
    assert answered(kind, b'{"values": [{"kpi": "N1", "munic') is None


def test_what_is_printed_has_the_keys_of_the_contract() -> None:
    row = b'[{"indicator":127,"region":20,"year":2023,"gender":"total","value":314024}]'
    (said,) = parsed_json(PARSERS["sotkanet"](row))["observations"]
    assert set(said) == {
        "area", "indicator", "period", "value", "numerator", "denominator", "unit", "breakdown",
        "kind", "status", "text",
    }  # fmt: skip
