"""Features as GeoJSON, and the number of hits that a WFS tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from suunta.sources.answers import json_of, text_of, unexpected
from suunta.sources.observation import Observation, Parsed, Problem
from suunta.sources.table.parse import parse as parse_table
from suunta.sources.values import as_period

AREAS = ("kuntanumero", "municipality_number", "kunta_nro", "kuntakoodi", "kunta", "municipality")
# The day on which a thing became what is counted, the telling one first.
DAYS = (
    *("valmistumispaivamaara", "paatospaivamaara", "aloittamispaivamaara", "voimaantulopvm"),
    *("completion_date", "decision_date", "hyvaksymispvm", "period_of_validity_begin", "alkupvm"),
)
NAMES = ("nimi", "name", "plan_name", "nimi_fi", "kaavan_nimi", "title", "rakennusavain")


def parse(data: bytes) -> Parsed:
    """One observation a feature (value 1), or the number of hits."""
    begins = text_of(data[:400]).lstrip()
    if begins.startswith("<"):
        return hits(data)
    if begins and not begins.startswith(("{", "[")):
        return parse_table(data)
    answer = json_of(data)
    features = answer.get("features") if isinstance(answer, Mapping) else None
    if not isinstance(features, list):
        if isinstance(answer, Mapping) and isinstance(answer.get("numberMatched"), int):
            return Parsed((Observation(value=answer["numberMatched"], unit="kpl"),))
        said = (
            answer.get("description") or answer.get("code") if isinstance(answer, Mapping) else ""
        )
        raise unexpected(f"The service answered {str(said)[:200]!r} instead of features.")
    observations, problems = [], []
    for number, feature in enumerate(features, start=1):
        try:
            observations.append(observation(feature))
        except (ValueError, TypeError, AttributeError) as error:
            problems.append(Problem(f"feature {number}", f"cannot be read: {error}"))
    return Parsed(tuple(observations), tuple(problems))


def observation(feature: Any) -> Observation:
    """One feature. Raises ValueError, TypeError or AttributeError."""
    said = {str(name).lower(): value for name, value in (feature.get("properties") or {}).items()}
    collection = str(feature.get("id") or "").rpartition(".")[0]
    area = next((said[name] for name in AREAS if said.get(name) not in (None, "")), None)
    day = next((said[name] for name in DAYS if said.get(name)), None)
    name = next((said[each] for each in NAMES if said.get(each)), None)
    return Observation(
        area=None if area is None else area_of(str(area)),
        indicator=collection or None,
        period=as_period(str(day)[:10]) if day else None,
        value=1,
        unit="kpl",
        text=None if name is None else str(name),
    )


def area_of(code: str) -> str:
    """A municipality's number in three digits."""
    return code.zfill(3) if code.isdigit() else code


def hits(data: bytes) -> Parsed:
    """The count that a WFS answers to `resultType=hits`. Raises InputError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise unexpected(f"This is no XML: {error.msg}.") from None
    found = root.get("numberMatched") or root.get("numberOfFeatures")
    if found is None or not found.isdigit():
        said = " ".join("".join(map(str, root.itertext())).split())[:200]
        raise unexpected(f"The service answered {said!r} instead of a number of features.")
    return Parsed((Observation(value=int(found), unit="kpl"),))
