"""What a document is compared with: the newest version of its term, or, where it is the first of
its term, what was last adopted in another."""

from __future__ import annotations

from dataclasses import dataclass

from suunta.core.difference import Difference, Judged, compare
from suunta.core.strategy import Strategy
from suunta.store.actions.find import newest_version
from suunta.store.actions.versions import term_text
from suunta.store.models import Municipality, StrategyVersion
from suunta.store.models.choices import PUBLIC_STATUSES
from suunta.store.queries.continuations import judgements
from suunta.store.queries.versions import StoredVersion, read_version


@dataclass(frozen=True)
class Before:
    """`newest` is of the same term, and `stored` what it says; `earlier` is of another term."""

    newest: StrategyVersion | None = None
    stored: StoredVersion | None = None
    earlier: StoredVersion | None = None
    earlier_name: str = ""
    judged: tuple[Judged, ...] = ()

    def compare(self, content: Strategy) -> Difference:
        """What the document changes."""
        before = self.stored or self.earlier
        return compare(before.content if before else None, content, judged=self.judged)


def before_of(town: Municipality | None, content: Strategy) -> Before:
    """What a document of a town is compared with."""
    if town is None:
        return Before()
    newest = newest_version(town, term_text(content.term))
    said = judged_of(town.pk)
    if newest:
        return Before(newest, read_version(newest.pk), judged=said)
    last = (
        StrategyVersion.objects.filter(strategy__municipality=town, status__in=PUBLIC_STATUSES)
        .select_related("strategy")
        .order_by("-known_on", "-number")
        .first()
    )
    if last is None:
        return Before(judged=said)
    name = f"{last.strategy.term} version {last.number}".strip()
    return Before(None, None, read_version(last.pk), name, said)


def judged_of(town: int) -> tuple[Judged, ...]:
    """What people of a town said of pairs of texts, the newest word of each pair last."""
    return tuple(Judged(*row) for row in judgements(town))
