"""`suunta lint --report`: the report before the decision, as a Word file or as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from suunta.cli import run
from suunta.core.definitions import folder

DOCUMENT = str(folder("examples") / "kauniainen" / "strategia-2018-2022.txt")


def test_the_word_file_is_written_and_nothing_is_said_on_stdout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    target = tmp_path / "report.docx"
    assert run(["lint", DOCUMENT, "--lang", "sv", "--report", "docx", "-o", str(target)]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Före beslutet" in printed.err
    assert target.read_bytes().startswith(b"PK")


def test_the_json_report_goes_to_stdout_or_to_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(["lint", DOCUMENT, "--report", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    target = tmp_path / "report.json"
    assert run(["lint", DOCUMENT, "--report", "json", "-o", str(target)]) == 0
    assert json.loads(target.read_text(encoding="utf-8")) == printed
    assert printed["counts"]["measures"] == 88


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--report", "docx"], "-o FILE"),
        (["-o", "report.docx"], "--report"),
        (["--report", "json", "--json"], "--report json"),
        (["--report", "pdf", "-o", "x"], "pdf"),
    ],
)
def test_options_that_cannot_be_meant_together_are_wrong_usage(
    options: list[str], said: str, capsys: pytest.CaptureFixture[str]
):
    assert run(["lint", DOCUMENT, *options]) == 2
    assert said in capsys.readouterr().err
