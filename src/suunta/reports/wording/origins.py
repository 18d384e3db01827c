"""Where a figure that is not there yet will come from, in one line, and what to do for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from babel.dates import format_date
from django.utils.translation import gettext as _

from suunta.core.scorecard import OriginView, PartView
from suunta.reports.wording.numbers import LOCALES

A_YEAR = 2000  # whichever: only the name of the month is asked for


def origin_words(part: PartView, language: str) -> str:
    """What will tell of the part; empty where nobody has said, or where something is known."""
    origin = part.origin
    if origin is None or is_known(part):
        return ""
    told = told_by(origin, language)
    if part.kind == "milestone":
        said = _("Where the news will come from: %(origin)s.") % {"origin": told}
    else:
        said = _("Where the figure will come from: %(origin)s.") % {"origin": told}
    return " ".join(filter(None, (said, how_sure(origin))))


def is_known(part: PartView) -> bool:
    """Whether anything has been told of the part."""
    return bool(part.figures or part.states)


def next_steps(parts: Iterable[PartView]) -> str:
    """What to do so that something is known of parts of which nothing is; empty for none."""
    kinds = Counter(part.origin.kind for part in parts if part.origin and not is_known(part))
    steps = {
        "source": _("connect a source (%(n)d)"),
        "survey": _("ask in a survey (%(n)d)"),
        "register": _("count in a register (%(n)d)"),
        "owner": _("ask the owner (%(n)d)"),
    }
    return ", ".join(words % {"n": kinds[kind]} for kind, words in steps.items() if kinds[kind])


def told_by(origin: OriginView, language: str) -> str:
    """The name, that an owner reports by hand, and the usual month."""
    name = origin.name.shown(language).text
    if origin.kind == "owner":
        name = _("%(owner)s, reported by hand") % {"owner": name}
    if origin.month is None:
        return name
    month = format_date(date(A_YEAR, origin.month, 1), "LLLL", locale=LOCALES[language])
    return _("%(origin)s, usually in %(month)s") % {"origin": name, "month": month}


def how_sure(origin: OriginView) -> str:
    """Whether the document names it; nothing where its words imply it."""
    if origin.sure == "document":
        return _("The document names it.")
    if origin.sure == "proposed":
        return _("This is a proposal: the document does not say.")
    return ""
