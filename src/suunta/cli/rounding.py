"""Reporting rounds from the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from suunta.cli.django import store
from suunta.cli.output import say

BY = "command line"
day = click.DateTime(["%Y-%m-%d"])


@click.group()
def rounds() -> None:
    """Ask the owners where the promises stand: open, remind, close, freeze."""


def of_round(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that name a round."""
    town = click.option("--municipality", help="Slug, where the store has several.")
    on = click.option("--date", "on", type=day, required=True, help="The reporting date.")
    return town(on(command))


def slug_of(municipality: str | None) -> str:
    """The municipality that is meant."""
    from suunta.jobs.scorecard import only_municipality

    return municipality or only_municipality()


@rounds.command("open")
@of_round
@click.option("--closes", type=day, help="Its last day; ten working days from today if left out.")
@click.option("--no-mail", is_flag=True, help="Queue no letters.")
def open_(municipality: str | None, on: datetime, closes: datetime | None, no_mail: bool) -> None:
    """Open a round and let the letters wait for `suunta worker`."""
    with store():
        from suunta.jobs.rounds import open_round

        done = open_round(
            slug_of(municipality),
            on.date(),
            by=BY,
            closes=closes.date() if closes else None,
            letters=not no_mail,
        )
    say(f"{done.tasks} tasks until {done.closes}; {done.letters} letters wait.")
    if done.unowned:
        say(f"Nobody answers for {', '.join(done.unowned)}.")
    if done.silent:
        say(f"{done.silent} posts have neither holder nor deputy.")


@rounds.command()
@of_round
def remind(municipality: str | None, on: datetime) -> None:
    """Write to those who have not told yet, once a day; near the end to their deputies too."""
    with store():
        from suunta.jobs.rounds import remind as remind_all

        done = remind_all(slug_of(municipality), on.date(), by=BY)
    say(f"{done.reminders} reminders and {done.escalations} letters to deputies and heads wait.")


@rounds.command()
@of_round
def close(municipality: str | None, on: datetime) -> None:
    """Close a round: what is told after that is kept as late."""
    with store():
        from suunta.jobs.rounds import close_round

        close_round(slug_of(municipality), on.date(), by=BY)
    say(f"The round of {on.date()} is closed.")


@rounds.command()
@of_round
def freeze(municipality: str | None, on: datetime) -> None:
    """Freeze a closed round; prints the identifier of its snapshot on stdout."""
    with store():
        from suunta.jobs.rounds import freeze_round

        click.echo(freeze_round(slug_of(municipality), on.date(), by=BY))


@rounds.command()
@of_round
@click.option("--reason", required=True, help="Why; it is kept and shown.")
@click.option("--closes", type=day, help="A new last day.")
def reopen(municipality: str | None, on: datetime, reason: str, closes: datetime | None) -> None:
    """Open a closed or frozen round again."""
    with store():
        from suunta.jobs.rounds import reopen_round

        reopen_round(
            slug_of(municipality),
            on.date(),
            reason=reason,
            by=BY,
            closes=closes.date() if closes else None,
        )
    say(f"The round of {on.date()} is open again.")


@rounds.command()
@of_round
def status(municipality: str | None, on: datetime) -> None:
    """Print who has told and who has not."""
    with store():
        from suunta.jobs.rounds import board_of, round_on

        slug = slug_of(municipality)
        found = round_on(slug, on.date())
        if found is None:
            raise click.UsageError(f"{slug} has no round of {on.date()}.")
        board = board_of(slug, found)
    say(f"{found.state}, closes {found.closes}: {board.told} of {board.tasks} told.")
    for sector in board.sectors:
        for post in sector.posts:
            name = post.post.name.shown("en").text
            click.echo(f"{post.told}/{len(post.tasks)}\t{name}\t{post.post.holder_name}")
