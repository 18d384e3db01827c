"""A target in a sentence: what is compared with what."""

from __future__ import annotations

from django.utils.translation import gettext as _

from suunta.core.scorecard import PartView, TargetView
from suunta.reports.wording.charting import shown_unit
from suunta.reports.wording.judged import PLACE, SHARE, judged_words
from suunta.reports.wording.noted import STEP, remarks_of
from suunta.reports.wording.numbers import number, quantity
from suunta.reports.wording.periods import period
from suunta.reports.wording.targets import due_words, level, target_words

DOWN = ("decrease", "<=", "<")


def aim(part: PartView, language: str) -> str:
    """What the part is to reach and by when; empty where there is no target."""
    target = part.target
    if target is None or (target.comparator == "none" and not target.placeholder):
        return ""
    if target.placeholder and target.value is None:
        return _("The number of the target was left out of the document.")
    said = what(part, target, language)
    until = "" if target.per == "year" else due_words(part, language)
    if not until:
        return _("The target is %(goal)s.") % {"goal": said}
    words = {"goal": said, "until": until}
    return " ".join(
        filter(
            None,
            [_("The target is %(goal)s, to be reached by %(until)s.") % words, end(part, language)],
        )
    )


def end(part: PartView, language: str) -> str:
    """The final target, where an interim one is in force."""
    step, target = remarks_of(part).get(STEP), part.target
    if not step or target is None:
        return ""
    last = {
        "goal": level(target, language),
        "until": period(step["final_period"], language),
    }
    return _("In the end the target is %(goal)s by %(until)s.") % last


def what(part: PartView, target: TargetView, language: str) -> str:
    """The target without its deadline."""
    if target.value is None and target.comparator != "rank_top_fraction":
        return directed(part, target, language)
    words = f"{target_words(part, language)} {origin(part, language)}".strip()
    if target.comparator == "rank_top_fraction":
        words = _("to be %(place)s") % {"place": words}
    comes = comes_to(part, language)
    return _("%(goal)s, that is %(level)s") % {"goal": words, "level": comes} if comes else words


def directed(part: PartView, target: TargetView, language: str) -> str:
    """A target without a number: better than where it began, or than a benchmark."""
    falls = target.comparator in DOWN or (target.comparator == "=" and part.direction == "down")
    if target.benchmark:
        words = {"benchmark": target.benchmark.shown(language).text}
        if falls:
            return _("below the benchmark that the document calls “%(benchmark)s”") % words
        return _("above the benchmark that the document calls “%(benchmark)s”") % words
    base = remarks_of(part).get("better_than_baseline")
    if not base:
        return _("a fall") if falls else _("a rise")
    value = {"baseline": quantity(float(base["baseline"]), shown_unit(part), language)}
    if falls:
        return _("under the baseline %(baseline)s") % value
    return _("over the baseline %(baseline)s") % value


def origin(part: PartView, language: str) -> str:
    """What a change is counted from, or a share is a share of."""
    remarks = remarks_of(part)
    base = remarks.get("change_from_baseline")
    if base:
        value = quantity(float(base["baseline"]), shown_unit(part), language)
        return _("from %(baseline)s") % {"baseline": value}
    share = remarks.get(SHARE) or remarks.get("share_unknown")
    if share:
        return _("of the figure of measure %(measure)s") % {"measure": share["measure"]}
    return ""


def comes_to(part: PartView, language: str) -> str:
    """The level that a change, place or step comes to: at most 8 %."""
    sums, remarks = part.assessment, remarks_of(part)
    told = ("change_from_baseline", PLACE)
    if sums is None or sums.target is None or not any(code in remarks for code in told):
        return ""
    words = {"value": judged_words(part, sums.target, language)}
    if PLACE in remarks:
        return _("at least %(value)s") % (
            words | {"value": f"{words['value']} {among(part, language)}".strip()}
        )
    return _("at most %(value)s") % words if falling(part) else _("at least %(value)s") % words


def among(part: PartView, language: str) -> str:
    """Among how many a place is taken."""
    details = remarks_of(part).get(PLACE)
    return _("of %(of)s") % {"of": number(float(details["of"]), language)} if details else ""


def falling(part: PartView) -> bool:
    """Whether less is better."""
    target = part.target
    return part.direction == "down" or (target is not None and target.comparator in DOWN)
