"""`suunta report`: what it writes, what it refuses."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from suunta.cli import run
from suunta.cli.reporting import KINDS
from suunta.jobs import report as jobs
from towns import import_mallila

pytestmark = pytest.mark.django_db
AS_OF = ["--as-of", "2026-09-30"]


@pytest.fixture
def mallila(town: Any) -> Any:
    """Mallila with its strategy adopted."""
    import_mallila()
    return town


def arguments(file: Path, kind: str = "interim", **changes: str) -> list[str]:
    """The command line, with some options changed."""
    given = {"--period": "2026-Q3", "--lang": "fi", "--format": "docx", "-o": str(file)}
    pairs = (given | {f"--{key}": value for key, value in changes.items()}).items()
    return ["report", kind, *(each for pair in pairs for each in pair), *AS_OF]


def test_the_kinds_of_the_command_are_those_of_the_reports():
    assert tuple(jobs.KINDS) == KINDS


@pytest.mark.parametrize("form", ["pdf", "docx", "xlsx"])
def test_a_report_is_written_and_said_to_be_not_frozen(
    mallila: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
):
    file = tmp_path / f"report.{form}"
    assert run(arguments(file, format=form)) == 0
    assert file.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04")
    printed = capsys.readouterr()
    assert "not frozen" in printed.err
    assert printed.out == ""
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


def test_every_format_holds_the_same_identifier(mallila: Any, tmp_path: Path):
    for form in ("docx", "xlsx"):
        assert run(arguments(tmp_path / f"r.{form}", format=form)) == 0
    asked = jobs.Asked("interim", "2026-Q3", "fi")
    identifier = jobs.report_of("mallila", asked, date(2026, 9, 30)).identifier
    words = "\n".join(p.text for p in Document(str(tmp_path / "r.docx")).paragraphs)
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "r.xlsx").read_bytes())).worksheets[0]
    assert identifier in words
    assert any(identifier in str(cell.value) for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize(
    ("kind", "period", "said"),
    [
        ("interim", "neljännes", "not understood"),
        ("interim", "2026-13", "does not exist"),
        ("interim", "2029", "begins after 2026-09-30"),
        ("annual", "2026-Q3", "a whole year"),
    ],
)
def test_a_wrong_period_is_refused_with_a_remedy(
    mallila: Any,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    period: str,
    said: str,
):
    assert run(arguments(tmp_path / "r.docx", kind, period=period)) == 1
    printed = capsys.readouterr().err
    assert said in printed
    assert "--period" in printed
    assert "Traceback" not in printed


def test_an_unknown_municipality_is_refused(
    mallila: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(arguments(tmp_path / "r.docx", municipality="atlantis")) == 1
    assert "atlantis" in capsys.readouterr().err


def test_an_unknown_body_is_refused_with_the_known_ones(
    mallila: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(arguments(tmp_path / "r.docx", "body", body="kalastusvirasto")) == 1
    assert "--body" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "options"), [("body", {}), ("interim", {"body": "sivistys"}), ("poem", {})]
)
def test_a_body_without_an_extract_and_the_other_way_round_are_wrong_usage(
    tmp_path: Path, kind: str, options: dict[str, str]
):
    assert run(arguments(tmp_path / "r.docx", kind, **options)) == 2


def test_a_file_that_cannot_be_written_is_an_outside_failure(
    mallila: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert run(arguments(tmp_path / "no-such-folder" / "r.docx")) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_file_that_is_there_stays_whole_when_writing_fails(tmp_path: Path):
    folder = tmp_path / "r.docx"
    folder.mkdir()
    with pytest.raises(jobs.OutsideError):
        jobs.write_report(b"new", folder)
    assert [each.name for each in tmp_path.iterdir()] == ["r.docx"]


def test_a_changed_target_is_told_with_both_levels(mallila: Any):
    from suunta.jobs.scorecard import build
    from suunta.jobs.scorecard.changes import replaced_targets
    from suunta.store.models import Target

    card = build("mallila", date(2026, 9, 30))
    part = next(p for m in card.measures for p in m.parts if p.target and p.target.value)
    row = Target.objects.filter(promise_id=part.promise).latest("pk")
    later = {"value": 77.0, "known_on": date(2026, 8, 1), "decision": "Valtuusto 1.8.2026 § 5"}
    copied = {f.name: getattr(row, f.name) for f in Target._meta.fields if f.name != "id"}
    Target.objects.create(**(copied | later))
    parts = [p for m in build("mallila", date(2026, 9, 30)).measures for p in m.parts]
    ((changed, old, new),) = replaced_targets("mallila", date(2026, 9, 30), parts)
    assert changed.id == part.id
    assert (old.value, new.value) == (part.target.value, 77.0)
    assert new.decision == "Valtuusto 1.8.2026 § 5"
    assert replaced_targets("mallila", date(2026, 7, 31), parts) == []
