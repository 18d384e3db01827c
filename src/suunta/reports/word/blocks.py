"""What a Word file is made of: headings, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# ins and del are shown (underlined, struck out), not tracked: nobody can accept them by mistake.
Mark = Literal["ins", "del"]
# lead: the result first, larger; note: small print.
Tone = Literal["body", "lead", "note"]


@dataclass(frozen=True)
class Run:
    """Words of one look within a paragraph. link: the address that they lead to, if any."""

    text: str
    strong: bool = False
    emphasis: bool = False
    mark: Mark | None = None
    link: str | None = None


# The text of a paragraph, list item or cell: plain, or of several looks. A line feed in a text
# breaks the line.
Content = str | Sequence[Run]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 to 4. The document's title stands above level 1."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    content: Content
    tone: Tone = "body"


@dataclass(frozen=True)
class Bullets:
    """A bulleted list."""

    items: Sequence[Content]


@dataclass(frozen=True)
class Grid:
    """A table whose header row is repeated on every page that it goes over.

    headers: as many texts as each row has cells; widths: how wide the columns are relative to each
    other, equal where none are given; caption: what a screen reader says that the table holds;
    figures: the columns, from 0, whose content is set to the right.
    """

    headers: Sequence[str]
    rows: Sequence[Sequence[Content]]
    widths: Sequence[float] | None = None
    caption: str = ""
    figures: frozenset[int] = frozenset()


Block = Heading | Paragraph | Bullets | Grid
