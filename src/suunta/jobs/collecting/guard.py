"""What a person must look at before it is taken: a changed definition, a value out of reason."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from suunta.core.breakdown import breakdown_text
from suunta.core.plausible import Doubt, Limits, doubts
from suunta.jobs.collecting.mapping import Figure
from suunta.jobs.collecting.rules import Rule
from suunta.store.models import Indicator, Municipality, Observation

OUTCOMES = ("actual", "preliminary")
# As many of one kind as a person reads.
MOST_DETAILS = 20
Series = tuple[str, str, str, str]


def figures_hash(figures: Iterable[Figure]) -> str:
    """What figures say, so that a person's word on them holds for the same ones alone."""
    said = sorted(
        json.dumps(
            [f.indicator, f.area, f.period, f.kind, f.status, f.value, sorted(f.breakdown.items())]
        )
        for f in figures
    )
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def question(
    *,
    confirmed: Mapping[str, str],
    definition: Mapping[str, str],
    accepted: str,
    figures: Sequence[Figure],
    rules: Sequence[Rule],
    town: Municipality,
    indicators: Mapping[str, Indicator],
) -> dict[str, Any] | None:
    """What to ask before these figures are taken; None where nothing is strange."""
    digest = figures_hash(figures)
    renamed = changes(confirmed, definition)
    strange = [] if digest == accepted else doubtful(figures, rules, town, indicators)
    if not renamed and not strange:
        return None
    return {
        "renamed": renamed[:MOST_DETAILS],
        "doubts": strange[:MOST_DETAILS],
        "figures_hash": digest,
        "definition": dict(definition),
    }


def changes(confirmed: Mapping[str, str], definition: Mapping[str, str]) -> list[dict[str, str]]:
    """What the source calls otherwise than when its figures were last taken."""
    if not confirmed:
        return []
    return [
        {"name": name, "before": confirmed.get(name, ""), "now": definition.get(name, "")}
        for name in sorted({*confirmed, *definition})
        if confirmed.get(name, "") != definition.get(name, "")
    ]


def doubtful(
    figures: Sequence[Figure],
    rules: Sequence[Rule],
    town: Municipality,
    indicators: Mapping[str, Indicator],
) -> list[dict[str, Any]]:
    """Figures that cannot be right, series by series."""
    known = known_series(town, indicators)
    new: dict[Series, dict[str, float]] = defaultdict(dict)
    for each in figures:
        if each.value is not None:
            new[series_of(each)][each.period] = each.value
    found = []
    for series, values in new.items():
        for limits in limits_of(series[0], rules, indicators):
            found += [told(series, doubt) for doubt in doubts(known[series], values, limits)]
    return list({json.dumps(each, sort_keys=True): each for each in found}.values())


def series_of(each: Figure) -> Series:
    """What a figure is one point of; outcomes are one series, whether preliminary or not."""
    kind = "outcome" if each.kind in OUTCOMES else each.kind
    return each.indicator, each.area or "", breakdown_text(each.breakdown), kind


def limits_of(key: str, rules: Iterable[Rule], indicators: Mapping[str, Indicator]) -> list[Limits]:
    """The limits of the indicator and of the rules that feed it."""
    indicator = indicators[key]
    own: Limits = (indicator.lower_limit, indicator.upper_limit)
    return [own, *(rule.limits for rule in rules if rule.indicator == key)]


def known_series(
    town: Municipality, indicators: Mapping[str, Indicator]
) -> dict[Series, dict[str, float]]:
    """The newest known value of each period, of the town and its peers."""
    keys = {row.pk: key for key, row in indicators.items()}
    found: dict[Series, dict[str, float]] = defaultdict(dict)
    rows = Observation.objects.filter(indicator__in=keys).order_by("known_on", "pk")
    for row in rows.values("indicator_id", "municipality_id", "area__code", "breakdown", "kind",
                           "period", "value"):  # fmt: skip
        own = row["municipality_id"] == town.pk
        kind = "outcome" if row["kind"] in OUTCOMES else row["kind"]
        series = (
            keys[row["indicator_id"]], "" if own else row["area__code"], row["breakdown"], kind
        )  # fmt: skip
        if row["value"] is None:
            found[series].pop(row["period"], None)
        else:
            found[series][row["period"]] = row["value"]
    return found


def told(series: Series, doubt: Doubt) -> dict[str, Any]:
    """A doubt as it is stored and shown."""
    return {
        "code": doubt.code,
        "indicator": series[0],
        "area": series[1],
        "breakdown": series[2],
        "period": doubt.period,
        "value": doubt.value,
        "before": doubt.before,
        "usual": doubt.usual,
    }
