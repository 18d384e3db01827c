"""What an owner tells: checked, kept, shown on pages, undone, merged."""

from __future__ import annotations

from datetime import date

from rounds import CLOSES, ON, TODAY, Cast, item, link_for
from suunta.core.scorecard import Scorecard
from suunta.jobs.rounds import close_round, freeze_round, items_of, tell, undo
from suunta.jobs.scorecard import build
from suunta.store.models import Observation, Round, StateEntry, Task, UpdateEntry

LATER = date(2022, 9, 20)


def card(day: date = TODAY) -> Scorecard:
    return build("mallila", day)


def sent(**fields: str) -> dict[str, str]:
    return fields


def test_a_link_asks_about_the_posts_of_its_person_alone(cast: Cast, found: Round) -> None:
    asked = [each.code for each in items_of(link_for(found, cast.aino))]
    assert asked == ["1.1-M1.1", "1.1-M2.1", "1.1-A1"]
    assert [each.code for each in items_of(link_for(found, cast.cia))] == ["1.2-M1.1"]


def test_a_figure_becomes_an_observation_that_pages_show(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    said = sent(value="74,5 %", period="2022-08-31", comment="Kysely toukokuussa")
    assert tell(link, asked, said, seen=0, language="fi").saved
    part = card().goals[0].measures[0].parts[0]
    newest = part.figures[-1]
    assert (newest.value, newest.period, newest.source_title) == (
        74.5,
        "2022-08-31",
        "Sivistysjohtaja, 31.8.2022",
    )
    assert newest.known_on == TODAY
    assert part.told is not None
    assert part.told.comment.words == {"fi": "Kysely toukokuussa"}
    assert item(link, "1.1-M1.1").state == "reported"


def test_a_figure_of_a_part_without_a_series_begins_one(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.cia)
    asked = item(link, "1.2-M1.1")
    assert tell(link, asked, sent(value="41 200", period="2022-08-31"), seen=0, language="en").saved
    part = card().goals[1].measures[0].parts[0]
    assert [figure.value for figure in part.figures] == [41200.0]


def test_a_state_becomes_a_step_with_its_comment(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    said = sent(state="in_progress", comment="Luonnos on lausunnolla")
    assert tell(link, item(link, "1.1-A1"), said, seen=0, language="fi").saved
    action = card().goals[0].actions[0]
    assert action.state == "in_progress"
    assert action.states[-1].note.words == {"fi": "Luonnos on lausunnolla"}


def test_a_verdict_that_differs_needs_its_reason(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    said = sent(verdict="partly", comment="Melkein")
    assert tell(link, asked, said, seen=0, language="fi").faults == {"reason": "reason"}
    assert UpdateEntry.objects.count() == 0
    said["reason"] = "Kysely on vanha"
    assert tell(link, asked, said, seen=0, language="fi").saved
    told = card().goals[0].measures[0].parts[0].told
    assert told is not None
    assert (told.verdict, told.reason.words["fi"]) == ("partly", "Kysely on vanha")
    assert told.computed == asked.status


def test_a_verdict_that_says_what_was_computed_needs_none(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    assert asked.status == "too_early"
    assert tell(link, asked, sent(verdict="ongoing"), seen=0, language="fi").saved


def test_the_figure_that_is_told_counts_for_the_status_beside_it(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    said = sent(value="85", period="2022-08-31", verdict="reached")
    assert tell(link, item(link, "1.1-M1.1"), said, seen=0, language="fi").saved
    assert UpdateEntry.objects.get().computed == "met"


def test_what_is_late_needs_a_corrective_action(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-A1")
    said = sent(state="late", comment="Viivästyi")
    assert tell(link, asked, said, seen=0, language="fi").faults == {"corrective": "corrective"}
    said["corrective"] = "Lisää väkeä"
    assert tell(link, asked, said, seen=0, language="fi").saved


def test_nothing_at_all_is_asked_for_again(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    outcome = tell(link, item(link, "1.1-A1"), sent(comment=" \u200b "), seen=0, language="fi")
    assert outcome.faults == {"comment": "nothing"}


def test_what_is_no_number_or_impossible_is_named(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    outcome = tell(link, asked, sent(value="noin 5", forecast="120"), seen=0, language="fi")
    assert outcome.faults == {"value": "number", "forecast": "limits"}


def test_the_second_sees_what_the_first_told_and_merges(cast: Cast, found: Round) -> None:
    aino, bo = link_for(found, cast.aino), link_for(found, cast.bo)
    mine, theirs = item(aino, "1.1-A1"), item(bo, "1.1-A1")
    assert mine.seen == theirs.seen == 0
    assert tell(aino, mine, sent(state="in_progress"), seen=0, language="fi").saved
    outcome = tell(bo, theirs, sent(state="done", comment="Klart"), seen=0, language="sv")
    assert not outcome.saved
    assert outcome.other is not None
    assert (outcome.other.who, outcome.other.state, outcome.seen) == ("aino", "in_progress", 1)
    assert tell(bo, theirs, sent(state="done", comment="Klart"), seen=1, language="sv").saved
    assert card().goals[0].actions[0].state == "done"


def test_the_same_sent_twice_is_kept_once(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-A1")
    for _ in range(2):
        assert tell(link, asked, sent(state="done"), seen=0, language="fi").saved
    assert UpdateEntry.objects.count() == 1


def test_undoing_brings_back_what_stood_before(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    tell(link, asked, sent(value="74", period="2022-08-31"), seen=0, language="fi")
    tell(link, asked, sent(value="76", period="2022-08-31"), seen=1, language="fi")
    assert undo(link, asked, seen=2)
    figures = card().goals[0].measures[0].parts[0].figures
    assert figures[-1].value == 74.0
    entry = item(link, "1.1-M1.1").entry
    assert entry is not None
    assert entry.value == 74.0


def test_undoing_the_only_word_makes_the_task_wait_again(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    before = card().goals[0].actions[0].state
    tell(link, item(link, "1.1-A1"), sent(state="done"), seen=0, language="fi")
    assert undo(link, item(link, "1.1-A1"), seen=1)
    action = card().goals[0].actions[0]
    assert (action.state, action.told) == (before, None)
    after = item(link, "1.1-A1")
    assert (after.state, after.told, after.seen) == ("waiting", False, 2)
    assert tell(link, after, sent(state="done"), seen=2, language="fi").saved
    assert card().goals[0].actions[0].state == "done"


def test_an_undone_figure_no_longer_counts_and_stays_on_record(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    tell(link, asked, sent(value="85", period="2022-08-31"), seen=0, language="fi")
    undo(link, asked, seen=1)
    part = card().goals[0].measures[0].parts[0]
    assert part.assessment is not None
    assert part.assessment.value == 72.0
    values = Observation.objects.filter(period="2022-08-31").order_by("revision")
    assert list(values.values_list("value", "status")) == [(85.0, "ok"), (None, "missing")]


def test_a_figure_taken_back_uncovers_what_another_source_says(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    asked = item(link, "1.1-M1.1")
    assert "2021" in asked.periods
    tell(link, asked, sent(value="99", period="2021"), seen=0, language="fi")
    undo(link, asked, seen=1)
    figures = card().goals[0].measures[0].parts[0].figures
    assert [(each.period, each.value) for each in figures] == [("2020", 70.0), ("2021", 72.0)]


def test_what_is_told_after_closing_is_kept_as_late(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    close_round("mallila", ON, by="test")
    again = link_for(found, cast.aino, LATER)
    outcome = tell(again, item(link, "1.1-A1"), sent(state="done"), seen=0, language="fi")
    assert (outcome.saved, outcome.late) == (True, True)
    assert Task.objects.get(promise=item(link, "1.1-A1").action.promise).state == "late"


def test_a_round_that_was_frozen_meanwhile_takes_nothing(cast: Cast, found: Round) -> None:
    import pytest

    from suunta.core.errors import InputError

    link = link_for(found, cast.aino)
    asked = item(link, "1.1-A1")
    close_round("mallila", ON, by="test")
    freeze_round("mallila", ON, by="test", today=CLOSES)
    with pytest.raises(InputError, match="frozen"):
        tell(link, asked, sent(state="done"), seen=0, language="fi")
    assert StateEntry.objects.count() == 0


def test_hostile_words_are_kept_without_what_cannot_be_seen(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    words = "=cmd|' /C calc'!A0 \u202e\x00\u200bשלום 👨‍👩‍👧 " + "sana " * 5000
    said = sent(state="done", comment=words)
    assert tell(link, item(link, "1.1-A1"), said, seen=0, language="fi").saved
    kept = UpdateEntry.objects.get().comment
    assert kept.startswith("=cmd|' /C calc'!A0 שלום 👨‍👩‍👧 sana")
    assert kept.count("sana") == 5000


def test_more_words_than_can_be_kept_are_refused_and_nothing_is_written(
    cast: Cast, found: Round
) -> None:
    link = link_for(found, cast.aino)
    said = sent(state="done", comment="a" * 50_001)
    assert tell(link, item(link, "1.1-A1"), said, seen=0, language="fi").faults == {
        "comment": "too_long"
    }
