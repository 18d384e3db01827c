"""Commands over figures that arrive by themselves, or one by one from scripts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from suunta.cli.django import store
from suunta.cli.output import emit_json, progress, say
from suunta.cli.sourcing import sources
from suunta.core.errors import Fault, InputError, OutsideError

if TYPE_CHECKING:
    from suunta.jobs.collecting import Feed
    from suunta.jobs.collecting.collect import Collected

BY = "command line"
day = click.DateTime(["%Y-%m-%d"])
municipality_option = click.option(
    "--municipality", "slug", help="Slug of the municipality, where the store has several."
)
set_option = click.option(
    "--set", "changes", multiple=True, help="A field of the request, NAME=VALUE; may be repeated."
)


@click.command()
@click.argument("source", required=False)
@click.option("--since", type=day, help="Only figures of periods that end on this day or later.")
@municipality_option
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def collect(
    source: str | None, since: datetime | None, slug: str | None, json_output: bool
) -> None:
    """Ask the sources that are due, or SOURCE now, and store what is new.

    Says what came, what failed and what is stale; exit code 3 where something failed.
    """
    with store():
        from suunta.jobs import collecting

        with progress("Collecting") as report:
            after = since.date() if since else None
            found = collecting.collect(by=BY, slug=slug, key=source, since=after, report=report)
        stale = stale_feeds(slug, {town for town, _ in found})
        if json_output:
            emit_json({"sources": [as_json(*each) for each in found], "stale": stale})
        else:
            say_found(found, stale)
        raise_failed(found)


def stale_feeds(slug: str | None, towns: set[str]) -> list[str]:
    """The sources whose figures are older than their rhythm."""
    from suunta.jobs import collecting

    listed = {slug} if slug else towns
    return [
        f"{town} {feed.row.key}"
        for town in sorted(each for each in listed if each)
        for feed in collecting.feeds(town)
        if feed.stale
    ]


def as_json(town: str, each: Collected) -> dict[str, Any]:
    """What came of one source."""
    return {
        "municipality": town,
        "source": each.feed,
        "outcome": each.outcome,
        "rows": each.rows,
        "added": each.added,
        "words": each.words,
        "problems": list(each.problems),
    }


def say_found(found: Sequence[tuple[str, Collected]], stale: Sequence[str]) -> None:
    """What came, source by source."""
    if not found:
        click.echo("nothing is due")
    for town, each in found:
        said = (
            f"{each.added} new of {each.rows} figures" if each.rows else each.words or "nothing new"
        )
        if each.outcome == "asks":
            said = f"{each.words}; nothing was taken: suunta sources accept {each.feed}"
        click.echo(f"{each.outcome:10} {town} {each.feed}: {said}")
        for problem in each.problems:
            click.echo(f"           {problem}")
    for each_stale in stale:
        click.echo(f"stale      {each_stale}")


def raise_failed(found: Sequence[tuple[str, Collected]]) -> None:
    """Raises OutsideError where a source failed."""
    wrong = [f"{town} {each.feed}" for town, each in found if each.outcome == "failed"]
    if wrong:
        what = f"{len(wrong)} of {len(found)} sources failed: {', '.join(wrong)}."
        raise OutsideError(Fault(what, "", "It is told above; they are asked again by themselves."))


@click.command()
@municipality_option
@click.option("--indicator", required=True, help="Key of the indicator.")
@click.option("--period", required=True, help="Such as 2026, 2026-07, 2026-Q3 or 2026-07-31.")
@click.option("--value", required=True, help="The figure; `missing` says that there is none.")
@click.option("--source-title", required=True, help="Where the figure is from.")
@click.option("--source-url", default="", help="The address at which it can be read.")
@click.option("--known-on", type=day, help="The day it was published; today where left out.")
@click.option("--kind", default="actual", show_default=True, help="actual, preliminary, ...")
@click.option("--breakdown", default="", help="The group it is about, such as sex=f;age=7-12.")
@click.option("--note", default="", help="A remark shown beside the figure.")
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def observe(
    slug: str | None, value: str, known_on: datetime | None, json_output: bool, **said: Any
) -> None:
    """Store one figure. Told again it is stored once; another value is a revision."""
    number = as_number(value)
    with store():
        from suunta.jobs.observing import Told, observe
        from suunta.jobs.scorecard import only_municipality

        known = known_on.date() if known_on else today()
        told = Told(value=number, known_on=known, **said)
        result, computed = observe(by=BY, slug=slug or only_municipality(), told=told)
        if json_output:
            emit_json({"result": result, "computed": computed})
        else:
            more = f"; {computed} computed from it" if computed else ""
            click.echo(f"{result}: {told.indicator} {told.period}{more}")


def as_number(value: str) -> float | None:
    """A figure as people write it. Raises InputError."""
    from suunta.sources.values import as_number as number_of

    if value.strip() == "missing":
        return None
    try:
        number = number_of(value)
    except ValueError as error:
        raise InputError.single(f"{error}.", "--value", "Write digits, or missing.") from None
    if number is None:
        raise InputError.single("says nothing.", "--value", "Write digits, or missing.")
    return float(number)


def today() -> date:
    """The day, as the town's clocks have it."""
    from django.utils import timezone

    return timezone.localdate()


