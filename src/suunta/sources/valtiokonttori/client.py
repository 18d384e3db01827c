"""Municipal finances of the State Treasury: a catalogue of reports, each with its key figures.

Budget (KTAS), forecast (KTPE) and outcome are reports of their own; of several approvals of one
report the highest is fetched, then the latest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from suunta.core.errors import InputError
from suunta.sources.answers import json_of, unexpected
from suunta.sources.asked import Asked
from suunta.sources.fetching import Client, Fetched, Page
from suunta.sources.http import Request, Web
from suunta.sources.observation import Parsed
from suunta.sources.valtiokonttori.parse import approval, parse

CATALOGUE = "https://prodkuntarest.westeurope.cloudapp.azure.com/rest/v1/json/aineistot"
ABOUT = ("ytunnus", "raportointikokonaisuus", "raportointikausi", "hyvaksymisvaihe")
Report = Mapping[str, Any]


def fetch(web: Web, asked: Asked) -> Fetched:
    """Reports. Request: business_id; packages, such as KTPE; periods, such as 2022C03."""
    catalogue = asked.text("base", CATALOGUE)
    said = json_of(web.fetch(Request(catalogue)).data)
    listed = said.get("aineistot") if isinstance(said, Mapping) else said
    if not isinstance(listed, list):
        raise unexpected("The catalogue holds no list of reports.", catalogue)
    found = []
    for report in chosen(listed, asked):
        answer = web.fetch(Request(str(report["tunnusluvut"])))
        about = {name: str(report[name]) for name in ABOUT if report.get(name)}
        found.append(Page(answer, about))
    return Fetched(tuple(found))


def chosen(listed: list[Any], asked: Asked) -> list[Report]:
    """The reports asked for, one for each period. Raises InputError where there is none."""
    owner, packages = asked.text("business_id"), asked.listed("packages")
    periods = asked.listed("periods", ())
    best: dict[tuple[str, str], Report] = {}
    for report in listed:
        if not isinstance(report, Mapping) or not report.get("tunnusluvut"):
            continue
        package = str(report.get("raportointikokonaisuus"))
        period = str(report.get("raportointikausi"))
        wanted = package in packages and (not periods or period in periods)
        if str(report.get("ytunnus")) != owner or not wanted:
            continue
        before = best.get((package, period))
        if before is None or approval(report) >= approval(before):
            best[package, period] = report
    if not best:
        what = f"The catalogue has no report {', '.join(packages)} of {owner}."
        raise InputError.single(what, "packages", "Look into the catalogue for its name.")
    return [best[key] for key in sorted(best)]


def read(page: Page, asked: Asked) -> Parsed:
    """Key figures; the report says of which period and kind they are, where they do not."""
    figures = json_of(page.answer.data)
    if isinstance(figures, list):
        figures = {"tunnusluvut": figures}
    if not isinstance(figures, Mapping):
        raise unexpected("The report holds no key figures.", page.answer.address)
    return parse(json.dumps({**page.about, **figures}).encode())


CLIENT = Client(fetch, read, {"business_id": "0203026-2", "packages": ["KTPE"]})
