"""`suunta assess`: measures on stdin, or those of the store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import click

from suunta.cli.bulk import assess_on_duckdb, assess_on_spark
from suunta.cli.django import store
from suunta.core.errors import InputError


@click.command()
@click.option("--json", "json_output", is_flag=True, help="Print JSON lines (always so on stdin).")
@click.option("--municipality", help="Slug of the municipality, where the store has several.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Assess as known on this day.")
@click.option("--bulk", metavar="IN.parquet", help="Assess a file of series; see --targets, --out.")
@click.option("--targets", metavar="T.parquet", help="With --bulk: the targets, by series.")
@click.option("--out", metavar="OUT.parquet", help="With --bulk: where the answers go.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb")
@click.option("--memory-limit", default="1GB", show_default=True, help="DuckDB: spill beyond it.")
@click.option("--spill-folder", metavar="DIR", help="DuckDB: where to spill; else beside OUT.")
@click.option("--master", default="local[*]", show_default=True, help="Spark: which cluster.")
def assess(
    json_output: bool,
    municipality: str | None,
    as_of: datetime | None,
    bulk: str | None,
    targets: str | None,
    out: str | None,
    engine: str,
    memory_limit: str,
    spill_folder: str | None,
    master: str,
) -> None:
    """Assess measures: JSON lines on stdin, one measure a line, or nothing: the store.

    With --bulk, --targets and --out: whole Parquet files, in bulk.
    """
    if bulk is not None:
        if targets is None or out is None:
            raise click.UsageError("--bulk needs --targets and --out.")
        day = as_of.date() if as_of else datetime.now(ZoneInfo("Europe/Helsinki")).date()
        if engine == "spark":
            assess_on_spark(bulk, targets, out, day, master)
        else:
            assess_on_duckdb(bulk, targets, out, day, memory_limit, spill_folder)
        return
    if targets is not None or out is not None:
        raise click.UsageError("--targets and --out belong to --bulk IN.parquet.")
    if sys.stdin.isatty():
        assess_store(json_output, municipality, as_of)
        return
    if lines := [line for line in stdin_lines() if line.strip()]:
        assess_stream(lines)
    else:
        assess_store(json_output, municipality, as_of)


def stdin_lines() -> Iterator[str]:
    """The lines of stdin as UTF-8, whatever the locale; what is none is told of its own line."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", errors="surrogateescape")


def assess_stream(lines: list[str]) -> None:
    """One assessment a line, in the order of the measures."""
    from suunta.core.assess.json import assess_lines

    today = datetime.now(ZoneInfo("Europe/Helsinki")).date()
    for assessment in assess_lines(lines, today):
        click.echo(json.dumps(assessment, ensure_ascii=False))


def assess_store(json_output: bool, municipality: str | None, as_of: datetime | None) -> None:
    """One assessment a line for every part of the strategy in the store."""
    with store():
        from suunta.core.assess.json import assessment_json
        from suunta.jobs.scorecard import NothingToShowError, build, only_municipality

        slug = municipality or only_municipality()
        try:
            card = build(slug, as_of=as_of.date() if as_of else None)
        except NothingToShowError as error:
            remedy = "Give another --municipality or --as-of."
            raise InputError.single(str(error), remedy=remedy) from None
        for part in (part for measure in card.measures for part in measure.parts):
            if json_output and part.assessment:
                line = assessment_json(part.assessment) | {"id": part.id, "status": part.status}
                click.echo(json.dumps(line, ensure_ascii=False))
            elif json_output:
                line = {"id": part.id, "status": part.status, "state": part.state}
                click.echo(json.dumps(line, ensure_ascii=False))
            else:
                click.echo(f"{part.id:12} {part.status:10} {part.name.shown('fi').text}")
