"""Reminding those who have not told yet; then their deputies and the head of their sector."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from suunta.core.workdays import is_working_day, working_days_until
from suunta.jobs.rounds.running import town_today
from suunta.store.actions.find import find_municipality
from suunta.store.actions.log import Actor
from suunta.store.actions.mail import queue_letters
from suunta.store.actions.rounds import find_round
from suunta.store.models import OutgoingMail, Round
from suunta.store.queries.rounds import PostView, people_of, posts_of, tasks_of

# Working days before the closing day on which the worker reminds, and from when on others hear.
REMINDED_AT = (5, 2, 0, -3)
ESCALATED_FROM = 1


@dataclass(frozen=True)
class Reminded:
    """How many letters wait now: to those who were asked, and to deputies and heads."""

    reminders: int = 0
    escalations: int = 0


@transaction.atomic
def remind(slug: str, on: date, *, by: Actor, today: date | None = None) -> Reminded:
    """Write to everybody who has not told yet, once a day. Raises: InputError."""
    found = find_round(find_municipality(slug), on, lock=True)
    return remind_round(found, by=by, today=today or town_today())


def remind_due(today: date | None = None) -> int:
    """Remind in every open round whose turn it is today; how many letters. For the worker."""
    day = today or town_today()
    if not is_working_day(day):
        return 0
    letters = 0
    for each in Round.objects.filter(state="open").select_related("municipality"):
        if working_days_until(day, each.closes) in REMINDED_AT and each.opens < day:
            with transaction.atomic():
                done = remind_round(each, by="worker", today=day)
            letters += done.reminders + done.escalations
    return letters


def remind_round(found: Round, *, by: Actor, today: date) -> Reminded:
    """Queue the letters of a round."""
    if found.state == "frozen":
        return Reminded()
    posts = posts_of(found.municipality_id)
    waiting = {row["post_id"] for row in tasks_of(found.pk) if row["state"] == "waiting"}
    told = written_today(found)
    asked = people_of(posts, waiting)
    reminders = [(who, mine) for who, mine in asked.items() if ("reminder", who) not in told]
    others: dict[int, list[int]] = {}
    if working_days_until(today, found.closes) <= ESCALATED_FROM:
        others = others_of(posts, waiting)
    escalations = [
        (who, theirs) for who, theirs in others.items() if ("escalation", who) not in told
    ]
    return Reminded(
        queue_letters(by=by, round_=found, kind="reminder", people=reminders),
        queue_letters(by=by, round_=found, kind="escalation", people=escalations),
    )


def others_of(posts: dict[int, PostView], waiting: set[int]) -> dict[int, list[int]]:
    """Deputies of the posts and heads of their sectors, who are not asked themselves."""
    found: dict[int, list[int]] = {}
    for post in sorted(waiting):
        mine = posts[post]
        heads = [
            each.holder
            for each in posts.values()
            if each.heads_sector and each.sector and each.sector == mine.sector
        ]
        for person in {mine.deputy, *heads} - {None, mine.holder or mine.deputy}:
            if person is not None:
                found.setdefault(person, []).append(post)
    return found


def written_today(found: Round) -> set[tuple[str, int]]:
    """Kind and person of the letters that were queued within the last day."""
    since = timezone.now() - timedelta(hours=20)
    rows = OutgoingMail.objects.filter(round=found, queued_at__gte=since)
    return set(rows.values_list("kind", "person_id"))
