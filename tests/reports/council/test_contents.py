"""What the reports say: counts are those of the scorecard, nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from suunta.core.errors import InputError
from suunta.core.scorecard import MEASURE_STATUSES, ToldView
from suunta.core.texts import LANGUAGES, Text
from suunta.reports.blocks import (
    Block,
    Bullets,
    Grid,
    Heading,
    Number,
    Outline,
    PageBreak,
    Paragraph,
    Picture,
    plain,
)
from suunta.reports.council import (
    KINDS,
    Asked,
    ChangedTarget,
    Material,
    Report,
    make_report,
)
from suunta.reports.council.words import definitions
from web import cast

CARD = cast.scorecard()


def made(kind: str, language: str = "fi", body: str = "", **changes: object) -> Report:
    return make_report(Asked(kind, "2022", language, body), Material(replace(CARD, **changes)))


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain(block.content)
        elif isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Bullets):
            yield from (plain(item) for item in block.items)
        elif isinstance(block, Grid):
            yield from (plain(cell) for row in block.rows for cell in row)


def said(report: Report) -> str:
    return "\n".join(texts(report.blocks))


def grid(report: Report, sheet: str) -> Grid:
    return next(b for b in report.blocks if isinstance(b, Grid) and b.sheet == sheet)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_made_in_every_language_and_says_that_it_is_not_frozen(
    kind: str, language: str
):
    report = made(kind, language, body=CARD.sectors[0].code if kind == "body" else "")
    words = definitions()[language]
    assert words["not_frozen"] in said(report)
    assert words["frozen_no"] in report.foot
    assert report.identifier in report.foot
    assert report.identifier in said(report)
    assert report.title.startswith(words["kinds"][kind]["name"])


def test_the_table_by_focus_area_counts_as_the_scorecard_does():
    table = next(b for b in made("interim").blocks if isinstance(b, Grid))
    seen = [status for status in MEASURE_STATUSES if CARD.counts[status]]
    *areas, total, share = table.rows
    assert [[int(plain(cell)) for cell in row[1:]] for row in areas] == [
        [*(area.counts[status] for status in seen), len(area.measures)] for area in CARD.areas
    ]
    assert [int(plain(cell)) for cell in total[1:]] == [
        *(CARD.counts[status] for status in seen),
        len(CARD.measures),
    ]
    assert plain(share[-1]) == "100\u00a0%"


def test_every_measure_counts_once_whatever_its_parts():
    report = made("annual")
    marks = [
        cell.value
        for block in report.blocks
        if isinstance(block, Grid) and block.sheet == "measures"
        for column in block.columns
        if column.header == "Laskennassa"
        for cell in column.cells
        if isinstance(cell, Number)
    ]
    assert sum(marks) == len(CARD.measures)
    assert len(marks) > len(CARD.measures)


def test_every_goal_stands_with_its_verdict_and_the_rule_is_printed():
    report = made("annual")
    verdicts = [plain(row[1]) for row in grid(report, "goals").rows]
    assert len(verdicts) == len(CARD.goals)
    assert definitions()["fi"]["rules"][CARD.strategy.rollup_rule] in said(report)


@pytest.mark.parametrize("rule", ["all", "majority", "judged"])
def test_the_rule_that_is_printed_is_the_one_in_force(rule: str):
    report = made("annual", strategy=replace(CARD.strategy, rollup_rule=rule))
    assert definitions()["fi"]["rules"][rule] in said(report)


def test_deviations_stand_before_the_goals_and_worst_first():
    report = made("interim")
    headings = [b.text for b in report.blocks if isinstance(b, Heading) and b.level == 1]
    assert headings.index("Poikkeamat ja korjaavat toimenpiteet") == 1
    statuses = [plain(row[4]) for row in grid(report, "deviations").rows]
    order = ["Ei toteutunut", "Jäljessä", "Riskissä"]
    assert statuses == sorted(statuses, key=order.index)
    expected = sum(
        measure.status in ("missed", "off_track", "at_risk") for measure in CARD.measures
    )
    assert len(statuses) >= expected > 0


def test_a_deviation_that_nobody_told_of_says_so():
    report = made("interim")
    rows = grid(report, "deviations").rows
    assert all("Korjaavaa toimenpidettä ei ole kirjattu." in plain(row[-1]) for row in rows)


def test_the_owners_correction_stands_beside_the_deviation():
    told = ToldView(
        on=date(2022, 12, 31),
        known_on=date(2023, 1, 10),
        post=Text({"fi": "Rehtori"}, {"fi": "original"}),
        verdict="not_reached",
        computed="off_track",
        reason=Text(),
        comment=Text({"fi": "Kysely myöhästyi."}, {"fi": "original"}),
        corrective=Text({"fi": "Uusi kysely."}, {"fi": "original"}),
    )
    report = made("interim", areas=tuple(with_told(area, told) for area in CARD.areas))
    cells = [plain(row[-1]) for row in grid(report, "deviations").rows]
    assert any("Korjaava toimenpide: Uusi kysely." in cell for cell in cells)
    assert any("Rehtori: Kysely myöhästyi." in cell for cell in cells)


def with_told(area, told):
    def of_measure(measure):
        parts = tuple(replace(part, told=told) for part in measure.parts)
        return replace(measure, parts=parts)

    goals = tuple(
        replace(goal, measures=tuple(of_measure(each) for each in goal.measures))
        for goal in area.goals
    )
    return replace(area, goals=goals)


def test_what_could_not_be_assessed_is_listed_whole_with_a_reason():
    rows = grid(made("annual"), "unassessed").rows
    unknown = ("awaiting", "too_early", "no_target", "no_data")
    assert len(rows) == sum(measure.status in unknown for measure in CARD.measures)
    assert all(plain(row[2]) for row in rows)


def test_targets_that_were_not_changed_are_said_not_to_be():
    assert "Tavoitetasoja ei ole muutettu" in said(made("annual"))


def test_a_changed_target_stands_old_and_new_with_its_decision():
    part = CARD.measures[0].parts[0]
    old, new = cast.target(80.0), cast.target(90.0, decision="Valtuusto 1.2.2023 § 4")
    material = Material(CARD, [ChangedTarget(part, old, new)])
    row = grid(make_report(Asked("annual", "2022", "fi"), material), "changed").rows[0]
    assert [plain(cell) for cell in row[1:]] == [
        "≥\u00a080\u00a0% (2027)",
        "≥\u00a090\u00a0% (2027)",
        "Valtuusto 1.2.2023 § 4",
    ]


def test_a_change_without_a_known_decision_says_that_it_is_not_known():
    part = CARD.measures[0].parts[0]
    change = ChangedTarget(part, cast.target(80.0), cast.target(90.0, decision=None))
    report = make_report(Asked("annual", "2022", "sv"), Material(CARD, [change]))
    assert plain(grid(report, "changed").rows[0][-1]) == "§ uppgift saknas"


def test_a_source_without_a_known_licence_says_so_and_a_known_one_is_shown():
    bare = grid(made("annual"), "sources").rows
    assert {plain(row[2]) for row in bare} == {"ei tietoa"}
    address = "https://example.org/tilinpaatos"
    report = make_report(
        Asked("annual", "2022", "fi"), Material(CARD, licences={address: "CC BY 4.0"})
    )
    assert "CC BY 4.0" in {plain(row[2]) for row in grid(report, "sources").rows}


def test_charts_are_drawn_of_parts_with_two_figures_alone():
    drawn = [b.figures for b in made("annual").blocks if isinstance(b, Picture)]
    assert drawn
    assert all(len(each.periods) >= 2 for each in drawn)
    assert not any(isinstance(b, Picture) for b in made("council").blocks)


def test_an_extract_holds_only_what_is_the_bodys():
    code = CARD.sectors[0].code
    report = made("body", body=code)
    shown = said(report)
    for measure in CARD.measures:
        theirs = any(sector.code == code for sector in measure.sectors)
        assert (measure.id in shown) == theirs


def test_an_unknown_body_is_refused_with_the_known_ones():
    with pytest.raises(InputError) as refused:
        made("body", body="kalastusvirasto")
    fault = refused.value.faults[0]
    assert fault.place == "--body"
    assert CARD.sectors[0].name.shown("fi").text in fault.remedy


def test_slides_have_a_page_for_each_focus_area_and_one_for_what_is_not_known():
    breaks = [b for b in made("council").blocks if isinstance(b, PageBreak)]
    assert len(breaks) == len(CARD.areas) + 1


def test_long_reports_have_a_table_of_contents():
    outlined = {kind for kind in KINDS if kind != "body" and any_outline(made(kind))}
    assert outlined == {"interim", "annual", "indicators"}


def any_outline(report: Report) -> bool:
    return any(isinstance(block, Outline) for block in report.blocks)


def test_the_identifier_is_that_of_the_content():
    assert made("annual").identifier == made("annual").identifier
    assert made("annual").identifier != made("interim").identifier
    other = made("annual", municipality=replace(CARD.municipality, name=Text({"fi": "Muu"})))
    assert other.identifier != made("annual").identifier


def test_a_town_without_measures_gets_a_report_that_says_so():
    empty = tuple(
        replace(
            area,
            goals=tuple(replace(goal, measures=(), actions=()) for goal in area.goals),
        )
        for area in CARD.areas
    )
    for kind in KINDS:
        if kind != "body":
            assert "Mittareita ei ole." in said(made(kind, areas=empty))


def test_a_period_that_has_not_ended_is_said_to_be_open():
    report = make_report(Asked("interim", "2023", "fi"), Material(CARD))
    assert definitions()["fi"]["period_open"] in said(report)


@pytest.mark.parametrize("kind", ["interim", "summary", "council"])
def test_what_a_reader_must_know_first_stands_on_the_first_page(kind: str):
    notice = Text({"fi": "Tämä ei ole kaupungin virallinen palvelu."}, {"fi": "original"})
    report = made(kind, municipality=replace(CARD.municipality, notice=notice))
    opening = list(texts(report.blocks[:4]))
    assert "Tämä ei ole kaupungin virallinen palvelu." in opening
