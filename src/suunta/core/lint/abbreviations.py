"""Rules about abbreviations and names that the document never explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from suunta.core.lint.finding import Draft
from suunta.core.lint.kinship import words
from suunta.core.strategy import Span, Strategy

LETTERS = r"[^\W\d_]"
# "MAL", "AK-", "LOPS2021", "T3", "C10": capitals, or a capital and figures.
CAPITALS = re.compile(r"(?<![\w-])([A-ZÅÄÖ]{2,}\d*|[A-ZÅÄÖ]\d{1,3})(?![\w])(?=$|\W)")
# "tkv", "pts", "vl": lower case without a vowel.
VOWELLESS = re.compile(r"(?<![\w/.-])([bcdfghjklmnpqrstvwxz]{2,5})(?![\w])", re.U)
GAP = re.compile(r"x+", re.I)  # an unfilled target, told elsewhere
# A name as a source in a parenthesis, before a stroke there, or before a telling ending.
IN_PARENTHESIS = re.compile(r"\(([A-ZÅÄÖ][a-zåäö]+)(?=\)|/| (?:19|20)\d\d)")
COMPOUND = re.compile(r"(?<!\w)([A-ZÅÄÖ][a-zåäö]+)[-\u2011]([a-zåäö]+)")


@dataclass(frozen=True)
class _Text:
    """A text of the document and where it stands."""

    goal: str
    measure: str | None
    text: str
    span: Span


def abbreviation_findings(strategy: Strategy) -> Iterator[Draft]:
    """Every unexplained abbreviation and name, at its first place."""
    found = _texts(strategy)
    whole = "\n".join(item.text for item in found)
    shouted = {word for item in found if item.text.isupper() for word in item.text.split()}
    codes = _responsible(strategy, whole.lower())
    parties = _parties(strategy) - {code.lower() for code in codes}
    for name, kind in {**_names(whole, strategy), **_abbreviations(whole), **codes}.items():
        places = [item for item in found if _stands_in(name, item.text, name in codes)]
        open_to_doubt = name in codes or not _is_explained(name, whole)
        open_to_doubt = open_to_doubt and not GAP.fullmatch(name) and name.lower() not in parties
        if places and open_to_doubt and name not in shouted and not _is_known(name):
            yield _draft(name, kind, places)


def _parties(strategy: Strategy) -> set[str]:
    """The responsible parties by name: an office is no system that needs explaining."""
    actions = (action for goal in strategy.goals() for action in goal.actions)
    return {name.lower() for action in actions for name in action.responsible if len(name) > 5}


def _draft(name: str, kind: str, places: list[_Text]) -> Draft:
    first = places[0]
    at = first.text.lower().find(name.lower())
    span = Span(first.span.lines, start=at, end=at + len(name)) if at >= 0 else first.span
    return Draft(
        kind,
        "warning" if kind == "undefined-abbreviation" else "notice",
        first.goal,
        first.measure,
        name,
        span,
        {"name": name, "count": str(len(places))},
    )


def _texts(strategy: Strategy) -> list[_Text]:
    return [
        _Text(goal.number, identifier, text, span)
        for goal in strategy.goals()
        for identifier, text, span in (
            *((None, text, goal.span) for text in (goal.title, *goal.sub_bullets)),
            *((a.id, text, a.span) for a in goal.actions for text in (a.text, *a.nested)),
            *((m.id, m.text, m.span) for m in goal.measures),
        )
    ]


def _stands_in(name: str, text: str, is_code: bool) -> bool:
    """Whether a text holds the name: codes in any case, capitals and vowelless words whole, names
    with any ending."""
    ending = r"(?![^\W\d_])" if name.isupper() or name.islower() else ""
    pattern = rf"(?<!\w){re.escape(name)}{'' if is_code else ending}"
    return re.search(pattern, text, re.I if is_code else 0) is not None


def _abbreviations(whole: str) -> dict[str, str]:
    found = dict.fromkeys(CAPITALS.findall(whole))
    found.update(dict.fromkeys(VOWELLESS.findall(whole)))
    return dict.fromkeys(found, "undefined-abbreviation")


def _responsible(strategy: Strategy, lower: str) -> dict[str, str]:
    """Short codes in lower or mixed case that the legend does not hold ("heke"), each once.

    lower: all texts of the document in lower case."""
    legend = {mark.code for mark in strategy.sector_legend}
    legend |= {mark.name.lower() for mark in strategy.sector_legend}
    actions = (action for goal in strategy.goals() for action in goal.actions)
    spellings: dict[str, str] = {}
    for code in (code for action in actions for code in action.responsible):
        spellings.setdefault(code.lower(), code)
    return {
        code: "undefined-abbreviation"
        for plain, code in spellings.items()
        if len(code) <= 5
        and code.isalpha()
        and not any(name.startswith(piece) for piece in plain.split("-") for name in legend)
        and not _opens_a_name(plain, lower)
    }


def _opens_a_name(code: str, lower: str) -> bool:
    """Whether a code is the first word of a party of several words ("vård och omsorg")."""
    return re.search(rf"(?<!\w){re.escape(code)}\s(?:och|ja|and)\s", lower) is not None


def _names(whole: str, strategy: Strategy) -> dict[str, str]:
    """Names of systems and surveys, by the places where such names stand."""
    lower = set(re.findall(r"(?<!\w)[a-zåäö]{3,}", whole))
    own = (strategy.municipality or "\0")[:5]
    plain = tuple(words()["no_explanation"])
    candidates = [*IN_PARENTHESIS.findall(whole), *_beside_words(whole)]
    candidates += [name for name, second in COMPOUND.findall(whole) if second.startswith(plain)]
    names = {
        _nominative(name, whole)
        for name in candidates
        if not _is_plain(name, lower) and not name.startswith(own)
    }
    return dict.fromkeys(sorted(names), "unexplained-name")


def _beside_words(whole: str) -> list[str]:
    """Names before or after words that speak of a system ("Maisan kautta", "via Maisa")."""
    after = "|".join(re.escape(w) for listed in words()["after_names"].values() for w in listed)
    before = "|".join(re.escape(w) for listed in words()["before_names"].values() for w in listed)
    name = r"([A-ZÅÄÖ][a-zåäö]{2,})"
    found: list[str] = re.findall(rf"(?<!\w){name}[ -]?(?<=\W)(?:{after})", whole)
    found += re.findall(rf"(?<!\w)(?:{before}) {name}", whole)
    return found


def _nominative(name: str, whole: str) -> str:
    """The name without a Finnish genitive's ending, in the form that the document has if any."""
    forms = re.findall(rf"(?<!\w){re.escape(name[:4])}[a-zåäö]*", whole)
    plain = [form for form in forms if form[-1] in "aeiouyäö"]
    if not name.endswith("n") or len(name) < 5:
        return name
    return min(plain, key=len) if plain else name[:-1]


