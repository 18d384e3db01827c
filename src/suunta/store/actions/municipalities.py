"""Municipalities with their sectors and bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from suunta.core.texts import Text
from suunta.store.actions.log import Actor, record
from suunta.store.actions.rows import columns, put
from suunta.store.models import Area, Body, Municipality, Sector


@dataclass(frozen=True)
class NewSector:
    """A sector as it is described."""

    code: str
    name: Text
    colour: str


@dataclass(frozen=True)
class NewBody:
    """A responsible body as it is described."""

    code: str
    name: Text
    kind: str
    note: Text
    document_codes: tuple[str, ...]
    sector_codes: tuple[str, ...]


@transaction.atomic
def save_municipality(
    *,
    by: Actor,
    slug: str,
    name: Text,
    official_languages: Sequence[str],
    fictional: bool = False,
    opening_date: date | None = None,
    notice: Text | None = None,
) -> Municipality:
    """Make or change a municipality. Its own figures are those of the area of the same name."""
    area, _ = put(Area, {"code": slug}, columns("name", name))
    values = {
        **columns("name", name),
        **columns("notice", notice or Text()),
        "official_languages": list(official_languages),
        "fictional": fictional,
        "opening_date": opening_date,
        "area": area,
    }
    municipality, changed = put(Municipality, {"slug": slug}, values)
    if changed:
        record(by=by, what="municipality.save", municipality=municipality)
    return municipality


@transaction.atomic
def save_sectors(*, by: Actor, municipality: Municipality, sectors: Sequence[NewSector]) -> None:
    """Make or change the sectors, in this order."""
    changed = [
        sector.code
        for position, sector in enumerate(sectors)
        if put(
            Sector,
            {"municipality": municipality, "code": sector.code},
            {**columns("name", sector.name), "colour": sector.colour, "position": position},
        )[1]
    ]
    if changed:
        record(by=by, what="sector.save", municipality=municipality, codes=changed)


@transaction.atomic
def save_bodies(*, by: Actor, municipality: Municipality, bodies: Sequence[NewBody]) -> None:
    """Make or change the responsible bodies."""
    changed = [
        body.code
        for body in bodies
        if put(
            Body,
            {"municipality": municipality, "code": body.code},
            {
                **columns("name", body.name),
                **columns("note", body.note),
                "kind": body.kind,
                "document_codes": list(body.document_codes),
                "sector_codes": list(body.sector_codes),
            },
        )[1]
    ]
    if changed:
        record(by=by, what="body.save", municipality=municipality, codes=changed)


@transaction.atomic
def save_areas(*, by: Actor, areas: Mapping[str, Text]) -> None:
    """Make or change areas that figures of peers are about, by code."""
    changed = [code for code, name in areas.items() if put_area(code, name)]
    if changed:
        record(by=by, what="area.save", municipality=None, codes=changed)


def put_area(code: str, name: Text) -> bool:
    """Make or change one area; whether anything changed."""
    return put(Area, {"code": code}, columns("name", name))[1]
