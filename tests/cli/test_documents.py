"""`read`, `phrases` and `lint`: JSON on stdout alone, faults on stderr, exit codes as promised."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from suunta.cli import run
from suunta.core.definitions import folder

DOCUMENT = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"


def test_read_prints_the_strategy_as_json_on_stdout_alone(capsys: pytest.CaptureFixture[str]):
    assert run(["read", str(DOCUMENT), "--json"]) == 0
    printed = capsys.readouterr()
    strategy = json.loads(printed.out)
    assert strategy["title"] == "Kauniaisten kaupunkistrategia 2018-2022"
    assert [area["number"] for area in strategy["focus_areas"]] == ["1", "2", "3", "4", "5"]
    assert printed.err == ""


def test_read_without_json_prints_an_outline(capsys: pytest.CaptureFixture[str]):
    assert run(["read", str(DOCUMENT)]) == 0
    assert "1.1  Elävä kaksikielisyys" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "lint", "phrases"])
def test_a_file_that_is_not_there_is_an_input_error_that_names_it(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run([command, str(tmp_path / "none.txt")]) == 1
    printed = capsys.readouterr()
    assert "none.txt" in printed.err
    assert printed.out == ""


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("latin1.txt", "Tavoite: käyttöaste nousee".encode("latin-1")),
        ("truncated.txt", DOCUMENT.read_bytes()[:40]),
        ("unknown.xyz", b"something"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_place_and_remedy(
    name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / name).write_bytes(data)
    assert run(["read", str(tmp_path / name), "--json"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("error: ")
    assert name in printed.err


def test_phrases_reads_a_list_and_keeps_its_ids(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    listed = tmp_path / "phrases.json"
    listed.write_text('[{"id": "a", "text": "Työttömyysaste enintään 6 %"}]', encoding="utf-8")
    assert run(["phrases", str(listed)]) == 0
    (phrase,) = json.loads(capsys.readouterr().out)["phrases"]
    (part,) = phrase["sub_measures"]
    assert phrase["id"] == "a"
    assert (part["comparator"], part["target_value"], part["unit"]) == ("<=", 6, "%")


def test_phrases_reads_lines_on_stdin(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    typed = io.TextIOWrapper(io.BytesIO(b"Minst 80 % av eleverna trivs\n"))
    monkeypatch.setattr(sys, "stdin", typed)
    assert run(["phrases"]) == 0
    (phrase,) = json.loads(capsys.readouterr().out)["phrases"]
    assert phrase["sub_measures"][0]["target_value"] == 80


def test_all_faults_of_a_phrase_list_are_named_at_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    listed = tmp_path / "phrases.json"
    listed.write_text('[{"id": "a"}, {"id": "b", "text": 5}]', encoding="utf-8")
    assert run(["phrases", str(listed)]) == 1
    assert capsys.readouterr().err.count("error: ") == 2


def test_lint_finds_the_unfilled_placeholder_with_its_remedy(capsys: pytest.CaptureFixture[str]):
    assert run(["lint", str(DOCUMENT), "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    unfilled = [each for each in findings if "xx" in each["text"] and each["measure"] == "1.2-M3"]
    assert unfilled
    assert all(each["remedy"] for each in findings)


def test_the_readable_findings_include_those_of_the_whole_document(
    capsys: pytest.CaptureFixture[str],
):
    assert run(["lint", str(DOCUMENT)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[1] == "document" for line in lines if line.startswith("notice"))
    assert lines[-1].endswith(" findings")


def test_a_wrong_option_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    assert run(["read", "--nonsense"]) == 2
    assert "--nonsense" in capsys.readouterr().err


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]):
    assert run(["--help"]) == 0
    printed = capsys.readouterr().out
    for command in ("read", "phrases", "lint", "import", "assess", "demo", "serve", "check"):
        assert command in printed


def test_a_full_disk_behind_stdout_is_a_failure_outside(tmp_path: Path):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from suunta.cli import main; main()", "read", str(DOCUMENT)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.startswith("failed: No space left on device. Check the disk")
    assert "Traceback" not in done.stderr


def test_a_text_that_is_too_long_for_a_phrase_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    listed = tmp_path / "phrases.json"
    listed.write_text(json.dumps([{"id": "a", "text": "tavoite 5 % " * 30_000}]), encoding="utf-8")
    assert run(["phrases", str(listed)]) == 1
    assert "phrases[0].text" in capsys.readouterr().err
