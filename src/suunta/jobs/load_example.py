"""Loading an example town into the store. Again changes nothing; a faulty file writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from suunta.core.errors import InputError
from suunta.jobs.derive import derive_indicators
from suunta.jobs.example.files import ExampleFiles, read_example
from suunta.jobs.example.linking import GoalTarget
from suunta.jobs.import_strategy import import_strategy
from suunta.store.actions.adoption import decision_text
from suunta.store.actions.assignments import NewAssignment, assign
from suunta.store.actions.feeds import save_feeds
from suunta.store.actions.find import has_gone_on, known_municipality, newest_version
from suunta.store.actions.goal_targets import NewGoalTarget, save_goal_targets
from suunta.store.actions.indicators import NewLink, NewNearMiss, save_indicators, save_links
from suunta.store.actions.municipalities import (
    save_areas,
    save_bodies,
    save_municipality,
    save_sectors,
)
from suunta.store.actions.observations import add_observations
from suunta.store.actions.origins import NewOrigin, save_origins
from suunta.store.actions.peers import save_peer_groups
from suunta.store.actions.posts import NewPost, save_contact, save_posts
from suunta.store.actions.states import NewState, add_states
from suunta.store.actions.targets import NewTarget, decide_targets
from suunta.store.actions.texts import NewText, set_texts
from suunta.store.actions.versions import describe_document, term_text
from suunta.store.models import Indicator, Municipality, PeerGroup, StrategyVersion
from suunta.store.queries.versions import read_version, row_ids

BY = "example"
Progress = Callable[[int, int], None]


def load_example(folder: Path, report: Progress = lambda done, total: None) -> str:
    """Load the town of a folder; its slug.

    A town whose strategy somebody has changed since is theirs: it is left as it is.

    report: called with (steps done, steps in all). Raises InputError with every fault of every
    file before anything is written.
    """
    steps = len(STEPS) + 2
    files = read_example(folder)
    report(1, steps)
    if was_changed(files):
        report(steps, steps)
        return files.town.slug
    with transaction.atomic():
        loading = begin(files)
        report(2, steps)
        for done, step in enumerate(STEPS, start=3):
            step(loading)
            report(done, steps)
    return files.town.slug


def was_changed(files: ExampleFiles) -> bool:
    """Whether another document has followed the example's in the town's strategy."""
    municipality = known_municipality(files.town.slug)
    term = term_text(files.content.term)
    return bool(municipality and has_gone_on(municipality, term, files.document.hash))


@dataclass
class Loading:
    """A town that is being loaded: its files and the rows that are there so far."""

    files: ExampleFiles
    municipality: Municipality
    version: StrategyVersion
    promises: dict[str, int]
    indicators: dict[str, Indicator]
    peer_groups: dict[str, PeerGroup]


def begin(files: ExampleFiles) -> Loading:
    """The town and its document, adopted."""
    town = files.town
    municipality = save_municipality(
        by=BY,
        slug=town.slug,
        name=town.name,
        official_languages=town.official_languages,
        fictional=town.fictional,
        opening_date=town.opening_date,
        notice=town.notice,
    )
    import_strategy(
        files.content,
        files.document,
        municipality=town.slug,
        adoption=town.adoption,
        reviewed=True,
        by=BY,
    )
    version = newest_version(municipality, term_text(files.content.term))
    if version is None:
        raise InputError.single("no version was written.", town.document_file)
    promises = read_version(version.pk).promises
    return Loading(files, municipality, version, promises, {}, {})


def load_description(loading: Loading) -> None:
    """What is said about the document, and its texts in the other languages."""
    town = loading.files.town
    describe_document(
        by=BY,
        municipality=loading.municipality,
        version=loading.version,
        title=town.document_title,
        url=town.document_url,
        rollup_rule=town.rollup_rule,
        summaries=town.summaries,
    )


def load_texts(loading: Loading) -> None:
    """Translations and the names of parts."""
    rows = row_ids(loading.version.pk)
    texts = [
        NewText(
            text.entity,
            rows[text.entity, text.id],
            text.field,
            text.language,
            text.text,
            text.state,
        )
        for text in loading.files.texts
    ]
    # The names in the document's own language first: what follows is made from them.
    texts.sort(key=lambda text: text.language != loading.version.language)
    set_texts(by=BY, municipality=loading.municipality, version=loading.version, texts=texts)


def load_series(loading: Loading) -> None:
    """Indicators and figures."""
    files, municipality = loading.files, loading.municipality
    save_areas(by=BY, areas=files.peer_areas)
    loading.peer_groups = save_peer_groups(
        by=BY, municipality=municipality, groups=list(files.peer_groups.values())
    )
    loading.indicators = save_indicators(
        by=BY, municipality=municipality, indicators=list(files.indicators.values())
    )
    add_observations(
        by=BY,
        municipality=municipality,
        indicators=loading.indicators,
        observations=files.observations,
    )
    derive_indicators(municipality, by=BY)


def load_feeds(loading: Loading) -> None:
    """Sources that are asked by themselves."""
    save_feeds(
        by=BY,
        municipality=loading.municipality,
        feeds=loading.files.feeds,
        now=datetime.now(UTC),
    )


def load_goal_targets(loading: Loading) -> None:
    """Targets in the words of goals: of a part where they are the part's, else of the goal."""
    targets = loading.files.links.goal_targets
    own = [target for target in targets if target.for_part is None]
    loading.promises |= save_goal_targets(
        by=BY,
        municipality=loading.municipality,
        version=loading.version,
        targets=[
            NewGoalTarget(
                each.id,
                each.goal,
                each.name,
                each.kind,
                new_target(each, 0),
                each.sub_point,
                each.action,
            )
            for each in own
        ],
    )
    decided = [new_target(each, loading.promises[each.for_part or each.id]) for each in targets]
    decide_targets(
        by=BY,
        municipality=loading.municipality,
        version=loading.version,
        decision=decision_text(loading.version),
        known_on=loading.version.known_on or loading.version.recorded_at.date(),
        targets=decided,
    )


