"""The report before the decision as a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suunta.core.lint.finding import Finding
from suunta.core.lint.report import Fix, GoalDoubt, Place, Report
from suunta.reports.blocks import Block, Bullets, Content, Grid, Heading, Paragraph, Run
from suunta.reports.word import render_word

LONGEST = 160  # letters of a quoted text; the identifier leads to all of it


def render_before_decision(report: Report) -> bytes:
    """The report as .docx bytes, in its own language."""
    return render_word(_blocks(report), title=report.title, language=report.language)


def _blocks(report: Report) -> list[Block]:
    return [
        Paragraph(" ".join(report.result), "lead"),
        *_fixes(report),
        *_doubts(report),
        *_burden(report),
        *_good(report),
        *_findings(report),
    ]


def _heading(report: Report, key: str, level: int = 1) -> Heading:
    return Heading(level, report.words["headings"][key])


def _columns(report: Report, *keys: str) -> list[str]:
    return [report.words["columns"][key] for key in keys]


def _quoted(report: Report, text: str) -> str:
    short = text if len(text) <= LONGEST else text[:LONGEST].rsplit(None, 1)[0] + " …"
    quoted: str = report.words["quote"].format(text=short)
    return quoted


def _fixes(report: Report) -> Iterator[Block]:
    notes = report.words["notes"]
    yield _heading(report, "fixes")
    yield Paragraph(notes["fixes"] if report.fixes else notes["no_fixes"])
    for consequence, title in report.words["consequences"].items():
        found = [fix for fix in report.fixes if fix.consequence == consequence]
        if found:
            yield Heading(2, title)
            yield Grid(
                _columns(report, "what", "where", "remedy"),
                [_fix_row(report, fix) for fix in found],
                widths=[3, 5, 3.2],
                caption=title,
            )


def _fix_row(report: Report, fix: Fix) -> list[Content]:
    severity = report.words["severities"][fix.severity]
    what = [Run(f"{severity}: ", strong=True), Run(f"{fix.what} ({len(fix.places)})")]
    return [what, _places(report, fix), fix.remedy]


def _places(report: Report, fix: Fix) -> list[Run]:
    """Every place with its words; of many places the names alone, the annex has their words."""
    if fix.many:
        return [Run(", ".join(_name(report, place) for place in fix.places))]
    runs: list[Run] = []
    for place in fix.places:
        runs += [Run("\n")] if runs else []
        words = place.detail or _quoted(report, place.text)
        runs += [Run(f"{_name(report, place)} ", strong=True), Run(words)]
        runs += _proposal(report, place.proposal)
    return runs


def _name(report: Report, place: Place) -> str:
    name: str = place.item or place.goal or report.words["document"]
    return name


def _proposal(report: Report, proposal: str | None) -> list[Run]:
    if proposal is None:
        return []
    label = report.words["columns"]["proposal"]
    return [Run(f"\n{label}: ", emphasis=True), Run(_quoted(report, proposal))]


def _doubts(report: Report) -> Iterator[Block]:
    yield _heading(report, "goals")
    yield Paragraph(report.words["notes"]["goals" if report.goals else "no_goals"])
    if report.goals:
        yield Grid(
            _columns(report, "goal", "reason", "remedy"),
            [_doubt_row(report, doubt) for doubt in report.goals],
            widths=[4, 3, 4],
            caption=report.words["headings"]["goals"],
        )


def _doubt_row(report: Report, doubt: GoalDoubt) -> list[Content]:
    goal = [
        Run(f"{doubt.number} ", strong=True),
        Run(doubt.title),
        Run(f"\n{report.words['verdicts'][doubt.kind]}", emphasis=True),
    ]
    measures = f"\n{', '.join(doubt.measures)}" if doubt.measures else ""
    remedy = "\n".join([doubt.remedy, *(_quoted(report, text) for text in doubt.proposals)])
    return [goal, doubt.why + measures, remedy]


def _burden(report: Report) -> Iterator[Block]:
    notes, words = report.words["notes"], report.words
    yield _heading(report, "carry")
    yield Paragraph(reporting_sentence(report))
    yield Paragraph(notes["carry"])
    yield Grid(
        _columns(report, "counted", "number", "limit", "basis"),
        [
            [each.label, _number(report, each.number, over=each.over), str(each.limit),
             words["basis"][each.basis]]
            for each in report.load
        ],
        widths=[5, 3, 1, 2],
        caption=words["headings"]["carry"],
        figures=frozenset({1, 2}),
    )  # fmt: skip
    yield from _by_goal(report)
    yield from _by_responsible(report)


def _number(report: Report, number: int, *, over: bool) -> Content:
    if not over:
        return str(number)
    return [Run(f"{report.words['over']}: ", emphasis=True), Run(str(number), strong=True)]


def _by_goal(report: Report) -> Iterator[Block]:
    most = {load.key: load.limit for load in report.load}
    yield _heading(report, "by_goal", 2)
    yield Paragraph(
        report.words["notes"]["by_goal"].format(
            measures=most["measures_of_goal"], actions=most["actions_of_goal"]
        )
    )
    rows: list[Sequence[Content]] = []
    for goal in report.by_goal:
        mark = [Run(f"\n{report.words['over']}", emphasis=True)] if goal.over else []
        name = [Run(f"{goal.number} ", strong=True), Run(goal.title), *mark]
        rows.append([name, str(goal.actions), str(goal.measures), str(goal.things)])
    yield Grid(
        _columns(report, "goal", "actions", "measures", "things"),
        rows,
        widths=[6, 2, 2, 2],
        caption=report.words["headings"]["by_goal"],
        figures=frozenset({1, 2, 3}),
    )


def _by_responsible(report: Report) -> Iterator[Block]:
    yield _heading(report, "by_responsible", 2)
    yield Paragraph(responsible_sentence(report))
    if report.by_responsible:
        yield Grid(
            _columns(report, "responsible", "actions", "goal"),
            [
                [each.name, _number(report, each.actions, over=each.over), ", ".join(each.goals)]
                for each in report.by_responsible
            ],
            widths=[4, 3, 5],
            caption=report.words["headings"]["by_responsible"],
            figures=frozenset({1}),
        )


def _good(report: Report) -> Iterator[Block]:
    if report.good:
        yield _heading(report, "good")
        yield Bullets(report.good)


def _findings(report: Report) -> Iterator[Block]:
    if not report.findings:
        return
    yield _heading(report, "findings")
    yield Paragraph(report.words["notes"]["findings"])
    yield Grid(
        _columns(report, "place", "severity", "finding"),
        [
            _finding_row(report, finding, proposal)
            for finding, proposal in zip(report.findings, report.proposals, strict=True)
        ],
        widths=[1.6, 1.8, 8],
        caption=report.words["headings"]["findings"],
    )


def _finding_row(report: Report, finding: Finding, proposal: str | None) -> list[Content]:
    place = finding.measure or finding.goal or report.words["document"]
    said = [Run(finding.message), *_proposal(report, proposal)]
    return [place, report.words["severities"][finding.severity], said]


def reporting_sentence(report: Report) -> str:
    """How long reporting takes in a year, as a sum that anybody can do again."""
    load, words = report.reporting, report.words
    hours, minutes = divmod(load.minutes_a_year, 60)
    total = words["hours"].format(hours=hours, minutes=minutes)
    sentence: str = words["notes"]["load"].format(
        things=load.things, rounds=load.rounds, minutes=load.minutes, total=total
    )
    return sentence


def responsible_sentence(report: Report) -> str:
    """How many actions name nobody."""
    key = "by_responsible" if report.by_responsible else "nobody"
    sentence: str = report.words["notes"][key].format(
        without=report.counts.without_responsible, actions=report.counts.actions
    )
    return sentence
