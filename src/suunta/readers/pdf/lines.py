"""Glyphs -> lines of words, in any direction that text runs."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from suunta.readers.pdf.parts import Glyph, TextLine, Word

SAME_BASELINE = 0.3  # of the size
WORD_GAP = 0.2  # of the size
ACCENTS = {"¨": "\u0308", "´": "\u0301", "`": "\u0300", "˚": "\u030a", "ˆ": "\u0302"}
BULLETS = frozenset("•●○◦▪▫■□◆◇►▶‣⁃∙·–—-*➢➤✓✔→❖\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\ufffd")


def lines_of(glyphs: Sequence[Glyph], page: int) -> list[TextLine]:
    """The lines of some glyphs, from the top; turned text stands as if read upright."""
    found: list[TextLine] = []
    for turn in sorted({glyph.turn for glyph in glyphs}):
        turned = [_upright(glyph) for glyph in glyphs if glyph.turn == turn]
        found += _with_bullets(_lines(turned, page, turn))
    return found


def _upright(glyph: Glyph) -> Glyph:
    """A glyph as it stands when the page is turned until its text runs to the right."""
    if glyph.turn == 0:
        return glyph
    x0, x1, top, bottom = glyph.x0, glyph.x1, glyph.top, glyph.bottom
    if glyph.turn == 90:
        x0, x1, top, bottom = -bottom, -top, x0, x1
    elif glyph.turn == 270:
        x0, x1, top, bottom = top, bottom, -x1, -x0
    else:
        x0, x1, top, bottom = -x1, -x0, -bottom, -top
    size, turn = bottom - top, 0
    return Glyph(
        glyph.text,
        x0,
        x1,
        top,
        bottom,
        bottom - 0.2 * size,
        size,
        glyph.bold,
        glyph.symbol,
        glyph.colour,
        turn,
        glyph.mark,
        glyph.block,
    )


def _lines(glyphs: Sequence[Glyph], page: int, turn: int) -> list[TextLine]:
    rows: list[list[Glyph]] = []
    baseline = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        if rows and glyph.baseline - baseline <= SAME_BASELINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            baseline = glyph.baseline
    lines = [_line(row, page, turn) for row in rows]
    return [line for line in lines if line is not None]


def _line(row: Sequence[Glyph], page: int, turn: int) -> TextLine | None:
    words = _words(_composed(_single(sorted(row, key=lambda glyph: glyph.x0))))
    if not words:
        return None
    shown = [glyph for glyph in row if not glyph.text.isspace()]
    baselines = Counter(round(glyph.baseline, 1) for glyph in shown)
    return TextLine(
        words,
        min(glyph.top for glyph in shown),
        max(glyph.bottom for glyph in shown),
        baselines.most_common(1)[0][0],
        page,
        turn,
    )


def _single(row: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs without those drawn twice to look bold or shadowed."""
    found: list[Glyph] = []
    for glyph in row:
        twin = next((other for other in found[-3:] if _is_twin(other, glyph)), None)
        if twin is None:
            found.append(glyph)
        else:
            twin.bold = True
    return found


def _is_twin(first: Glyph, second: Glyph) -> bool:
    near = abs(first.x0 - second.x0) < 0.12 * first.size
    return near and first.text == second.text and not first.text.isspace()


def _composed(row: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs with accents that are drawn over letters joined to these."""
    found: list[Glyph] = []
    for glyph in row:
        last = found[-1] if found else None
        if last and last.x1 - glyph.x0 > 0.5 * min(glyph.x1 - glyph.x0, last.x1 - last.x0) > 0:
            letter, accent = (last, glyph) if glyph.text in ACCENTS else (glyph, last)
            if accent.text in ACCENTS and letter.text.isalpha():
                letter.text = unicodedata.normalize("NFC", letter.text + ACCENTS[accent.text])
                found[-1] = letter
                continue
        found.append(glyph)
    return found


def _words(row: Iterable[Glyph]) -> list[Word]:
    words: list[list[Glyph]] = []
    is_open = False
    for glyph in row:
        text = glyph.text
        if not text.strip() or text == "\x00":
            is_open = False
            continue
        last = words[-1][-1] if words else None
        gap = glyph.x0 - last.x1 if last else 0.0
        if is_open and last and gap < WORD_GAP * glyph.size and last.symbol == glyph.symbol:
            words[-1].append(glyph)
        else:
            words.append([glyph])
        is_open = True
    return [_word(glyphs) for glyphs in words]


def _word(glyphs: Sequence[Glyph]) -> Word:
    text = unicodedata.normalize("NFC", "".join(glyph.text for glyph in glyphs))
    colours = Counter(glyph.colour for glyph in glyphs)
    return Word(
        text,
        glyphs[0].x0,
        glyphs[-1].x1,
        max(glyph.size for glyph in glyphs),
        all(glyph.bold for glyph in glyphs),
        all(glyph.symbol for glyph in glyphs),
        colours.most_common(1)[0][0],
        glyphs[0].mark,
        glyphs[0].block,
    )


def is_bullet(word: Word) -> bool:
    """Whether a word by itself marks a list item, if text follows it."""
    return len(word.text) == 1 and (word.text in BULLETS or word.symbol)


def _with_bullets(lines: list[TextLine]) -> list[TextLine]:
    """The lines with bullets that drifted from their row put before the nearest text."""
    alone = [line for line in lines if len(line.words) == 1 and is_bullet(line.words[0])]
    others = [line for line in lines if line not in alone]
    for mark in alone:
        near = [line for line in others if _takes(line, mark)]
        if not near:
            # A dot without text is an ornament; a lone dash is text.
            others += [] if mark.words[0].symbol else [mark]
            continue
        line = min(near, key=lambda line: abs(_middle(line) - _middle(mark)))
        line.words.insert(0, mark.words[0])
    return sorted(others, key=lambda line: line.baseline)


def _takes(line: TextLine, mark: TextLine) -> bool:
    """Whether a bullet may belong to a line: just left of it and hardly above or below."""
    reach = 0.8 * max(line.size, mark.size)
    gap = line.x0 - mark.x1
    return abs(_middle(line) - _middle(mark)) < reach and -1 < gap < 4 * line.size


def _middle(line: TextLine) -> float:
    return (line.top + line.bottom) / 2
