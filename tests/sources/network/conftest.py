"""Sockets to this machine, and pauses of no length."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network

import pytest
import pytest_socket
import stamina

from sources.network.player import Player, playing
from suunta.sources.http import Rules, Web
from suunta.sources.pace import Pace

LOOPBACK = (ip_network("127.0.0.1/32"),)
RULES = Rules(LOOPBACK, timeout_s=0.12, total_s=5.0, largest_bytes=2_000_000, attempts=3)


@pytest.fixture
def player() -> Iterator[Player]:
    """A source on this machine."""
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1", "127.0.0.2"], allow_unix_socket=True)
    with stamina.set_testing(True, attempts=3), playing() as server:
        yield server


@pytest.fixture
def web(player: Player) -> Web:
    """The network, where this one machine may be asked."""
    return Web(RULES, pace=Pace(calls=10_000))
