"""Every source that is fetched over the network, by its kind. A new one is a line here."""

from __future__ import annotations

from suunta.core.errors import InputError
from suunta.sources.ckan.client import CLIENT as CKAN
from suunta.sources.dynasty.client import CLIENT as DYNASTY
from suunta.sources.ecovisio.client import CLIENT as ECOVISIO
from suunta.sources.fetching import Client
from suunta.sources.kolada.client import CLIENT as KOLADA
from suunta.sources.limesurvey.client import CLIENT as LIMESURVEY
from suunta.sources.lipas.client import CLIENT as LIPAS
from suunta.sources.matomo.client import CLIENT as MATOMO
from suunta.sources.ogc.client import CLIENT as OGC
from suunta.sources.pxweb.client import CLIENT as PXWEB
from suunta.sources.sotkanet.client import CLIENT as SOTKANET
from suunta.sources.syke.client import CLIENT as SYKE
from suunta.sources.table.client import CSV, JSON, JSONSTAT, PX
from suunta.sources.valtiokonttori.client import CLIENT as VALTIOKONTTORI

CLIENTS: dict[str, Client] = {
    "sotkanet": SOTKANET,
    "pxweb": PXWEB,
    "jsonstat": JSONSTAT,
    "px": PX,
    "kolada": KOLADA,
    "syke": SYKE,
    "valtiokonttori": VALTIOKONTTORI,
    "ogc": OGC,
    "dynasty": DYNASTY,
    "ecovisio": ECOVISIO,
    "matomo": MATOMO,
    "limesurvey": LIMESURVEY,
    "lipas": LIPAS,
    "ckan": CKAN,
    "csv": CSV,
    "json": JSON,
}


def client_of(kind: str) -> Client:
    """The client of a kind. Raises InputError naming those there are."""
    if kind not in CLIENTS:
        known = f"Known: {', '.join(CLIENTS)}."
        raise InputError.single(f"There is no source of the kind {kind!r}.", "kind", known)
    return CLIENTS[kind]
