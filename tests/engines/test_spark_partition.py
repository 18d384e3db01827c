"""What a worker does with its part, without Spark: rows of both kinds, cut between series."""

from __future__ import annotations

import pyarrow as pa
import pytest

from suunta.engines.contract import SERIES, TARGETS
from suunta.engines.spark.partition import assess_partition

KINDS = {"number": pa.float64(), "flag": pa.bool_()}
OBSERVATION = pa.schema([(c.name, KINDS.get(c.holds, pa.string())) for c in SERIES])
TARGET = pa.struct([(c.name, KINDS.get(c.holds, pa.string())) for c in TARGETS[1:]])


def rows(name: str, *values: float) -> list[dict[str, object]]:
    target = {"target_id": f"of {name}", "comparator": ">=", "value": 5.0, "deadline": 2030.0}
    points = [
        {"series_id": name, "period": 2015.0 + i, "value": value} for i, value in enumerate(values)
    ]
    return [{"series_id": name, "target": target}, *points]


@pytest.mark.parametrize("size", [1, 2, 4, 100])
def test_no_block_ends_within_a_series(size):
    given = [*rows("a", 1, 2, 3, 4), *rows("b"), *rows("c", 6), *rows("d", 5, 4, 4)]
    schema = OBSERVATION.append(pa.field("target", TARGET))
    batches = pa.Table.from_pylist(given, schema=schema).to_batches(2)
    answers = [row for b in assess_partition(batches, 2016.5, size) for row in b.to_pylist()]
    told = [(row["target_id"], row["status"], row["n"]) for row in answers]
    assert told == [
        ("of a", "on_track", 4),
        ("of b", "no_data", 0),
        ("of c", "met", 1),
        ("of d", "at_risk", 3),
    ]


def test_a_part_without_rows_has_no_answers():
    assert list(assess_partition([], 2021.0)) == []
