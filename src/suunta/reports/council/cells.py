"""Cells of one part of a measure: baseline, target, outcome, forecast, explanation."""

from __future__ import annotations

from suunta.core.assess.notes import read_note
from suunta.core.scorecard import PartView, StateEntry, TargetView, ToldView
from suunta.reports.blocks import Cell, Number, Run
from suunta.reports.council.words import Words
from suunta.reports.wording.chances import JUDGED_BY_CHANCE, chance
from suunta.reports.wording.headlines import Headline, headline
from suunta.reports.wording.judged import judged_unit, judged_words, manner
from suunta.reports.wording.leads import outcome
from suunta.reports.wording.missing import missing_words
from suunta.reports.wording.noted import due_value
from suunta.reports.wording.numbers import decimals, number, quantity, round_tens, unit_words
from suunta.reports.wording.periods import day, month, period
from suunta.reports.wording.remarks import REASONS
from suunta.reports.wording.targets import SIGNS, due_words, frequency, target_words

LONGEST = 600  # signs of an owner's own words in a cell; all of them stand on the pages


def form_of(
    value: float, unit: str | None, language: str, *, before: str = "", after: str = ""
) -> str:
    """How a workbook writes the number: as many decimals as are worth showing, the unit, and the
    words around both."""
    count = decimals(round(value, 2))
    digits = "#,##0" + ("." + "0" * count if count else "")
    words = " ".join(each for each in (unit_words(unit, language), after) if each)
    words = words.replace('"', "")
    return (f'"{before} "' if before else "") + digits + (f'" {words}"' if words else "")


def baseline(part: PartView, words: Words) -> Cell:
    """The starting value that the document names, with its time."""
    known = next((each for each in part.baseline if each.value is not None), None)
    if known is None or known.value is None:
        return words.say("none")
    unit = known.unit or part.unit
    text = quantity(known.value, unit, words.language)
    when = period(known.period, words.language)
    shown = f"{text} ({when})" if when else text
    return Number(known.value, shown, form_of(known.value, unit, words.language))


def baseline_period(part: PartView, words: Words) -> str:
    """The time of the starting value."""
    known = next((each for each in part.baseline if each.value is not None), None)
    return period(known.period, words.language) if known else ""


def target(part: PartView, words: Words) -> Cell:
    """The level to reach and by when, in few words."""
    said = target_words(part, words.language)
    if not said:
        return words.say("none")
    until = "" if part.target and part.target.per == "year" else due_words(part, words.language)
    shown = f"{said} ({until})" if until else said
    plain = target_number(part)
    if plain is None or plain.value is None:
        return shown
    sign = SIGNS.get(plain.comparator, "")
    form = form_of(plain.value, plain.unit, words.language, before=sign, after=frequency(plain))
    return Number(plain.value, shown, form)


def target_number(part: PartView) -> TargetView | None:
    """The target where it is one level that a workbook can hold as a number."""
    target = part.target
    if target is None or target.basis not in (None, "absolute") or target.value_max is not None:
        return None
    if target.approximate or target.comparator == "rank_top_fraction" or manner(part):
        return None
    return target if due_value(part, target) == target.value else None


def result(part: PartView, words: Words) -> Cell:
    """What is known of the outcome: the figure that is judged, or the state of a milestone."""
    if part.kind == "milestone":
        return state_words(part.state or "not_reported", part.states, words)
    line = headline(part, words.language)
    if line is None:
        return words.say("unknown")
    shown = f"{line.words} ({line.when})"
    value = outcome_value(part, line)
    if value is None or line.figure.approximate:
        return shown
    unit = judged_unit(part) if manner(part) else line.figure.unit
    return Number(value, shown, form_of(value, unit, words.language))


def outcome_value(part: PartView, line: Headline) -> float | None:
    """The number that a headline shows."""
    if manner(part) and part.assessment:
        return part.assessment.value
    return line.figure.value


def outcome_period(part: PartView, words: Words) -> str:
    """The time of the outcome."""
    line = headline(part, words.language) if part.kind != "milestone" else None
    return line.when if line else ""


def state_words(state: str, states: tuple[StateEntry, ...], words: Words) -> str:
    """The state of an action or milestone, and since when."""
    label = words.label("action", state)
    step = next((each for each in reversed(states) if each.state), None)
    return f"{label} ({step_day(step, words.language)})" if step else label


def step_day(step: StateEntry, language: str) -> str:
    """When a step was taken, as exactly as its source says."""
    if step.precision == "year":
        return str(step.on.year)
    if step.precision == "month":
        return month(step.on.year, step.on.month, language)
    return day(step.on, language)


def forecast(part: PartView, words: Words) -> Cell:
    """Where the figure is heading by the deadline, and with which chance; the owner's own too."""
    sums = part.assessment
    own = own_forecast(part, words)
    if sums is None or sums.forecast is None or sums.status not in JUDGED_BY_CHANCE:
        return own or words.say("none")
    middle = round_tens(sums.forecast)
    said = [judged_words(part, middle, words.language)]
    if sums.low80 is not None and sums.high80 is not None:
        band = [number(round_tens(each), words.language) for each in (sums.low80, sums.high80)]
        said = [f"{said[0]} ({'–'.join(band)})"]
    said += [each for each in (chance(sums), own) if each]
    return Number(middle, "\n".join(said), form_of(middle, judged_unit(part), words.language))


def own_forecast(part: PartView, words: Words) -> str:
    """What the owner expects of the year."""
    if part.told is None or part.told.forecast is None:
        return ""
    return words.note("own_forecast", value=judged_words(part, part.told.forecast, words.language))


def explanation(part: PartView, words: Words) -> list[Run]:
    """Why the status is what it is, and what the owner says."""
    said = [Run(reason(part, words))]
    step = next((each for each in reversed(part.states) if each.note), None)
    if part.kind == "milestone" and step:
        said += [Run("\n"), words.text(step.note)]
    for run in told_runs(part.told, words):
        said += [Run("\n"), run]
    return said


def reason(part: PartView, words: Words) -> str:
    """Why it cannot be judged, what is missing, or what the status means."""
    note = part.assessment.note if part.assessment else None
    explained = any(remark.code in REASONS for remark in read_note(note))
    if part.status in ("no_data", "awaiting", "no_target") and not explained:
        unnamed = part.kind == "milestone" and bool(part.states)
        if not unnamed and headline(part, words.language) is None:
            return missing_words(part, words.language)
    return outcome(part, words.language)


def told_runs(told: ToldView | None, words: Words) -> list[Run]:
    """The owner's judgement, reason and words, each in a line."""
    if told is None:
        return []
    lines = []
    if told.verdict:
        verdict = words.label("verdict", told.verdict).lower()
        lines.append(Run(words.note("own_verdict", verdict=verdict)))
    if told.reason:
        lines.append(quoted("own_reason", told, words.text(told.reason), words))
    if told.comment:
        lines.append(quoted("comment", told, words.text(told.comment), words))
    return lines


def quoted(key: str, told: ToldView, said: Run, words: Words) -> Run:
    """Somebody's own words in a sentence that says whose they are."""
    post = told.post.shown(words.language).text
    return Run(words.note(key, text=shortened(said.text), post=post), language=said.language)


def shortened(text: str) -> str:
    """At most as many signs as a cell bears, cut between words."""
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(None, 1)[0] + " …"


def correction(told: ToldView | None, words: Words) -> Run:
    """What is done about a deviation; says so where nobody has told."""
    if told is None or not told.corrective:
        return Run(words.note("no_correction"))
    return quoted("correction", told, words.text(told.corrective), words)
