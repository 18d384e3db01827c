"""Commands that write the store or keep it safe."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import click

from suunta.cli.django import store
from suunta.cli.output import emit_json, progress, say
from suunta.core.errors import InputError, OutsideError

file_argument = click.argument("file", type=click.Path(path_type=Path))
day = click.DateTime(["%Y-%m-%d"])


@click.command("import")
@file_argument
@click.option("--municipality", help="Slug of the municipality, where the store has several.")
@click.option("--dry-run", is_flag=True, help="Show what would change and write nothing.")
@click.option("--adopt", is_flag=True, help="The document is adopted: make it the public version.")
@click.option("--propose", is_flag=True, help="The document waits for its adoption; not public.")
@click.option("--body", help="The body that adopted or proposed it.")
@click.option("--date", "adopted_on", type=day, help="The day of the decision.")
@click.option("--section", help="The section of the decision, such as '§ 12'.")
@click.option("--url", help="The address at which the decision can be read.")
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def import_(
    file: Path,
    municipality: str | None,
    dry_run: bool,
    adopt: bool,
    propose: bool,
    body: str | None,
    adopted_on: datetime | None,
    section: str | None,
    url: str | None,
    json_output: bool,
) -> None:
    """Import a strategy document into the store and say what was added, changed, withdrawn."""
    step = step_of(adopt, propose)
    day_decided = decision_day(step, body, adopted_on, section, url)
    with store():
        from suunta.jobs.import_strategy import Adoption, difference_json, import_document
        from suunta.jobs.scorecard import only_municipality

        adoption = (
            Adoption(body or "", day_decided, section or "", url or "", step)
            if step and day_decided
            else None
        )
        difference = import_document(
            file,
            municipality=municipality or only_municipality(),
            adoption=adoption,
            dry_run=dry_run,
            by="command line",
        )
        if json_output:
            emit_json(difference_json(difference))
        else:
            click.echo(str(difference))


def step_of(adopt: bool, propose: bool) -> Literal["adopt", "propose"] | None:
    """What was decided about the document, if anything."""
    if adopt and propose:
        raise click.UsageError("A document is proposed or adopted: give one of the two.")
    return "adopt" if adopt else "propose" if propose else None


def decision_day(
    step: str | None,
    body: str | None,
    decided_on: datetime | None,
    section: str | None,
    url: str | None,
) -> date | None:
    """The day of the decision; body, date and section come with it, all three or none."""
    given = {"--body": body, "--date": decided_on, "--section": section}
    if not step:
        stray = [name for name, value in {**given, "--url": url}.items() if value]
        if stray:
            raise click.UsageError(f"{', '.join(stray)} only with --adopt or --propose.")
        return None
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise click.UsageError(f"--{step} needs the decision: {', '.join(missing)} missing.")
    if url and not url.startswith(("http://", "https://")):
        raise click.UsageError("--url is an address that begins with https:// or http://.")
    return decided_on.date() if decided_on else None


@click.command()
@file_argument
def backup(file: Path) -> None:
    """Write the whole store into FILE; it restores on SQLite and on PostgreSQL."""
    with store():
        from suunta.jobs.backup import write_backup

        with progress("Backing up") as report:
            rows = write_backup(file, report)
        say(f"{rows} rows in {file}")


@click.command()
@file_argument
@click.option("--yes", is_flag=True, help="Replace what the store holds without asking.")
def restore(file: Path, yes: bool) -> None:
    """Replace the store by the backup in FILE, whole or not at all."""
    with store():
        from suunta.jobs.restore import read_backup, restore_backup, store_is_empty

        found = read_backup(file)
        if not yes and not store_is_empty():
            if not sys.stdin.isatty():
                raise click.UsageError("The store is not empty: add --yes to replace it.")
            click.confirm("Replace everything in the store by the backup?", abort=True, err=True)
        with progress("Restoring") as report:
            rows = restore_backup(found, report)
        say(f"{rows} rows restored from {file}")


@click.command()
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def check(json_output: bool) -> None:
    """Test this installation and name every fault with its remedy."""
    with store(migrate=False):
        from suunta.jobs.check import check_installation

        results = check_installation()
        if json_output:
            emit_json([{"check": each.name, "fault": each.fault_text} for each in results])
        else:
            for each in results:
                click.echo(f"{'fault' if each.fault else 'ok':6} {each.name}")
        faulty = [(each.fault, each.outside) for each in results if each.fault]
        if len(faulty) == 1 and faulty[0][1]:
            raise OutsideError(faulty[0][0])
        if faulty:
            raise InputError([fault for fault, _ in faulty])
