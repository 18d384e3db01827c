"""All files of an example, read and checked before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suunta.core.errors import InputError
from suunta.core.strategy import Strategy
from suunta.core.texts import Text
from suunta.jobs.collecting.declaring import read_feeds
from suunta.jobs.example.events import Event, read_events
from suunta.jobs.example.fields import Faults
from suunta.jobs.example.ids import ids_of
from suunta.jobs.example.linking import Links, read_links
from suunta.jobs.example.organisation import Organisation, read_organisation
from suunta.jobs.example.origins import Origins, read_origins
from suunta.jobs.example.peer_groups import read_peer_groups
from suunta.jobs.example.posts import Posts, read_posts
from suunta.jobs.example.series import read_indicators, read_observations, read_peers
from suunta.jobs.example.town import Town, read_strategy, read_town
from suunta.jobs.example.translations import Translated, read_translations
from suunta.store.actions.documents import Document
from suunta.store.actions.feeds import NewFeed
from suunta.store.actions.indicators import NewIndicator
from suunta.store.actions.observations import NewObservation
from suunta.store.actions.peers import NewPeerGroup


@dataclass(frozen=True)
class ExampleFiles:
    """Everything that a folder says, free of faults."""

    town: Town
    content: Strategy
    document: Document
    organisation: Organisation
    indicators: dict[str, NewIndicator]
    observations: list[NewObservation]
    peer_areas: dict[str, Text]
    peer_groups: dict[str, NewPeerGroup]
    feeds: list[NewFeed]
    links: Links
    origins: Origins
    events: list[Event]
    texts: list[Translated]
    posts: Posts


def read_example(folder: Path) -> ExampleFiles:
    """Read a folder. Raises InputError with every fault of every file: file, row, column."""
    if not folder.is_dir():
        raise InputError.single("is not a folder.", str(folder), "Name the folder of an example.")
    faults = Faults()
    town = read_town(folder, faults)
    found = read_strategy(folder, town, faults)
    ids = ids_of(found[0] if found else None)
    indicators = read_indicators(folder, faults)
    observations = read_observations(folder, indicators, faults)
    peer_areas, peer_figures = read_peers(folder, indicators, faults)
    peer_groups = read_peer_groups(folder, peer_areas, faults)
    if found is None:
        # Without the document every id would look wrong.
        raise InputError(faults.found)
    content, document = found
    links = read_links(folder, ids, indicators, faults, peer_groups)
    organisation = read_organisation(folder, ids, faults)
    files = ExampleFiles(
        town=town,
        content=content,
        document=document,
        organisation=organisation,
        indicators=indicators,
        observations=[*observations, *peer_figures],
        peer_areas=peer_areas,
        peer_groups=peer_groups,
        feeds=read_feeds(folder, indicators, peer_areas, faults),
        links=links,
        origins=read_origins(folder, ids, organisation, faults),
        events=read_events(folder, ids, {target.id for target in links.goal_targets}, faults),
        texts=read_translations(folder, content.language, ids, faults),
        posts=read_posts(folder, ids, organisation, faults),
    )
    if not faults.found:
        # A reader that met a fault may have stopped before it asked for the rest.
        faults.add_unasked()
    if faults.found:
        raise InputError(faults.found)
    return files
