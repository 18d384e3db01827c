"""The one place that opens a socket: every client asks its source through `Web`.

https alone, certificates verified, no address but of the open internet, the checked address pinned
(what the name resolves to a moment later does not matter), redirects checked like first requests,
bodies cut at a limit, what may pass by itself tried again with growing pauses.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import version
from ipaddress import ip_address
from typing import Any

import httpx
import stamina

from suunta.core.errors import Fault, InputError, OutsideError
from suunta.sources.addresses import Network, is_allowed, refuse_private
from suunta.sources.pace import Pace, seconds_until

USER_AGENT = f"Suunta/{version('suunta')} (municipal strategy monitoring)"
# Its own line in the log for every pause tells less than the error at the end does.
stamina.instrumentation.set_on_retry_hooks([])
REDIRECTS = {301, 302, 303, 307, 308}
MOST_REDIRECTS = 5
AGAIN = {408, 425, 429, 500, 502, 503, 504}
LATER = "It is tried again later; if it stays so, look at the source's own page."
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Rules:
    """What an installation allows.

    networks: private ones that may be asked, also without TLS; timeout_s: for each silence;
    total_s: for a whole answer; largest_bytes: of a body, unpacked.
    """

    networks: tuple[Network, ...] = ()
    timeout_s: float = 20.0
    total_s: float = 180.0
    largest_bytes: int = 64_000_000
    attempts: int = 4
    wait_initial_s: float = 1.0
    wait_max_s: float = 30.0


@dataclass(frozen=True)
class Request:
    """What is asked. Secrets stand in `headers`, `form` and `json`, never in the address."""

    url: str
    params: Pairs = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    form: Mapping[str, str] | None = None
    json: Any = None

    @property
    def address(self) -> str:
        """The whole address."""
        return str(httpx.URL(self.url).copy_merge_params(list(self.params)))


@dataclass(frozen=True)
class Answer:
    """What came. validators: ETag and Last-Modified, by which one asks for changes alone."""

    address: str
    status: int
    data: bytes
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def unchanged(self) -> bool:
        """Whether the source says that nothing is new since it was last asked."""
        return self.status == httpx.codes.NOT_MODIFIED

    @property
    def validators(self) -> dict[str, str]:
        """What to send along next time."""
        kept = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
        return {sent: self.headers[said] for said, sent in kept.items() if said in self.headers}


class AgainError(OutsideError):
    """What may pass by itself. wait_s: as the source asks for, None where it does not."""

    def __init__(self, what: str, place: str, wait_s: float | None = None) -> None:
        super().__init__(Fault(what, place, LATER))
        self.wait_s = wait_s


def pause(error: Exception) -> bool | float:
    """Whether to try again, and after how many seconds where the source says it."""
    if not isinstance(error, AgainError):
        return False
    return True if error.wait_s is None else error.wait_s


class Web:
    """The network as clients see it.

    validators: address -> what to send along, so that an unchanged answer is not sent again;
    kept: address -> the bytes that came the last time, None where they are gone.
    """

    def __init__(
        self,
        rules: Rules | None = None,
        validators: Mapping[str, Mapping[str, str]] | None = None,
        kept: Callable[[str], bytes | None] = lambda address: None,
        pace: Pace | None = None,
    ) -> None:
        self.rules = rules or Rules()
        self.validators = validators or {}
        self.kept = kept
        self.pace = pace or Pace()

    def fetch(self, request: Request) -> Answer:
        """The answer, after redirects and retries. Raises OutsideError for what may be tried again
        another time, InputError for what will not pass by itself."""
        rules = self.rules
        for attempt in stamina.retry_context(
            on=pause,
            attempts=rules.attempts,
            timeout=rules.total_s,
            wait_initial=rules.wait_initial_s,
            wait_max=rules.wait_max_s,
        ):
            with attempt:
                return self.followed(request)
        raise AssertionError("stamina ends with an answer or an error")

    def followed(self, request: Request) -> Answer:
        """The answer at the end of the redirects."""
        address = request.address
        known = self.kept(address) if address in self.validators else None
        asked = {} if known is None else self.validators[address]
        step = replace(request, url=address, params=(), headers={**request.headers, **asked})
        for _ in range(MOST_REDIRECTS + 1):
            answer = self.asked(step)
            if answer.unchanged and known is not None:
                return replace(answer, address=address, data=known)
            if answer.status not in REDIRECTS:
                return checked(answer, address)
            step = redirected(step, answer)
        raise refused("leads from one address to the next without end.", address)

    def asked(self, request: Request) -> Answer:
        """One question and its answer, whatever it is."""
        url = httpx.URL(request.url)
        pinned, extensions = self.pinned(url)
        self.pace.take(url.host)
        headers = {"User-Agent": USER_AGENT, "Accept": "*/*", **request.headers}
        headers["Host"] = url.netloc.decode("ascii")
        with troubles(request.url), self.client() as client:
            begun = time.monotonic()
            with client.stream(
                request.method,
                pinned,
                headers=headers,
                data=request.form,
                json=request.json,
                extensions=extensions,
            ) as response:
                data = b"" if response.status_code in REDIRECTS else self.body(response, url, begun)
                self.pace.heed(response.headers)
                return Answer(request.url, response.status_code, data, dict(response.headers))

    def client(self) -> httpx.Client:
        """A connection of its own. No proxy of the environment: it would resolve names anew."""
        return httpx.Client(
            verify=certificates(),
            timeout=self.rules.timeout_s,
            trust_env=False,
            follow_redirects=False,
        )

    def pinned(self, url: httpx.URL) -> tuple[httpx.URL, dict[str, Any]]:
        """The address of the machine itself, and the name that its certificate must bear."""
        if url.scheme not in ("http", "https") or not url.host or url.userinfo:
            raise refused("is no address of the web.", str(url))
        address = refuse_private(url.host, resolved(url), self.rules.networks)
        if url.scheme == "http" and not is_allowed(ip_address(address), self.rules.networks):
            raise refused("is not encrypted.", str(url), "Write https:// instead of http://.")
        extensions = {"sni_hostname": url.host} if url.host != address else {}
        return url.copy_with(host=address), extensions

    def body(self, response: httpx.Response, url: httpx.URL, begun: float) -> bytes:
        """The body, unpacked, up to the limits."""
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > self.rules.largest_bytes:
                most = self.rules.largest_bytes // 1_000_000
                raise refused(f"answers with more than {most} MB.", str(url), "Ask for less.")
            if time.monotonic() - begun > self.rules.total_s:
                raise AgainError("sent its answer too slowly to wait for.", str(url))
        return b"".join(parts)


@cache
def certificates() -> ssl.SSLContext:
    """Whom to trust: read once, which takes longer than a question."""
    return httpx.create_ssl_context()


def resolved(url: httpx.URL) -> list[str]:
    """Every address of the host."""
    try:
        found = socket.getaddrinfo(url.host, url.port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AgainError(f"the name {url.host} leads nowhere: {error}.", str(url)) from error
    return [str(each[4][0]) for each in found]


@contextmanager
def troubles(address: str) -> Iterator[None]:
    """What goes wrong on the way, in words."""
    try:
        yield
    except httpx.TimeoutException as error:
        raise AgainError("did not answer in time.", address) from error
    except httpx.TransportError as error:
        said = str(error) or type(error).__name__
        if "CERTIFICATE_VERIFY_FAILED" in said:
            what = f"shows a certificate that cannot be trusted: {said}."
            remedy = "Its owner must renew it; a certificate of your own goes into SSL_CERT_FILE."
            raise OutsideError(Fault(what, address, remedy)) from error
        raise AgainError(f"broke off: {said}.", address) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise AgainError(f"answered what cannot be read: {error}.", address) from error


def redirected(step: Request, answer: Answer) -> Request:
    """Where the answer leads: without secrets to another host, never out of encryption."""
    here = httpx.URL(step.url)
    there = here.join(answer.headers.get("location", ""))
    if here.scheme == "https" and there.scheme != "https":
        raise refused(f"leads to {there}, which is not encrypted.", str(here))
    same = there.host == here.host and there.port == here.port
    if not same and (step.form is not None or step.json is not None):
        raise refused(f"leads to another host, {there.host}.", str(here))
    if answer.status in (307, 308) or step.method == "GET":
        return replace(step, url=str(there), headers=step.headers if same else {})
    return replace(step, url=str(there), method="GET", form=None, json=None)


def checked(answer: Answer, address: str) -> Answer:
    """A good answer. Raises AgainError or InputError for the others."""
    code = answer.status
    if 200 <= code < 300:
        return replace(answer, address=address)
    said = " ".join(answer.data[:200].decode("utf-8", "replace").split())
    what = f"answered {code} {httpx.codes.get_reason_phrase(code)}".strip()
    what = f"{what}: {said!r}." if said and not said.startswith("<") else f"{what}."
    if code in AGAIN:
        raise AgainError(what, address, seconds_until(answer.headers.get("retry-after", "")))
    raise refused(what, address, "Correct the request; see the source's own page.")


def refused(what: str, place: str, remedy: str = "Correct the address.") -> InputError:
    """What will not pass by itself."""
    return InputError.single(what, place, remedy)
