"""The scorecard as of a date: what was known then, judged once, in few queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from suunta.core.errors import InputError
from suunta.core.scorecard import PartView
from suunta.core.strategy import Measure, SubMeasure
from suunta.core.texts import Text
from suunta.jobs.import_strategy import Adoption
from suunta.jobs.scorecard import NothingToShowError, build, explanations, only_municipality
from suunta.jobs.scorecard.build import whole
from suunta.store.actions.assignments import NewAssignment, assign
from suunta.store.actions.indicators import NewLink, NewNearMiss, save_links
from suunta.store.actions.municipalities import save_municipality
from suunta.store.actions.states import NewState, add_states
from suunta.store.models import Municipality, SeriesBreak
from suunta.store.models import NearMiss as NearMissRow
from towns import (
    BY,
    STRATEGY,
    import_mallila,
    newest,
    observe,
    observed,
    promise,
    satisfaction,
    with_target,
)

EARLY, LATE = date(2022, 6, 1), date(2025, 6, 1)
LATER = Adoption("Valtuusto", date(2022, 11, 14), "§ 80")


def link(town: Municipality) -> None:
    new = NewLink(promise("1.1-M1.1"), "satisfied", Text({"fi": "Sama kysymys"}))
    save_links(by=BY, municipality=town, indicators=satisfaction(town), links=[new])


def satisfied(as_of: date) -> PartView:
    return build("mallila", as_of).measures[0].parts[0]


@pytest.fixture
def mallila(town: Municipality) -> Municipality:
    """Mallila with its strategy, adopted on 7.6.2021, and the series of its first measure."""
    import_mallila()
    link(town)
    figures = [
        observed("2020", 70.0, date(2021, 3, 1)),
        observed("2021", 73.0, date(2022, 3, 1)),
        observed("2022", 77.0, date(2023, 3, 1)),
        observed("2023", 79.0, date(2024, 3, 1)),
        observed("2024", 82.0, date(2025, 3, 1)),
    ]
    observe(town, *figures)
    return town


def test_the_steps_behind_a_part_hold_what_its_assessment_says(mallila: Municipality) -> None:
    part = satisfied(LATE)
    assert part.assessment is not None
    steps = explanations("mallila", LATE, [part.id, "9.9-M9.9"])
    assert list(steps) == [part.id]
    assert [each.value for each in steps[part.id].inputs] == [70.0, 73.0, 77.0, 79.0, 82.0]
    assert steps[part.id].status == part.assessment.status
    assert steps[part.id].target == part.assessment.target


def test_explaining_asks_once_after_the_scorecard_was_built(mallila: Municipality) -> None:
    part = satisfied(LATE)
    with CaptureQueriesContext(connection) as queries:
        explanations("mallila", LATE, [part.id])
    assert len(queries) == 1


def test_a_page_shows_only_what_was_known(mallila: Municipality) -> None:
    assert [figure.period for figure in satisfied(EARLY).figures] == ["2020", "2021"]
    assert [figure.period for figure in satisfied(LATE).figures][-1] == "2024"


def test_the_status_is_the_one_of_that_day(mallila: Municipality) -> None:
    assert satisfied(EARLY).status == "too_early"
    assert satisfied(LATE).status == "met"


def test_nothing_is_shown_before_the_adoption(mallila: Municipality) -> None:
    with pytest.raises(NothingToShowError):
        build("mallila", date(2021, 6, 6))


def test_a_draft_is_never_shown(mallila: Municipality) -> None:
    import_mallila(with_target(90.0), adoption=None)
    assert build("mallila", LATE).strategy.version == 1


def test_a_new_version_holds_from_its_day_with_its_target(mallila: Municipality) -> None:
    import_mallila(with_target(90.0), adoption=LATER)
    before, after = satisfied(EARLY).target, satisfied(LATE).target
    assert before is not None
    assert after is not None
    assert (before.value, after.value) == (80.0, 90.0)
    assert [figure.value for figure in satisfied(LATE).figures][-1] == 82.0


def test_a_revision_holds_from_the_day_it_was_known(mallila: Municipality) -> None:
    observe(mallila, observed("2021", 74.0, date(2022, 9, 1)))
    before, after = satisfied(EARLY).figures[1], satisfied(LATE).figures[1]
    assert (before.value, before.revision) == (73.0, 1)
    assert (after.value, after.revision) == (74.0, 2)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://e.org/k", "https://e.org/k"),
        ("strategia-2018-2022.txt", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_only_a_web_address_becomes_a_link(mallila: Municipality, address: str, link: str) -> None:
    observe(mallila, observed("2025", 83.0, date(2025, 6, 1), source_url=address))
    assert satisfied(LATE).figures[-1].source_url == link


def test_a_forecast_is_listed_and_never_judged(mallila: Municipality) -> None:
    observe(mallila, observed("2023", 99.0, date(2022, 5, 1), kind="forecast"))
    part = satisfied(EARLY)
    assert [figure.kind for figure in part.figures] == ["actual", "actual", "forecast"]
    assert part.assessment is not None
    assert part.assessment.value == 73.0


def test_a_preliminary_figure_gives_way_to_the_final_one(mallila: Municipality) -> None:
    observe(mallila, observed("2021", 60.0, date(2022, 1, 15), kind="preliminary"))
    part = satisfied(EARLY)
    assert part.assessment is not None
    assert part.assessment.value == 73.0


def test_a_suppressed_newest_value_is_no_data(mallila: Municipality) -> None:
    observe(mallila, observed("2025", None, date(2025, 5, 1), status="suppressed"))
    # The deadline 2024 lies before it: what belongs to the deadline still counts.
    assert satisfied(LATE).status == "met"
    observe(mallila, observed("2024", None, date(2025, 5, 2), status="suppressed"))
    assert satisfied(LATE).status == "no_data"


def test_a_part_without_a_deadline_is_judged_at_the_end_of_the_term(
    mallila: Municipality,
) -> None:
    (milestone,) = build("mallila", EARLY).measures[1].parts
    assert milestone.target is not None
    assert milestone.target.deadline == date(2025, 12, 31)
    assert milestone.target.deadline_inferred


def test_a_milestone_follows_its_newest_step_and_may_go_backwards(
    mallila: Municipality,
) -> None:
    part = promise("1.1-M2.1")
    steps = [
        NewState(part, "done", date(2022, 1, 1)),
        NewState(part, "returned", date(2023, 1, 1)),
        NewState(part, None, date(2023, 2, 1)),
    ]
    add_states(by=BY, municipality=mallila, states=steps)
    (early,) = build("mallila", EARLY).measures[1].parts
    (late,) = build("mallila", LATE).measures[1].parts
    assert (early.state, early.status) == ("done", "met")
    assert (late.state, late.status) == ("returned", "off_track")


def test_a_measure_that_is_only_followed_has_no_colour(mallila: Municipality) -> None:
    assert build("mallila", LATE).measures[2].status == "no_target"


def test_sectors_say_whether_the_document_named_them(mallila: Municipality) -> None:
    new = NewAssignment(promise("1.1-M1"), "assigned", sector="sote", reason=Text({"fi": "Syy"}))
    assign(by=BY, municipality=mallila, assignments=[new])
    card = build("mallila", LATE)
    (sector,) = card.measures[0].sectors
    assert (sector.code, sector.assigned_by, sector.reason.words) == (
        "sote",
        "assigned",
        {"fi": "Syy"},
    )
    assert [each.code for each in card.sectors] == ["sivistys", "sote"]


def test_one_goal_or_area_can_be_asked_for(mallila: Municipality) -> None:
    assert [goal.number for goal in build("mallila", LATE, goal="1.2").goals] == ["1.2"]
    assert build("mallila", LATE, goal="9.9").goals == ()
    assert len(build("mallila", LATE, area="1").goals) == 2


def test_the_document_is_the_original_and_translations_are_drafts(
    mallila: Municipality,
) -> None:
    from suunta.store.actions.texts import NewText, set_texts
    from suunta.store.queries.versions import row_ids

    version = newest()
    rows = row_ids(version.pk)
    texts = [
        NewText("goal", rows["goal", "1.1"], "title", "sv", "Nöjda invånare", "draft"),
        NewText("goal", rows["goal", "1.2"], "title", "sv", "Livligt bibliotek", "reviewed"),
    ]
    set_texts(by=BY, municipality=mallila, version=version, texts=texts)
    first, second = build("mallila", LATE).goals
    assert first.title.states == {"fi": "original", "sv": "draft"}
    assert second.title.states == {"fi": "original", "sv": "reviewed"}


def test_a_built_scorecard_holds_until_something_is_written(mallila: Municipality) -> None:
    build("mallila", LATE)
    with CaptureQueriesContext(connection) as queries:
        build("mallila", LATE)
    assert len(queries) == 1
    observe(mallila, observed("2024", 50.0, date(2025, 5, 1)))
    assert satisfied(LATE).status == "missed"


def test_queries_do_not_grow_with_the_measures(town: Municipality) -> None:
    (area,) = STRATEGY.focus_areas
    goal = area.goals[0]
    many = tuple(
        Measure(
            f"Mittari {n} vähintään 50 %",
            (SubMeasure("numeric", f"Mittari {n}", "%", ">=", 50.0, target_basis="absolute"),),
            id=f"1.1-M{n}",
        )
        for n in range(1, 301)
    )
    import_mallila(STRATEGY.with_areas((replace(area, goals=(replace(goal, measures=many),)),)))
    whole.cache_clear()
    with CaptureQueriesContext(connection) as queries:
        card = build("mallila", LATE)
    assert len(card.measures) == 300
    assert len(queries) <= 9


def test_the_only_municipality_need_not_be_named(town: Municipality) -> None:
    assert only_municipality() == "mallila"
    save_municipality(by=BY, slug="toinen", name=Text({"fi": "Toinen"}), official_languages=["fi"])
    with pytest.raises(InputError, match="Write one of mallila, toinen"):
        only_municipality()


def test_other_towns_do_not_show(mallila: Municipality) -> None:
    save_municipality(by=BY, slug="toinen", name=Text({"fi": "Toinen"}), official_languages=["fi"])
    with pytest.raises(NothingToShowError):
        build("toinen", LATE)


def test_a_near_miss_says_why_it_is_not_the_same(mallila: Municipality) -> None:
    miss = NewNearMiss(promise("1.2-M1.1"), "satisfied", Text({"fi": "Eri asia"}))
    indicators = satisfaction(mallila)
    save_links(by=BY, municipality=mallila, indicators=indicators, links=[], near_misses=[miss])
    (part,) = build("mallila", LATE).measures[2].parts
    (shown,) = part.near_misses
    assert (shown.indicator_name.words["en"], shown.why.words) == ("Satisfied", {"fi": "Eri asia"})


def test_breaks_and_near_misses_double_no_part(mallila: Municipality) -> None:
    indicator = satisfaction(mallila)["satisfied"]
    for period in ("2022", "2023"):
        SeriesBreak.objects.create(indicator=indicator, period=period)
    for _ in range(2):
        NearMissRow.objects.create(promise_id=promise("1.1-M1.1"), why_fi="Eri asia")
    whole.cache_clear()
    card = build("mallila", LATE)
    (part,) = card.measures[0].parts
    assert [len(measure.parts) for measure in card.measures] == [1, 1, 1]
    assert (part.breaks, len(part.near_misses)) == (("2022", "2023"), 2)
