"""What a report is made of, whatever file it becomes: headings, paragraphs, lists, tables, charts.

Renderers: `reports.word`, `reports.pdf`, `reports.workbook`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# ins and del are shown (underlined, struck out), not tracked: nobody can accept them by mistake.
Mark = Literal["ins", "del"]
# lead: the result first, larger; note: small print; big: the few words of a slide.
Tone = Literal["body", "lead", "note", "big"]


@dataclass(frozen=True)
class Run:
    """Words of one look within a paragraph.

    link: the address that they lead to, if any; sign: a shape of `reports.signs` before them;
    language: of the words, where it is not the document's.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    mark: Mark | None = None
    link: str | None = None
    sign: str | None = None
    language: str | None = None


# The text of a paragraph, list item or cell: plain, or of several looks. A line feed in a text
# breaks the line.
Content = str | Sequence[Run]


@dataclass(frozen=True)
class Tally:
    """How many rows of the workbook's sheet `sheet` say what is asked: (column, text) for each."""

    sheet: str
    where: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Total:
    """The sum of the cells above in its column."""


@dataclass(frozen=True)
class Share:
    """The cell above, of the last cell above in its row."""


@dataclass(frozen=True)
class Number:
    """A number in a table: `text` for readers, `value` and `form` (a number format of workbooks)
    for those who count on; formula: how a workbook finds it from its own cells."""

    value: float
    text: str
    form: str = "General"
    formula: Tally | Total | Share | None = None


Cell = Content | Number


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 to 4. The document's title stands above level 1."""

    level: int
    text: str
    language: str | None = None


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
class Column:
    """A column that only the workbook has; front: left of the columns that every file has."""

    header: str
    cells: Sequence[Cell]
    front: bool = True


@dataclass(frozen=True)
class Grid:
    """A table whose header row is repeated on every page that it goes over.

    headers: as many texts as each row has cells; widths: how wide the columns are relative to each
    other, equal where none are given; caption: what a screen reader says that the table holds;
    figures: the columns, from 0, whose content is set to the right; sheet: the sheet of a workbook
    that collects the tables of that name, empty: it stands where it is; columns: what it has
    besides there.
    """

    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float] | None = None
    caption: str = ""
    figures: frozenset[int] = frozenset()
    sheet: str = ""
    columns: Sequence[Column] = ()


@dataclass(frozen=True)
class Figures:
    """The numbers behind a chart, for a workbook."""

    name: str
    unit: str
    periods: Sequence[str]
    values: Sequence[Number]


@dataclass(frozen=True)
class Picture:
    """A chart: SVG with classes; alt: what it says, for those who do not see it; note: how to read
    its marks."""

    svg: str
    alt: str
    figures: Figures
    note: str = ""


@dataclass(frozen=True)
class Outline:
    """A table of contents of the headings of the first two levels."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | Bullets | Grid | Picture | Outline | PageBreak


def plain(content: Cell) -> str:
    """The words alone."""
    if isinstance(content, Number):
        return content.text
    return content if isinstance(content, str) else "".join(run.text for run in content)
