"""PX: keywords with values, then the cells of a table, stub before heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from suunta.sources.answers import unexpected
from suunta.sources.cube import Category, Cube, Dimension, dimension, read_cube
from suunta.sources.dimensions import Role
from suunta.sources.observation import Parsed

# KEYWORD[language]("variable","value")=
HEAD = re.compile(
    r'\s*([A-Z][A-Z0-9-]*)(?:\[(\w+)\])?(?:\(((?:"[^"]*"\s*,?\s*)+)\))?\s*=', re.ASCII
)
TEXT = re.compile(r'"([^"]*)"')
TOKEN = re.compile(r'"[^"]*"|[^\s,;"]+')
CODEPAGE = re.compile(rb'CODEPAGE\s*=\s*"([\w-]+)"')
TLIST = re.compile(r"TLIST\(([AHQMW])\d*(?:\s*,\s*\"?[^)]*)?\)\s*,?")

Keywords = dict[tuple[str, str], str]


def parse(data: bytes) -> Parsed:
    """Observations of a PX file."""
    text = decoded(data)
    keywords, cells = read_file(text)
    names = [*listed(keywords.get(("STUB", ""), "")), *listed(keywords.get(("HEADING", ""), ""))]
    if not names:
        raise unexpected("The file names no variables in STUB and HEADING.")
    contents = first(keywords.get(("CONTVARIABLE", ""), ""))
    dimensions = tuple(dimension_of(keywords, name, contents) for name in names)
    has_contents = any(each.role == "indicator" for each in dimensions)
    return read_cube(
        Cube(
            dimensions,
            cells,
            indicator=None if has_contents else indicator_of(keywords),
            unit=first(keywords.get(("UNITS", ""), "")) or None,
        )
    )


def decoded(data: bytes) -> str:
    """The text in the code page that the file names; UTF-8 with a mark needs none."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace")
    found = CODEPAGE.search(data[:4000])
    page = found[1].decode("ascii") if found else "cp1252"
    try:
        return data.decode(page)
    except (LookupError, UnicodeDecodeError):
        return data.decode("cp1252", "replace")


def read_file(text: str) -> tuple[Keywords, list[str]]:
    """Keywords in the file's main language, and the cells. Raises InputError."""
    keywords: Keywords = {}
    place = 0
    while found := HEAD.match(text, place):
        name, language, keys = found.groups()
        end = value_end(text, found.end())
        value = text[found.end() : end]
        if name == "DATA":
            return keywords, [token.strip('"') for token in TOKEN.findall(value)]
        if language is None:
            keywords[name, "|".join(TEXT.findall(keys or ""))] = value
        place = end + 1
    raise unexpected("The file has no DATA, or was cut off before it.", f"character {place + 1}")


def value_end(text: str, start: int) -> int:
    """Where the value ends: at a semicolon outside quotation marks. Raises InputError."""
    quoted = False
    for place in range(start, len(text)):
        sign = text[place]
        if sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            return place
    raise unexpected("The file ends in the middle of a value.", f"character {start + 1}")


def listed(value: str) -> list[str]:
    """Texts of a list; one that continues on the next line is joined."""
    return list(_texts(value))


def _texts(value: str) -> Iterator[str]:
    joined = ""
    for piece in re.split(r'"\s*,\s*"', value.strip().strip(",").strip()):
        joined = "".join(TEXT.findall(f'"{piece.strip().strip(chr(34))}"')) if piece else ""
        yield re.sub(r'"\s*"', "", joined)


def first(value: str) -> str:
    """The one text of a value, its lines joined."""
    return "".join(TEXT.findall(value))


def indicator_of(keywords: Keywords) -> str | None:
    """What the table is about, where no variable says it."""
    named = (first(keywords.get((name, ""), "")) for name in ("MATRIX", "CONTENTS", "TITLE"))
    return next((each for each in named if each), None)


def dimension_of(keywords: Keywords, name: str, contents: str) -> Dimension:
    """A variable with its values. Raises InputError."""
    timed = keywords.get(("TIMEVAL", name))
    labels = listed(keywords.get(("VALUES", name), ""))
    codes = listed(keywords[("CODES", name)]) if ("CODES", name) in keywords else labels
    if timed and not labels:
        codes = labels = listed(TLIST.sub("", timed))
    if not codes or len(codes) != len(labels or codes):
        raise unexpected(f"The variable {name!r} has {len(labels)} values and {len(codes)} codes.")
    categories = [
        Category(code, label, first(keywords.get(("UNITS", label), "")) or None)
        for code, label in zip(codes, labels or codes, strict=True)
    ]
    role: Role | None = "period" if timed else "indicator" if name == contents else None
    return dimension(name, "", categories, role)
