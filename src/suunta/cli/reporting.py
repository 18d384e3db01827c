"""Reports from the command line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from suunta.cli.django import store
from suunta.cli.output import say

KINDS = ("interim", "annual", "welfare", "indicators", "body", "summary", "council")


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--municipality", help="Slug of the municipality, where the store has several.")
@click.option("--period", required=True, help="The reporting period: 2022, 2023-H1, 2023-08-31.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day whose knowledge it is made from; the municipality's opening date if left out.",
)
@click.option("--body", help="The sector or body that an extract (body) is for.")
@click.option("--lang", type=click.Choice(["fi", "sv", "en"]), required=True)
@click.option("--format", "form", type=click.Choice(["pdf", "docx", "xlsx"]), required=True)
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path), required=True, help="The file."
)
def report(
    kind: str,
    municipality: str | None,
    period: str,
    as_of: datetime | None,
    body: str | None,
    lang: str,
    form: str,
    file: Path,
) -> None:
    """Make a report from the store as of a day; its content is the same in every format."""
    if (kind == "body") != bool(body):
        raise click.UsageError(
            "An extract needs the body that it is for: give --body."
            if kind == "body"
            else "Only an extract (body) takes --body."
        )
    with store():
        from suunta.jobs.report import Asked, file_of, report_of, write_report
        from suunta.jobs.scorecard import only_municipality

        asked = Asked(kind, period, lang, body or "")
        made = report_of(
            municipality or only_municipality(), asked, as_of.date() if as_of else None
        )
        write_report(file_of(made, form), file)
    say(f"{file}: {made.title}, as of {made.as_of}, not frozen, content {made.identifier}.")
