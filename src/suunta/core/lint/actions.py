"""Rules about actions: who answers for them, what measures them, whether they are actions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suunta.core.lint.finding import Draft
from suunta.core.lint.kinship import content_words, shared_words, words
from suunta.core.strategy import Action, Goal, Measure, Span, Strategy

CLOSE = 2  # shared stems by which a measure follows a second action, or a soft one
SOFT_WITHIN = 3  # words from the beginning among which the verb stands


def action_findings(strategy: Strategy) -> Iterator[Draft]:
    """What the actions leave open."""
    for goal in strategy.goals():
        followed = followed_actions(goal.actions, goal.measures)
        for action in goal.actions:
            if not action.responsible:
                yield _draft("action-without-responsible", "notice", goal, action)
            if is_indicator(action.text, strategy.language):
                yield _draft("indicator-in-action-column", "warning", goal, action)
            elif action.id not in followed:
                yield _draft("action-without-measure", "warning", goal, action)


def _draft(code: str, severity: str, goal: Goal, action: Action) -> Draft:
    return Draft(
        code,
        "warning" if severity == "warning" else "notice",
        goal.number,
        action.id,
        action.text,
        Span(action.span.lines),
    )


def followed_actions(actions: Sequence[Action], measures: Sequence[Measure]) -> set[str]:
    """The identifiers of the actions that some measure of the goal follows.

    An action and a measure belong together by the stems they share, the closest first, each
    measure serving one action before it serves another; what is left over belongs together in the
    order of the columns. An action that only ensures or encourages needs a close measure.
    """
    scores = {
        (a, m): _closeness(action, measure)
        for a, action in enumerate(actions)
        for m, measure in enumerate(measures)
    }
    soft = {a for a, action in enumerate(actions) if is_soft(action.text)}
    taken: dict[int, int] = {}
    lengths = [max(1, len(content_words(measure.text))) for measure in measures]

    def nearest(pair: tuple[int, int]) -> tuple[float, ...]:
        # Of two measures that share as much, the one that says little else.
        a, m = pair
        return (-scores[pair], -scores[pair] / lengths[m], abs(a - m), a, m)

    for a, m in sorted(scores, key=nearest):
        least = CLOSE if a in soft else 1
        if scores[a, m] >= least and a not in taken and m not in taken.values():
            taken[a] = m
    followed = set(taken) | {a for (a, m), score in scores.items() if score >= CLOSE}
    followed |= {a for (a, m), score in scores.items() if score and a == m and a not in soft}
    followed |= _in_order(taken, [a for a in range(len(actions)) if a not in soft], len(measures))
    return {actions[a].id for a in followed}


def is_soft(text: str) -> bool:
    """Whether an action ensures, encourages or requires, without a thing done at its end."""
    opening = text.lower().split()[:SOFT_WITHIN]
    verbs = tuple(verb for listed in words()["soft_verbs"].values() for verb in listed)
    return any(word.startswith(verbs) for word in opening)


def _closeness(action: Action, measure: Measure) -> int:
    text = " ".join((action.text, *action.nested))
    return shared_words(measure.text, text)


def _in_order(taken: dict[int, int], actions: Sequence[int], measures: int) -> set[int]:
    """Unpaired actions that have an unpaired measure between the measures of their neighbours."""
    found = set()
    used = set(taken.values())
    for a in actions:
        if a in taken:
            continue
        low = max((m for b, m in taken.items() if b < a), default=-1)
        high = min((m for b, m in taken.items() if b > a), default=measures)
        free = next((m for m in range(low + 1, high) if m not in used), None)
        if free is not None:
            used.add(free)
            found.add(a)
    return found


def is_indicator(text: str, language: str) -> bool:
    """Whether an action's text names a quantity and no act.

    Finnish tells the act by its endings, wherever the quantity stands; Swedish and English put
    the quantity first ("Antal ...", "Number of ...") and the act in a word of its own.
    """
    found = re.findall(r"%?-?[^\W\d_][\w-]*", text.lower())
    nouns = set(words()["indicator_nouns"].get(language, ()))
    if language != "fi":
        acts = set(words()["act_words"].get(language, ()))
        return bool(nouns & set(found[:2])) and not acts & set(found)
    endings = tuple(words()["act_endings"])
    acts_told = any(word.endswith(endings) for word in found if word not in nouns and len(word) > 4)
    return bool(nouns & set(found)) and not acts_told
