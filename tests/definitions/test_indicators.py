"""The shared indicators can be computed, and a file with faults is refused whole."""

from __future__ import annotations

from pathlib import Path

from suunta.jobs.example.derived import read_shared
from suunta.jobs.example.fields import Faults


def test_the_shared_indicators_have_no_fault() -> None:
    faults = Faults()
    shared = read_shared(faults)
    faults.add_unasked()
    assert faults.found == []
    assert any(each.derivation for each in shared.values())


def test_every_fault_of_every_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "a: {unit: h, derived: {form: growth, of: b, year: 2}}\n"
        "b: {derived: {form: growth, of: c}}\n",
        encoding="utf-8",
    )
    (tmp_path / "b.yaml").write_text(
        "c: {derived: {form: growth, of: b}, colour: red}\n"
        "d: {derived: {form: ratio, of: c, by: nothing}}\na: {}\n",
        encoding="utf-8",
    )
    faults = Faults()
    read_shared(faults, tmp_path)
    faults.add_unasked()
    assert sorted(str(fault).partition(". ")[0] for fault in faults.found) == [
        "a.yaml, a, derived, year: is not a known name",
        "a.yaml, b, derived: is computed from itself: b <- c <- b",
        "b.yaml, a: is declared in a.yaml, a too",
        "b.yaml, c, colour: is not a known name",
        "b.yaml, d, derived: takes 'nothing', which is not known",
    ]
