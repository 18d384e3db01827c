"""The kinds of reports and what each holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django.utils import translation

from suunta.core.period import parse_period
from suunta.core.scorecard import Scorecard
from suunta.reports.blocks import Block, Outline, Paragraph
from suunta.reports.council import brief, endings, welfare
from suunta.reports.council.deviations import deviations
from suunta.reports.council.extract import extract, find_body
from suunta.reports.council.goals import area_heading, chapters
from suunta.reports.council.measures import MeasureTable
from suunta.reports.council.model import Asked, Material, Report
from suunta.reports.council.pictures import pictures
from suunta.reports.council.result import by_goal, by_sector, lead, result
from suunta.reports.council.words import Words
from suunta.reports.wording.periods import day, period

SHOWN = 12  # signs of the identifier, as of a snapshot's
Builder = Callable[[Material, Words], Iterator[Block]]


def whole(material: Material, words: Words) -> Iterator[Block]:
    """Interim and annual report: everything."""
    card = material.card
    yield Outline(words.say("contents"))
    yield from result(card, words)
    yield from by_sector(card, words)
    yield from by_goal(card, words)
    yield from deviations(card, words)
    yield from chapters(card, words, charts=True)
    yield from closing(material, words)


def closing(material: Material, words: Words) -> Iterator[Block]:
    """The last chapters of a long report."""
    yield from endings.unassessed(material.card, words)
    yield from endings.changed(material, words)
    yield from endings.sources(material, words)
    yield from endings.rules(material.card, words)
    yield from endings.about(material.card, words)


def welfare_report(material: Material, words: Words) -> Iterator[Block]:
    """The table of goals, actions, responsible parties, resources and measures."""
    yield Paragraph(lead(material.card.measures, words), tone="lead")
    yield from welfare.tables(material.card, words)
    yield from endings.sources(material, words)
    yield from endings.rules(material.card, words)
    yield from endings.about(material.card, words)


def indicators(material: Material, words: Words) -> Iterator[Block]:
    """All measures with their trend, their source and their charts."""
    card = material.card
    columns = ("measure", "baseline", "target", "outcome", "trend", "status", "source")
    table = MeasureTable(card, words, columns)
    yield Outline(words.say("contents"))
    yield from result(card, words)
    for area in card.areas:
        if not area.measures:
            continue
        yield area_heading(area, words)
        yield Paragraph(lead(area.measures, words))
        yield table.grid(area, area.goals)
        yield from pictures(area.measures, words)
    yield from closing(material, words)


def body(material: Material, words: Words) -> Iterator[Block]:
    """The whole report of one sector or body alone."""
    card = material.card
    yield from result(card, words)
    yield from by_goal(card, words)
    yield from deviations(card, words)
    yield from chapters(card, words, charts=True)
    yield from closing(material, words)


def summary(material: Material, words: Words) -> Iterator[Block]:
    """One page for residents."""
    return brief.summary(material.card, words)


def council(material: Material, words: Words) -> Iterator[Block]:
    """Slides for the council."""
    return brief.slides(material.card, words)


KINDS: dict[str, Builder] = {
    "interim": whole,
    "annual": whole,
    "welfare": welfare_report,
    "indicators": indicators,
    "body": body,
    "summary": summary,
    "council": council,
}


def make_report(asked: Asked, material: Material) -> Report:
    """The report. Raises: InputError where its body is unknown, KeyError for another kind."""
    words = Words(asked.language)
    with translation.override(asked.language):
        if asked.kind == "body":
            material = narrowed(material, asked.body)
        blocks = [*head(asked, material.card, words), *KINDS[asked.kind](material, words)]
        report = Report(
            kind=asked.kind,
            language=asked.language,
            title=title(asked, material.card, words),
            subtitle=subtitle(material.card, words),
            blocks=tuple(blocks),
            as_of=material.card.as_of,
            identifier="",
            foot="",
            landscape=asked.kind != "summary",
            slides=asked.kind == "council",
        )
        return identified(report, words)


def narrowed(material: Material, asked: str) -> Material:
    """Only what is the body's."""
    card = extract(material.card, asked)
    ids = {part.id for measure in card.measures for part in measure.parts}
    changes = [change for change in material.changes if change.part.id in ids]
    return replace(material, card=card, changes=changes)


def title(asked: Asked, card: Scorecard, words: Words) -> str:
    """The kind and its period; of an extract also whose it is."""
    when = period(asked.period, words.language)
    kind = words.all["kinds"][asked.kind]["name"]
    if asked.kind != "body":
        return words.say("title", kind=kind, period=when)
    name = find_body(card, asked.body)[1].shown(words.language).text
    return words.say("body_title", kind=kind, body=name, period=when)


def subtitle(card: Scorecard, words: Words) -> str:
    """The town and its strategy."""
    town = card.municipality.name.shown(words.language).text
    strategy = card.strategy.title.shown(words.language).text
    return words.say("of_town", town=town, strategy=strategy)


def head(asked: Asked, card: Scorecard, words: Words) -> Iterator[Block]:
    """Below the title: whose, as of when, that nothing was frozen, and what one must know first."""
    yield Paragraph(subtitle(card, words))
    said = [words.say("situation", day=day(card.as_of, words.language))]
    if parse_period(asked.period).last > card.as_of:
        said.append(words.say("period_open"))
    yield Paragraph(" ".join([*said, words.say("not_frozen")]), tone="note")
    if asked.kind == "body":
        yield Paragraph(words.note("body"), tone="note")
    if card.municipality.notice:
        yield Paragraph([words.text(card.municipality.notice)], tone="note")


def identified(report: Report, words: Words) -> Report:
    """The report with the identifier of what it shows, printed at its end and on every page."""
    content = [report.kind, report.language, report.title, report.subtitle, plain(report.blocks)]
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    identifier = hashlib.sha256(written.encode()).hexdigest()[:SHOWN]
    said = words.say("identifier", identifier=identifier)
    foot = f"{report.title} · {words.say('frozen_no')} · {identifier}"
    blocks = (*report.blocks, Paragraph(f"{said}.", tone="note"))
    return replace(report, identifier=identifier, foot=foot, blocks=blocks)


def plain(value: Any) -> Any:
    """Blocks as JSON knows them, each with its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        named = {each.name: plain(getattr(value, each.name)) for each in fields(value)}
        return {"is": type(value).__name__, **named}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return sorted(value) if isinstance(value, frozenset) else value
