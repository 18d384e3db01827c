"""The names of the fields of a sub-measure, and what can be chosen in them."""

from __future__ import annotations

from typing import get_args

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from suunta.core.strategy import Basis, Comparator, Direction, Kind

CHOICES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "comparator": get_args(Comparator),
    "target_basis": ("", *get_args(Basis)),
    "direction": ("", *get_args(Direction)),
    "change_bound": ("", ">=", "<="),
}


def field_label(name: str) -> str:
    """What a field is called."""
    return {
        "indicator": _("What is followed"),
        "kind": _("Kind"),
        "comparator": _("Comparison"),
        "target_value": _("Target"),
        "target_value_max": _("Upper end of the target"),
        "target_basis": _("The target is"),
        "unit": _("Unit"),
        "target_period": _("Deadline"),
        "direction": _("Desired direction"),
        "source": _("Source"),
        "population": _("Whom it is about"),
        "change_bound": _("Limit of the change"),
        "approximate": _("The document says “about”"),
        "placeholder": _("The number was left out (xx)"),
        "benchmark": _("Compared with"),
        "target_fraction": _("Fraction as written"),
        "scale": _("Scale"),
        "baseline": _("Baseline"),
        "baseline_period": _("Baseline year"),
        "baseline_value": _("Baseline"),
        "baseline_unit": _("Unit of the baseline"),
    }[name]


def words_of_choice(name: str, key: str) -> str:
    """A choice in words."""
    if not key:
        return _("not said")
    return {"kind": kind_words, "comparator": comparator_words}.get(name, other_words)(key)


def kind_words(key: str) -> str:
    """A kind of measure."""
    return {
        "numeric": _("A number to reach"),
        "milestone": _("Something to get done"),
        "monitoring": _("Only followed"),
    }[key]


def comparator_words(key: str) -> str:
    """How the target is compared."""
    return {
        ">=": _("at least"),
        "<=": _("at most"),
        ">": _("more than"),
        "<": _("less than"),
        "=": _("exactly"),
        "increase": _("increases"),
        "decrease": _("decreases"),
        "rank_top_fraction": _("among the best"),
        "none": _("no target level"),
    }[key]


def other_words(key: str) -> str:
    """What the target is, which way is desired, and the limits of a change."""
    return {
        "absolute": _("a level"),
        "change_absolute": _("a change in units"),
        "change_percent": _("a change in per cent"),
        "percentage_points": _("a change in percentage points"),
        "relative_to_baseline": _("a share of the baseline"),
        "up": pgettext("direction", "up"),
        "down": pgettext("direction", "down"),
        ">=": _("at least"),
        "<=": _("at most"),
    }[key]
