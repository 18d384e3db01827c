"""Words that would do, where rules can make them; in the language of the document."""

from __future__ import annotations

import re

from suunta.core.lint.actions import is_soft
from suunta.core.lint.finding import Draft
from suunta.core.lint.report.settings import wording
from suunta.core.strategy import Strategy
from suunta.core.texts import LANGUAGES


def proposal_of(draft: Draft, strategy: Strategy) -> str | None:
    """Words to paste in place of those of the finding, None where only people can know them."""
    templates = wording(document_language(strategy))["proposals"]
    text = draft.text.strip().rstrip(".:;, ")
    last, this = strategy.term.end, strategy.action_year or strategy.term.end
    if draft.code == "target-without-deadline" and last and _stands_alone(draft, strategy):
        return _filled(templates["deadline"], text, last)
    if draft.code == "action-without-measure" and this and not is_soft(draft.text):
        return _filled(templates["step"], text, this)
    if draft.code == "duplicate-measure":
        return _first_place(draft, strategy, templates["see"])
    if draft.code == "unit-written-two-ways":
        return _one_unit(draft)
    return None


def _stands_alone(draft: Draft, strategy: Strategy) -> bool:
    """Whether the measure's own words hold the target, as no cell beside them would, and have no
    unfilled gap: then a deadline is all that they lack."""
    for measure in strategy.measures():
        if measure.id == draft.measure:
            subs = measure.sub_measures
            own = any(part.field == "target_value" for sub in subs for part in sub.parts)
            return own and not any(sub.placeholder for sub in subs)
    return False


def document_language(strategy: Strategy) -> str:
    """The document's language, Finnish where it is none of ours."""
    return strategy.language if strategy.language in LANGUAGES else LANGUAGES[0]


def _filled(template: str, text: str, year: int) -> str:
    return template.format(text=text, year=year)


def _first_place(draft: Draft, strategy: Strategy, template: str) -> str | None:
    same = _letters(draft.text)
    first = next((m for m in strategy.measures() if _letters(m.text) == same), None)
    return template.format(place=first.id) if first and first.id != draft.measure else None


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


def _one_unit(draft: Draft) -> str | None:
    """The measure with the target's word for the unit in both places."""
    unit, other = draft.fills["unit"], draft.fills["other"]
    changed = re.sub(rf"(?<!\w){re.escape(str(other))}(?!\w)", str(unit), draft.text, flags=re.I)
    return changed if changed != draft.text else None
