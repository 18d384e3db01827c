"""Blocks -> a PDF file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any

import typst

from suunta.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Grid,
    Heading,
    Number,
    Outline,
    Paragraph,
    Picture,
    Run,
    plain,
)
from suunta.reports.charts.printed import printed
from suunta.reports.pdf.fonts import fonts
from suunta.reports.pdf.showable import all_showable
from suunta.reports.signs import SIGNS

REGIONS = {"fi": "FI", "sv": "FI", "en": "GB"}
# PDF/UA-1 for screen readers and PDF/A-2a for the archive; a picture without alternative text
# fails the build.
STANDARDS: list[Any] = ["ua-1", "a-2a"]
# A row with so much in one cell may be higher than a page: it alone breaks.
LONG = 1500


def render_pdf(
    blocks: Sequence[Block],
    *,
    title: str,
    language: str,
    made_on: date,
    landscape: bool = False,
    slides: bool = False,
    foot: str = "",
) -> bytes:
    """A PDF file: the title, then the blocks, with the page number below every page.

    The same content gives the same bytes: the file names made_on as the day it was made. Signs
    that the typeface lacks are shown as an empty box.
    """
    data = {
        "title": title,
        "language": language,
        "region": REGIONS[language],
        "day": [made_on.year, made_on.month, made_on.day],
        "foot": foot,
        "landscape": landscape,
        "slides": slides,
        "signs": {key: sign.svg for key, sign in SIGNS.items()},
        "blocks": list(blocks_of(blocks)),
    }
    compiler = typst.Compiler(
        template(),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(all_showable(data), ensure_ascii=False)},
    )
    compiled = compiler.compile(
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=datetime.combine(made_on, time(), UTC),
    )
    if not isinstance(compiled, bytes):
        raise TypeError("typst gave no single file")
    return compiled


@cache
def template() -> bytes:
    """How pages look; read once a process."""
    return Path(__file__).with_name("report.typ").read_bytes()


def blocks_of(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Blocks as the template takes them; charts in a row stand side by side."""
    pairs = zip_longest(blocks, blocks[1:])
    for drawn, group in groupby(pairs, key=lambda pair: isinstance(pair[0], Picture)):
        if drawn:
            yield {"is": "Pictures", "items": [picture(each) for each, _ in group]}
        else:
            yield from (block_of(each, following) for each, following in group)


def block_of(block: Block, following: Block | None) -> dict[str, Any]:
    """One block; following: the next one."""
    if isinstance(block, Heading):
        return named(block, level=block.level, text=block.text, language=block.language)
    if isinstance(block, Paragraph):
        introduces = isinstance(following, Grid | Picture)
        return named(block, tone=block.tone, content=runs(block.content), introduces=introduces)
    if isinstance(block, Bullets):
        return named(block, items=[runs(item) for item in block.items])
    if isinstance(block, Grid):
        return grid(block)
    return named(block, title=block.title if isinstance(block, Outline) else "")


def named(block: Block, **values: Any) -> dict[str, Any]:
    """A block with its kind."""
    return {"is": type(block).__name__, **values}


def picture(block: Block) -> dict[str, Any]:
    """A chart."""
    if not isinstance(block, Picture):
        raise TypeError("a chart was expected")
    said = {"name": block.figures.name, "alt": block.alt, "note": block.note}
    return {"svg": printed(block.svg), **said}


def grid(block: Grid) -> dict[str, Any]:
    """A table. Raises: ValueError for a row that is not as wide as the header."""
    if any(len(row) != len(block.headers) for row in block.rows):
        raise ValueError(f"rows: each needs {len(block.headers)} cells, as the header has")
    rows = [
        {"cells": [runs(cell) for cell in row], "long": any(len(plain(c)) > LONG for c in row)}
        for row in block.rows
    ]
    return named(
        block,
        headers=list(block.headers),
        rows=rows,
        widths=list(block.widths or [1.0] * len(block.headers)),
        figures=sorted(block.figures),
    )


def runs(content: Cell) -> list[dict[str, Any]]:
    """Words with their looks."""
    if isinstance(content, Number):
        content = content.text
    told = [Run(content)] if isinstance(content, str) else content
    return [vars(run) for run in told]
