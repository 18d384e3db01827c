"""Sending the letters that wait: each with a link of its own, made when it leaves."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.utils import timezone

from suunta.core.errors import InputError, OutsideError
from suunta.jobs.rounds.letters import write_letter
from suunta.jobs.rounds.links import new_link
from suunta.outbound.mail.client import LetterRefusedError, send_letter, sends_nowhere
from suunta.store.actions.mail import forget_link, note_letter, take_letter
from suunta.store.models import OutgoingMail

log = logging.getLogger(__name__)
AT_ONCE = 50


@dataclass
class Posted:
    """What came of a turn."""

    sent: int = 0
    refused: int = 0
    failed: int = 0
    untold: int = 0


def send_waiting(most: int = AT_ONCE) -> Posted:
    """Send the letters that are due. A server that is down is left alone until later."""
    posted = Posted()
    for _ in range(most):
        letter = take_letter(timezone.now())
        if letter is None:
            break
        if not post(letter, posted):
            break
    return posted


def post(letter: OutgoingMail, posted: Posted) -> bool:
    """Send one; False where the server does not answer."""
    if sends_nowhere():
        note_letter(letter, "untold")
        posted.untold += 1
        return True
    if not letter.person.email or letter.round.state == "frozen":
        note_letter(letter, "refused", "" if letter.person.email else "no address")
        posted.refused += 1
        return True
    token = new_link(letter.round, letter.person, list(letter.posts), by="worker")
    try:
        written = write_letter(letter, token)
        if written is None:
            # Everything was told meanwhile.
            forget_link(token)
            note_letter(letter, "untold")
            posted.untold += 1
            return True
        send_letter(written)
    except LetterRefusedError as refused:
        forget_link(token)
        note_letter(letter, "refused", str(refused))
        posted.refused += 1
    except (OutsideError, InputError) as error:
        forget_link(token)
        note_letter(letter, "waiting", str(error))
        log.warning("A letter could not be sent: %s", error)
        posted.failed += 1
        return False
    else:
        note_letter(letter, "sent")
        posted.sent += 1
    return True
