"""A server on this machine that plays a source and its troubles."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Heard:
    """A question that came in."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Said:
    """What the player answers."""

    body: bytes | str | Any = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        text = self.body if isinstance(self.body, str) else json.dumps(self.body)
        return text.encode()


Play = Callable[[Heard], Said]


class Player(ThreadingHTTPServer):
    """plays: path -> answer; trouble: what goes wrong with every answer."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, tls: Path | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.plays: dict[str, Play | Said] = {}
        self.trouble = ""
        self.heard: list[Heard] = []
        self.scheme = "https" if tls else "http"
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(tls)
            self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def address(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}"

    def answer(self, heard: Heard) -> Said:
        play = self.plays.get(heard.path)
        if play is None:
            return Said("There is nothing here.", 404)
        return play if isinstance(play, Said) else play(heard)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that break off are part of the play."""


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for the player."""

    server: Player
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is printed."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        heard = Heard(
            self.command,
            parts.path,
            parse_qs(parts.query),
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
        )
        self.server.heard.append(heard)
        TROUBLES.get(self.server.trouble, plain)(self, self.server.answer(heard))
        self.close_connection = True

    do_POST = do_GET  # noqa: N815 - the framework's name


def plain(handler: Handler, said: Said) -> None:
    handler.send_response(said.status)
    for name, value in {"Connection": "close", **said.headers}.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(said.data)))
    handler.end_headers()
    handler.wfile.write(said.data)


def silence(handler: Handler, said: Said) -> None:
    time.sleep(0.4)


def half(handler: Handler, said: Said) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(said.data) + 1000))
    handler.end_headers()
    handler.wfile.write(said.data[: len(said.data) // 2])


def web_page(handler: Handler, said: Said) -> None:
    plain(handler, Said("<!doctype html><html><body><h1>Huoltokatko</h1></body></html>"))


def error_inside(handler: Handler, said: Said) -> None:
    inside = {"result": "error", "success": False, "error": "no", "message": "not allowed"}
    plain(handler, Said(inside))


def endless(handler: Handler, said: Said) -> None:
    handler.send_response(200)
    handler.end_headers()
    part = b"0;" * 50_000
    while True:
        handler.wfile.write(part)


def to_a_private_address(handler: Handler, said: Said) -> None:
    port = handler.server.server_address[1]
    plain(handler, Said(b"", 302, {"Location": f"http://127.0.0.2:{port}/"}))


def without_agent_forbidden(handler: Handler, said: Said) -> None:
    known = handler.server.heard[-1].headers.get("user-agent", "")
    plain(handler, said if known.startswith("Suunta/") else Said("Forbidden", 403))


def unavailable(handler: Handler, said: Said) -> None:
    plain(handler, Said("later", 503))


def nothing(handler: Handler, said: Said) -> None:
    plain(handler, Said(b""))


TROUBLES: dict[str, Callable[[Handler, Said], None]] = {
    "silence": silence,
    "half an answer": half,
    "a web page": web_page,
    "an error inside": error_inside,
    "an endless body": endless,
    "a redirect to a private address": to_a_private_address,
    "403 without a user agent": without_agent_forbidden,
    "503": unavailable,
    "nothing": nothing,
}


@contextmanager
def playing(tls: Path | None = None) -> Iterator[Player]:
    """A player that answers until the end of the block."""
    player = Player(tls)
    thread = threading.Thread(target=player.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield player
    finally:
        player.shutdown()
        player.server_close()
        thread.join()
