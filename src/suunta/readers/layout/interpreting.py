"""A document's blocks -> the strategy it holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.readers.blocks import Document, Heading, Line, Table
from suunta.readers.layout.anchors import levels_of
from suunta.readers.layout.bilingual import in_one_language
from suunta.readers.layout.build import built
from suunta.readers.layout.cards import labelled_line, read_card
from suunta.readers.layout.drafts import all_goals
from suunta.readers.layout.events import Card, Event, Grid, Label, Title, events_of
from suunta.readers.layout.front import legend_of, preamble_of, title_of
from suunta.readers.layout.grid import Band, Content, Head
from suunta.readers.layout.labels import inline_label, own_number
from suunta.readers.layout.numbers import Style, same, style_of
from suunta.readers.layout.reading import (
    BARE_NUMBER,
    Reading,
    add_actions,
    add_measures,
    add_points,
    list_items,
)
from suunta.readers.layout.recurring import with_recurring_labels
from suunta.readers.layout.rows import read_grid
from suunta.readers.layout.terms import term_of, with_levels_before
from suunta.readers.layout.unlabelled import with_guessed_lists
from suunta.readers.table.headers import YEAR
from suunta.readers.table.words import detect_language, words_of

SOUGHT = (
    "Looked for: a table whose columns or rows are headed goals, actions and measures, or headings "
    "with labelled lists of actions and measures, in Finnish, Swedish or English."
)


def interpret(document: Document, place: str) -> Strategy:
    """The strategy in a document.

    place: the file's name, for errors. Raises: InputError that says what was looked for and what
    was found, where the document holds no goal with actions or measures.
    """
    document = in_one_language(document)
    language = detect_language("\n".join(_texts(document)))
    events = with_recurring_labels(events_of(document), language)
    levels = levels_of(events)
    preamble = preamble_of(events, levels)
    title = title_of(document, preamble)
    events = with_levels_before(events, preamble.term.start)
    reading = _reading_of(events, language, title)
    if reading is None:
        events = with_guessed_lists(events_of(document, guess=True))
        reading = _reading_of(events, language, title)
    if reading is None:
        raise InputError.single(
            "No goal with actions or measures was found.", place, _found(document)
        )
    headers = _headers(events)
    years = [YEAR.findall(heading) for role, heading in headers if role == "actions"]
    year = int(years[0][0]) if years and len(years[0]) == 1 else None
    legend = legend_of(document)
    return Strategy(
        title=title or reading.areas[0].name,
        subtitle=preamble.subtitle if preamble.subtitle != title else None,
        vision=preamble.vision if preamble.vision != title else None,
        municipality=preamble.municipality,
        language=language,
        term=term_of(events, title, preamble.term),
        action_year=year,
        column_headers=headers,
        sector_legend=legend.marks,
        focus_areas=built(reading.areas, legend, language, year),
    )


def _reading_of(events: Sequence[Event], language: str, title: str) -> Reading | None:
    """What a flow holds; None where it holds no goal with actions or measures."""
    reading = Reading(words_of(language), _style(events), levels_of(events), title)
    _read(reading, events)
    for area in reading.areas:
        area.goals = [goal for goal in area.goals if not goal.is_empty or goal.number]
    found = any(goal.actions or goal.measures for goal in all_goals(reading.areas))
    return reading if found else None


def _texts(document: Document) -> list[str]:
    texts = []
    for block in document.blocks:
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row]
        else:
            texts.append(block.text)
    return texts


def _style(events: Sequence[Event]) -> Style:
    """How goals are numbered: by their cells, or else by headings."""
    cells = [text for event in events if isinstance(event, Grid) for text in _goal_texts(event)]
    titles = [event.text for event in events if isinstance(event, Title)]
    bands = [
        part.cell.text
        for event in events
        if isinstance(event, Grid | Card)
        for part in event.parts
        if isinstance(part, Band)
    ]
    bands += [
        cell.text
        for event in events
        if isinstance(event, Card) and isinstance(event.parts[0], Content)
        for cell in event.parts[0].cells
    ]
    cells = [text for text in cells if not BARE_NUMBER.fullmatch(text)]
    style = style_of(list(dict.fromkeys(cells))) if cells else Style("")
    return style if style.name or cells else _by_headings([*titles, *bands])


def _by_headings(titles: Sequence[str]) -> Style:
    for name in ("dotted", "letter", "roman", "lettered", "named"):
        style = Style(name)
        if any(style.number(title) for title in titles):
            return style
    return Style("")


def _goal_texts(grid: Grid) -> list[str]:
    """The first lines of a table's cells of goals."""
    place: int | None = None
    found = []
    for part in grid.parts:
        if isinstance(part, Head):
            roles = [column.role for column in part.columns]
            place = roles.index("goals") if "goals" in roles else None
        elif isinstance(part, Content) and place is not None and place < len(part.cells):
            lines = [line.text for line in part.cells[place].lines if line.text.strip()]
            if lines and part.cells[place].lines[0].depth is None:
                found.append(" ".join(lines[0].split()))
    return found