def new_target(target: GoalTarget, promise: int) -> NewTarget:
    """The target as the store takes it."""
    return NewTarget(
        promise=promise,
        comparator=target.comparator,
        value=target.value,
        value_max=target.value_max,
        basis=target.basis,
        unit=target.unit,
        period=target.period,
        baseline=target.baseline,
        direction=target.direction,
        approximate=target.approximate,
        per=target.per,
        window_years=target.window_years,
        path=target.path,
        why=target.why,
    )


def load_links(loading: Loading) -> None:
    """Which part follows which series, and the near misses."""
    links, promises = loading.files.links, loading.promises
    new_links = [
        NewLink(
            promise=promises[link.part],
            indicator=link.indicator,
            why=link.why,
            of_number=link.of if isinstance(link.of, float) else None,
            of_promise=promises[link.of] if isinstance(link.of, str) else None,
            peers=link.peers,
            peer_group=loading.peer_groups[link.peer_group] if link.peer_group else None,
            per=link.per,
            window_years=link.window_years,
            path=link.path,
        )
        for link in links.links
    ]
    new_links += [
        NewLink(promise=promises[target.id], indicator=target.indicator, why=target.why)
        for target in links.goal_targets
        if target.indicator and not target.for_part
    ]
    # A near miss may be of a goal's target that is the target of a part: it is the part's then.
    stand_in = {target.id: target.for_part or target.id for target in links.goal_targets}
    misses = [
        NewNearMiss(promises[stand_in.get(miss.part, miss.part)], miss.indicator, miss.why)
        for miss in links.misses
    ]
    save_links(
        by=BY,
        municipality=loading.municipality,
        indicators=loading.indicators,
        links=new_links,
        near_misses=misses,
    )


def load_organisation(loading: Loading) -> None:
    """Sectors, bodies and who each action and measure belongs to."""
    organisation, municipality = loading.files.organisation, loading.municipality
    save_sectors(by=BY, municipality=municipality, sectors=organisation.sectors)
    save_bodies(by=BY, municipality=municipality, bodies=organisation.bodies)
    assignments = []
    for each in organisation.belongings:
        promise = loading.promises[each.id]
        assignments += [
            NewAssignment(promise, each.assigned_by, sector=code, reason=each.reason)
            for code in each.sectors
        ]
        # Bodies are the document's own codes, whoever chose the sector.
        assignments += [NewAssignment(promise, "document", body=code) for code in each.bodies]
    assign(by=BY, municipality=municipality, assignments=assignments)


def load_origins(loading: Loading) -> None:
    """What tells of each part."""
    named = loading.files.origins
    origins = [
        NewOrigin(
            promise=loading.promises[each.part],
            kind=each.kind,
            name=named.name(each),
            sure=each.sure,
            month=named.month(each),
            why=each.why,
        )
        for each in named.origins
    ]
    save_origins(by=BY, municipality=loading.municipality, origins=origins)


def load_events(loading: Loading) -> None:
    """States with their dates."""
    stand_in = {
        target.id: target.for_part or target.id for target in loading.files.links.goal_targets
    }
    states = [
        NewState(
            promise=loading.promises[stand_in.get(code, code)],
            state=event.state,
            on=event.on,
            note=event.note,
            precision=event.precision,
            section=event.section,
            source_title=event.source_title,
            source_url=event.source_url,
            known_on=event.known_on,
        )
        for event in loading.files.events
        for code in event.ids
    ]
    add_states(by=BY, municipality=loading.municipality, states=states)


def load_posts(loading: Loading) -> None:
    """Posts, their holders and what they answer for."""
    found = loading.files.posts
    people = {each.username: save_contact(by=BY, **vars(each)) for each in found.people}
    posts = [
        NewPost(
            code=each.code,
            name=each.name,
            sector=each.sector,
            heads_sector=each.heads_sector,
            holder=people.get(each.holder or ""),
            deputy=people.get(each.deputy or ""),
            promises=tuple(loading.promises[code] for code in each.owns),
        )
        for each in found.posts
    ]
    save_posts(by=BY, municipality=loading.municipality, posts=posts)


STEPS: tuple[Callable[[Loading], None], ...] = (
    load_description,
    load_texts,
    load_series,
    load_feeds,
    load_goal_targets,
    load_links,
    load_organisation,
    load_origins,
    load_events,
    load_posts,
)
