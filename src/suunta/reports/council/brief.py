"""Short reports: one page for residents, and slides for the council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suunta.core.scorecard import MEASURE_STATUSES, AreaView, MeasureView, PartView, Scorecard
from suunta.reports.blocks import Block, Bullets, Content, Heading, PageBreak, Paragraph, Run, plain
from suunta.reports.council import cells
from suunta.reports.council.result import (
    BEHIND,
    UNASSESSED,
    area_label,
    by_area,
    counted_list,
    goals_sentence,
    lead,
)
from suunta.reports.council.words import Words

MOST = 4  # measures named in a list of one page
ON_A_SLIDE = 4
LISTS = (("achieved", ("met",)), ("on_the_way", ("on_track",)), ("behind", (*BEHIND, "at_risk")))


def summary(card: Scorecard, words: Words) -> Iterator[Block]:
    """One page: the result, some measures of each kind, a sentence for each focus area."""
    yield Paragraph(lead(card.measures, words), tone="lead")
    for key, wanted in LISTS:
        found = [measure for measure in card.measures if measure.status in wanted]
        if found:
            yield Heading(1, words.heading(key))
            yield Bullets([line(measure, words) for measure in found[:MOST]])
            yield from cut(len(found), words)
    yield Heading(1, words.heading("areas"))
    yield Bullets([area_line(area, words) for area in card.areas if area.goals])
    yield from unknown(card, words)
    yield Paragraph(words.note("read_more"))


def cut(total: int, words: Words) -> Iterator[Block]:
    """Says so where a list does not hold all."""
    if total > MOST:
        yield Paragraph(words.note("shown_of", n=MOST, total=total), tone="note")


def unknown(card: Scorecard, words: Words) -> Iterator[Block]:
    """What is not known yet, and why."""
    counts = {status: card.counts[status] for status in UNASSESSED}
    if any(counts.values()):
        yield Heading(1, words.heading("unknown"))
        yield Paragraph(" ".join(reasons(counts, words)))


def reasons(counts: dict[str, int], words: Words) -> list[str]:
    """How many measures lack what."""
    said = words.all["reasons"]
    return [words.counted(said[key], n) for key, n in counts.items() if n]


def line(measure: MeasureView, words: Words) -> list[Run]:
    """A measure in a line: what, how much, of which target."""
    part = deciding(measure)
    (said,) = words.signed("measure", measure.status)
    runs = [Run("", sign=said.sign), words.text(part.name, strong=True)]
    outcome, target = plain(cells.result(part, words)), plain(cells.target(part, words))
    runs.append(Run(f": {outcome}"))
    if target != words.say("none"):
        runs.append(Run(f". {words.column('target')} {target}"))
    return runs


def deciding(measure: MeasureView) -> PartView:
    """The part whose status is the measure's."""
    return next((part for part in measure.parts if part.status == measure.status), measure.parts[0])


def area_line(area: AreaView, words: Words) -> Content:
    """A focus area in a sentence: the town's own, else its counts."""
    name = Run(f"{area_label(area, words)}: ", strong=True)
    if area.summary:
        return [name, words.text(area.summary)]
    return [name, Run(lead(area.measures, words))]


def slides(card: Scorecard, words: Words) -> Iterator[Block]:
    """The result on one page, each focus area on one, and what is not known on one."""
    yield Paragraph(lead(card.measures, words), tone="big")
    yield Paragraph(goals_sentence(card.goals, words))
    if card.measures:
        yield by_area(card, words)
    for area in card.areas:
        if area.goals:
            yield PageBreak()
            yield from slide(area, words)
    yield PageBreak()
    yield Heading(1, words.heading("unassessed"))
    counts = {status: card.counts[status] for status in UNASSESSED}
    said = reasons(counts, words) or [words.counted(words.all["notes"]["unassessed"], 0)]
    yield Bullets(said)
    yield Paragraph(words.say_rule(card.strategy.rollup_rule), tone="note")


def slide(area: AreaView, words: Words) -> Iterator[Block]:
    """One focus area: its result, its verdicts and the measures that matter most."""
    yield Heading(1, area_label(area, words), words.text(area.name).language)
    yield Paragraph(lead(area.measures, words), tone="big")
    yield Paragraph(goals_sentence(area.goals, words))
    named = notable(area.measures)
    if named:
        yield Bullets([line(measure, words) for measure in named])
    elif area.summary:
        yield Paragraph([words.text(area.summary)])
    if len(area.measures) > len(named):
        listed = counted_list(area.counts, "measure", MEASURE_STATUSES, words)
        total = words.counted(words.all["measures_count"], len(area.measures))
        yield Paragraph(words.note("area_counts", total=total, list=listed), tone="note")


def notable(measures: Sequence[MeasureView]) -> list[MeasureView]:
    """What asks for the council's eye first, then what was reached."""
    order = ("missed", "off_track", "at_risk", "met", "on_track")
    known = [measure for measure in measures if measure.status in order]
    return sorted(known, key=lambda measure: order.index(measure.status))[:ON_A_SLIDE]
