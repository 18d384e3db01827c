"""Outside systems -> observations. One folder a source: `parse.py` reads what it answers."""

from __future__ import annotations

from suunta.sources.ckan.parse import parse as parse_ckan
from suunta.sources.dynasty.parse import parse as parse_dynasty
from suunta.sources.ecovisio.parse import parse as parse_ecovisio
from suunta.sources.jsonstat.parse import parse as parse_jsonstat
from suunta.sources.kolada.parse import parse as parse_kolada
from suunta.sources.limesurvey.parse import parse as parse_limesurvey
from suunta.sources.lipas.parse import parse as parse_lipas
from suunta.sources.matomo.parse import parse as parse_matomo
from suunta.sources.observation import Observation, Parsed, Parser, Problem, parsed_json
from suunta.sources.ogc.parse import parse as parse_ogc
from suunta.sources.px.parse import parse as parse_px
from suunta.sources.pxweb.parse import parse as parse_pxweb
from suunta.sources.sotkanet.parse import parse as parse_sotkanet
from suunta.sources.syke.parse import parse as parse_syke
from suunta.sources.table.parse import parse as parse_table
from suunta.sources.valtiokonttori.parse import parse as parse_valtiokonttori

__all__ = ["PARSERS", "Observation", "Parsed", "Problem", "parsed_json"]

PARSERS: dict[str, Parser] = {
    "sotkanet": parse_sotkanet,
    "pxweb": parse_pxweb,
    "jsonstat": parse_jsonstat,
    "px": parse_px,
    "kolada": parse_kolada,
    "syke": parse_syke,
    "valtiokonttori": parse_valtiokonttori,
    "ogc": parse_ogc,
    "dynasty": parse_dynasty,
    "ecovisio": parse_ecovisio,
    "matomo": parse_matomo,
    "limesurvey": parse_limesurvey,
    "lipas": parse_lipas,
    "ckan": parse_ckan,
    "csv": parse_table,
}
