"""Links that answer for somebody stay out of the log."""

from __future__ import annotations

import logging
import re

# The token of /update/TOKEN/ is as good as a password.
TOKEN = re.compile(r"(/update/)[^/\s\"'?#]+")
LEFT_OUT = r"\1..."


class LinksLeftOut(logging.Filter):
    """Takes the tokens of links out of every line, whoever writes it."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the line; it is always kept."""
        said = record.getMessage()
        if "/update/" in said:
            record.msg, record.args = TOKEN.sub(LEFT_OUT, said), ()
        if record.exc_text:
            record.exc_text = TOKEN.sub(LEFT_OUT, record.exc_text)
        return True
