"""The order in which a reviewer goes through what was read."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from suunta.jobs.review import Review, ReviewItem

SHOWS = ("unsure", "measures", "all")


@dataclass(frozen=True)
class Queue:
    """What is gone through, and where the reviewer is. show: unsure (the least sure first),
    measures or all (the document's order); item: None where nothing is left to look at."""

    show: str
    items: tuple[ReviewItem, ...]
    item: ReviewItem | None

    @property
    def after(self) -> str:
        """The id of the item after this one, "" at the end."""
        return self._neighbour(1)

    @property
    def before(self) -> str:
        """The id of the item before this one, "" at the beginning."""
        return self._neighbour(-1)

    def _neighbour(self, step: int) -> str:
        ids = [item.id for item in self.items]
        if self.item is None or self.item.id not in ids:
            return ids[0] if ids and step > 0 else ""
        at = ids.index(self.item.id) + step
        return ids[at] if 0 <= at < len(ids) else ""


def queue_of(request: HttpRequest, review: Review) -> Queue:
    """The queue that an address or a form names."""
    sent = request.POST if request.method == "POST" else request.GET
    show = sent.get("show", "")
    if show not in SHOWS:
        show = "unsure" if review.questions else "measures"
    items = queued(review, show)
    wanted = sent.get("item", "")
    found = next((item for item in review.items if item.id == wanted), None)
    if found is None:
        found = next((item for item in items if not item.settled), None)
    return Queue(show, items, found or (items[0] if items and show != "unsure" else None))


def queued(review: Review, show: str) -> tuple[ReviewItem, ...]:
    """The items of a queue in its order."""
    if show == "all":
        return review.items
    if show == "measures":
        return tuple(item for item in review.items if item.entity == "measure")
    by_id = {item.id: item for item in review.items}
    return tuple(by_id[code] for code in dict.fromkeys(q.id for q in review.questions))


def place_of(review: Review, item: ReviewItem) -> tuple[int, int]:
    """Which of the items of its kind it is, from 1, and of how many."""
    same = [each.id for each in review.items if each.entity == item.entity]
    return same.index(item.id) + 1, len(same)


def following(review: Review, item: ReviewItem) -> ReviewItem | None:
    """The next thing of the same kind in the same goal, with which it can be made one."""
    same = [each for each in review.items if (each.entity, each.goal) == (item.entity, item.goal)]
    at = same.index(item) + 1
    return same[at] if at < len(same) and item.entity != "goal" else None
