"""The assessment as spreadsheet formulas: the rules of `suunta.core.assess`, cell by cell.

A name in braces becomes the cell of that name; {ts}, {ys} and {es} are the columns of the figures
that take part, {status_met} and its like the word for a status.
"""

from __future__ import annotations

from suunta.core.assess.forecast import BAND_QUANTILE, FEWEST_FOR_FORECAST
from suunta.core.assess.status import (
    AT_RISK_FROM,
    OLD_AFTER_PERIODS,
    ON_TRACK_FROM,
    ROUNDING,
    SAME_DAY,
)
from suunta.core.assess.trend import Z95

DAY = repr(SAME_DAY)


def when(condition: str, then: str, otherwise: str = '""') -> str:
    """IF; an empty cell where the condition does not hold."""
    return f"IF({condition},{then},{otherwise})"


def is_number(*names: str) -> str:
    """Whether all the named cells hold a number."""
    tests = ",".join(f"ISNUMBER({{{name}}})" for name in names)
    return f"AND({tests})" if len(names) > 1 else tests


def forecast_step(formula: str) -> str:
    """A step that exists only where a forecast is made."""
    return "=" + when(is_number("f"), formula)


def within_limits(value: str) -> str:
    """A value kept between the lowest and the highest possible one."""
    lowest = when(is_number("lowest"), "{lowest}", "-1E+300")
    highest = when(is_number("highest"), "{highest}", "1E+300")
    return f"MIN({highest},MAX({lowest},{value}))"


def meets(value: str) -> str:
    """Whether a value meets the target and stays within its range."""
    away = f"{{direction}}*(({value})-{{target}})"
    reached = when("{strict}", f"{away}>0", f"{away}>=0")
    inside = when(is_number("far"), f"{{direction}}*(({value})-{{far}})<=0", "TRUE")
    return when(is_number("target"), f"AND({reached},{inside})", "FALSE")


def chance_beyond(level: str) -> str:
    """The chance that the value at the deadline lies beyond a level."""
    return f"T.DIST({{direction}}*({{forecast}}-{{{level}}})/{{se}},{{df}},TRUE)"


def bound95(interval: str, sign: str) -> str:
    """An end of the newest value's interval; from its variance where none was given."""
    margin = f"{{yn}}{sign}{Z95!r}*SQRT(N({{vn}}))"
    return when(is_number(interval), f"{{{interval}}}", margin)


def first_of(*rules: tuple[str, str], otherwise: str) -> str:
    """The answer of the first condition that holds."""
    formula = otherwise
    for condition, answer in reversed(rules):
        formula = when(condition, answer, formula)
    return formula


FORECAST = {
    "n": "=COUNT({ys})",
    "span": "=" + when("{n}>=2", "{tn}-{t1}"),
    "h": "="
    + when(is_number("deadline", "tn"), when(f"{{deadline}}-{{tn}}>{DAY}", "{deadline}-{tn}")),
    "b": "=" + when("{n}>=2", "({yn}-{y1})/{span}"),
    "f": "="
    + when(f"AND({{n}}>={FEWEST_FOR_FORECAST},{is_number('h')})", "{yn}+{damping}*{b}*{h}"),
    "forecast": forecast_step(within_limits("{f}")),
    "squares": "=" + when("{n}>=2", "SUM({es})"),
    "s2": forecast_step("MAX({squares}/{span},2*N({vn}))"),
    "se": forecast_step("SQRT({s2}*{h}*(1+{h}/{span}))"),
    "df": forecast_step("{n}-1"),
    "t": forecast_step(f"T.INV({BAND_QUANTILE},{{df}})"),
    "low": forecast_step(within_limits("{forecast}-{t}*{se}")),
    "high": forecast_step(within_limits("{forecast}+{t}*{se}")),
    "p": forecast_step(
        when(
            f"AND({is_number('target')},{{s2}}>0)",
            f"MAX(0,{chance_beyond('target')}-{when(is_number('far'), chance_beyond('far'), '0')})",
        )
    ),
}
CHANCE = when(is_number("p"), "{p}", when("{forecast_meets}", "1", "0"))
AT_DEADLINE = f"ABS({{deadline}}-{{tn}})<{DAY}"
WITHIN_DEADLINE = when(
    is_number("deadline_start", "gap"),
    f"AND({{tn}}>{{deadline_start}}+{DAY},{{deadline}}-{{tn}}<{{gap}}-{DAY})",
    "FALSE",
)
ANSWERS = {
    "required": "=" + when(is_number("target", "h"), "({target}-{yn})/{h}"),
    "met": "=" + when("{n}>0", meets("{yn}"), "FALSE"),
    "forecast_meets": "=" + when(is_number("f"), meets("{forecast}"), "FALSE"),
    "come": "="
    + when(
        f"AND({is_number('deadline')},{{n}}>0)",
        f"OR({AT_DEADLINE},{when(is_number('today'), f'{{today}}>={{deadline}}-{DAY}', 'FALSE')})",
        "FALSE",
    ),
    "there": "="
    + when(
        f"AND({is_number('deadline')},{{n}}>0)", f"OR({AT_DEADLINE},{WITHIN_DEADLINE})", "FALSE"
    ),
    "old": "="
    + when(
        is_number("today", "newest"),
        f"{{today}}-{{newest}}>{OLD_AFTER_PERIODS}*MAX(N({{gap}}),1)+{DAY}",
        "FALSE",
    ),
    "result": "="
    + first_of(
        (
            f"NOT({is_number('target')})",
            when("{judgeable}", "{status_no_target}", "{status_no_data}"),
        ),
        ("{suppressed}", "{status_no_data}"),
        (f"AND({{n}}=0,NOT({is_number('newest')}),NOT({{baseline_only}}))", "{status_no_data}"),
        ("OR({baseline_only},{n}=0,{old},AND({come},NOT({there})))", "{status_awaiting}"),
        ("{met}", "{status_met}"),
        ("{come}", "{status_missed}"),
        (f"OR({{n}}<{FEWEST_FOR_FORECAST},NOT({is_number('deadline')}))", "{status_too_early}"),
        (f"{CHANCE}>={ON_TRACK_FROM}-{ROUNDING}", "{status_on_track}"),
        (f"{CHANCE}>={AT_RISK_FROM}-{ROUNDING}", "{status_at_risk}"),
        otherwise="{status_off_track}",
    ),
    "certain": "="
    + when(
        "{result}={status_met}",
        f"AND({meets(bound95('low95', '-'))},{meets(bound95('high95', '+'))})",
        "FALSE",
    ),
}
