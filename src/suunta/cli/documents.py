"""Commands over a document or phrases: nothing here touches the store."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from suunta.cli.output import emit_json, json_text, say

if TYPE_CHECKING:
    from suunta.core.lint import Finding
    from suunta.core.strategy import Strategy

document = click.argument("file", type=click.Path(path_type=Path))
as_json = click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")


@click.command()
@document
@as_json
def read(file: Path, json_output: bool) -> None:
    """Read a strategy document and print the strategy found in it."""
    from suunta.core.outline import render_outline
    from suunta.core.strategy_json import strategy_json
    from suunta.jobs.read_document import read_document

    strategy = read_document(file)
    if json_output:
        emit_json(strategy_json(strategy))
    else:
        click.echo(render_outline(strategy))


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
def phrases(file: Path | None) -> None:
    """Turn measure phrases into sub-measures: FILE or stdin, a JSON list or one phrase a line."""
    from suunta.core.phrases import parse_phrase_input, phrases_json
    from suunta.readers import decode_text, file_content

    name = str(file) if file else "stdin"
    data = file_content(file) if file else sys.stdin.buffer.read()
    emit_json(phrases_json(parse_phrase_input(decode_text(name, data))))


@click.command()
@document
@as_json
@click.option(
    "--lang", type=click.Choice(["fi", "sv", "en"]), default="en", help="Language of the findings."
)
@click.option(
    "--report",
    type=click.Choice(["docx", "json"]),
    help="The report before the decision, as a Word file or as JSON.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where the report goes.")
def lint(file: Path, json_output: bool, lang: str, report: str | None, output: Path | None) -> None:
    """List what the document cannot answer, each with its place and remedy."""
    from suunta.core.lint import lint as lint_strategy
    from suunta.jobs.read_document import read_document

    check_report_options(json_output, report, output)
    strategy = read_document(file)
    if report:
        write_report(strategy, lang, report, output)
    else:
        list_findings(lint_strategy(strategy, lang), json_output)


def check_report_options(json_output: bool, report: str | None, output: Path | None) -> None:
    """Refuse what cannot be meant together."""
    if report is None and output is not None:
        raise click.UsageError("-o goes with --report docx or --report json.")
    if report is not None and json_output:
        raise click.UsageError("--json lists the findings; the report as JSON is --report json.")
    if report == "docx" and output is None:
        raise click.UsageError("--report docx needs a file: -o FILE.")


def write_report(strategy: Strategy, lang: str, report: str, output: Path | None) -> None:
    """The report before the decision into a file, or as JSON on stdout."""
    from suunta.core.lint.report import report_before_decision, report_json
    from suunta.reports.before_decision import render_before_decision

    made = report_before_decision(strategy, lang)
    if output is None:
        emit_json(report_json(made))
        return
    is_word = report == "docx"
    output.write_bytes(
        render_before_decision(made) if is_word else json_text(report_json(made)).encode()
    )
    say(f"{output}: {made.title}")


def list_findings(findings: Sequence[Finding], json_output: bool) -> None:
    """The findings, for programs or for people."""
    from suunta.core.lint import finding_json

    if json_output:
        emit_json({"findings": [finding_json(finding) for finding in findings]})
        return
    for finding in findings:
        place = finding.measure or finding.goal or "document"
        click.echo(f"{finding.severity:7} {place:10} {finding.code}: {finding.message}")
        click.echo(f"{'':18} {finding.remedy}")
    click.echo(f"{len(findings)} findings")
