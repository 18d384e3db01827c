"""Commands that use the store: what is refused, what is shown, what is written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from suunta.cli import run
from suunta.core.definitions import folder
from suunta.store.models import StrategyVersion

DOCUMENT = folder("examples") / "kauniainen" / "strategia-2018-2022.txt"

pytestmark = pytest.mark.django_db


def test_a_dry_run_shows_the_import_and_writes_nothing(capsys: pytest.CaptureFixture[str]):
    assert run(["import", str(DOCUMENT), "--municipality", "grani", "--dry-run"]) == 0
    printed = capsys.readouterr().out
    assert "would be written as a draft" in printed
    assert "88 measure" in printed
    assert "grani is a new municipality" in printed
    assert not StrategyVersion.objects.exists()


def test_a_reserved_address_is_refused_in_a_dry_run_too(capsys: pytest.CaptureFixture[str]):
    assert run(["import", str(DOCUMENT), "--municipality", "desk", "--dry-run"]) == 1
    assert "desk" in capsys.readouterr().err


def test_the_second_import_changes_nothing(capsys: pytest.CaptureFixture[str]):
    arguments = ["import", str(DOCUMENT), "--municipality", "grani", "--json"]
    assert run(arguments) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "drafted"
    assert run(arguments) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "unchanged"
    assert StrategyVersion.objects.count() == 1


def test_adoption_needs_the_whole_decision(capsys: pytest.CaptureFixture[str]):
    arguments = ["import", str(DOCUMENT), "--municipality", "grani", "--adopt", "--body", "Council"]
    assert run(arguments) == 2
    printed = capsys.readouterr().err
    assert "--date" in printed
    assert "--section" in printed


def test_a_decision_without_adoption_is_wrong_usage(capsys: pytest.CaptureFixture[str]):
    assert run(["import", str(DOCUMENT), "--municipality", "grani", "--body", "Council"]) == 2
    assert "--adopt" in capsys.readouterr().err


DECISION = ["--body", "Council", "--date", "2018-03-26", "--section", "§ 12"]


def test_a_proposal_is_kept_with_its_link(capsys: pytest.CaptureFixture[str]):
    link = ["--url", "https://grani.example/12"]
    imported = ["import", str(DOCUMENT), "--municipality", "grani", "--propose", *DECISION, *link]
    assert run(imported) == 0
    assert "version 1: proposed" in capsys.readouterr().out
    assert StrategyVersion.objects.get().proposed_url == "https://grani.example/12"


def test_a_document_is_not_proposed_and_adopted_at_once(capsys: pytest.CaptureFixture[str]):
    assert run(["import", str(DOCUMENT), "--propose", "--adopt", *DECISION]) == 2
    assert "one of the two" in capsys.readouterr().err


def test_a_link_is_an_address_of_the_web(capsys: pytest.CaptureFixture[str]):
    assert run(["import", str(DOCUMENT), "--adopt", *DECISION, "--url", "ftp://x"]) == 2
    assert "--url is an address" in capsys.readouterr().err


def test_a_backup_over_a_file_that_is_no_backup_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    other = tmp_path / "letter.zip"
    other.write_bytes(b"no archive")
    assert run(["restore", str(other), "--yes"]) == 1
    assert "letter.zip" in capsys.readouterr().err


def test_assess_without_lines_answers_from_the_store(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    arguments = ["--municipality", "grani"]
    decision = ["--adopt", "--body", "Council", "--date", "2018-03-26", "--section", "§ 12"]
    assert run(["import", str(DOCUMENT), *arguments, *decision]) == 0
    capsys.readouterr()
    with (tmp_path / "nothing").open("w+", encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        assert run(["assess", "--json", *arguments, "--as-of", "2021-12-31"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(lines) > 100
    assert {line["status"] for line in lines} <= {"no_data", "no_target", "awaiting"}


def test_two_commands_on_an_empty_data_folder_wait_for_each_other(tmp_path: Path):
    command = (
        "import sys; from suunta.cli import run; sys.exit(run(['assess', '--municipality', 'x']))"
    )
    environment = {**os.environ, "SUUNTA_DATA": str(tmp_path), "DATABASE_URL": ""}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", command],
            env=environment,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    errors = [each.communicate()[1] for each in started]
    assert [each.returncode for each in started] == [1, 1], errors
    assert all("there is no municipality x" in error for error in errors)
