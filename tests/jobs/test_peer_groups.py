"""Peers: which areas a rank is judged among, what a comparison shows, what a file may not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from suunta.core.scorecard import MunicipalityView
from suunta.core.texts import Text
from suunta.jobs.compare import comparisons
from suunta.jobs.example.fields import Faults
from suunta.jobs.example.peer_groups import read_peer_groups
from suunta.jobs.scorecard import build
from suunta.jobs.scorecard.figures import series_of
from suunta.store.actions.indicators import NewLink, save_links
from suunta.store.actions.municipalities import save_areas
from suunta.store.actions.observations import NewObservation
from suunta.store.actions.peers import NewPeerGroup, save_peer_groups
from suunta.store.models import LogEntry, Municipality, Observation, PeerGroup
from suunta.store.queries.protection import protected
from suunta.store.queries.rows import OBSERVATION_COLUMNS
from suunta.store.queries.texts import text_columns
from towns import BY, import_mallila, observe, observed, promise, satisfaction

DAY = date(2022, 3, 1)
GROUP = NewPeerGroup(
    "near",
    Text({"fi": "Naapurit", "sv": "Grannar", "en": "Neighbours"}),
    "region",
    Text({"fi": "Sama seutu", "sv": "Samma region", "en": "The same region"}),
    ("B", "A", "D"),
)


def neighbours(town: Municipality, *figures: NewObservation) -> None:
    save_areas(by=BY, areas={code: Text({"fi": f"Kunta {code}"}) for code in "ABCD"})
    observe(town, observed("2021", 75.0, DAY), *figures)


def of_area(code: str, value: float, period: str = "2021", day: date = DAY) -> NewObservation:
    return replace(observed(period, value, day), area=code)


def test_a_rank_is_judged_among_the_areas_of_its_group(town: Municipality) -> None:
    neighbours(town, of_area("A", 70.0), of_area("B", 80.0), of_area("C", 90.0))
    rows = Observation.objects.order_by("known_on", "pk")
    (series,) = series_of(
        protected(rows.values(*OBSERVATION_COLUMNS, *text_columns("note")))
    ).values()
    assert [peer.area for peer in series.peers_of_newest()] == ["A", "B", "C"]
    assert [peer.area for peer in series.peers_of_newest(["A", "B", "D"])] == ["A", "B"]


def compared(town: Municipality, as_of: date = date(2022, 12, 31)):
    save_peer_groups(by=BY, municipality=town, groups=[GROUP])
    import_mallila()
    link = NewLink(promise("1.1-M1.1"), "satisfied", Text({"fi": "Sama"}))
    save_links(by=BY, municipality=town, indicators=satisfaction(town), links=[link])
    card = build("mallila", as_of)
    view: MunicipalityView = card.municipality
    parts = [part for measure in card.measures for part in measure.parts]
    return comparisons(view, parts, as_of)


def test_the_newest_value_of_each_area_counts_with_its_own_period(town: Municipality) -> None:
    neighbours(
        town, of_area("A", 70.0, "2020"), of_area("B", 80.0, "2020"), of_area("B", 82.0, "2021")
    )
    (only,) = compared(town)["1.1-M1.1"]
    assert [(each.area, each.period, each.value) for each in only.values] == [
        ("", "2021", 75.0),
        ("B", "2021", 82.0),
        ("A", "2020", 70.0),
        ("D", None, None),
    ]


def test_nothing_is_compared_before_a_neighbour_is_known(town: Municipality) -> None:
    neighbours(town, of_area("A", 70.0, day=date(2023, 1, 1)))
    assert compared(town) == {}


def test_the_same_groups_again_change_nothing(town: Municipality) -> None:
    save_peer_groups(by=BY, municipality=town, groups=[GROUP])
    lines = LogEntry.objects.count()
    save_peer_groups(by=BY, municipality=town, groups=[GROUP])
    assert (PeerGroup.objects.count(), LogEntry.objects.count()) == (1, lines)


def test_a_group_without_a_reason_or_with_unknown_towns_is_refused(tmp_path: Path) -> None:
    (tmp_path / "peers.yaml").write_text(
        "near: {name: {fi: a, sv: a, en: a}, basis: taste, areas: [A, X, A]}\n", encoding="utf-8"
    )
    faults = Faults()
    read_peer_groups(tmp_path, {"A"}, faults)
    assert [fault.place for fault in faults.found] == [
        "peers.yaml, near, areas",
        "peers.yaml, near, areas",
        "peers.yaml, near, reason",
        "peers.yaml, near, basis",
    ]
