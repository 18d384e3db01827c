"""Commands with which a town begins: its municipality and the people who sign in."""

from __future__ import annotations

import click

from suunta.cli.django import store
from suunta.cli.output import say
from suunta.core.texts import LANGUAGES, Text

BY = "command line"


@click.group()
def municipality() -> None:
    """Municipalities of this installation."""


@municipality.command("add")
@click.argument("slug")
@click.option(
    "--name",
    "names",
    multiple=True,
    required=True,
    help="Its name; sv=NAME in another language than the first.",
)
@click.option(
    "--languages", default="fi", show_default=True, help="Official languages, such as fi,sv."
)
def add_municipality(slug: str, names: tuple[str, ...], languages: str) -> None:
    """Make a municipality; SLUG is its address on the web, in small letters."""
    official = [language.strip() for language in languages.split(",") if language.strip()]
    words = dict(named(name, official) for name in names)
    with store():
        from suunta.jobs.newcomers import add_municipality

        new = add_municipality(by=BY, slug=slug, name=Text(words), languages=official)
        say(f"{slug} is ready" if new else f"{slug} is there already")
        say(f"Next: suunta person add NAME --municipality {slug} --role strategy_manager")


def named(name: str, official: list[str]) -> tuple[str, str]:
    """The language and words of a name: "sv=Grankulla", or a name in the first language."""
    language, sign, words = name.partition("=")
    if sign and language in LANGUAGES:
        return language, words.strip()
    return (official or ["fi"])[0], name.strip()


@click.group()
def person() -> None:
    """People who sign in to the desk."""


@person.command("add")
@click.argument("username")
@click.option("--municipality", "slug", required=True, help="Slug of the municipality.")
@click.option("--role", required=True, help="Such as administrator or strategy_manager.")
@click.option("--email", default="", help="Mail address, by which one may sign in too.")
@click.option("--ask", is_flag=True, help="Ask for the first password instead of making one up.")
def add_person(username: str, slug: str, role: str, email: str, ask: bool) -> None:
    """Give a person a role in a municipality; one who is new gets a first password."""
    with store():
        from suunta.jobs.newcomers import add_person

        password = None
        if ask:
            password = click.prompt(
                "First password", hide_input=True, confirmation_prompt=True, err=True
            )
        found = add_person(
            by=BY, username=username, slug=slug, role=role, email=email, password=password
        )
        say(f"{username} is {role} in {slug}")
        if found.password and not ask:
            say("First password, shown only here; change it after signing in:")
            click.echo(found.password)
