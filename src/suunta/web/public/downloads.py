"""A measure's figures as a CSV file."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from suunta.core.scorecard import Figure, MeasureView, PartView
from suunta.web.public.views import measure_of
from suunta.web.shared.access import ANYONE, visible_to
from suunta.web.shared.page import page_of

COLUMNS = (
    "part",
    "name",
    "period",
    "value",
    "unit",
    "kind",
    "status",
    "approximate",
    "numerator",
    "denominator",
    "source",
    "address",
    "known_on",
    "revision",
    "as_of",
)
# Spreadsheets run a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@visible_to(ANYONE)
@require_safe
def measure_csv(request: HttpRequest, slug: str, lang: str, measure_id: str) -> HttpResponse:
    """Every figure that the page shows, one a row, UTF-8 with a byte order mark for Excel."""
    page = page_of(request, slug, lang)
    _, _, measure = measure_of(page, measure_id)
    answer = HttpResponse(
        "\ufeff" + written(measure, lang, page.as_of), content_type="text/csv; charset=utf-8"
    )
    name = "".join(sign for sign in measure.id if sign.isalnum() or sign in ".-")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slug}-{name}.csv"'
    return answer


def written(measure: MeasureView, language: str, as_of: date) -> str:
    """The rows as CSV."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for part in measure.parts:
        for figure in part.figures:
            writer.writerow(row(part, figure, language, as_of))
    return out.getvalue()


def row(part: PartView, figure: Figure, language: str, as_of: date) -> list[str | float | None]:
    """One figure."""
    return [
        safe(part.id),
        safe(part.name.shown(language).text),
        figure.period,
        figure.value,
        safe(figure.unit or ""),
        figure.kind,
        figure.status,
        "yes" if figure.approximate else "no",
        figure.numerator,
        figure.denominator,
        safe(figure.source_title),
        safe(figure.source_url),
        figure.known_on.isoformat(),
        figure.revision,
        as_of.isoformat(),
    ]


def safe(text: str) -> str:
    """The text so that no spreadsheet runs it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
