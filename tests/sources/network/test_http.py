"""How anything is asked: whom, how often, how much, and what is never asked."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sources.network.conftest import LOOPBACK, RULES
from sources.network.player import Heard, Player, Said, playing
from suunta.core.errors import InputError, OutsideError
from suunta.sources import http
from suunta.sources.http import AgainError, Request, Rules, Web, pause
from suunta.sources.pace import Pace

CERTIFICATE = Path(__file__).parents[2] / "data/self-signed.pem"


def named(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name lead to these addresses, one more at each question."""
    rest = list(addresses)
    real = socket.getaddrinfo

    def found(host: str, port: int, *args: Any, **kwargs: Any) -> list[Any]:
        if not host.endswith(".example"):
            return real(host, port, *args, **kwargs)
        address = rest.pop(0) if len(rest) > 1 else rest[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(http.socket, "getaddrinfo", found)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.8", "172.16.5.5", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1"),
        *("64:ff9b::7f00:1", "2002:7f00:1::1"),
    ],
)
def test_no_private_address_is_asked(
    player: Player, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    named(monkeypatch, address)
    with pytest.raises(InputError, match="no address of the open internet"):
        Web(Rules()).fetch(Request(f"https://source.example:{player.server_address[1]}/"))
    assert player.heard == []


def test_a_name_that_leads_to_a_private_address_beside_a_public_one_is_refused(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(http.socket, "getaddrinfo", lambda *args, **kwargs: both)
    with pytest.raises(InputError, match=r"10\.0\.0\.1"):
        Web(Rules()).fetch(Request("https://source.example/"))


def test_the_checked_address_is_the_one_that_is_asked(
    web: Web, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that leads elsewhere a moment later (DNS rebinding) changes nothing."""
    player.plays = {"/": Said("here")}
    named(monkeypatch, "127.0.0.1", "127.0.0.2")
    port = player.server_address[1]
    assert web.fetch(Request(f"http://source.example:{port}/")).data == b"here"
    assert player.heard[0].headers["host"] == f"source.example:{port}"


@pytest.mark.parametrize(
    "address",
    ["ftp://127.0.0.1/", "file:///etc/passwd", "http://", "https://a:b@127.0.0.1/", "gopher://x"],
)
def test_other_addresses_than_those_of_the_web_are_refused(web: Web, address: str) -> None:
    with pytest.raises(InputError):
        web.fetch(Request(address))


def test_what_is_not_encrypted_is_asked_of_allowed_networks_alone(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, "93.184.216.34")
    with pytest.raises(InputError, match="not encrypted"):
        Web(Rules(LOOPBACK)).fetch(Request("http://source.example/"))


def test_a_redirect_is_followed_and_loses_its_secrets_at_another_host(
    web: Web, player: Player
) -> None:
    with playing() as other:
        other.plays = {"/there": Said("found")}
        player.plays = {"/": Said(b"", 302, {"Location": f"{other.address}/there"})}
        answer = web.fetch(Request(f"{player.address}/", headers={"X-API-KEY": "secret"}))
        assert (answer.data, answer.address) == (b"found", f"{player.address}/")
        assert "x-api-key" not in other.heard[0].headers
    assert player.heard[0].headers["x-api-key"] == "secret"


def test_a_redirect_keeps_its_secrets_at_the_same_host(web: Web, player: Player) -> None:
    player.plays = {"/": Said(b"", 301, {"Location": "/there"}), "/there": Said("found")}
    web.fetch(Request(f"{player.address}/", headers={"X-API-KEY": "secret"}))
    assert player.heard[1].headers["x-api-key"] == "secret"


def test_a_body_is_never_sent_on_to_another_host(web: Web, player: Player) -> None:
    with playing() as other:
        player.plays = {"/": Said(b"", 307, {"Location": f"{other.address}/"})}
        with pytest.raises(InputError, match="another host"):
            web.fetch(Request(f"{player.address}/", method="POST", form={"token": "secret"}))
        assert other.heard == []


def test_redirects_in_a_circle_end(web: Web, player: Player) -> None:
    player.plays = {"/": Said(b"", 302, {"Location": "/"})}
    with pytest.raises(InputError, match="without end"):
        web.fetch(Request(f"{player.address}/"))


def failing(times: int, status: int, headers: dict[str, str]) -> Any:
    """Answers that fail so many times, then succeed."""
    left = [times]

    def play(heard: Heard) -> Said:
        left[0] -= 1
        return Said("later", status, headers) if left[0] >= 0 else Said("now")

    return play


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_fails_in_passing_is_tried_again(web: Web, player: Player, status: int) -> None:
    player.plays = {"/": failing(2, status, {})}
    assert web.fetch(Request(f"{player.address}/")).data == b"now"
    assert len(player.heard) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_what_was_asked_wrongly_is_not_tried_again(web: Web, player: Player, status: int) -> None:
    player.plays = {"/": Said("Bad Request", status)}
    with pytest.raises(InputError, match=rf"answered {status}.*Bad Request"):
        web.fetch(Request(f"{player.address}/"))
    assert len(player.heard) == 1


def test_a_source_that_says_when_to_come_back_is_heeded(web: Web, player: Player) -> None:
    player.plays = {"/": Said("slow down", 429, {"Retry-After": "7"})}
    with pytest.raises(AgainError) as failed:
        web.fetch(Request(f"{player.address}/"))
    assert (failed.value.wait_s, pause(failed.value)) == (7.0, 7.0)


def test_a_pause_that_a_source_asks_for_has_an_end() -> None:
    assert http.seconds_until("86400") == 120.0
    assert http.seconds_until("Wed, 21 Oct 2015 07:28:00 GMT") == 0.0
    assert http.seconds_until("soon") is None


def test_no_more_is_asked_in_a_minute_than_a_source_bears() -> None:
    now, waited = [0.0], []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        now[0] += seconds

    pace = Pace(2, 60.0, wait, lambda: now[0])
    for _ in range(3):
        pace.take("source.example")
    pace.take("other.example")
    assert waited == [60.0]


def test_a_source_that_has_no_questions_left_is_waited_for() -> None:
    waited: list[float] = []
    Pace(wait=waited.append).heed({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "12"})
    assert waited == [12.0]


def test_an_unchanged_answer_is_not_sent_again(player: Player) -> None:
    def play(heard: Heard) -> Said:
        same = heard.headers.get("if-none-match") == '"a"'
        return Said(b"", 304) if same else Said("figures", headers={"ETag": '"a"'})

    player.plays = {"/": play}
    address = f"{player.address}/"
    first = Web(RULES).fetch(Request(address))
    again = Web(RULES, {address: first.validators}, {address: first.data}.get)
    answer = again.fetch(Request(address))
    assert (answer.status, answer.unchanged, answer.data) == (304, True, b"figures")


def test_an_answer_whose_last_one_is_lost_is_asked_for_whole(player: Player) -> None:
    player.plays = {"/": Said("figures")}
    address = f"{player.address}/"
    Web(RULES, {address: {"If-None-Match": '"a"'}}).fetch(Request(address))
    assert "if-none-match" not in player.heard[0].headers


def test_a_small_answer_that_unpacks_to_a_huge_one_is_cut(web: Web, player: Player) -> None:
    packed = gzip.compress(b"0" * 3_000_000)
    player.plays = {"/": Said(packed, headers={"Content-Encoding": "gzip"})}
    assert len(packed) < 5_000
    with pytest.raises(InputError, match="more than 2 MB"):
        web.fetch(Request(f"{player.address}/"))


@pytest.fixture
def _own_certificates(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The installation trusts the player's certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    http.certificates.cache_clear()
    yield
    http.certificates.cache_clear()


def test_a_certificate_that_nobody_vouches_for_is_refused(web: Web, player: Player) -> None:
    http.certificates.cache_clear()
    with playing(CERTIFICATE) as secure:
        with pytest.raises(OutsideError, match="certificate that cannot be trusted"):
            web.fetch(Request(f"{secure.address}/"))
        assert secure.heard == []


@pytest.mark.usefixtures("_own_certificates")
def test_the_certificate_must_bear_the_name_though_the_address_is_pinned(
    web: Web, player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, "127.0.0.1")
    with playing(CERTIFICATE) as secure:
        secure.plays = {"/": Said("safe")}
        port = secure.server_address[1]
        assert web.fetch(Request(f"https://source.example:{port}/")).data == b"safe"
        with pytest.raises(OutsideError, match="certificate that cannot be trusted"):
            web.fetch(Request(f"https://other.example:{port}/"))


@pytest.mark.usefixtures("_own_certificates")
def test_a_redirect_out_of_encryption_is_refused(web: Web, player: Player) -> None:
    with playing(CERTIFICATE) as secure:
        secure.plays = {"/": Said(b"", 302, {"Location": f"{player.address}/"})}
        with pytest.raises(InputError, match="not encrypted"):
            web.fetch(Request(f"{secure.address}/"))


def test_an_answer_that_trickles_for_ever_is_given_up(player: Player) -> None:
    player.plays = {"/": Said("0" * 100)}
    with pytest.raises(AgainError, match="too slowly"):
        Web(replace(RULES, total_s=-1.0)).fetch(Request(f"{player.address}/"))
