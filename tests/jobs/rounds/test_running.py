"""A round from its opening to its snapshot: who is asked, reminded, told of, approved."""

from __future__ import annotations

from datetime import date

import pytest

from rounds import BY, CLOSES, ON, TODAY, Cast, item, link_for, opened, token_for
from suunta.core.errors import InputError
from suunta.core.texts import Text
from suunta.jobs.rounds import (
    LinkRefusedError,
    approve,
    board_of,
    close_round,
    freeze_round,
    not_mine,
    open_link,
    open_round,
    remind,
    reopen_round,
    round_on,
    tell,
)
from suunta.jobs.rounds.reminding import remind_due
from suunta.store.actions.posts import NewPost, save_posts
from suunta.store.models import LogEntry, MailLink, OutgoingMail, Round, Snapshot, UpdateEntry
from towns import promise


def letters(kind: str) -> list[str]:
    rows = OutgoingMail.objects.filter(kind=kind).order_by("person__username")
    return list(rows.values_list("person__username", flat=True))


def test_every_owner_is_asked_and_written_to_once(cast: Cast) -> None:
    done = open_round("mallila", ON, by=BY, today=TODAY)
    assert (done.tasks, done.letters, done.unowned) == (4, 2, ())
    # Ten working days after Thursday 1.9.2022: date -d and a calendar say Thursday 15.9.
    assert done.closes == CLOSES
    assert letters("opened") == ["aino", "cia"]


def test_what_no_post_owns_falls_to_the_head_of_its_sector_or_is_named(cast: Cast) -> None:
    head = NewPost("director", Text({"fi": "Johtaja"}), "sivistys", True, cast.aino)
    nobody = NewPost("librarian", Text({"fi": "Kirjasto"}), "sivistys", False, cast.cia)
    save_posts(by=BY, municipality=cast.town, posts=[head, nobody])
    done = open_round("mallila", ON, by=BY, today=TODAY)
    assert done.tasks == 0
    assert set(done.unowned) == {"1.1-M1.1", "1.1-M2.1", "1.1-A1", "1.2-M1.1"}
    from suunta.store.actions.assignments import NewAssignment, assign

    given = [NewAssignment(promise("1.1-A1"), "assigned", sector="sivistys")]
    assign(by=BY, municipality=cast.town, assignments=given)
    again = open_round("mallila", date(2022, 12, 31), by=BY, today=TODAY)
    assert again.tasks == 1
    assert "1.1-A1" not in again.unowned


def test_a_round_is_opened_once(cast: Cast, found: Round) -> None:
    with pytest.raises(InputError, match="there already"):
        opened(cast.town)


def test_reminders_go_to_those_who_have_not_told_and_once_a_day(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.cia)
    tell(link, item(link, "1.2-M1.1"), {"comment": "Ei lukua"}, seen=0, language="fi")
    assert remind("mallila", ON, by=BY, today=date(2022, 9, 8)).reminders == 1
    assert letters("reminder") == ["aino"]
    assert remind("mallila", ON, by=BY, today=date(2022, 9, 8)).reminders == 0


def test_near_the_end_the_deputy_and_the_head_of_the_sector_hear(cast: Cast, found: Round) -> None:
    done = remind("mallila", ON, by=BY, today=date(2022, 9, 14))
    assert (done.reminders, done.escalations) == (2, 2)
    # Bo is Aino's deputy; Aino heads the sector of Cia's post.
    assert letters("escalation") == ["aino", "bo"]


@pytest.mark.parametrize(
    ("day", "queued"),
    [
        (date(2022, 9, 8), 2),  # five working days before the closing day
        (date(2022, 9, 9), 0),
        (date(2022, 9, 10), 0),  # a Saturday
        (date(2022, 9, 13), 2),
        (date(2022, 9, 15), 4),  # the closing day, deputies and heads too
    ],
)
def test_the_worker_reminds_on_its_days(cast: Cast, found: Round, day: date, queued: int) -> None:
    assert remind_due(day) == queued


