"""The markup of a cell: HTML fragments and bullets, as real documents hold them (unclosed)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import Literal

TAG = re.compile(
    r"<(/?)(ul|ol|li|p|br|div|span|b|strong|i|em|u|font|sup|sub|a|h[1-6])(?=[\s/>])[^<>]*>", re.I
)
# Signs that are a bullet wherever they stand. U+F0B7 and U+F0A7 are Symbol and Wingdings bullets.
BULLET = re.compile("[•●○◦▪▫■□►▶➢➤✓✔‣⁃∙\uf0b7\uf0a7]|(?:(?<=\\s)|^)·(?=\\s)")
# Signs that are a bullet only in a list that opens with them.
DASHES = ("-", "–", "—", "*", "o")
ENUMERATOR = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2}|[a-z])[.)]\s+")
FIRST_ENUMERATOR = re.compile(r"\s*\(?[1a][.)]\s")
SPACES = re.compile(r"[\s\x00-\x1f\x7f\u00ad\u200b\ufeff]+")

Marker = Literal["", "p", "br", "li", "bullet"]
DEEPEST = 8  # lists nested deeper are read as this deep


@dataclass
class Segment:
    """A stretch of text between two marks: `depth` 0 is outside any list; `tight` when no space
    stood between the opening of the list and the text; `closed` when its list was closed."""

    depth: int
    marker: Marker
    tight: bool = False
    closed: bool = False
    bullet: str = ""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return clean("".join(self.parts))

    @property
    def marked(self) -> bool:
        """Whether a bullet or <li> opens it."""
        return self.marker in ("bullet", "li")


@dataclass
class _State:
    """Where the reading of a cell stands."""

    segments: list[Segment] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)  # the bullet of each list depth, "" unknown
    open_at: list[int] = field(default_factory=list)  # index of each open list's first segment
    surplus: int = 0  # lists opened beyond the deepest
    marker: Marker = ""
    first_in_list: bool = False

    @property
    def depth(self) -> int:
        return len(self.bullets)

    def open_list(self, bullet: str) -> None:
        if self.depth >= DEEPEST:
            self.surplus += 1
        else:
            self.bullets.append(bullet)
            self.open_at.append(len(self.segments))

    def close_list(self) -> None:
        if self.surplus:
            self.surplus -= 1
        elif self.bullets:
            self.bullets.pop()
            for segment in self.segments[self.open_at.pop() :]:
                segment.closed = True


def clean(text: str) -> str:
    """The text with entities decoded and white space, also invisible, made single."""
    return SPACES.sub(" ", text if "&" not in text else html.unescape(text)).strip()


def segments(cell: str) -> list[Segment]:
    """The stretches of text of a cell, in order. Linear in the cell's length."""
    state = _State()
    end = 0
    for tag in TAG.finditer(cell):
        _add_text(state, cell[end : tag.start()])
        _apply_tag(state, tag.group(2).lower(), closing=bool(tag.group(1)))
        end = tag.end()
    _add_text(state, cell[end:])
    return [segment for segment in state.segments if segment.text]


def _apply_tag(state: _State, name: str, closing: bool) -> None:
    if name in ("ul", "ol"):
        state.first_in_list = not closing
        if closing:
            state.close_list()
        else:
            state.open_list("")
        state.marker = ""
    elif name == "li":
        state.marker = "br" if closing else "li"
    elif name in ("p", "div") or name.startswith("h"):
        state.marker = "p"
    elif name == "br":
        state.marker = "br"


def _add_text(state: _State, raw: str) -> None:
    if not raw.strip():
        if raw:
            _append(state, raw)
        return
    tight = state.first_in_list and not raw[0].isspace()
    end = 0
    for mark, start, stop in _marks(state, raw):
        _append(state, raw[end:start], tight)
        _to_bullet(state, mark)
        end = stop
    _append(state, raw[end:], tight)


def _append(state: _State, raw: str, tight: bool = False) -> None:
    inline = state.marker == "" and not state.first_in_list and state.segments
    if inline and state.segments[-1].depth == state.depth:
        state.segments[-1].parts.append(raw)
    elif raw.strip():
        bullet = state.bullets[-1] if state.marker == "bullet" else ""
        state.segments.append(Segment(state.depth, state.marker, tight, bullet=bullet, parts=[raw]))
        state.marker = ""
        state.first_in_list = False


def _to_bullet(state: _State, mark: str) -> None:
    """Move to the list whose bullet this is: up when an outer list has it, down when it is new."""
    if mark in state.bullets:
        keep = state.bullets.index(mark) + 1
        del state.bullets[keep:], state.open_at[keep:]
        state.surplus = 0
    elif state.bullets and not state.bullets[-1]:
        state.bullets[-1] = mark
    else:
        state.open_list(mark)
    state.marker = "bullet"
    state.first_in_list = False


def _marks(state: _State, raw: str) -> list[tuple[str, int, int]]:
    """The bullets of a stretch: (bullet, start, end)."""
    found = [(match.group(), match.start(), match.end()) for match in BULLET.finditer(raw)]
    return sorted(found + _dashes(state, raw) + _enumerators(state, raw), key=lambda mark: mark[1])


def _starts_item(state: _State) -> bool:
    return bool(state.marker) or state.first_in_list or not state.segments


def _dashes(state: _State, raw: str) -> list[tuple[str, int, int]]:
    lead = raw.lstrip()
    signs = {bullet for bullet in state.bullets if bullet in DASHES}
    if _starts_item(state) and lead[0] in DASHES and lead[1:2].isspace():
        signs.add(lead[0])
    return [mark for sign in sorted(signs) for mark in _marks_of(sign, raw)]


def _marks_of(sign: str, raw: str) -> list[tuple[str, int, int]]:
    found = []
    lower = None
    for match in re.finditer(rf"(?:(?<=\s)|^){re.escape(sign)}\s+(?=(\S))", raw):
        if lower is None:
            lower = match.group(1).islower()
        # A dash before a lower-case word in a list of capitalised items is a dash, unless what
        # stands before it has ended.
        ended = raw[max(0, match.start() - 3) : match.start()].rstrip()[-1:] in (")", ".", "%")
        if sign == "*" or lower or ended or not match.group(1).islower():
            found.append((sign, match.start(), match.end()))
    return found


def _enumerators(state: _State, raw: str) -> list[tuple[str, int, int]]:
    """ "1) ... 2) ..." or "a) ... b) ...", only as an unbroken sequence from the start."""
    found: list[tuple[str, int, int]] = []
    expected = ""
    if not _starts_item(state) or not FIRST_ENUMERATOR.match(raw):
        return found
    for match in ENUMERATOR.finditer(raw):
        value = match.group(1)
        if found and value != expected:
            continue
        found.append(("1" if value.isdigit() else "a", match.start(), match.end()))
        expected = str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)
    return found if len(found) > 1 else []
