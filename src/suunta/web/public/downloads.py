"""A measure's figures as files: CSV, a workbook in which the calculation lives, JSON-stat."""

from __future__ import annotations

import csv
import json
from dataclasses import asdict
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from suunta.core.breakdown import breakdown_text
from suunta.core.scorecard import Figure, MeasureView, PartView
from suunta.reports import jsonstat
from suunta.reports.recompute import FigureRow, PartSheet, render_recomputation, words_of
from suunta.reports.wording import statuses
from suunta.web.public.views import measure_of
from suunta.web.shared import sources
from suunta.web.shared.access import ANYONE, visible_to
from suunta.web.shared.page import Page, page_of

# Spreadsheets run a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@visible_to(ANYONE)
@require_safe
def measure_csv(request: HttpRequest, slug: str, lang: str, measure_id: str) -> HttpResponse:
    """Every figure that the page shows, one a row, UTF-8 with a byte order mark for Excel."""
    page = page_of(request, slug, lang)
    _, _, measure = measure_of(page, measure_id)
    return attached(page, measure, "csv", written(page, measure), "text/csv; charset=utf-8")


@visible_to(ANYONE)
@require_safe
def measure_xlsx(request: HttpRequest, slug: str, lang: str, measure_id: str) -> HttpResponse:
    """The figures, and every step of the assessment as a formula that a reader can recompute."""
    page = page_of(request, slug, lang)
    _, _, measure = measure_of(page, measure_id)
    explained = sources.explanations(slug, page.as_of, list(measure.parts))
    content = render_recomputation(
        f"{measure.id} {measure.text.shown(lang).text}",
        rows(measure, lang),
        [
            PartSheet(part.id, part.name.shown(lang).text, explained.get(part.id))
            for part in measure.parts
        ],
        language=lang,
        as_of=page.as_of,
        rules_address=request.build_absolute_uri(page.url("public:method")),
    )
    return attached(page, measure, "xlsx", content, XLSX)


@visible_to(ANYONE)
@require_safe
def measure_json(request: HttpRequest, slug: str, lang: str, measure_id: str) -> HttpResponse:
    """The figures as JSON-stat 2.0, a dataset for each part that has any."""
    page = page_of(request, slug, lang)
    _, _, measure = measure_of(page, measure_id)
    tables = [
        jsonstat.Table(
            label=part.name.shown(lang).text,
            unit=part.unit or "",
            decimals=part.decimals,
            source="; ".join(dict.fromkeys(figure.source_title for figure in part.figures)),
            updated=max(figure.known_on for figure in part.figures).isoformat(),
            cells=[
                jsonstat.Cell(
                    figure.period,
                    figure.kind,
                    figure.value,
                    "" if figure.status == "ok" else figure.status,
                )
                for figure in part.figures
            ],
            kinds={each.key: each.label for each in statuses.vocabulary("kind", lang)},
        )
        for part in measure.parts
        if part.figures
    ]
    content = jsonstat.collection(measure.text.shown(lang).text, tables, words_of(lang).table)
    said = json.dumps(content, ensure_ascii=False, indent=1)
    return attached(page, measure, "json", said, "application/json")


def attached(
    page: Page, measure: MeasureView, extension: str, content: str | bytes, kind: str
) -> HttpResponse:
    """A file to keep, named by town and measure."""
    answer = HttpResponse(content, content_type=kind)
    name = "".join(sign for sign in measure.id if sign.isalnum() or sign in ".-")
    file = f"{page.municipality.slug}-{name}.{extension}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return answer


def rows(measure: MeasureView, language: str) -> list[FigureRow]:
    """Every figure of the measure."""
    return [figure_row(part, figure, language) for part in measure.parts for figure in part.figures]


def figure_row(part: PartView, figure: Figure, language: str) -> FigureRow:
    """One figure of a part."""
    return FigureRow(
        part=part.id,
        name=part.name.shown(language).text,
        period=figure.period,
        value=figure.value,
        unit=figure.unit or "",
        kind=figure.kind,
        status=figure.status,
        approximate=figure.approximate,
        numerator=figure.numerator,
        denominator=figure.denominator,
        source=figure.source_title,
        address=figure.source_url,
        known_on=figure.known_on,
        revision=figure.revision,
    )


def group_rows(measure: MeasureView, language: str) -> list[tuple[str, FigureRow]]:
    """Every figure of the measure by its group of people, "" being all; hidden ones are empty."""
    found = [("", row) for row in rows(measure, language)]
    return found + [
        (breakdown_text(dict(group.breakdown)), figure_row(part, figure, language))
        for part in measure.parts
        for group in part.groups
        for figure in group.figures
    ]


def written(page: Page, measure: MeasureView) -> str:
    """The rows as CSV."""
    out = StringIO("\ufeff", newline="")
    out.seek(1)
    writer = csv.DictWriter(out, [*FigureRow.__dataclass_fields__, "breakdown", "as_of"])
    writer.writeheader()
    for group, row in group_rows(measure, page.language):
        values = {
            **asdict(row),
            "approximate": "yes" if row.approximate else "no",
            "known_on": row.known_on.isoformat(),
            "breakdown": group,
            "as_of": page.as_of.isoformat(),
        }
        writer.writerow({name: safe(value) for name, value in values.items()})
    return out.getvalue()


def safe(value: object) -> object:
    """The value so that no spreadsheet runs it; numbers, also negative ones, stay numbers."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value
