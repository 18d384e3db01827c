"""Sources on the desk: everybody with a role sees them, two roles decide, raw answers stay in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from suunta.core.texts import Text
from suunta.jobs.collecting import listing
from suunta.jobs.collecting.rules import Rule, rule_json
from suunta.store.actions.answers import keep_answer
from suunta.store.actions.feeds import (
    After,
    NewFeed,
    NewFetch,
    record_arrival,
    record_failure,
    record_question,
    save_feeds,
)
from suunta.store.actions.observations import NewObservation
from suunta.store.models import Indicator, Municipality, Observation, SourceFeed, User
from towns import satisfaction

NOW = datetime(2026, 3, 15, 9, tzinfo=UTC)
RAW = b"year;share\n2025;81\n"
LIST, ONE = "/desk/mallila/{}/sources/", "/desk/mallila/{}/sources/survey/"
QUESTION = {
    "renamed": [],
    "doubts": [
        {"code": "jump", "indicator": "satisfied", "area": "", "breakdown": "", "period": "2025",
         "value": 8.1, "before": 82.0, "usual": 1.0},
    ],
    "figures_hash": "f" * 64,
    "definition": {},
}  # fmt: skip


@pytest.fixture
def feed(town: Municipality, people: dict[str, User]) -> SourceFeed:
    """A survey that feeds satisfaction and was asked once."""
    satisfaction(town)
    new = NewFeed(
        key="survey",
        name=Text({"fi": "Kysely", "sv": "Enkät", "en": "Survey"}),
        kind="csv",
        request={"url": "https://e.org/a.csv"},
        figures=[rule_json(Rule("satisfied"))],
        every="month",
        source_title="Kysely",
        licence="CC BY 4.0, THL",
        public=True,
    )
    save_feeds(by="test", municipality=town, feeds=[new], now=NOW)
    return SourceFeed.objects.get()


class Clock(datetime):
    """The day after."""

    @classmethod
    def now(cls, tz: Any = None) -> datetime:
        return NOW + timedelta(days=1)


def arrive(feed: SourceFeed) -> str:
    """Let a figure come; the hash of the raw answer."""
    digest = keep_answer(RAW)
    answer = {"address": "https://e.org/a.csv", "status": 200, "size": len(RAW), "hash": digest}
    fetch = NewFetch(NOW, 0.1, "https://e.org/a.csv", 200, len(RAW), digest, [answer], 1)
    figure = NewObservation(
        "satisfied", "2025", 81.0, "%", NOW.date(), "Kysely", "", fetched_at=NOW
    )  # fmt: skip
    record_arrival(
        by="test",
        feed=feed,
        fetch=fetch,
        indicators={"satisfied": Indicator.objects.get(key="satisfied")},
        figures=[figure],
        after=After(NOW, NOW),
    )
    return digest


def signed_in(client: Client, user: User) -> Client:
    """Somebody at the desk."""
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize(
    ("lang", "words"),
    [("fi", "Ajan tasalla"), ("sv", "Aktuell"), ("en", "Up to date")],
)
def test_the_list_tells_state_and_age_in_the_readers_language(
    client: Client,
    people: dict[str, Any],
    feed: SourceFeed,
    lang: str,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(listing, "datetime", Clock)
    arrive(feed)
    page = signed_in(client, people["reader"]).get(LIST.format(lang)).content.decode()
    assert words in page
    assert ("15 Mar 2026" if lang == "en" else "15.3.2026") in page.replace("\xa0", " ")


def test_a_failure_is_told_in_words_and_when_it_is_tried_again(
    client: Client, people: dict[str, Any], feed: SourceFeed
) -> None:
    fetch = NewFetch(NOW, 0.1, error="https://e.org/a.csv: answered 503.")
    record_failure(by="test", feed=feed, fetch=fetch, next_due=NOW)
    page = signed_in(client, people["reader"]).get(ONE.format("sv")).content.decode()
    assert "Den tillfrågas på nytt automatiskt" in page
    assert "answered 503" in page
    assert "Nästa gång: 15.3.2026 11:00." in page


def test_a_question_shows_old_and_new_and_those_who_decide_take_it(
    client: Client, people: dict[str, Any], feed: SourceFeed
) -> None:
    record_question(by="test", feed=feed, fetch=NewFetch(NOW, 0.1), question=QUESTION)
    desk = signed_in(client, people["strategy_manager"])
    page = desk.get(ONE.format("fi")).content.decode()
    assert "Tyytyväiset" in page
    assert "8,1" in page
    assert desk.post(ONE.format("fi") + "accept/").status_code == 302
    feed.refresh_from_db()
    assert (feed.state, feed.accepted) == ("active", "f" * 64)


@pytest.mark.parametrize("act", ["accept", "pause", "now"])
def test_others_see_and_do_not_decide(
    client: Client, people: dict[str, Any], feed: SourceFeed, act: str
) -> None:
    desk = signed_in(client, people["councillor"])
    assert "csrfmiddlewaretoken" not in desk.get(ONE.format("fi")).content.decode()
    assert desk.post(ONE.format("fi") + f"{act}/").status_code == 403


def test_a_source_is_paused_and_goes_on_and_is_asked_soon(
    client: Client, people: dict[str, Any], feed: SourceFeed
) -> None:
    desk = signed_in(client, people["administrator"])
    states = []
    for act in ("pause", "pause", "now"):
        desk.post(ONE.format("fi") + f"{act}/")
        feed.refresh_from_db()
        states.append(feed.state)
    assert states == ["paused", "active", "active"]
    assert feed.next_due <= datetime.now(UTC)


def test_the_raw_answer_is_a_file_for_signed_in_people(
    client: Client, people: dict[str, Any], feed: SourceFeed
) -> None:
    digest = arrive(feed)
    address = LIST.format("fi") + f"answers/{digest}"
    assert client.get(address).status_code == 302
    answer = signed_in(client, people["reader"]).get(address)
    assert (answer.content, answer["Content-Type"]) == (RAW, "application/octet-stream")
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_raw_answer_of_another_town_is_not_there(
    client: Client, people: dict[str, Any], feed: SourceFeed
) -> None:
    digest = keep_answer(b"of another town")
    desk = signed_in(client, people["reader"])
    for asked in (digest, "0" * 64, "..%2fsecret-key"):
        assert desk.get(LIST.format("fi") + f"answers/{asked}").status_code == 404


def test_the_public_gets_no_raw_answer_that_may_count_people(
    client: Client, feed: SourceFeed
) -> None:
    address = f"/mallila/fi/sources/answers/{arrive(feed)}"
    assert client.get(address).status_code == 404
    Indicator.objects.filter(key="satisfied").update(people=False)
    assert client.get(address).content == RAW
    SourceFeed.objects.update(public=False)
    assert client.get(address).status_code == 404


def test_a_town_without_sources_says_how_to_add_one(
    client: Client, town: Municipality, people: dict[str, Any]
) -> None:
    page = signed_in(client, people["reader"]).get(LIST.format("en")).content.decode()
    assert "No source is set up" in page
    assert not Observation.objects.exists()
