"""Outlines and differences as files: Word, text, CSV and JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import asdict
from io import StringIO

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from suunta.core.outline import render_outline
from suunta.core.strategy import Action, Goal, Measure, Strategy
from suunta.core.strategy_json import strategy_json
from suunta.core.version import VersionView
from suunta.jobs.imported import changes_json
from suunta.jobs.versions import Compared
from suunta.reports.blocks import Block, Bullets, Grid, Heading, Paragraph, Run
from suunta.reports.word import render_word
from suunta.web.shared.versions.naming import decision_words, status_words, version_name
from suunta.web.shared.versions.parts import facts_of, unsaid
from suunta.web.shared.versions.rows import Row, Shown, kind_words, section_words, shown

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Spreadsheets run a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
OUTLINES, DIFFERENCES = ("docx", "txt", "json"), ("docx", "csv", "json")


def outline_file(
    version: VersionView, strategy: Strategy, form: str, language: str
) -> HttpResponse:
    """The outline of a version, its words as the document has them. Raises: Http404."""
    name = f"{version.term or 'strategy'}-{version.number}"
    if form == "docx":
        blocks = list(outline_blocks(version, strategy, language))
        content = render_word(blocks, title=strategy.title, language=strategy.language)
        return attached(content, DOCX, f"{name}.docx")
    if form == "txt":
        return attached(render_outline(strategy), "text/plain; charset=utf-8", f"{name}.txt")
    if form == "json":
        text = json.dumps(strategy_json(strategy), ensure_ascii=False, indent=1)
        return attached(text, "application/json; charset=utf-8", f"{name}.json")
    raise Http404


def outline_blocks(version: VersionView, strategy: Strategy, language: str) -> Iterator[Block]:
    """The document as blocks of a Word file."""
    line = (version_name(version), status_words(version.status))
    decision = decision_words(version.decision, language)
    yield Paragraph(" · ".join(part for part in (*line, decision) if part), tone="note")
    for text in (strategy.subtitle, strategy.vision):
        if text:
            yield Paragraph(text, tone="lead")
    for area in strategy.focus_areas:
        yield Heading(1, f"{area.number} {area.name}")
        if area.slogan:
            yield Paragraph(area.slogan)
        for goal in area.goals:
            yield from _goal_blocks(goal, language)


def _goal_blocks(goal: Goal, language: str) -> Iterator[Block]:
    yield Heading(2, f"{goal.number} {goal.title}")
    if goal.sub_bullets:
        yield Bullets(goal.sub_bullets)
    if goal.actions:
        yield Heading(3, _("Actions"))
        yield Bullets([_action_words(action) for action in goal.actions])
    if goal.measures:
        yield Heading(3, _("Measures"))
        headers = (_("Measure"), _("What is followed"))
        rows = [(f"{m.id} {m.text}", measure_words(m, language)) for m in goal.measures]
        yield Grid(headers, rows, widths=(3, 2), caption=f"{goal.number} {goal.title}")


def _action_words(action: Action) -> str:
    who = unsaid(action)
    lines = [f"{action.text} ({', '.join(who)})" if who else action.text]
    return "\n".join([*lines, *(f"– {item}" for item in action.nested)])


def measure_words(measure: Measure, language: str) -> str:
    """What a measure sets, part by part, a line each."""
    lines = []
    for sub in measure.sub_measures:
        facts = "; ".join(f"{label}: {words}" for label, words in facts_of(sub, language).items())
        lines.append(f"{sub.indicator}. {facts}" if facts else sub.indicator)
    return "\n".join(lines)


def difference_file(compared: Compared, form: str, language: str) -> HttpResponse:
    """The difference of two versions. Raises: Http404."""
    old, new = compared.old, compared.new
    name = f"{old.term}-{old.number}-{new.term}-{new.number}"
    if form == "docx":
        content = render_word(
            list(difference_blocks(compared, language)), title=_title(compared), language=language
        )
        return attached(content, DOCX, f"{name}.docx")
    if form == "csv":
        return attached(_csv(shown(compared, language)), "text/csv; charset=utf-8", f"{name}.csv")
    if form == "json":
        content_json = {
            "old": _version_json(old),
            "new": _version_json(new),
            **changes_json(compared.difference),
        }
        text = json.dumps(content_json, ensure_ascii=False, indent=1)
        return attached(text, "application/json; charset=utf-8", f"{name}.json")
    raise Http404


def _title(compared: Compared) -> str:
    ends = (version_name(compared.old), version_name(compared.new))
    return f"{_('What changed')}: {ends[0]} → {ends[1]}"


def difference_blocks(compared: Compared, language: str) -> Iterator[Block]:
    """The difference as blocks of a Word file: what went struck through, what came underlined."""
    found = shown(compared, language)
    for version in (compared.old, compared.new):
        decision = decision_words(version.decision, language)
        line = (version_name(version), status_words(version.status), decision)
        yield Paragraph(" · ".join(part for part in line if part), tone="note")
    same = _("Unchanged: %(number)d") % {"number": found.unchanged}
    yield Paragraph(same)
    for section in found.sections:
        yield Heading(1, f"{section_words(section.key)} ({len(section.rows)})")
        headers = (_("Where"), _("Words"), _("What the document sets"))
        rows = [(_where(row), _runs(row), _facts(row)) for row in section.rows]
        yield Grid(headers, rows, widths=(2, 4, 3), caption=section_words(section.key))


def _where(row: Row) -> str:
    was = f" ({_('was')} {row.was})" if row.was else ""
    place = f"{row.place_was} → {row.place}" if row.place_was else row.place
    lines = [f"{kind_words(row.kind)} {row.code}{was}".strip(), place, row.note]
    return "\n".join(line for line in lines if line)


def _runs(row: Row) -> list[Run]:
    runs: list[Run] = []
    for piece in row.pieces:
        if piece.mark == "ins" and runs and runs[-1].mark == "del":
            runs.append(Run(" "))
        runs.append(Run(piece.text, mark=None if piece.mark == "same" else piece.mark))
    return runs


def _facts(row: Row) -> list[Run]:
    runs: list[Run] = []
    for fact in row.facts:
        runs.append(Run(f"{fact.label}: "))
        if fact.old:
            runs.append(Run(fact.old, mark="del"))
        runs += [Run(" → " if fact.old and fact.new else ""), Run(fact.new, mark="ins"), Run("\n")]
    return [run for run in runs[:-1] if run.text]


def _csv(found: Shown) -> str:
    """One row an item, and one for each thing that is said otherwise of it."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(("change", "kind", "id", "old_id", "place", "field", "old", "new"))
    for section in found.sections:
        for row in section.rows:
            old = "".join(piece.text for piece in row.pieces if piece.mark != "ins")
            new = "".join(piece.text for piece in row.pieces if piece.mark != "del")
            head = (section.key, row.kind, row.code, row.old_code, row.place)
            for cells in (("text", old, new), *((f.label, f.old, f.new) for f in row.facts)):
                writer.writerow([harmless(cell) for cell in (*head, *cells)])
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _version_json(version: VersionView) -> dict[str, object]:
    adopted = version.adopted
    return {
        "term": version.term,
        "number": version.number,
        "status": version.status,
        "adopted": {
            "body": dict(adopted.body.words),
            "date": adopted.on.isoformat() if adopted.on else None,
            "section": adopted.section,
            "url": adopted.url,
        },
        "counts": asdict(version.counts),
    }


def attached(content: str | bytes, kind: str, name: str) -> HttpResponse:
    """A file to download."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