def _headers(events: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """(role, heading) of the columns or labels that the document uses first."""
    found: dict[str, str] = {}
    for event in events:
        if isinstance(event, Label):
            found.setdefault(event.role, event.text.rstrip(":"))
        elif isinstance(event, Grid):
            for part in event.parts:
                for column in part.columns if isinstance(part, Head) else ():
                    if column.role:
                        found.setdefault(column.role, column.heading)
    return tuple(found.items())


def _read(reading: Reading, events: Sequence[Event]) -> None:
    inline = _inline_roles(events)
    reading.referenced = _referenced(events)
    label: Label | None = None
    section: list[Line] = []
    for event in events:
        if label and not (isinstance(event, Line) and not _labels_itself(event, inline)):
            _end_section(reading, label, section)
            label, section = None, []
        if isinstance(event, Title):
            reading.heading(event)
        elif isinstance(event, Label):
            label = event if _begin_section(reading, event) else None
        elif isinstance(event, Grid):
            read_grid(reading, event)
        elif isinstance(event, Card):
            read_card(reading, event)
        elif label:
            section.append(event)
        else:
            _read_line(reading, event, inline)
    if label:
        _end_section(reading, label, section)
    reading.end_list()


def _referenced(events: Sequence[Event]) -> frozenset[str]:
    """The numbers by which tables name goals whose titles stand elsewhere, in headings."""
    texts = [text for event in events if isinstance(event, Grid) for text in _goal_texts(event)]
    return frozenset(text.rstrip(".") for text in texts if BARE_NUMBER.fullmatch(text))


def _begin_section(reading: Reading, label: Label) -> bool:
    """A label closes the headings that stand at or below its own level.

    Returns: whether it labels something of a goal; "Monitoring" at the end of a document does not.
    """
    kept = [title for title in reading.stack if title.level < label.level]
    if len(kept) < len(reading.stack):
        reading.stack = kept
        if reading.home not in kept:
            reading.goal = None
    if reading.goal is None and reading.areas and _is_title_alone(reading):
        return label.role == "goals"
    below_goal = any(title.level == reading.levels.goals for title in reading.stack)
    return label.role == "goals" or reading.goal is not None or below_goal


def _is_title_alone(reading: Reading) -> bool:
    """Whether nothing but the document's title stands above this place."""
    return all(same(title.text, reading.title) for title in reading.stack)


def _end_section(reading: Reading, label: Label, lines: Sequence[Line]) -> None:
    items = list_items(lines)
    goal = reading.goal
    if not items:
        return
    if label.role == "goals" and goal and goal.is_empty and _is_lower(reading, label):
        add_points(goal, items)
    elif label.role == "goals":
        reading.area_above(None)
        reading.goals_label = label.text
        number = own_number(label.text) if len(items) == 1 else ""
        for item in items:
            reading.new_goal(item.text, item.span, number)
    elif label.role == "actions":
        add_actions(reading.goal_here(), items)
    elif label.role == "points":
        add_points(reading.goal_here(), items)
    else:
        for measure in add_measures(reading.goal_here(), items):
            measure.inferred = label.inferred


def _is_lower(reading: Reading, label: Label) -> bool:
    """Whether a label of goals stands below another one: "Päämäärä", and then "Tavoitteet"."""
    return bool(reading.goals_label) and not same(reading.goals_label, label.text)


def _inline_roles(events: Sequence[Event]) -> set[str]:
    """The roles by which lines label themselves again and again; once is a note."""
    counts = Counter(
        label[0]
        for event in events
        if isinstance(event, Line) and (label := inline_label(event.text))
    )
    return {role for role, count in counts.items() if count > 1}


def _labels_itself(line: Line, inline: Collection[str]) -> bool:
    label = inline_label(line.text)
    return label is not None and label[0] in inline and line.depth is None


def _read_line(reading: Reading, line: Line, inline: Collection[str]) -> None:
    label = inline_label(line.text)
    if label and label[0] in inline and reading.stack:
        labelled_line(reading, line.text, line)
    elif line.depth is not None:
        reading.points += list_items([line])


def _found(document: Document) -> str:
    """What the document holds, for the error."""
    headings = sum(isinstance(block, Heading) for block in document.blocks)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    first = next((row for table in tables for row in table.rows[:1]), ())
    cells = " | ".join(cell.text[:40] for cell in first[:6])
    top = f' First row: "{cells}".' if cells.strip(" |") else ""
    return f"{SOUGHT} Found: {headings} headings and {len(tables)} tables.{top}"