def test_the_board_shows_openly_who_has_not_reported(cast: Cast, found: Round) -> None:
    link = link_for(found, cast.aino)
    tell(link, item(link, "1.1-A1"), {"state": "done"}, seen=0, language="fi")
    view = round_on("mallila", ON)
    assert view is not None
    board = board_of("mallila", view, TODAY)
    assert (board.told, board.tasks, board.days_left) == (1, 4, 10)
    (sector,) = board.sectors
    assert [(post.post.holder_name, post.told) for post in sector.posts] == [
        ("Aino Esimerkki", 1),
        ("Cia Esimerkki", 0),
    ]


def test_a_round_is_approved_closed_frozen_and_reopened_with_a_reason(
    cast: Cast, found: Round
) -> None:
    with pytest.raises(InputError, match="is open"):
        freeze_round("mallila", ON, by=BY)
    approve("mallila", ON, sector="sivistys", by=BY)
    close_round("mallila", ON, by=BY)
    first = freeze_round("mallila", ON, by=BY, today=CLOSES)
    view = round_on("mallila", ON)
    assert view is not None
    assert (view.state, view.snapshot, view.snapshot_as_of) == ("frozen", first, CLOSES)
    with pytest.raises(InputError, match="reason"):
        reopen_round("mallila", ON, reason=" ", by=BY)
    again = reopen_round("mallila", ON, reason="Luku oli väärin", by=BY)
    assert (again.state, again.reopened_because) == ("open", "Luku oli väärin")
    assert again.approvals.count() == 0
    said = [row.what for row in LogEntry.objects.filter(what__startswith="round.")]
    assert said == ["round.open", "round.approve", "round.close", "round.freeze", "round.reopen"]


def test_the_same_content_has_the_same_hash_and_another_has_another(
    cast: Cast, found: Round
) -> None:
    close_round("mallila", ON, by=BY)
    first = freeze_round("mallila", ON, by=BY, today=CLOSES)
    reopen_round("mallila", ON, reason="Uudelleen", by=BY)
    close_round("mallila", ON, by=BY)
    assert freeze_round("mallila", ON, by=BY, today=CLOSES) == first
    reopen_round("mallila", ON, reason="Tila puuttui", by=BY)
    link = link_for(found, cast.aino)
    tell(link, item(link, "1.1-A1"), {"state": "done"}, seen=0, language="fi")
    close_round("mallila", ON, by=BY)
    assert freeze_round("mallila", ON, by=BY, today=CLOSES) != first
    assert list(Snapshot.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_opening_a_link_changes_nothing(cast: Cast, found: Round) -> None:
    token = token_for(found, cast.aino)
    lines = LogEntry.objects.count()
    link = open_link(token, TODAY)
    assert link.person == cast.aino
    assert MailLink.objects.get().used_at is None
    assert (LogEntry.objects.count(), UpdateEntry.objects.count()) == (lines, 0)


def test_only_the_hash_of_a_link_is_kept(cast: Cast, found: Round) -> None:
    from django.core import serializers

    from suunta.store.tables import rows_of, tables

    token = token_for(found, cast.aino)
    kept = "".join(str(row) for model in tables().values() for row in rows_of(model))
    assert token not in kept
    assert token not in serializers.serialize("json", MailLink.objects.all())


@pytest.mark.parametrize("change", ["x", "", "A" * 43, "\ud800", "%00", "x" * 5000])
def test_a_tampered_link_opens_nothing(cast: Cast, found: Round, change: str) -> None:
    token = token_for(found, cast.aino)
    for tampered in (change, token + change if change else token[:-1]):
        with pytest.raises(LinkRefusedError, match="unknown"):
            open_link(tampered, TODAY)


def test_a_link_ends_and_can_be_taken_back(cast: Cast, found: Round) -> None:
    token = token_for(found, cast.aino)
    with pytest.raises(LinkRefusedError, match="expired"):
        open_link(token, date(2035, 1, 1))
    link = open_link(token, TODAY)
    not_mine(link)
    with pytest.raises(LinkRefusedError, match="revoked"):
        open_link(token, TODAY)


def test_a_frozen_round_says_so_to_its_links(cast: Cast, found: Round) -> None:
    token = token_for(found, cast.aino)
    close_round("mallila", ON, by=BY)
    assert open_link(token, TODAY).late
    freeze_round("mallila", ON, by=BY, today=CLOSES)
    with pytest.raises(LinkRefusedError, match="frozen"):
        open_link(token, TODAY)
