"""The sources of Exempelby, played on this machine: the second town of the demo runs by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from ipaddress import ip_network
from typing import Any

import pytest

from sources.network.player import Heard, Player, Said
from suunta.core.definitions import folder
from suunta.jobs.collecting import asking, feeds
from suunta.jobs.collecting.collect import collect_feed
from suunta.jobs.load_example import load_example
from suunta.sources.pace import Pace
from suunta.store.models import Observation, SourceFeed

NOW = datetime(2027, 2, 3, 9, tzinfo=UTC)
MONTHS = "".join(f"2026-{month:02};3 {700 + month}\n" for month in range(1, 13))
TABLE = {
    "variables": [
        {"code": "alue_23_20270101", "text": "Alue", "values": ["X00", "X01"]},
        {"code": "tiedot", "text": "Tiedot", "values": ["valmistuneet", "aloitetut"]},
        {"code": "timeperiod_y", "text": "Vuosi", "values": ["2025", "2026"], "time": True},
    ]
}
CUBE = {
    "class": "dataset",
    "id": ["alue_23_20270101", "tiedot", "timeperiod_y"],
    "size": [1, 1, 2],
    "role": {"time": ["timeperiod_y"], "metric": ["tiedot"]},
    "dimension": {
        "alue_23_20270101": {"category": {"index": ["X00"]}},
        "tiedot": {"category": {"index": ["valmistuneet"]}},
        "timeperiod_y": {"category": {"index": ["2025", "2026"]}},
    },
    "value": [112, 93],
}


def traffic(heard: Heard) -> Said:
    """A hundred cyclists at each counter and day."""
    days = [date(2026, 1, 1) + timedelta(days=shift) for shift in range(365)]
    data = [{"timestamp": f"{day}T00:00:00+02:00", "counts": 100} for day in days]
    return Said([{"travelMode": "bike", "direction": "in", "data": data}])


@pytest.fixture
def exempelby(
    db: None, player: Player, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Player]:
    """The town, its addresses set to a player."""
    settings.SUUNTA_SOURCES_ALLOW_PRIVATE = [ip_network("127.0.0.1/32")]
    monkeypatch.setattr(asking, "PACE", Pace(calls=10_000))
    monkeypatch.setenv("SUUNTA_SOURCE_EXEMPELBY", player.address)
    monkeypatch.setenv("SUUNTA_SOURCE_EXEMPELBY_KEY", "key")
    load_example(folder("examples") / "exempelby")
    player.plays = {
        "/kirjasto/kavijat.csv": Said(f"Kuukausi;Kävijät\n{MONTHS}"),
        "/pyorat/history/traffic/raw": traffic,
        "/tilastot/asunnot.px": lambda heard: Said(TABLE if heard.method == "GET" else CUBE),
    }
    return player


def test_every_source_of_exempelby_brings_its_figures(exempelby: Player) -> None:
    for feed in SourceFeed.objects.select_related("municipality__area").order_by("key"):
        found = collect_feed(feed, by="test", now=NOW)
        assert (found.outcome, found.problems) == ("arrived", ()), found.words
    arrived = Observation.objects.filter(arrival__isnull=False).order_by("indicator__key", "period")
    # python3 -c "print(3*365*100, sum(3700+m for m in range(1,13)))"
    assert list(arrived.values_list("indicator__key", "period", "value")) == [
        ("cyclists", "2026", 109500.0),
        ("dwellings_completed", "2025", 112.0),
        ("dwellings_completed", "2026", 93.0),
        ("library_visitors", "2026", 44478.0),
    ]


def test_without_addresses_nothing_is_asked(
    exempelby: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SUUNTA_SOURCE_EXEMPELBY")
    assert {each.state for each in feeds("exempelby", NOW)} == {"unset"}
    for feed in SourceFeed.objects.all():
        assert collect_feed(feed, by="test", now=NOW).outcome == "unset"
    assert exempelby.heard == []
