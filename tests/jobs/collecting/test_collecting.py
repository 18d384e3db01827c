"""Figures arrive with their origin, once; what fails or looks wrong changes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from jobs.collecting.conftest import NOW, Declare, collected, says
from sources.network.player import Heard, Player, Said
from suunta.jobs.collecting import accept, collect, feeds, origins
from suunta.jobs.collecting.rules import Rule
from suunta.store.actions.answers import kept_answer
from suunta.store.models import Area, Fetch, Municipality, Observation, SourceFeed
from towns import observe as observe_satisfaction
from towns import observed

LATER = NOW + timedelta(days=40)


def stored() -> list[tuple[str, float | None, int]]:
    """Period, value and revision of everything stored."""
    rows = Observation.objects.order_by("period", "revision")
    return list(rows.values_list("period", "value", "revision"))


def test_figures_arrive_with_their_origin(declare: Declare) -> None:
    found = collected(declare())
    assert (found.outcome, found.added, found.rows) == ("arrived", 3, 3)
    row = Observation.objects.get(period="2025")
    assert (row.value, row.unit, row.known_on, row.source.title) == (
        81.0, "%", date(2026, 3, 15), "Kysely",
    )  # fmt: skip
    origin = origins([row.pk])[row.pk]
    assert (origin.at, origin.licence) == (NOW, "CC BY 4.0")
    assert origin.address.endswith("/a.csv")
    raw = kept_answer(origin.hash)
    assert raw is not None
    assert raw.startswith(b"year;share")


def test_the_same_answer_again_adds_nothing(declare: Declare) -> None:
    feed = declare()
    collected(feed)
    assert collected(feed, LATER).outcome == "unchanged"
    assert [revision for _, _, revision in stored()] == [1, 1, 1]
    assert [row.outcome for row in Fetch.objects.order_by("pk")] == ["arrived", "unchanged"]


def test_a_figure_published_anew_is_a_revision(declare: Declare, source: Player) -> None:
    feed = declare()
    collected(feed)
    says(source, "2023;80;;", "2024;82;;", "2025;81,5;;")
    assert collected(feed, LATER).added == 1
    assert stored()[-2:] == [("2025", 81.0, 1), ("2025", 81.5, 2)]


def test_a_figure_that_is_not_there_is_never_zero(declare: Declare, source: Player) -> None:
    says(source, "2024;82;;", "2025;..;;", "2026;;;")
    collected(declare())
    assert stored() == [("2024", 82.0, 1)]


def test_a_figure_that_is_taken_back_becomes_missing(declare: Declare, source: Player) -> None:
    feed = declare()
    collected(feed)
    says(source, "2025;..;;")
    collected(feed, LATER)
    assert stored()[-2:] == [("2025", 81.0, 1), ("2025", None, 2)]


def test_a_row_that_is_gone_takes_nothing_away(declare: Declare, source: Player) -> None:
    feed = declare()
    collected(feed)
    says(source, "2025;81;;")
    assert collected(feed, LATER).outcome == "unchanged"
    assert len(stored()) == 3


def test_a_suppressed_figure_says_so(declare: Declare, source: Player) -> None:
    says(source, "2024;82;;", "2025;...;;")
    collected(declare())
    assert Observation.objects.get(period="2025").status == "suppressed"


def test_a_row_that_cannot_be_read_is_told_and_the_others_are_kept(
    declare: Declare, source: Player
) -> None:
    says(source, "2024;82;;", "2025;many;;")
    found = collected(declare())
    assert (found.added, found.problems) == (1, ("line 3: 'many' is no number",))


def test_two_values_for_one_figure_are_no_figure(declare: Declare, source: Player) -> None:
    says(source, "2024;82;;", "2025;81;;", "2025;85;;")
    found = collected(declare())
    assert (found.added, found.problems) == (1, ("satisfied 2025: two values that differ",))


def test_groups_and_areas_go_where_they_are_declared(declare: Declare, source: Player) -> None:
    Area.objects.create(code="X01", name="Keksilä")
    says(source, "2025;81;235;", "2025;83;235;kvinnor", "2025;70;049;", "2025;60;091;")
    rule = Rule(
        "satisfied", own=("235",), peers={"049": "X01"}, groups={"sex": {"kvinnor": "f"}}
    )  # fmt: skip
    collected(declare(rule=rule))
    rows = Observation.objects.order_by("value").values_list("area__code", "breakdown", "value")
    own = SourceFeed.objects.get().municipality.area.code
    assert list(rows) == [("X01", "", 70.0), (own, "", 81.0), (own, "sex=f", 83.0)]


def test_a_factor_turns_the_sources_unit_into_ours(declare: Declare, source: Player) -> None:
    says(source, "2025;0,81;;")
    collected(declare(rule=Rule("satisfied", factor=100.0)))
    assert stored() == [("2025", 81.0, 1)]


def months(*left_out: int) -> list[str]:
    """Rows of the months of 2025, ten in each."""
    return [f"2025-{month:02};10;;" for month in range(1, 13) if month not in left_out]


def test_a_year_is_summed_up_when_every_month_is_there(declare: Declare, source: Player) -> None:
    says(source, *months(), "2026-01;10;;", "2026-02;10;;")
    collected(declare(rule=Rule("satisfied", total="year", factor=0.5)))
    assert stored() == [("2025", 60.0, 1)]


@pytest.mark.parametrize("left_out", [(7,), (1, 12)])
def test_a_year_with_a_gap_is_no_figure(
    declare: Declare, source: Player, left_out: tuple[int, ...]
) -> None:
    says(source, *months(*left_out))
    found = collected(declare(rule=Rule("satisfied", total="year")))
    assert (found.outcome, stored()) == ("unchanged", [])
    assert found.problems == ("satisfied 2025: a part of it is missing, so there is no sum",)


def test_things_are_counted_by_the_year_in_which_they_came(
    declare: Declare, source: Player
) -> None:
    says(source, "2024-05-01;1;;", "2024-06-01;1;;", "2025-01-31;1;;")
    collected(declare(rule=Rule("satisfied", count="year")))
    assert stored() == [("2024", 2.0, 1), ("2025", 1.0, 1)]


def test_things_that_are_there_now_are_counted_today(declare: Declare, source: Player) -> None:
    says(source, "2024-05-01;1;;", "2025-01-31;1;;")
    collected(declare(rule=Rule("satisfied", count="now")))
    assert stored() == [("2026-03-15", 2.0, 1)]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (Said("<html><body>Huoltokatko</body></html>"), "a web page"),
        (Said("year;part;area;sex\n2025;80;;\n"), "no column share"),
        (Said("gone", 404), "answered 404"),
        (Said("year;share;area;sex\n"), "None of the 0 observations"),
    ],
)
def test_a_failed_fetch_is_told_and_changes_nothing(
    declare: Declare, source: Player, said: Said, words: str
) -> None:
    feed = declare()
    collected(feed)
    before = stored()
    source.plays["/a.csv"] = said
    found = collected(feed, LATER)
    assert found.outcome == "failed"
    assert words in found.words
    assert stored() == before
    kept = Fetch.objects.latest("pk")
    assert (kept.outcome, kept.permanent) == ("failed", True)
    assert words in kept.error


def test_a_source_that_fails_is_asked_again_later_and_later(
    declare: Declare, source: Player
) -> None:
    feed = declare()
    source.plays["/a.csv"] = Said("later", 503)
    pauses = []
    for _ in range(3):
        collected(feed)
        feed.refresh_from_db()
        pauses.append((feed.next_due - NOW).total_seconds() / 60)
    assert pauses == [15, 30, 60]
    assert not Fetch.objects.latest("pk").permanent


def test_one_source_that_fails_stops_no_other(declare: Declare, source: Player) -> None:
    declare("a_broken", request={"url": f"{source.address}/nothing", "columns": {}})
    declare("b_good")
    found = {each.feed: each.outcome for _, each in collect(by="test", slug="mallila")}
    assert found == {"a_broken": "failed", "b_good": "arrived"}


def test_a_value_far_from_the_usual_change_is_asked_about(declare: Declare, source: Player) -> None:
    feed = declare()
    says(source, "2021;80;;", "2022;81;;", "2023;80;;", "2024;82;;")
    collected(feed)
    says(source, "2024;82;;", "2025;8,1;;")
    found = collected(feed, LATER)
    assert (found.outcome, found.added) == ("asks", 0)
    assert "satisfied 2025: 8.1 after 82, usual change 1" in found.words
    assert "2025" not in [period for period, _, _ in stored()]
    feed.refresh_from_db()
    assert feed.state == "asks"


def test_what_a_person_says_is_right_is_taken(declare: Declare, source: Player) -> None:
    feed = declare()
    says(source, "2021;80;;", "2022;81;;", "2023;80;;", "2024;82;;")
    collected(feed)
    says(source, "2025;8,1;;")
    collected(feed, LATER)
    accept(by="test", slug="mallila", key="survey")
    assert collected(feed, LATER).added == 1
    assert stored()[-1] == ("2025", 8.1, 1)


def test_a_persons_word_holds_for_the_figures_that_they_saw(
    declare: Declare, source: Player
) -> None:
    feed = declare()
    says(source, "2021;80;;", "2022;81;;", "2023;80;;", "2024;82;;")
    collected(feed)
    says(source, "2025;8,1;;")
    collected(feed, LATER)
    accept(by="test", slug="mallila", key="survey")
    says(source, "2025;0,8;;")
    assert collected(feed, LATER).outcome == "asks"


def test_a_value_outside_its_limits_is_asked_about(declare: Declare, source: Player) -> None:
    says(source, "2025;181;;")
    assert collected(declare()).words == "satisfied 2025: 181 is outside its limits"


def test_a_source_that_mends_what_it_said_goes_on(declare: Declare, source: Player) -> None:
    feed = declare()
    says(source, "2025;181;;")
    collected(feed)
    says(source, "2025;81;;")
    assert collected(feed, LATER).added == 1
    feed.refresh_from_db()
    assert (feed.state, feed.question) == ("active", None)


def test_a_changed_unit_is_asked_about(declare: Declare, source: Player) -> None:
    columns = {"period": "year", "value": "share", "unit": "area"}
    request = {"url": f"{source.address}/a.csv", "columns": columns}
    feed = declare(request=request)
    says(source, "2025;81;%;")
    collected(feed)
    says(source, "2025;81;henkilöä;")
    found = collected(feed, LATER)
    assert found.outcome == "asks"
    assert found.words == "units: 'satisfied: %' is now 'satisfied: henkilöä'"


def test_an_unchanged_answer_is_not_sent_again(declare: Declare, source: Player) -> None:
    answers = []

    def play(heard: Heard) -> Said:
        same = heard.headers.get("if-none-match") == '"1"'
        answers.append(304 if same else 200)
        body = "year;share;area;sex\n2025;81;;\n"
        return Said(b"", 304) if same else Said(body, headers={"ETag": '"1"'})

    source.plays["/a.csv"] = play
    feed = declare()
    collected(feed)
    assert collected(feed, LATER).outcome == "unchanged"
    assert answers == [200, 304]


def test_no_secret_is_kept_or_shown(
    declare: Declare, source: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUUNTA_SOURCE_TOKEN", "very-secret")
    url = f"{source.address}/a.csv?token=${{SUUNTA_SOURCE_TOKEN}}"
    feed = declare(request={"url": url, "columns": {"period": "year", "value": "share"}})
    collected(feed)
    source.plays["/a.csv"] = Said("wrong token very-secret", 403)
    found = collected(feed, LATER)
    feed.refresh_from_db()
    kept = [str(vars(row)) for row in (*Fetch.objects.all(), feed)]
    assert source.heard[0].query["token"] == ["very-secret"]
    assert "very-secret" not in "".join([*kept, found.words])


def test_a_source_whose_names_have_no_value_is_not_asked(declare: Declare, source: Player) -> None:
    feed = declare(request={"url": "${SUUNTA_SOURCE_NOWHERE}/a.csv"})
    found = collected(feed)
    assert (found.outcome, found.words) == (
        "unset",
        "needs SUUNTA_SOURCE_NOWHERE in the environment",
    )
    assert (Fetch.objects.count(), source.heard) == (0, [])
    (shown,) = feeds("mallila", NOW)
    assert shown.state == "unset"


def test_a_private_address_is_not_asked_unless_it_is_allowed(
    declare: Declare, source: Player, settings: Any
) -> None:
    settings.SUUNTA_SOURCES_ALLOW_PRIVATE = []
    assert "no address of the open internet" in collected(declare()).words
    assert source.heard == []


def test_a_worker_that_is_killed_leaves_nothing_half_done(
    declare: Declare, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = declare()

    def killed(*args: Any, **kwargs: Any) -> int:
        raise SystemExit(1)

    with monkeypatch.context() as dying:
        dying.setattr(collecting_module(), "derive_indicators", killed)
        with pytest.raises(SystemExit):
            collected(feed)
    assert (stored(), Fetch.objects.count()) == ([], 0)
    assert collected(feed).added == 3
    assert [revision for _, _, revision in stored()] == [1, 1, 1]


def collecting_module() -> Any:
    """The module that records and computes."""
    import sys

    return sys.modules["suunta.jobs.collecting.collect"]


def test_only_periods_since_a_day_are_taken_when_asked(
    declare: Declare, town: Municipality
) -> None:
    declare()
    found = collect(by="test", slug="mallila", key="survey", since=date(2025, 1, 1))
    assert found[0][1].added == 1
    assert stored() == [("2025", 81.0, 1)]


def test_a_jump_is_held_against_figures_of_other_sources_too(
    declare: Declare, source: Player, town: Municipality
) -> None:
    known = [
        observed(str(year), 80.0 + year % 2, date(year + 1, 2, 1)) for year in range(2020, 2025)
    ]
    observe_satisfaction(town, *known)
    says(source, "2025;40;;")
    assert collected(declare()).outcome == "asks"