@sources.command("feeds")
@municipality_option
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def list_feeds(slug: str | None, json_output: bool) -> None:
    """List the sources of a municipality: state, when asked last, when next."""
    with store():
        from suunta.jobs import collecting
        from suunta.jobs.scorecard import only_municipality

        found = collecting.feeds(slug or only_municipality())
        if json_output:
            emit_json([feed_json(each) for each in found])
            return
        for each in found:
            last = f"{each.row.last.at:%Y-%m-%d %H:%M}" if each.row.last else "never"
            due = f"{each.row.next_due:%Y-%m-%d}"
            click.echo(f"{each.state:8} {each.row.key:30} asked {last}, next {due}")


def feed_json(each: Feed) -> dict[str, Any]:
    """A feed for programs."""
    row = each.row
    return {
        "source": row.key,
        "kind": row.kind,
        "state": each.state,
        "stale": each.stale,
        "indicators": list(row.indicators),
        "asked_at": row.last.at.isoformat() if row.last else None,
        "arrived_at": row.arrived_at.isoformat() if row.arrived_at else None,
        "next_due": row.next_due.isoformat(),
        "error": row.last.error if row.last else "",
        "question": row.question,
        "missing": list(each.missing),
    }


@sources.command()
@click.argument("file", type=click.Path(path_type=Path))
@municipality_option
def load(file: Path, slug: str | None) -> None:
    """Take in FILE, a sources.yaml: what a municipality's sources are asked, and when."""
    with store():
        from suunta.jobs import collecting
        from suunta.jobs.scorecard import only_municipality

        changed = collecting.load_feeds(by=BY, slug=slug or only_municipality(), file=file)
        click.echo("\n".join(f"loaded {key}" for key in changed) or "nothing changed")


@sources.command()
@click.argument("source")
@municipality_option
def accept(source: str, slug: str | None) -> None:
    """Say that what SOURCE asks about is right: its figures are taken when it is asked next."""
    with store():
        from suunta.jobs import collecting
        from suunta.jobs.scorecard import only_municipality

        collecting.accept(by=BY, slug=slug or only_municipality(), key=source)
        click.echo(f"accepted; now: suunta collect {source}")


@sources.command()
@click.argument("source")
@municipality_option
def pause(source: str, slug: str | None) -> None:
    """Stop asking SOURCE, or go on with it."""
    with store():
        from suunta.jobs import collecting
        from suunta.jobs.scorecard import only_municipality

        going = collecting.pause(by=BY, slug=slug or only_municipality(), key=source)
        click.echo(f"{source} {'goes on' if going else 'is paused'}")


@sources.command("test")
@click.argument("kind")
@set_option
@click.option("--json", "json_output", is_flag=True, help="Print JSON on stdout.")
def test_kind(kind: str, changes: tuple[str, ...], json_output: bool) -> None:
    """Ask a source of KIND now by a small request and print what it answered; nothing is stored."""
    with store(migrate=False):
        from suunta.jobs import collecting
        from suunta.sources import parsed_json

        addresses, found = collecting.try_kind(kind, pairs(changes))
        if json_output:
            emit_json(parsed_json(found))
            return
        for address in addresses:
            say(f"asked {address}")
        for each in found.observations[:20]:
            told = (each.indicator, each.area, each.period, each.value, each.status, each.text)
            click.echo("\t".join("" if value is None else str(value) for value in told))
        say(f"{len(found.observations)} observations, {len(found.problems)} problems")


@sources.command("find")
@click.argument("kind")
@click.argument("words")
@set_option
def find(kind: str, words: str, changes: tuple[str, ...]) -> None:
    """Look for figures in a source of KIND by words of their titles, and print their ids."""
    with store(migrate=False):
        from suunta.jobs import collecting

        for identifier, title in collecting.search_source(kind, words, pairs(changes)):
            click.echo(f"{identifier}\t{title}")


def pairs(changes: Sequence[str]) -> dict[str, str]:
    """NAME=VALUE as a map."""
    wrong = [each for each in changes if "=" not in each]
    if wrong:
        raise click.UsageError(f"--set is NAME=VALUE, not {', '.join(wrong)}.")
    return dict(each.split("=", 1) for each in changes)
