"""The difference of two versions as rows to show: probably the same, changed, moved, added,
withdrawn and renumbered, each item with its place and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from suunta.core.difference import Change, Item, Pair, Piece, items, word_changes
from suunta.core.strategy import Strategy, SubMeasure
from suunta.jobs.versions import Compared
from suunta.web.shared.versions.parts import Fact, changed_facts, facts_of

SECTIONS = ("probable", "changed", "moved", "added", "withdrawn", "renumbered")
# What a person can say of: the kinds whose history goes on.
JUDGED = ("goal", "action", "measure")
# Numbered by place alone: another number says nothing.
BY_PLACE = ("sub_point", "part")


@dataclass(frozen=True)
class Row:
    """One item. `was`: its number before, where it is another; `note`: what it was made of or
    taken into; `carried`: its history goes on in the newer version."""

    kind: str
    code: str
    pieces: tuple[Piece, ...]
    was: str = ""
    old_code: str = ""
    place: str = ""
    place_was: str = ""
    facts: tuple[Fact, ...] = ()
    note: str = ""
    said: bool = False
    carried: bool = True
    # Of an added item: what was withdrawn and may be the same, code and words.
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def judged(self) -> bool:
        """Whether a person can say what it continues."""
        return self.kind in JUDGED


@dataclass(frozen=True)
class Section:
    """The rows of one kind of change."""

    key: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Shown:
    """A difference laid out. `loose`: how many goals, actions and measures are the same by their
    words while their history is not carried over."""

    sections: tuple[Section, ...]
    unchanged: int
    loose: int


def kind_words(kind: str) -> str:
    """What an item is."""
    return {
        "strategy": _("Strategy"),
        "area": _("Focus area"),
        "goal": _("Goal"),
        "sub_point": _("Sub-point"),
        "action": _("Action"),
        "measure": _("Measure"),
        "part": _("Part of a measure"),
    }[kind]


def section_words(key: str) -> str:
    """What became of the rows of a section."""
    return {
        "probable": _("Probably the same"),
        "changed": _("Changed"),
        "moved": _("Moved"),
        "added": _("Added"),
        "withdrawn": _("Withdrawn"),
        "renumbered": _("Only renumbered"),
    }[key]


def shown(compared: Compared, language: str) -> Shown:
    """The difference in words of a language."""
    built = _Rows(compared, language)
    by_section = built.by_section()
    sections = tuple(Section(key, tuple(by_section[key])) for key in SECTIONS if by_section[key])
    return Shown(sections, compared.difference.unchanged, built.loose())


class _Rows:
    """Builds the rows of one difference."""

    def __init__(self, compared: Compared, language: str) -> None:
        self.compared, self.language = compared, language
        self.difference = compared.difference
        self.old = {(item.kind, item.id): item for item in items(compared.before)}
        self.new = {(item.kind, item.id): item for item in items(compared.after)}
        self.old_parts, self.new_parts = parts_of(compared.before), parts_of(compared.after)
        self.pairs = {(pair.kind, pair.new_id): pair for pair in self.difference.pairs}
        self.facts = self._part_facts()

    def by_section(self) -> dict[str, list[Row]]:
        """All rows by what became of them, in the order of the documents."""
        found: dict[str, list[Row]] = defaultdict(list)
        changed = {(change.kind, change.id): change for change in self.difference.changed}
        for key, item in self.new.items():
            change = changed.get(key)
            if item.kind == "part":
                continue
            if change and not (change.renumbered and not self.facts.get(item.id)):
                found[self._section(change)].append(self._changed(change))
            elif item.kind == "measure" and self.facts.get(item.id) and key in self.pairs:
                found["changed"].append(self._only_parts(item))
            elif change and item.kind not in BY_PLACE:
                found["renumbered"].append(self._changed(change))
        found["added"] = [self._added(item) for item in self.difference.added if _own(item)]
        found["withdrawn"] = [self._gone(item) for item in self.difference.withdrawn if _own(item)]
        return found

    def loose(self) -> int:
        """Pairs by words that are not on record."""
        sure = (pair for pair in self.difference.pairs if pair.certainty != "probable")
        return sum(pair.kind in JUDGED and not self._carried(pair) for pair in sure)

    def _section(self, change: Change) -> str:
        if change.certainty == "probable":
            return "probable"
        return "moved" if change.moved else "changed"

    def _changed(self, change: Change) -> Row:
        old, new = self.old[change.kind, change.old_id], self.new[change.kind, change.id]
        place, before = self._place(new, self.new), self._place(old, self.old)
        return Row(
            change.kind,
            "" if change.kind == "strategy" else change.id,
            word_changes(old.text, new.text),
            was="" if change.old_id == change.id else change.old_id,
            old_code=change.old_id,
            place=place,
            place_was=before if change.moved else "",
            facts=(*self._said_facts(old, new), *self.facts.get(change.id, ())),
            note=self._note(change.kind, change.id),
            said=change.certainty == "said",
            carried=self._carried(self.pairs[change.kind, change.id]),
        )

    def _only_parts(self, item: Item) -> Row:
        pair = self.pairs["measure", item.id]
        return Row(
            "measure",
            item.id,
            (Piece("same", item.text),),
            was="" if pair.old_id == item.id else pair.old_id,
            old_code=pair.old_id,
            place=self._place(item, self.new),
            facts=self.facts[item.id],
            carried=self._carried(pair),
        )

    def _added(self, item: Item) -> Row:
        parts = self.new_parts.get(item.id, {}) if item.kind == "measure" else {}
        facts = tuple(
            Fact(label, "", words)
            for sub in parts.values()
            for label, words in facts_of(sub, self.language).items()
        )
        place = self._place(item, self.new)
        note = self._note(item.kind, item.id)
        pieces = (Piece("ins", item.text),)
        choices = tuple(
            (gone.id, gone.text) for gone in self.difference.withdrawn if gone.kind == item.kind
        )
        return Row(item.kind, item.id, pieces, place=place, facts=facts, note=note, choices=choices)

    def _gone(self, item: Item) -> Row:
        place = self._place(item, self.old)
        note = self._note(item.kind, item.id, gone=True)
        pieces = (Piece("del", item.text),)
        return Row(item.kind, item.id, pieces, old_code=item.id, place=place, note=note)

    def _carried(self, pair: Pair) -> bool:
        if pair.kind not in JUDGED:
            return True
        return self.compared.links.get(pair.kind, {}).get(pair.new_id) == pair.old_id

    def _place(self, item: Item, known: dict[tuple[str, str], Item]) -> str:
        kind = {"goal": "area"}.get(item.kind, "goal")
        parent = known.get((kind, item.parent))
        return f"{parent.id} {parent.text}" if parent else ""

    def _note(self, kind: str, code: str, *, gone: bool = False) -> str:
        """What an item was split from or merged into."""
        for one in self.difference.related:
            if one.kind == kind and one.how == "split" and one.new_id == code and not gone:
                return _("Split from %(code)s") % {"code": one.old_id}
            if one.kind == kind and one.how == "merged" and one.old_id == code and gone:
                return _("Merged into %(code)s") % {"code": one.new_id}
        return ""

    def _said_facts(self, old: Item, new: Item) -> Iterator[Fact]:
        """What else is said of an item and not of its parts."""
        labels = {
            "slogan": _("Slogan"),
            "subtitle": _("Subtitle"),
            "vision": _("Vision"),
            "language": _("Language"),
            "term": _("Council term"),
            "action_year": _("Year of the actions"),
            "year": _("Year"),
            "responsible": _("Responsible"),
            "nested": _("Items"),
            "sectors": _("Sector"),
        }
        for name, label in labels.items():
            before, after = old.said.get(name), new.said.get(name)
            if before != after:
                between = "–" if name == "term" else ", "
                yield Fact(label, said_words(before, between), said_words(after, between))

    def _part_facts(self) -> dict[str, tuple[Fact, ...]]:
        """Measure -> what is said otherwise of its parts; their names where it has several."""
        found: dict[str, list[Fact]] = defaultdict(list)
        continues = self.difference.continues.get("part", {})
        for measure, pair in ((c, p) for (kind, c), p in self.pairs.items() if kind == "measure"):
            before = dict(self.old_parts.get(pair.old_id, {}))
            several = len(before) > 1 or len(self.new_parts.get(measure, {})) > 1
            for code, sub in self.new_parts.get(measure, {}).items():
                old = before.pop(continues.get(code, ""), None)
                found[measure] += _named(changed_facts(old, sub, self.language), sub, several)
            kept = set(continues.values())
            for code, sub in before.items():
                if code not in kept:
                    found[measure] += _named(changed_facts(sub, None, self.language), sub, several)
        return {measure: tuple(facts) for measure, facts in found.items() if facts}


def _named(facts: Iterator[Fact], sub: SubMeasure, several: bool) -> Iterator[Fact]:
    for fact in facts:
        label = f"{sub.indicator}: {fact.label.lower()}" if several else fact.label
        yield Fact(label, fact.old, fact.new)


def _own(item: Item) -> bool:
    """Whether an item is a row of its own; parts are told with their measures."""
    return item.kind != "part"


def parts_of(strategy: Strategy) -> dict[str, dict[str, SubMeasure]]:
    """Measure -> its parts by their ids."""
    return {
        measure.id: {
            f"{measure.id}.{number}": sub for number, sub in enumerate(measure.sub_measures, 1)
        }
        for measure in strategy.measures()
    }


def said_words(value: object, between: str = ", ") -> str:
    """A plain value in words."""
    if isinstance(value, list):
        return between.join(str(each) for each in value if each is not None)
    return "" if value is None else str(value)
