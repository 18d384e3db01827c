"""Letters, sent to a real SMTP server on this machine."""

from __future__ import annotations

import email
import email.policy
import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_socket
from aiosmtpd.controller import Controller
from django.utils import timezone

from rounds import ON, TODAY, Cast, item, link_for
from suunta.jobs.rounds import close_round, open_link, tell
from suunta.jobs.rounds.posting import send_waiting
from suunta.store.models import MailLink, OutgoingMail, Round


class Inbox:
    """Keeps what comes; refuses whom it is told to."""

    def __init__(self) -> None:
        self.letters: list[Any] = []
        self.refused: dict[str, str] = {}

    async def handle_RCPT(  # noqa: N802 - the name is aiosmtpd's
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        said = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.letters.append(said)
        return "250 OK"


@pytest.fixture
def inbox(settings: Any) -> Iterator[Inbox]:
    """A mail server on a free port of this machine, with what it got."""
    pytest_socket.enable_socket()
    pytest_socket.socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kept = Inbox()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.SUUNTA_ADDRESS = "https://strategia.example.org"
    yield kept
    controller.stop()


def parts(letter: Any) -> tuple[str, str]:
    plain = letter.get_body(("plain",)).get_content()
    return plain, letter.get_body(("html",)).get_content()


def token_in(plain: str) -> str:
    return plain.split("/update/")[1].split("/")[0]


def test_each_letter_is_in_its_readers_language_plain_and_html(
    cast: Cast, found: Round, inbox: Inbox
) -> None:
    assert send_waiting().sent == 2
    aino, cia = inbox.letters
    assert aino["To"] == "aino@example.org"
    assert aino["Subject"].strip() == (
        "Mallila: kerro tilanne 31.8.2022 – 3 kohtaa, noin kaksi minuuttia"
    )
    plain, html = parts(aino)
    assert "Hei Aino Esimerkki," in plain
    assert "- Tyytyväisten osuus" in plain
    assert "https://strategia.example.org/update/" in plain
    assert "?lang=fi" in plain
    assert "<li>Tyytyväisten osuus" in html
    assert "<img" not in html
    assert parts(cia)[0].startswith("Hello Cia Esimerkki,")
    assert aino["Auto-Submitted"] == "auto-generated"


def test_the_link_in_a_letter_opens_and_the_queue_does_not_hold_it(
    cast: Cast, found: Round, inbox: Inbox
) -> None:
    assert MailLink.objects.count() == 0
    send_waiting()
    link = open_link(token_in(parts(inbox.letters[0])[0]), TODAY)
    assert link.person == cast.aino


def test_a_server_that_is_down_is_tried_again_later(
    cast: Cast, found: Round, inbox: Inbox, settings: Any
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    assert send_waiting().failed == 1
    waiting = OutgoingMail.objects.order_by("pk").first()
    assert waiting is not None
    assert (waiting.state, waiting.tries) == ("waiting", 1)
    assert "refused" in waiting.error.lower()
    assert waiting.next_try_at > timezone.now()
    assert MailLink.objects.count() == 0
    settings.EMAIL_PORT = port
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(minutes=1))
    assert send_waiting().sent == 2
    assert not OutgoingMail.objects.exclude(state="sent").exists()


def test_an_address_that_does_not_exist_is_noticed(cast: Cast, found: Round, inbox: Inbox) -> None:
    inbox.refused["aino@example.org"] = "550 5.1.1 No such user"
    posted = send_waiting()
    assert (posted.sent, posted.refused) == (1, 1)
    refused = OutgoingMail.objects.get(state="refused")
    assert "No such user" in refused.error


def test_a_full_mailbox_is_tried_again(cast: Cast, found: Round, inbox: Inbox) -> None:
    inbox.refused["aino@example.org"] = "452 4.2.2 Mailbox full"
    send_waiting()
    assert OutgoingMail.objects.filter(state="waiting", error__contains="full").count() == 1


def test_a_letter_that_fails_for_days_is_given_up(
    cast: Cast, found: Round, inbox: Inbox, settings: Any
) -> None:
    settings.EMAIL_PORT = 1
    for _ in range(7):
        OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(minutes=1))
        send_waiting(most=1)
    first = OutgoingMail.objects.order_by("pk").first()
    assert first is not None
    assert first.state == "dropped"


def test_the_test_mode_sends_nowhere(cast: Cast, found: Round, inbox: Inbox, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert send_waiting().untold == 2
    assert inbox.letters == []
    assert MailLink.objects.count() == 0


def test_a_name_with_a_line_break_breaks_no_header(cast: Cast, found: Round, inbox: Inbox) -> None:
    cast.town.name_fi = "Mallila\nBcc: others@example.org"
    cast.town.save()
    send_waiting()
    assert inbox.letters[0]["Bcc"] is None


def test_who_has_told_everything_gets_no_reminder(cast: Cast, found: Round, inbox: Inbox) -> None:
    link = link_for(found, cast.cia)
    OutgoingMail.objects.all().update(kind="reminder")
    tell(link, item(link, "1.2-M1.1"), {"comment": "Ei lukua"}, seen=0, language="en")
    posted = send_waiting()
    assert (posted.sent, posted.untold) == (1, 1)


def test_a_round_that_closed_still_sends_what_waits(cast: Cast, found: Round, inbox: Inbox) -> None:
    close_round("mallila", ON, by="test")
    assert send_waiting().sent == 2
