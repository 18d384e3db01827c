"""Lines of a column -> its paragraphs and list items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from suunta.readers.pdf.lines import is_bullet
from suunta.readers.pdf.parts import Para, TextLine

NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zåäö][.)]|[ivx]+[.)])$", re.IGNORECASE)
HYPHENS = ("-", "\u2010")
DASHES = frozenset("-–—*·")
NUMBER = re.compile(r"[-–−+]?\d+(?:[.,]\d+)?")
LONGEST_UNIT = 6
INDENT = 4.0
PARAGRAPH_GAP = 1.28  # of the leading, between baselines
LOOSEST_LEADING = 1.5  # of the size


def paragraphs(lines: Sequence[TextLine], right: float) -> list[Para]:
    """The paragraphs of lines in one column that ends at x = right."""
    sizes = {round(line.size) for line in lines}
    leadings = {
        size: leading_of([line for line in lines if round(line.size) == size]) for size in sizes
    }
    found: list[Para] = []
    above: float | None = None  # x of a bullet in a line of its own, whose text is too wide for it
    tagged = _tags_paragraphs(lines, right)
    for line, after in zip_longest(lines, lines[1:]):
        if after and _is_lone_bullet(line):
            above = line.x0
            continue
        bullet, rest = _bullet(line)
        if above is not None:
            found.append(Para([line], right, above))
            above = None
        elif bullet is not None:
            found.append(Para([rest], right, bullet))
        elif (
            found
            and not (tagged and _is_apart(found[-1].last, line))
            and _goes_on(found[-1], line, leadings[round(line.size)])
        ):
            found[-1].lines.append(line)
        else:
            found.append(Para([line], right))
    return found


def _tags_paragraphs(lines: Sequence[TextLine], right: float) -> bool:
    """Whether the document tags paragraphs here, and not each line: none of those tagged apart
    goes on in lower case from a full line."""
    return not any(
        _is_apart(before, after)
        and after.words[0].text[0].islower()
        and not has_room(before, after, right)
        for before, after in pairwise(lines)
    )


def _is_apart(line: TextLine, after: TextLine) -> bool:
    """Whether two lines are tagged as parts of different paragraphs."""
    one, other = line.words[-1].block, after.words[0].block
    return one is not None and other is not None and one != other


def _is_lone_bullet(line: TextLine) -> bool:
    """Whether a bullet alone fills a line; a dash alone is a cell's "nothing"."""
    first = line.words[0]
    return len(line.words) == 1 and is_bullet(first) and first.text not in DASHES


def leading_of(lines: Sequence[TextLine]) -> float:
    """The distance of baselines within paragraphs: the least there is between these lines."""
    steps = [
        after.baseline - before.baseline
        for before, after in pairwise(lines)
        if after.baseline - before.baseline > 0.8 * before.size
    ]
    size = min((line.size for line in lines), default=10.0)
    return min([*steps, LOOSEST_LEADING * size])


def _bullet(line: TextLine) -> tuple[float | None, TextLine]:
    """The x of a line's bullet, and the line without it."""
    first = line.words[0]
    rest = line.words[1:]
    if not rest:
        return None, line
    if is_bullet(first) or _is_small_o(line):
        if first.text in DASHES and not rest[0].text[0].isalpha():
            return None, line
        return first.x0, line.taking(rest)
    return None, line


def _is_small_o(line: TextLine) -> bool:
    """Word draws the bullets of second-level lists as the letter o, set well apart."""
    first, second = line.words[0], line.words[1]
    return first.text == "o" and second.x0 - first.x1 > 0.8 * first.size


def _goes_on(para: Para, line: TextLine, leading: float) -> bool:
    """Whether a line continues the paragraph above it."""
    last = para.last
    if ends_broken(last):
        return True
    step = line.baseline - last.baseline
    if step > PARAGRAPH_GAP * leading + 0.3 or step <= 0.3 * last.size:
        return False
    if abs(line.size - last.size) > 0.08 * last.size or line.bold != last.bold:
        return False
    return not _begins_anew(para, line)


def _begins_anew(para: Para, line: TextLine) -> bool:
    """Whether a line's place or its words begin a paragraph."""
    last, text = para.last, line.words[0].text
    if has_room(last, line, para.right) and not text[0].islower():
        return True
    if NUMBERED.match(text) and len(line.words) > 1 and has_room(last, line, para.right):
        return True
    if para.bullet is not None:
        return line.x0 < para.bullet - INDENT
    if _centred(last, line):
        return False
    return line.x0 > last.x0 + INDENT and len(para.lines) > 1


def _centred(first: TextLine, second: TextLine) -> bool:
    return abs((first.x0 + first.x1) - (second.x0 + second.x1)) < 4.0


def ends_broken(line: TextLine) -> bool:
    """Whether a line ends in a hyphen within or after a word."""
    last = line.words[-1].text
    return len(last) > 1 and last.endswith(HYPHENS)


def has_room(line: TextLine, after: TextLine, right: float) -> bool:
    """Whether what may not be broken at the start of the line after would have fitted here."""
    width = _unbroken(after) - after.x0
    return line.x1 + width + 1.3 * line.size < right


def _unbroken(line: TextLine) -> float:
    """Where the first word ends, or the number with its thousands and unit: these are tied."""
    last = line.words[0]
    for word in line.words[1:]:
        if not NUMBER.fullmatch(last.text) or len(word.text) > LONGEST_UNIT:
            break
        last = word
    return last.x1
