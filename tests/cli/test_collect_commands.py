"""Sources from the command line: loaded, asked, told of; figures from scripts."""

from __future__ import annotations

import json
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

from sources.network.conftest import player
from sources.network.player import Player, Said
from suunta.cli import run
from suunta.jobs.collecting import asking
from suunta.sources.pace import Pace
from suunta.store.models import Fetch, Municipality, Observation, SourceFeed
from towns import satisfaction

__all__ = ["player"]
FILE = """
survey:
  name: {{fi: Kysely, sv: Enkät, en: Survey}}
  kind: csv
  request: {{url: "{url}/a.csv", columns: {{period: year, value: share}}}}
  figures: [{{indicator: satisfied}}]
  every: month
  source_title: Kysely
"""


@pytest.fixture
def file(
    town: Municipality, player: Player, settings: Any, tmp_path: Path, monkeypatch: Any
) -> Path:
    """A sources.yaml of Mallila, its source on this machine."""
    settings.SUUNTA_SOURCES_ALLOW_PRIVATE = [ip_network("127.0.0.1/32")]
    monkeypatch.setattr(asking, "PACE", Pace(calls=10_000))
    satisfaction(town)
    player.plays["/a.csv"] = Said("year;share\n2024;80\n2025;81\n")
    path = tmp_path / "sources.yaml"
    path.write_text(FILE.format(url=player.address), encoding="utf-8")
    return path


def test_a_source_is_loaded_once_and_asked(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for printed in ("loaded survey", "nothing changed"):
        assert run(["sources", "load", str(file)]) == 0
        assert capsys.readouterr().out.strip() == printed
    assert run(["collect"]) == 0
    assert "arrived    mallila survey: 2 new of 2 figures" in capsys.readouterr().out
    assert run(["collect"]) == 0
    assert "nothing is due" in capsys.readouterr().out
    assert run(["sources", "feeds", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["source"], told["state"], told["indicators"]) == ("survey", "fresh", ["satisfied"])


def test_a_source_that_fails_is_told_and_the_exit_code_says_so(
    file: Path, player: Player, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["sources", "load", str(file)])
    player.plays["/a.csv"] = Said("gone", 404)
    assert run(["collect", "survey", "--json"]) == 3
    printed = capsys.readouterr()
    (told,) = json.loads(printed.out.split("loaded survey\n")[1])["sources"]
    assert (told["outcome"], told["added"]) == ("failed", 0)
    assert "1 of 1 sources failed: mallila survey" in printed.err


def test_what_a_source_asks_about_is_accepted(
    file: Path, player: Player, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["sources", "load", str(file)])
    player.plays["/a.csv"] = Said("year;share\n2025;181\n")
    assert run(["collect"]) == 0
    assert "nothing was taken: suunta sources accept survey" in capsys.readouterr().out
    assert run(["sources", "accept", "survey"]) == 0
    assert run(["collect", "survey"]) == 0
    assert Observation.objects.get().value == 181.0
    assert run(["sources", "accept", "survey"]) == 1


def test_every_fault_of_a_file_is_told_and_nothing_is_loaded(
    town: Municipality, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "survey:\n  name: {fi: Kysely}\n  kind: gopher\n  every: hour\n  colour: red\n"
        "  request: {url: '${DATABASE_URL}'}\n  figures: [{indicator: joy, total: week}]\n",
        encoding="utf-8",
    )
    assert run(["sources", "load", str(path)]) == 1
    printed = capsys.readouterr().err
    for place in ("name", "kind", "every", "source_title", "request", "indicator", "total"):
        assert f", {place}: " in printed, place
    assert not SourceFeed.objects.exists()


def test_a_source_is_tested_without_storing_anything(
    file: Path, player: Player, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sources", "test", "csv", "--set", f"url={player.address}/a.csv", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["observations"]) == 2
    assert not Fetch.objects.exists()


def test_figures_are_found_by_their_titles(
    file: Path, player: Player, capsys: pytest.CaptureFixture[str]
) -> None:
    player.plays["/indicators"] = Said([{"id": 127, "title": {"fi": "Väestö", "sv": "Folkmängd"}}])
    assert run(["sources", "find", "sotkanet", "folkmängd", "--set", f"base={player.address}"]) == 0
    assert capsys.readouterr().out == "127\tVäestö\n"


def test_a_script_tells_a_figure_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["observe", "--indicator", "satisfied", "--period", "2025", "--source-title", "Kysely"]
    for value, said in (
        ("81,5", "added"),
        ("81,5", "known"),
        ("82", "revised"),
        ("missing", "revised"),
    ):
        assert run([*told, "--value", value]) == 0
        assert capsys.readouterr().out.startswith(said), value
    assert run([*told, "--value", "many"]) == 1
    assert "--value" in capsys.readouterr().err
