"""What stands at the end: what could not be assessed, changed targets, sources, rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from suunta.core.scorecard import (
    MEASURE_STATUSES,
    Figure,
    MeasureView,
    PartView,
    Scorecard,
    StateEntry,
)
from suunta.reports.blocks import Block, Bullets, Cell, Grid, Heading, Paragraph, Run
from suunta.reports.council import cells
from suunta.reports.council.model import ChangedTarget, Material
from suunta.reports.council.result import UNASSESSED
from suunta.reports.council.words import Words
from suunta.reports.wording import statuses
from suunta.reports.wording.charting import is_outcome
from suunta.reports.wording.periods import day
from suunta.reports.wording.targets import day_words, frequency, level


def unassessed(card: Scorecard, words: Words) -> Iterator[Block]:
    """Measures without an answer, each with the reason."""
    found = [measure for measure in card.measures if measure.status in UNASSESSED]
    yield Heading(1, words.heading("unassessed"))
    yield Paragraph(words.counted(words.all["notes"]["unassessed"], len(found)))
    if not found:
        return
    counts = {status: sum(each.status == status for each in found) for status in UNASSESSED}
    yield Bullets([f"{words.label('measure', key)}: {n}" for key, n in counts.items() if n])
    yield Grid(
        words.columns("measure", "status", "reason"),
        [unassessed_row(measure, words) for measure in found],
        widths=[6, 2.4, 7],
        caption=words.heading("unassessed"),
        sheet="unassessed",
    )


def unassessed_row(measure: MeasureView, words: Words) -> list[Cell]:
    """One measure: why the first of its parts that decides has no answer."""
    deciding = [part for part in measure.parts if part.status == measure.status]
    reason = cells.reason(deciding[0], words) if deciding else ""
    return [
        [Run(f"{measure.id} "), words.text(measure.text)],
        words.signed("measure", measure.status),
        reason,
    ]


def changed(material: Material, words: Words) -> Iterator[Block]:
    """Targets that were changed by a decision: the old one, the new one, the decision."""
    yield Heading(1, words.heading("changed"))
    if not material.changes:
        yield Paragraph(words.note("no_changes"))
        return
    yield Grid(
        words.columns("measure", "old", "new", "decision"),
        [changed_row(change, words) for change in material.changes],
        widths=[5, 3, 3, 4],
        caption=words.heading("changed"),
        sheet="changed",
    )


def changed_row(change: ChangedTarget, words: Words) -> list[Cell]:
    """One target that was changed."""

    def said(target: ChangedTarget, which: str) -> str:
        view = getattr(target, which)
        until = day_words(view.deadline, words.language)
        shown = f"{level(view, words.language)} {frequency(view)}".strip() or words.say("none")
        return f"{shown} ({until})" if until else shown

    decision = change.new.decision or words.say("section_unknown")
    known = day(change.new.known_on, words.language) if change.new.known_on else ""
    return [
        [Run(f"{change.part.id} "), words.text(change.part.name)],
        said(change, "old"),
        said(change, "new"),
        f"{decision} ({known})" if known else decision,
    ]


@dataclass
class Used:
    """A source and what it is used for."""

    title: str
    url: str
    newest: date
    ids: list[str] = field(default_factory=list)

    def note(self, known_on: date, used_by: str) -> None:
        """One more thing that it tells."""
        self.newest = max(self.newest, known_on)
        if used_by not in self.ids:
            self.ids.append(used_by)


def sources(material: Material, words: Words) -> Iterator[Block]:
    """Every source of a figure or state, with its newest day and its licence."""
    used = used_sources(material.card)
    yield Heading(1, words.heading("sources"))
    if not used:
        yield Paragraph(words.note("no_sources"))
        return
    yield Paragraph(words.note("sources"), tone="note")
    yield Grid(
        words.columns("source", "newest", "licence", "used"),
        [source_row(each, material, words) for each in used],
        widths=[7, 2, 3, 4],
        caption=words.heading("sources"),
        sheet="sources",
    )


def source_row(each: Used, material: Material, words: Words) -> list[Cell]:
    """One source."""
    licence = material.licences.get(each.url or each.title, "")
    return [
        [Run(each.title, link=each.url or None)],
        day(each.newest, words.language),
        licence or words.say("unknown"),
        ", ".join(each.ids),
    ]


def used_sources(card: Scorecard) -> list[Used]:
    """Sources by title."""
    found: dict[tuple[str, str], Used] = {}

    def note(title: str, url: str, known_on: date, used_by: str) -> None:
        if title:
            found.setdefault((title, url), Used(title, url, known_on)).note(known_on, used_by)

    for code, figure in figures_of(card):
        note(figure.source_title, figure.source_url, figure.known_on, code)
    for code, step in steps_of(card):
        note(step.source_title, step.source_url, step.known_on or step.on, code)
    return sorted(found.values(), key=lambda each: (each.title.casefold(), each.url))


def figures_of(card: Scorecard) -> Iterator[tuple[str, Figure]]:
    """The figures that a report shows, with the measure that they are of."""
    for code, part in parts_of(card):
        yield from ((code, figure) for figure in part.figures if is_outcome(figure))


def steps_of(card: Scorecard) -> Iterator[tuple[str, StateEntry]]:
    """The steps that states rest on, with the measure or action that they are of."""
    for code, part in parts_of(card):
        yield from ((code, step) for step in part.states)
    for goal in card.goals:
        for action in goal.actions:
            yield from ((action.id, step) for step in action.states)


def parts_of(card: Scorecard) -> Iterator[tuple[str, PartView]]:
    """Parts of measures and targets of goals."""
    for goal in card.goals:
        yield from ((measure.id, part) for measure in goal.measures for part in measure.parts)
        yield from ((goal.number, part) for part in goal.targets)


def rules(card: Scorecard, words: Words) -> Iterator[Block]:
    """How the result was reached, and the meaning of every status that occurs."""
    yield Heading(1, words.heading("rule"))
    yield Paragraph(words.say_rule(card.strategy.rollup_rule))
    yield Paragraph(words.note("counting"))
    yield Paragraph(words.note("forecast"))
    said = [
        statuses.words("measure", key, words.language)
        for key in MEASURE_STATUSES
        if card.counts[key]
    ]
    yield Bullets([[Run(f"{each.label}: ", sign=each.icon), Run(each.meaning)] for each in said])


def about(card: Scorecard, words: Words) -> Iterator[Block]:
    """What the report rests on: the strategy, its decision and its document."""
    strategy = card.strategy
    yield Heading(1, words.heading("about"))
    title = words.text(strategy.source_title)
    link = strategy.source_url or None
    yield Paragraph([Run(title.text, link=link, language=None if link else title.language)])
    yield Paragraph(decision(card, words))
    if strategy.term_start and strategy.term_end:
        yield Paragraph(words.note("term", start=strategy.term_start, end=strategy.term_end))


def decision(card: Scorecard, words: Words) -> str:
    """By which decision the strategy was adopted, as far as that is known."""
    strategy = card.strategy
    body = strategy.adopted_body.shown(words.language).text
    on = day(strategy.adopted_on, words.language) if strategy.adopted_on else ""
    if not body and not on and not strategy.adopted_section:
        return words.note("adopted_unknown")
    section = strategy.adopted_section or words.say("section_unknown")
    said = " ".join(each for each in (body, on, section) if each)
    return words.note("adopted", decision=said)
