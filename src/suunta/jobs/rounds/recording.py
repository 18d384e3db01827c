"""What an owner told, recorded as figures and steps, so that every page shows it."""

from __future__ import annotations

from datetime import date

from suunta.core.period import parse_period
from suunta.core.scorecard import PartView
from suunta.core.texts import Text
from suunta.jobs.rounds.items import Item
from suunta.jobs.rounds.links import OpenLink
from suunta.jobs.rounds.words import link_reason
from suunta.store.actions.indicators import NewIndicator, NewLink, save_indicators, save_links
from suunta.store.actions.observations import NewObservation, add_observations
from suunta.store.actions.states import NewState, add_states
from suunta.store.actions.telling import Told
from suunta.store.models import Indicator, IndicatorLink, Observation, StateEntry, Task, UpdateEntry


class Recorder:
    """Records what was told of one task."""

    def __init__(self, link: OpenLink, task: Task, item: Item) -> None:
        self.link, self.task, self.item = link, task, item
        self.town = task.round.municipality
        # The post in the town's first language, and the day: "Sivistysjohtaja, 31.10.2026".
        on = task.round.on
        language = (self.town.official_languages or ["fi"])[0]
        name = getattr(task.post, f"name_{language}") or task.post.name or task.post.code
        self.source = f"{name}, {on.day}.{on.month}.{on.year}"

    def figure(self, told: Told, before: UpdateEntry | None) -> Observation | None:
        """The figure; one that was told before for another period is taken back."""
        old = before if before and before.value is not None else None
        if old and (told.value is None or told.period != old.period):
            self.observe(None, old.period, kind_of(old.period), told)
        if told.value is None:
            return None
        if old and (old.value, old.period) == (told.value, told.period):
            return old.observation
        return self.observe(told.value, told.period, kind_of(told.period), told)

    def forecast(self, told: Told, before: UpdateEntry | None) -> None:
        """The figure that is expected at the end of the year."""
        if told.forecast != (before.forecast if before else None):
            self.observe(told.forecast, str(self.task.round.on.year), "forecast", told)

    def observe(self, value: float | None, period: str, kind: str, told: Told) -> Observation:
        """One figure; None: what was told is taken back."""
        part = self.item.part
        if part is None:
            raise TypeError("only a part of a measure has figures")
        indicator = self.indicator(part)
        new = NewObservation(
            indicator=indicator.key,
            period=period,
            value=value,
            unit=indicator.unit,
            known_on=self.link.today,
            source_title=self.source,
            source_url="",
            kind=kind,
            status="ok" if value is not None else "missing",
            note=self.words(told.comment, told),
        )
        add_observations(
            by=self.link.person,
            municipality=self.town,
            indicators={indicator.key: indicator},
            observations=[new],
        )
        rows = Observation.objects.filter(
            indicator=indicator, period=period, kind=kind, source__title=self.source, breakdown=""
        )
        return rows.filter(municipality=self.town).latest("revision")

    def indicator(self, part: PartView) -> Indicator:
        """The series of the part; a new one where it was linked to none."""
        linked = IndicatorLink.objects.filter(promise=self.task.promise_id)
        found = linked.select_related("indicator").first()
        if found:
            return found.indicator
        key = f"told-{self.task.promise_id}"
        new = NewIndicator(key, part.name, part.unit, part.direction)
        saved = save_indicators(by=self.link.person, municipality=self.town, indicators=[new])
        save_links(
            by=self.link.person,
            municipality=self.town,
            indicators=saved,
            links=[NewLink(self.task.promise_id, key, link_reason())],
        )
        return saved[key]

    def state(self, told: Told, before: UpdateEntry | None) -> StateEntry | None:
        """The step into the state, with the comment; a state that was taken back gives way to the
        one before it."""
        if not self.item.asks_state:
            return None
        old = before.state if before else None
        if told.state is None:
            return self.step(self.earlier(), Text()) if old else None
        if before and (old, before.comment) == (told.state, told.comment):
            return before.state_entry
        return self.step(told.state, self.words(told.comment, told))

    def step(self, state: str, note: Text) -> StateEntry:
        """One step."""
        on = min(self.task.round.on, self.link.today)
        new = NewState(
            promise=self.task.promise_id,
            state=state,
            on=on,
            note=note,
            source_title=self.source,
            known_on=self.link.today,
        )
        add_states(by=self.link.person, municipality=self.town, states=[new], anew=True)
        return StateEntry.objects.filter(promise=self.task.promise_id).latest("pk")

    def earlier(self) -> str:
        """The state before anything was told in this round."""
        first = self.task.entries.filter(state_entry__isnull=False).order_by("number").first()
        steps = StateEntry.objects.filter(promise=self.task.promise_id, state__isnull=False)
        if first and first.state_entry_id:
            steps = steps.filter(pk__lt=first.state_entry_id)
        newest = steps.order_by("on", "pk").last()
        return str(newest.state) if newest else "not_reported"

    def words(self, text: str, told: Told) -> Text:
        """A text in the language that it was written in."""
        return Text({told.language: text}, {told.language: "original"}) if text else Text()


def kind_of(period: str) -> str:
    """A part of a year that is not over is preliminary; a year, or a day's situation, is not."""
    found = parse_period(period)
    part_of_year = found.first == date(found.first.year, 1, 1) and 1 < found.months < 12
    return "preliminary" if part_of_year else "actual"
