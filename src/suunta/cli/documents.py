"""Commands over a document or phrases: nothing here touches the store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from suunta.cli.output import emit_json

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
def lint(file: Path, json_output: bool, lang: str) -> None:
    """List what the document cannot answer, each with its place and remedy."""
    from suunta.core.lint import finding_json
    from suunta.core.lint import lint as lint_strategy
    from suunta.jobs.read_document import read_document

    findings = lint_strategy(read_document(file), lang)
    if json_output:
        emit_json({"findings": [finding_json(finding) for finding in findings]})
        return
    for finding in findings:
        place = finding.measure or finding.goal or "document"
        click.echo(f"{finding.severity:7} {place:10} {finding.code}: {finding.message}")
        click.echo(f"{'':18} {finding.remedy}")
    click.echo(f"{len(findings)} findings")
