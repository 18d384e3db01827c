"""Writes docs/reference/kauniainen-measures.md out of the files of the example town.

Run it after a change to them: `.venv/bin/python docs/measures.py`. A test compares the two.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from suunta.jobs.example.files import ExampleFiles
    from suunta.jobs.example.origins import PartOrigin

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reference/kauniainen-measures.md"
TOWN = ROOT / "examples/kauniainen"
SURE = {
    "document": "the document names it",
    "words": "follows from its words",
    "proposed": "our proposal",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
INTRODUCTION = """\
# Where each measure of Kauniainen comes from

Written by `.venv/bin/python docs/measures.py` out of `examples/kauniainen/origins.yaml`:
change that file, not this page. Its schema: [examples](examples.md).

{measures} measures hold {parts} things to follow. Each has one origin: {kinds}.
How sure: {sure}.

A **source** is fetched or comes as a file, a **survey** is asked, a **register** counts what
people log, an **owner** reports by hand. What is *to be confirmed* nobody could check against the
live service or a real file: somebody confirms it before the first question. Nothing here says
that a figure has come.
"""


def page() -> str:
    """The whole page."""
    from suunta.jobs.example.files import read_example

    files = read_example(TOWN)
    return "\n".join([introduction(files), *origin_tables(files), *measure_tables(files)])


def introduction(files: ExampleFiles) -> str:
    """What the page is, with the counts."""
    origins = files.origins.origins
    return INTRODUCTION.format(
        measures=len(list(files.content.measures())),
        parts=len(origins),
        kinds=counted(each.kind for each in origins),
        sure=counted(SURE[each.sure] for each in origins),
    )


def counted(words: Iterable[str]) -> str:
    """How many of each, the most first."""
    return ", ".join(f"{word} {number}" for word, number in Counter(words).most_common())


def origin_tables(files: ExampleFiles) -> Iterator[str]:
    """Sources, surveys and registers."""
    named = files.origins
    yield "## Sources\n\n| key | kind | name | asked | to be confirmed |\n|---|---|---|---|---|"
    for key, source in named.sources.items():
        asked = "; ".join(f"{name} `{value}`" for name, value in source.asked.items())
        cells = (key, f"`{source.kind}`", source.name.words["en"], asked, ", ".join(source.confirm))
        yield row(*cells)
    yield "\n## Surveys\n\n| key | name | rhythm |\n|---|---|---|"
    for key, survey in named.surveys.items():
        yield row(key, survey.name.words["en"], survey.rhythm.replace("_", " "))
    yield "\n## Registers\n\n| key | name | counts |\n|---|---|---|"
    for key, register in named.registers.items():
        yield row(key, register.name.words["en"], register.counts.words["en"])


def measure_tables(files: ExampleFiles) -> Iterator[str]:
    """Every part of every measure, a table for each focus area."""
    names = {
        text.id: text.text for text in files.texts if (text.entity, text.language) == ("part", "en")
    }
    origins = {each.part: each for each in files.origins.origins}
    for area in files.content.focus_areas:
        yield f"\n## Focus area {area.number}\n"
        yield "| part | followed | kind | origin | usually in | how sure | why |"
        yield "|---|---|---|---|---|---|---|"
        for goal in area.goals:
            for measure in goal.measures:
                for number in range(1, len(measure.sub_measures) + 1):
                    part = f"{measure.id}.{number}"
                    yield part_row(files, origins[part], names[part])
    yield ""


def part_row(files: ExampleFiles, origin: PartOrigin, name: str) -> str:
    """One part."""
    month = files.origins.month(origin)
    tells = files.origins.name(origin).words["en"]
    key = "" if origin.kind == "owner" else f" (`{origin.key}`)"
    usually = MONTHS[month - 1] if month else ""
    why = origin.why.words.get("en", "")
    return row(origin.part, name, origin.kind, tells + key, usually, SURE[origin.sure], why)


def row(*cells: str) -> str:
    """A row of a table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> None:
    """Write the page."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "suunta.config.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
