"""Sending by SMTP, with what went wrong told apart: try again, or never."""

from __future__ import annotations

from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPSenderRefused

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from suunta.core.errors import Fault, OutsideError
from suunta.outbound.mail.letter import Letter

# Codes from here on are answers for good (RFC 5321, 4.2.1).
PERMANENT = 500


class LetterRefusedError(Exception):
    """The mail server does not take this letter, now or later: the address is wrong."""


def sends_nowhere() -> bool:
    """Whether the installation is in its test mode."""
    return str(settings.EMAIL_BACKEND).rsplit(".", 2)[-2] == "dummy"


def send_letter(letter: Letter) -> None:
    """Send one letter. Raises: LetterRefusedError, OutsideError where it may be tried again."""
    message = EmailMultiAlternatives(
        subject=" ".join(letter.subject.split()),
        body=letter.plain,
        to=[letter.to],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": letter.language},
        connection=get_connection(),
    )
    message.attach_alternative(letter.html, "text/html")
    try:
        message.send()
    except SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        answer = "; ".join(words(said) for _, said in error.recipients.values())
        if codes and min(codes) >= PERMANENT:
            raise LetterRefusedError(answer) from error
        raise failed(answer) from error
    except (SMTPSenderRefused, SMTPDataError) as error:
        raise failed(words(error.smtp_error)) from error
    except (SMTPException, OSError) as error:
        raise failed(str(error) or type(error).__name__) from error
    except ValueError as error:
        # An address that no server would take.
        raise LetterRefusedError(str(error)) from error


def words(said: bytes | str) -> str:
    """An answer of the server as text."""
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def failed(answer: str) -> OutsideError:
    """The letter may be tried again."""
    host = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    return OutsideError(Fault(f"the mail server answered: {answer}", host, "It is tried again."))
