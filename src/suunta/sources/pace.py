"""How often a source may be asked, and when it wants to be asked again."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# Statistics Finland allows 40 questions in 60 s, the strictest of those that say it.
CALLS, WINDOW_S = 30, 60.0
LONGEST_WAIT_S = 120.0


class Pace:
    """At most `calls` questions to a host in `window_s` seconds; more wait."""

    def __init__(
        self,
        calls: int = CALLS,
        window_s: float = WINDOW_S,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.calls, self.window_s, self.wait, self.clock = calls, window_s, wait, clock
        self.asked: dict[str, deque[float]] = defaultdict(deque)

    def take(self, host: str) -> None:
        """Wait until the host may be asked, and count the question."""
        asked = self.asked[host]
        while asked and self.clock() - asked[0] >= self.window_s:
            asked.popleft()
        if len(asked) >= self.calls:
            self.wait(max(self.window_s - (self.clock() - asked[0]), 0.0))
            asked.popleft()
        asked.append(self.clock())

    def heed(self, headers: Mapping[str, str]) -> None:
        """Wait where the answer says that no question is left before a time."""
        if headers.get("x-ratelimit-remaining") == "0":
            self.wait(seconds_until(headers.get("x-ratelimit-reset", "")) or 1.0)


def seconds_until(said: str) -> float | None:
    """Seconds, a moment since 1970, or a date as HTTP writes it -> seconds from now, bounded."""
    text = said.strip()
    if text.isdigit():
        number = float(text)
        # A number of this size is a moment, none of these sources closes for eleven days.
        seconds = number - time.time() if number > 1_000_000 else number
    else:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - datetime.now(UTC)).total_seconds()
    return min(max(seconds, 0.0), LONGEST_WAIT_S)
