"""Items of a feed, of a meeting's page or of an item's own: each is one observation.

`indicator` is the body, `period` the day of the meeting, `text` the title. Whether an item was
returned to preparation is told from its words by whoever links it to a goal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from suunta.sources.answers import text_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.values import as_period

TITLE = re.compile(
    r"(?P<body>.+?)\s+(?P<day>\d{1,2}\.\d{1,2}\.\d{4})\s*(?:/\s*(?P<item>.*))?", re.DOTALL
)
HEADER = re.compile(
    r"(?P<body>[^/\n]{3,80}?)\s*/\s*(?:Pöytäkirja|Esityslista|Protokoll|Föredragningslista)\s+"
    r"(?P<day>\d{1,2}\.\d{1,2}\.\d{4})(?:\s*/\s*(?:Pykälä|Asianro|Paragraf|Ärende(?:nr)?)\s*\d+)?"
)
ITEM = re.compile(r"page=meetingitem&(?:amp;)?id=([\w-]+)")


def parse(data: bytes) -> Parsed:
    """Observations of a feed or page."""
    begins = text_of(data[:600], "iso-8859-1").lstrip().lower()
    if not begins:
        raise unexpected("The answer is empty.")
    if begins.startswith("<?xml") or begins.startswith("<rss"):
        return parse_feed(data)
    if begins.startswith("<"):
        return parse_page(data)
    raise unexpected("The answer is neither a feed nor a page.")


def parse_feed(data: bytes) -> Parsed:
    """Items of an RSS feed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise unexpected(f"This is no feed: {error.msg}.") from None
    if root is None:
        raise unexpected("This is no feed.")
    observations, problems = [], []
    for number, item in enumerate(root.iter("item"), start=1):
        title = " ".join((item.findtext("title") or "").split())
        if title:
            observations.append(observation(title))
        else:
            problems.append(Problem(f"item {number}", "the item has no title"))
    return Parsed(tuple(observations), tuple(problems))


def observation(title: str) -> Observation:
    """An item by its title, "Kaupunginvaltuusto 23.10.2023 / Asia"."""
    found = TITLE.fullmatch(title)
    return Observation(
        indicator=found["body"] if found else None,
        period=day_of(found["day"]) if found else None,
        value=1,
        unit="kpl",
        text=title,
    )


def day_of(day: str) -> str | None:
    """A day, unless no calendar has it."""
    try:
        return as_period(day)
    except ValueError:
        return None


def parse_page(data: bytes) -> Parsed:
    """The items that a meeting's page lists, or the one item that a page is."""
    try:
        tree = html.document_fromstring(text_of(data, "iso-8859-1"))
    except (etree.ParserError, ValueError) as error:
        raise unexpected(f"This is no page: {error}.") from None
    said = " ".join(" ".join(map(str, tree.itertext())).split())
    header = HEADER.search(said)
    titles = list(item_titles(tree))
    if not titles and header is None:
        raise unexpected("The page is none of a meeting or of an item.")
    if not titles:
        titles = [heading(tree) or said[:200]]
    return Parsed(
        tuple(
            Observation(
                indicator=header["body"].strip() if header else None,
                period=day_of(header["day"]) if header else None,
                value=1,
                unit="kpl",
                text=title,
            )
            for title in titles
        )
    )


def item_titles(tree: etree._Element) -> Iterator[str]:
    """The words of each link to an item, once an item."""
    seen = set()
    for link in tree.iter("a"):
        found = ITEM.search(link.get("href") or "")
        words = " ".join("".join(map(str, link.itertext())).split())
        if found and words and found[1] not in seen:
            seen.add(found[1])
            yield words


def heading(tree: etree._Element) -> str:
    """The page's own heading, else its title."""
    for name in ("h1", "h2", "h3", "title"):
        for element in tree.iter(name):
            if words := " ".join("".join(map(str, element.itertext())).split()):
                return words
    return ""
