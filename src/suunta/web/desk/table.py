"""The cells of the scorecard matrix, put into words before the template: a strategy has a hundred
rows, and a template that looks everything up for each of them is slow."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from suunta.core.scorecard import AreaView, MeasureView, PartView
from suunta.reports.charts import draw_spark
from suunta.reports.wording import charting, statuses
from suunta.reports.wording.chances import chance
from suunta.reports.wording.headlines import headline
from suunta.reports.wording.targets import due_words, target_words
from suunta.web.desk.matrix import Group, Row
from suunta.web.shared.marks import marked
from suunta.web.shared.page import Page
from suunta.web.shared.sectors import colour


@dataclass(frozen=True)
class Cells:
    """A row in words."""

    address: str
    name: str
    part_name: str  # empty where the measure has one part
    status: SafeString
    spark: SafeString
    trend: str
    value: str
    when: str
    target: str
    deadline: str
    inferred: bool
    chance: str
    sectors: SafeString


@dataclass(frozen=True)
class TableGroup:
    """A focus area with its rows in words."""

    area: AreaView
    rows: tuple[Cells, ...]


class Table:
    """Puts the groups of a page into words; what repeats is written once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.language = page.language
        marker = "measure-id"
        self.address = page.url("public:measure", measure_id=marker).split(marker)
        self.sectors: dict[tuple[tuple[str, str], ...], SafeString] = {}

    def groups(self, groups: list[Group]) -> list[TableGroup]:
        """All groups."""
        return [
            TableGroup(group.area, tuple(self.cells(row) for row in group.rows)) for group in groups
        ]

    def cells(self, row: Row) -> Cells:
        """One row."""
        part, language = row.part, self.language
        line = headline(part, language)
        title = row.measure.text if row.several else part.name
        name = title.shown(language).text
        trend = part.assessment.trend if part.assessment else None
        return Cells(
            address=row.measure.id.join(self.address),
            name=f"{row.measure.id} {name}",
            part_name=part.name.shown(language).text if row.several else "",
            status=self.status(part),
            # The drawing escapes what it writes.
            spark=mark_safe(draw_spark(charting.points_of(part))),  # noqa: S308
            trend=statuses.words("trend", trend, language).label if trend else "",
            value=line.words if line else "",
            when=line.when if line else "",
            target=target_words(part, language),
            deadline=due_words(part, language),
            inferred=part.target is not None and part.target.deadline_inferred,
            chance=chance(part.assessment),
            sectors=self.sectors_of(row.measure),
        )

    def status(self, part: PartView) -> SafeString:
        """A milestone shows its state, anything else its status."""
        if part.state:
            return marked("action", part.state, self.language)
        return marked("measure", part.status, self.language)

    def sectors_of(self, measure: MeasureView) -> SafeString:
        """The sectors of a measure."""
        key = tuple((sector.code, sector.assigned_by) for sector in measure.sectors)
        if key not in self.sectors:
            marks = [(sector, colour(sector.colour)) for sector in measure.sectors]
            context = {"marks": marks, "brief": True}
            self.sectors[key] = render_to_string("shared/_sectors.html", context)
        return self.sectors[key]
