"""The forecast as sums: each step in words, its formula beside it with the numbers put in."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from suunta.core.assess.explain import Steps
from suunta.core.scorecard import PartView
from suunta.reports.wording.chances import chance
from suunta.reports.wording.judged import judged_words
from suunta.reports.wording.numbers import MINUS, number
from suunta.reports.wording.periods import period


@dataclass(frozen=True)
class Step:
    """A step in words and, where there is one, its formula with numbers."""

    words: str
    formula: str = ""


class Sums:
    """The steps of one part's forecast in one language."""

    def __init__(self, part: PartView, steps: Steps, language: str) -> None:
        self.part, self.steps, self.language = part, steps, language

    def all(self) -> list[Step]:
        """The steps in order; empty where no forecast was made."""
        if self.steps.f is None or self.steps.se is None:
            return []
        found = [self.inputs(), self.times(), self.pace(), self.middle(), self.swings()]
        return [*found, *self.spread(), *self.odds()]

    def plain(self, value: float | None) -> str:
        """A number of a formula, to three telling places."""
        shown = value or 0.0
        places = 3 if abs(shown) < 1 else 2 if abs(shown) < 100 else 1
        return number(shown, self.language, places=trimmed(shown, places))

    def worded(self, value: float | None) -> str:
        """A number with its unit."""
        return judged_words(self.part, value or 0.0, self.language)

    def inputs(self) -> Step:
        """The figures that take part."""
        figures = self.steps.inputs
        listed = " · ".join(
            f"{period(each.period, self.language)}: {self.plain(each.value)}" for each in figures
        )
        said = ngettext("%(n)d figure takes part.", "%(n)d figures take part.", len(figures))
        return Step(said % {"n": len(figures)}, listed)

    def times(self) -> Step:
        """Years covered, and years to the deadline."""
        said = _(
            "The figures cover %(span)s years; from the newest to the deadline there are %(h)s."
        )
        words = {"span": self.plain(self.steps.span), "h": self.plain(self.steps.h)}
        return Step(said % words, f"span = {words['span']}, h = {words['h']}")

    def pace(self) -> Step:
        """The pace from the first to the last figure."""
        first, last = self.steps.inputs[0], self.steps.inputs[-1]
        return Step(
            _("The pace so far, a year, from the first figure to the last."),
            f"b = ({self.plain(last.value)} {MINUS} {self.bracketed(first.value)})"
            f" / {self.plain(self.steps.span)} = {self.plain(self.steps.b)}",
        )

    def middle(self) -> Step:
        """The forecast itself, kept within the limits of the figure."""
        steps = self.steps
        said = _("The forecast keeps half of that pace until the deadline.")
        formula = (
            f"f = {self.plain(steps.inputs[-1].value)} + {self.plain(steps.damping)}"
            f" × {self.bracketed(steps.b)} × {self.plain(steps.h)} = {self.plain(steps.f)}"
        )
        if steps.forecast is not None and steps.f != steps.forecast:
            words = {"forecast": self.worded(steps.forecast)}
            said = f"{said} {_('The figure cannot go beyond %(forecast)s.') % words}"
        return Step(said, formula)

    def swings(self) -> Step:
        """The usual change from figure to figure, or the newest figure's margin if larger."""
        steps = self.steps
        usual = (steps.squares or 0.0) / (steps.span or 1.0)
        if steps.newest_variance is not None and 2 * steps.newest_variance > usual:
            said = _("The swings: the margin of error of the newest figure is the larger here.")
            formula = f"s² = 2 × {self.plain(steps.newest_variance)} = {self.plain(steps.s2)}"
            return Step(said, formula)
        formula = (
            f"s² = {self.plain(steps.squares)} / {self.plain(steps.span)} = {self.plain(steps.s2)}"
        )
        said = _("The swings: the changes from figure to figure, squared and summed, a year.")
        return Step(said, formula)

    def spread(self) -> list[Step]:
        """The uncertainty at the deadline and the band of eight out of ten."""
        steps = self.steps
        h, span = self.plain(steps.h), self.plain(steps.span)
        se = Step(
            _("The uncertainty grows with the years to come."),
            f"se = √({self.plain(steps.s2)} × {h} × (1 + {h} / {span})) = {self.plain(steps.se)}",
        )
        if not steps.se:
            return [se]
        band = {"low": self.worded(steps.low), "high": self.worded(steps.high)}
        said = _("8 times out of 10 the figure falls between %(low)s and %(high)s.") % band
        reach = self.plain((steps.t or 0.0) * steps.se)
        formula = (
            f"f ± t(0,90; df {steps.df}) × se = {self.plain(steps.f)} ±"
            f" {self.plain(steps.t)} × {self.plain(steps.se)} = {self.plain(steps.f)} ± {reach}"
        )
        return [se, Step(said, formula.replace("0,90;", f"{self.plain(0.9)};"))]

    def odds(self) -> list[Step]:
        """The chance to reach the target, told in tenths."""
        steps = self.steps
        if steps.p is None or steps.target is None or not steps.se or steps.forecast is None:
            return []
        sign = steps.direction or 1
        gap = f"{self.plain(steps.forecast)} {MINUS} {self.bracketed(steps.target)}"
        if sign < 0:
            gap = f"{self.plain(steps.target)} {MINUS} {self.bracketed(steps.forecast)}"
        score = sign * (steps.forecast - steps.target) / steps.se
        words = {"chance": chance(self.part.assessment), "df": steps.df}
        return [
            Step(
                _("The distance to the target in uncertainties gives the chance: %(chance)s.")
                % words,
                f"P = T(({gap}) / {self.plain(steps.se)}; df {steps.df})"
                f" = T({self.plain(score)}; df {steps.df})",
            )
        ]

    def bracketed(self, value: float | None) -> str:
        """A number after an operator: a negative one in brackets."""
        shown = self.plain(value)
        return f"({shown})" if (value or 0.0) < 0 else shown


def trimmed(value: float, most: int) -> int:
    """Decimals without noughts at the end."""
    text = f"{abs(value):.{most}f}"
    return len(text.rstrip("0").partition(".")[2]) if "." in text else 0