def _is_plain(name: str, lower: set[str]) -> bool:
    """Whether the word also stands in lower case, with any ending: then it is no name."""
    beginning = name.lower()[: max(4, len(name) - 1)]
    return any(word.startswith(beginning) for word in lower)


def _is_explained(name: str, whole: str) -> bool:
    """Whether words and the name in parentheses stand side by side, either way round."""
    quoted = re.escape(name)
    if any(_spells_out(name, before) for before in whole.split(f"({name})")[:-1]):
        return True
    return (
        re.search(rf"(?<!\w){quoted}[a-zåäö]* \([^()\n]*{LETTERS}{{6,}} [^()\n]*\)", whole)
        is not None
    )


def _spells_out(name: str, before: str) -> bool:
    """Whether the words up to the bracket, in the same sentence, can be those of the name."""
    near = re.split(r"[()\n]", before)[-1]
    return re.search(rf"{LETTERS}{{4}}", near) is not None and _opens_with(name, near)


def _opens_with(name: str, before: str) -> bool:
    """Whether one of the words before begins with the abbreviation's first letter."""
    return any(word[0].lower() == name[0].lower() for word in re.findall(r"\w+", before)[-6:])


@cache
def _known() -> frozenset[str]:
    return frozenset(word.lower() for word in words()["known"])


def _is_known(name: str) -> bool:
    return name.lower() in _known() or re.sub(r"\d+$", "", name.lower()) in _known()
