"""What versions are called, and who decided on them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.version import Decided, VersionView
from suunta.reports.wording.periods import day


def version_name(version: VersionView) -> str:
    """The term and the number: "2018–2022, version 2"."""
    number = _("version %(number)d") % {"number": version.number}
    term = version.term.replace("-", "–")
    return f"{term}, {number}" if term else number


def status_words(status: str) -> str:
    """The state of a version."""
    return {
        "draft": _("Draft"),
        "proposed": _("Proposed"),
        "adopted": _("Adopted"),
        "amended": _("Amended since"),
        "ended": _("Ended"),
    }[status]


def decision_words(decided: Decided, language: str) -> str:
    """Body, day and section in one line; empty where nothing is known."""
    on = day(decided.on, language) if decided.on else ""
    known = (decided.body.shown(language).text, on, decided.section)
    return " ".join(part for part in known if part)


def language_words(code: str) -> str:
    """A language, as of the document."""
    return {"fi": _("Finnish"), "sv": _("Swedish"), "en": _("English")}[code]
