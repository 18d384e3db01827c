"""What holds for every source over the network, whatever goes wrong."""

from __future__ import annotations

import pytest

from sources.network.player import Player
from sources.network.plays import SOURCES, ask
from suunta.core.errors import InputError, OutsideError
from suunta.sources import Parsed
from suunta.sources.asked import Asked
from suunta.sources.clients import CLIENTS
from suunta.sources.fetching import parsed
from suunta.sources.http import Web

NAMES = sorted(SOURCES)
MAY_PASS = ("silence", "half an answer", "503")
WILL_NOT = ("an endless body", "a redirect to a private address", "a web page", "nothing")


def collected(web: Web, player: Player, name: str) -> Parsed:
    """What a client brings and its parser reads."""
    client, asked = CLIENTS[name.split()[0]], Asked(ask(player, name))
    return parsed(client, client.fetch(web, asked), asked)


def test_every_kind_is_played() -> None:
    assert {name.split()[0] for name in SOURCES} == set(CLIENTS)


@pytest.mark.parametrize("name", NAMES)
def test_a_declared_request_brings_figures(web: Web, player: Player, name: str) -> None:
    found = collected(web, player, name)
    assert (len(found.observations), found.problems) == (SOURCES[name].figures, ())


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_that_is_not_there_is_never_zero(web: Web, player: Player, name: str) -> None:
    found = collected(web, player, name).observations
    assert all((each.value is None) == (each.status != "ok") for each in found)
    assert 0 not in [each.value for each in found]


@pytest.mark.parametrize("trouble", MAY_PASS)
@pytest.mark.parametrize("name", NAMES)
def test_what_may_pass_is_tried_again_and_then_told(
    web: Web, player: Player, name: str, trouble: str
) -> None:
    player.trouble = trouble
    with pytest.raises(OutsideError) as failed:
        collected(web, player, name)
    assert failed.value.fault.what
    assert failed.value.fault.remedy
    assert len(player.heard) == 3


@pytest.mark.parametrize("trouble", WILL_NOT)
@pytest.mark.parametrize("name", NAMES)
def test_what_will_not_pass_is_told_at_once(
    web: Web, player: Player, name: str, trouble: str
) -> None:
    player.trouble = trouble
    with pytest.raises(InputError) as refused:
        collected(web, player, name)
    assert all(fault.what and fault.remedy for fault in refused.value.faults)


@pytest.mark.parametrize("name", NAMES)
def test_an_error_inside_a_good_answer_is_no_figure(web: Web, player: Player, name: str) -> None:
    player.trouble = "an error inside"
    with pytest.raises(InputError):
        collected(web, player, name)


@pytest.mark.parametrize("name", NAMES)
def test_every_question_names_who_asks(web: Web, player: Player, name: str) -> None:
    player.trouble = "403 without a user agent"
    assert len(collected(web, player, name).observations) == SOURCES[name].figures


@pytest.mark.parametrize("name", NAMES)
def test_no_secret_stands_in_an_address(web: Web, player: Player, name: str) -> None:
    collected(web, player, name)
    said = [value for heard in player.heard for values in heard.query.values() for value in values]
    assert not [value for value in said if "secret" in value]


@pytest.mark.parametrize("name", NAMES)
def test_a_request_that_says_too_little_is_refused_before_anything_is_asked(
    web: Web, player: Player, name: str
) -> None:
    with pytest.raises(InputError):
        CLIENTS[name.split()[0]].fetch(web, Asked({"base": player.address}))
    assert len(player.heard) <= 1
