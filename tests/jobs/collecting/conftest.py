"""Mallila with a source on this machine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any

import pytest

from sources.network.conftest import player
from sources.network.player import Player, Said
from suunta.core.texts import Text
from suunta.jobs.collecting import asking
from suunta.jobs.collecting.collect import Collected, collect_feed
from suunta.jobs.collecting.rules import Rule, rule_json
from suunta.sources.pace import Pace
from suunta.store.actions.feeds import NewFeed, save_feeds
from suunta.store.models import Municipality, SourceFeed
from towns import satisfaction

__all__ = ["player"]
NOW = datetime(2026, 3, 15, 9, tzinfo=UTC)
COLUMNS = {"period": "year", "value": "share", "area": "area", "groups": {"sex": "sex"}}
Declare = Callable[..., SourceFeed]


@pytest.fixture
def source(town: Municipality, player: Player, settings: Any, monkeypatch: Any) -> Player:
    """A source that may be asked, and whose indicator is there."""
    settings.SUUNTA_SOURCES_ALLOW_PRIVATE = [ip_network("127.0.0.1/32")]
    monkeypatch.setattr(asking, "PACE", Pace(calls=10_000))
    satisfaction(town)
    says(player, "2023;80;;", "2024;82;;", "2025;81;;")
    return player


@pytest.fixture
def declare(source: Player, town: Municipality) -> Declare:
    """Declare a feed of satisfaction by CSV."""

    def make(key: str = "survey", **changes: Any) -> SourceFeed:
        rule = changes.pop("rule", Rule("satisfied"))
        request = {"url": f"{source.address}/a.csv", "columns": COLUMNS}
        said = {"name": Text({"fi": "Kysely"}), "kind": "csv", "request": request,
                "figures": [rule_json(rule)], "every": "month", "source_title": "Kysely",
                "source_url": "https://e.org/k", "licence": "CC BY 4.0"}  # fmt: skip
        save_feeds(
            by="test", municipality=town, feeds=[NewFeed(key=key, **{**said, **changes})], now=NOW
        )
        return SourceFeed.objects.select_related("municipality__area").get(key=key)

    return make


def says(player: Player, *rows: str, header: str = "year;share;area;sex") -> None:
    """Let the source answer these rows."""
    player.plays["/a.csv"] = Said("\n".join([header, *rows]) + "\n")


def collected(feed: SourceFeed, now: datetime = NOW) -> Collected:
    """Ask a feed."""
    feed.refresh_from_db()
    return collect_feed(feed, by="test", now=now)
