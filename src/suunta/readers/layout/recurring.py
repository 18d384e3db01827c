"""Labels that no vocabulary knows, told by their recurrence: the same short line above a list under
one heading after another says what its lists hold, and the lists say which it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from suunta.core.phrases import parse_phrase
from suunta.readers.blocks import Line
from suunta.readers.layout.columns import roles_of
from suunta.readers.layout.events import LABEL_LINE, SHEET, Event, Grid, Label, Title
from suunta.readers.layout.grid import Head
from suunta.readers.layout.items import promises
from suunta.readers.layout.labels import inline_label, own_number
from suunta.readers.layout.numbers import key_of
from suunta.readers.table.headers import MAIN
from suunta.readers.table.numbering import area_number, goal_number

LONGEST_LABEL = 80
MOST_WORDS = 10
SAMPLE = 20  # texts below a label that are looked at
HALF, MOSTLY = 0.5, 0.75  # of these: enough where nothing else is known, and else
YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?")
INLINE_WORD = re.compile(r"\s*([^\W\d_]{4,25}):\s+(\S.*)", re.S)
STYLES = ("dotted", "letter", "roman", "lettered", "named")


def with_recurring_labels(events: Sequence[Event], language: str) -> list[Event]:
    """The flow with the lines that recur as labels made labels."""
    found = _with_labelled_goals(_with_inline_labels(events, language))
    groups = _groups(found)
    named = {key: _named(found[places[0]]) for key, places in groups.items()}
    known = _roles(found) | set(named.values())
    figures = {
        key: _share_of_figures(_texts_below(found, places), language)
        for key, places in groups.items()
    }
    # What holds most figures first: beside measures that are known, the rest is easier to tell.
    for key, places in sorted(groups.items(), key=lambda group: -figures[group[0]]):
        inferred = not named[key]
        role = named[key] or _by_lists(found, places, known, language)
        known.add(role)
        for place in places if role else ():
            found[place] = _label(found[place], role, inferred)
    return found


def _with_labelled_goals(events: Sequence[Event]) -> list[Event]:
    """The flow with a bold line right below "Tavoite 1" as what that labels, the goal's title."""
    found = list(events)
    for place, (event, after) in enumerate(pairwise(events)):
        labels = isinstance(event, Label) and event.role == "goals" and own_number(event.text)
        if labels and isinstance(after, Title) and after.level > SHEET:
            found[place + 1] = Line(after.text, bold=True, span=after.span)
    return found


def _with_inline_labels(events: Sequence[Event], language: str) -> list[Event]:
    """The flow with lines like "Uppdrag: Lokalerna ses över" parted, where the first word is no
    known label but returns below several headings."""
    texts: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if match := _inline(event):
            texts[match.group(1)].append(match.group(2))
    known = _roles(events)
    known |= {
        label[0]
        for event in events
        if isinstance(event, Line) and (label := inline_label(event.text))
    }
    roles = {
        word: _by_words(said, known, language) for word, said in texts.items() if len(said) > 1
    }
    found: list[Event] = []
    for event in events:
        match = _inline(event)
        if match and isinstance(event, Line) and (role := roles.get(match.group(1))):
            found += [
                Label(role, match.group(1), LABEL_LINE, inferred=True),
                replace(event, text=match.group(2), depth=0),
            ]
        else:
            found.append(event)
    return found


def _roles(events: Sequence[Event]) -> set[str]:
    """The roles that labels and headings of columns name."""
    heads = [
        part
        for event in events
        if isinstance(event, Grid)
        for part in event.parts
        if isinstance(part, Head)
    ]
    columns = {column.role for head in heads for column in head.columns}
    return columns | {event.role for event in events if isinstance(event, Label)}


def _inline(event: Event) -> re.Match[str] | None:
    if not isinstance(event, Line) or event.depth is not None or inline_label(event.text):
        return None
    return INLINE_WORD.match(event.text)


def _groups(events: Sequence[Event]) -> dict[str, list[int]]:
    """The places of each text that may be a label, those that recur alone."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, (event, after) in enumerate(pairwise(events)):
        if _may_label(event) and isinstance(after, Line):
            places[_key(event)].append(place)
    labels = {_key(event) for event in events if isinstance(event, Label)}
    titles = [
        place
        for place, event in enumerate(events)
        if isinstance(event, Title) and len(places.get(_key(event), ())) < 2
    ]
    return {
        key: found
        for key, found in places.items()
        if key
        and key not in labels
        and len(found) > 1
        and all(any(a < title < b for title in titles) for a, b in pairwise(found))
    }


def _key(event: Event) -> str:
    return key_of(YEARS.sub("", event.text)) if isinstance(event, Title | Label | Line) else ""


def _may_label(event: Event) -> bool:
    if not isinstance(event, Title | Line) or (isinstance(event, Line) and event.depth is not None):
        return False
    text = event.text.strip()
    short = len(text) <= LONGEST_LABEL and len(text.split()) <= MOST_WORDS
    numbered = area_number(text) or any(goal_number(text, style) for style in STYLES)
    return short and not numbered and not text.endswith((".", ";", ","))


def _named(event: Event) -> str:
    """The role that the words of a label name, whatever stands beside them."""
    text = event.text if isinstance(event, Title | Line) else ""
    main = [role for role in roles_of(text) if role in MAIN]
    return main[-1] if main else ""


def _by_lists(
    events: Sequence[Event], places: Sequence[int], known: set[str], language: str
) -> str:
    """The role of a label by the lists below it: promises are actions, figures are measures, and
    what stands beside known measures is what is done, or points of the goal."""
    lists = [list(_list_below(events, place)) for place in places]
    if not all(lists):
        return ""
    return _by_words(_texts_below(events, places), known, language)


def _texts_below(events: Sequence[Event], places: Sequence[int]) -> list[str]:
    return [line.text for place in places for line in _list_below(events, place)]


def _by_words(texts: Sequence[str], known: set[str], language: str) -> str:
    figures = _share_of_figures(texts, language)
    sample = _sample(texts)
    deeds = sum(map(promises, sample)) / len(sample)
    if deeds > HALF:
        return "actions"
    if figures >= (MOSTLY if "measures" in known else HALF):
        return "measures"
    if "actions" not in known and "measures" in known:
        return "actions"
    return "points" if known & {"actions", "measures"} else ""


def _share_of_figures(texts: Sequence[str], language: str) -> float:
    sample = _sample(texts)
    return sum(_is_figure(text, language) for text in sample) / max(len(sample), 1)


def _sample(texts: Sequence[str]) -> Sequence[str]:
    """Some of the texts from all over the document."""
    return texts[:: len(texts) // SAMPLE + 1]


def _list_below(events: Sequence[Event], place: int) -> Iterator[Line]:
    for event in events[place + 1 :]:
        if not isinstance(event, Line) or event.depth is None:
            return
        yield event


@lru_cache(maxsize=1024)
def _is_figure(text: str, language: str) -> bool:
    return any(sub.kind == "numeric" for sub in parse_phrase(text, language))


def _label(event: Event, role: str, inferred: bool) -> Event:
    if isinstance(event, Title):
        level = event.level if event.level < SHEET else LABEL_LINE
        return Label(role, event.text, level, inferred)
    return Label(role, event.text, LABEL_LINE, inferred) if isinstance(event, Line) else event
