"""Commands over outside sources and their recorded answers."""

from __future__ import annotations

from pathlib import Path

import click

from suunta.cli.output import emit_json
from suunta.core.errors import Fault, InputError


@click.group()
def sources() -> None:
    """Outside sources of figures: what they are, and what a recorded answer holds."""


@sources.command("list")
def list_sources() -> None:
    """List the kinds of sources that can be read."""
    from suunta.sources import PARSERS

    for kind in PARSERS:
        click.echo(kind)


@sources.command()
@click.argument("kind")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def parse(kind: str, file: Path, json_output: bool) -> None:
    """Print the observations in FILE, a recorded answer of a source of KIND, offline.

    What could be read is printed also where something could not; then the exit code is 1.
    """
    from suunta.readers import file_content
    from suunta.sources import PARSERS, Parsed, Problem, parsed_json

    if kind not in PARSERS:
        known = ", ".join(PARSERS)
        raise click.UsageError(f"There is no source of the kind {kind!r}. Known: {known}.")
    try:
        found = PARSERS[kind](file_content(file))
    except InputError as error:
        found = Parsed(problems=tuple(Problem(f.place, f.what) for f in error.faults))
    if json_output:
        emit_json(parsed_json(found))
    else:
        for each in found.observations:
            told = (each.indicator, each.area, each.period, each.value, each.status, each.text)
            click.echo("\t".join("" if value is None else str(value) for value in told))
    if found.problems:
        raise InputError(
            Fault(problem.reason, f"{file}, {problem.place}" if problem.place else str(file))
            for problem in found.problems
        )
