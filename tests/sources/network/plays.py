"""Every kind of source as a request and the answers of its player."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sources.network.player import Heard, Play, Player, Said


@dataclass(frozen=True)
class Source:
    """request: as a town declares it, for a player's address; figures: how many observations."""

    request: Callable[[str], dict[str, Any]]
    plays: dict[str, Play | Said]
    figures: int


REGIONS = [
    {"id": 20, "code": "049", "category": "KUNTA", "title": {"fi": "Espoo"}},
    {"id": 488, "code": "01", "category": "MAAKUNTA", "title": {"fi": "Uusimaa"}},
    {"id": 658, "code": "FI", "category": "MAA", "title": {"fi": "Koko maa"}},
]
INDICATORS = [
    {"id": 127, "title": {"fi": "Väestö 31.12.", "sv": "Befolkning", "en": "Population"}},
    {"id": 128, "title": {"fi": "Väestö 0-6", "sv": "Befolkning 0-6", "en": "Population 0-6"}},
]
SOTKANET = Source(
    lambda at: {"base": at, "indicator": 127, "years": "2022..2023"},
    {
        "/json": Said(
            [
                {"indicator": 127, "region": 20, "year": 2022, "gender": "total", "value": 305274},
                {"indicator": 127, "region": 20, "year": 2023, "gender": "total", "value": 314024},
                {
                    "indicator": 127,
                    "region": 488,
                    "year": 2023,
                    "gender": "total",
                    "value": 1759537,
                },
            ]
        ),
        "/regions": Said(REGIONS),
        "/indicators": Said(INDICATORS),
        "/indicators/127": Said(
            {
                **INDICATORS[0],
                "primaryValueType": {"code": "KPL", "title": {"fi": "lkm"}},
                "organization": {"id": 3, "title": {"fi": "Tilastokeskus"}},
            }
        ),
    },
    3,
)
TABLE = {
    "title": "11ra",
    "variables": [
        {"code": "alue_23_20260101", "text": "Alue", "values": ["SSS", "235"],
         "valueTexts": ["KOKO MAA", "Kauniainen"]},
        {"code": "contentscode", "text": "Tiedot", "values": ["vaesto", "muutos"],
         "valueTexts": ["Väestö", "Muutos"]},
        {"code": "timeperiod_y", "text": "Vuosi", "values": ["2022", "2023", "2024"],
         "valueTexts": ["2022", "2023", "2024"], "time": True},
    ],
}  # fmt: skip


def cube(area: str, contents: str, time: str) -> dict[str, Any]:
    return {
        "class": "dataset",
        "version": "2.0",
        "id": [area, contents, time],
        "size": [1, 1, 2],
        "role": {"time": [time], "geo": [area], "metric": [contents]},
        "dimension": {
            area: {"category": {"index": ["235"], "label": {"235": "Kauniainen"}}},
            contents: {"category": {"index": ["vaesto"], "label": {"vaesto": "Väestö"}}},
            time: {"category": {"index": ["2023", "2024"]}},
        },
        "value": [10100, None],
    }


CUBE = cube("alue_23_20260101", "contentscode", "timeperiod_y")


def table(heard: Heard) -> Said:
    return Said(TABLE if heard.method == "GET" else CUBE)


PXWEB = Source(
    lambda at: {
        "url": f"{at}/StatFin/vaerak/11ra.px",
        "select": {"alue": ["KU235"], "contents": ["vaesto"], "timeperiod": {"top": 2}},
    },
    {"/StatFin/vaerak/11ra.px": table},
    2,
)
META_V2 = {
    key: value for key, value in cube("Region", "ContentsCode", "Tid").items() if key != "value"
}
PXWEB_V2 = Source(
    lambda at: {
        "base": at,
        "table": "TAB638",
        "select": {"Region": ["235"], "Contents": "*", "Tid": {"top": 2}},
    },
    {
        "/tables/TAB638/metadata": Said(META_V2),
        "/tables/TAB638/data": Said(cube("Region", "ContentsCode", "Tid")),
    },
    2,
)
PX_FILE = (
    'CHARSET="ANSI";\nAXIS-VERSION="2000";\nCODEPAGE="iso-8859-15";\nMATRIX="a";\nTITLE="Väestö";\n'
    'CONTENTS="Väestö";\nUNITS="hlö";\nSTUB="Alue";\nHEADING="Vuosi";\n'
    'VALUES("Alue")="Kauniainen";\nVALUES("Vuosi")="2022","2023";\nCODES("Alue")="235";\n'
    'CODES("Vuosi")="2022","2023";\nDATA=\n10000 "..";\n'
).encode("iso-8859-15")
KOLADA_PATH = "/data/kpi/N1/municipality/0162,0180/year/2023"


def kolada_page(heard: Heard) -> Said:
    number = int(heard.query.get("page", ["1"])[0])
    row = {"kpi": "N1", "municipality": ["0162", "0180"][number - 1], "period": 2023}
    values = [
        {"gender": "T", "value": 20.5 + number, "status": "", "isdeleted": False},
        {"gender": "K", "value": None, "status": "Missing", "isdeleted": False},
        {"gender": "M", "value": 1.0, "status": "", "isdeleted": True},
    ]
    host = heard.headers["host"]
    following = f"http://{host}{KOLADA_PATH}?per_page=5000&page=2" if number == 1 else None
    return Said({"values": [{**row, "values": values}], "next_url": following})


CATALOGUE = {
    "ytunnus": "0203026-2",
    "raportointikokonaisuus": "KTPE",
    "raportointikausi": "2022C12",
}


def catalogue(heard: Heard) -> Said:
    at = f"http://{heard.headers['host']}"
    return Said(
        {
            "aineistot": [
                {**CATALOGUE, "hyvaksymisvaihe": "alustava", "tunnusluvut": f"{at}/first"},
                {**CATALOGUE, "hyvaksymisvaihe": "lopullinen", "tunnusluvut": f"{at}/last"},
                {**CATALOGUE, "raportointikokonaisuus": "KTAS", "tunnusluvut": f"{at}/budget"},
            ]
        }
    )


def feature_page(heard: Heard) -> Said:
    number = int(heard.query.get("startIndex", ["0"])[0])
    feature = {
        "type": "Feature",
        "id": f"plans.{number}",
        "properties": {
            "kuntanumero": "235",
            "nimi": f"Ak {number}",
            "paatospaivamaara": "2024-05-06",
        },
    }
    href = f"http://{heard.headers['host']}/items?startIndex=1"
    links = [{"rel": "next", "href": href}] if number == 0 else []
    return Said({"type": "FeatureCollection", "features": [feature], "links": links})


FEED = (
    '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel>'
    "<item><title><![CDATA[Kaupunginvaltuusto 23.10.2023 / Käyttösuunnitelma]]></title></item>"
    "<item><title><![CDATA[Kaupunginhallitus 16.10.2023 / Talousarvio]]></title></item>"
    "</channel></rss>"
).encode("iso-8859-1")
TRAFFIC = [
    {
        "travelMode": "bike",
        "direction": "in",
        "data": [
            {"timestamp": "2024-01-01T00:00:00+02:00", "counts": 5},
            {"timestamp": "2024-01-02T00:00:00+02:00", "counts": None},
        ],
    }
]


def remote_control(heard: Heard) -> Said:
    asked = heard.json
    if asked["method"] == "get_session_key":
        return Said({"id": 1, "result": "key-1", "error": None})
    if asked["method"] == "release_session_key":
        return Said({"id": 1, "result": "OK", "error": None})
    export = '"id","submitdate","Q1"\n"1","2021-05-04 12:00:00","4"\n'
    return Said({"id": 1, "result": base64.b64encode(export.encode()).decode(), "error": None})


def sites(heard: Heard) -> Said:
    number = int(heard.query["page"][0])
    site = {
        "lipas-id": number,
        "name": f"Kenttä {number}",
        "status": "active",
        "type": {"type-code": 1340},
        "location": {"city": {"city-code": 235}},
        "event-date": "2023-05-04T10:00:00.000Z",
    }
    return Said({"items": [site], "pagination": {"current-page": number, "total-pages": 2}})


def dataset(heard: Heard) -> Said:
    at = f"http://{heard.headers['host']}"
    resources = [{"name": "Luvut", "format": "CSV", "url": f"{at}/luvut.csv"}]
    return Said({"success": True, "result": {"name": "luvut", "resources": resources}})


TABLE_CSV = "Vuosi;Kunta;Arvo\n2022;235;12,5\n2023;235;..\n".encode("cp1252")
COLUMNS = {"period": "Vuosi", "area": "Kunta", "value": "Arvo"}
SOURCES: dict[str, Source] = {
    "sotkanet": SOTKANET,
    "pxweb": PXWEB,
    "pxweb v2": PXWEB_V2,
    "jsonstat": Source(lambda at: {"url": f"{at}/a"}, {"/a": Said(CUBE)}, 2),
    "px": Source(lambda at: {"url": f"{at}/a.px"}, {"/a.px": Said(PX_FILE)}, 2),
    "kolada": Source(
        lambda at: {"base": at, "kpi": "N1", "municipality": ["0162", "0180"], "years": "2023"},
        {
            KOLADA_PATH: kolada_page,
            "/kpi/N1": Said({"results": [{"id": "N1", "title": "Elever"}]}),
        },
        4,
    ),
    "syke": Source(
        lambda at: {"base": at, "municipality": "005"},
        {"/kunta_5.csv": Said("vuosi;hinku_laskenta;taso_3;kt;GWh\n2022;true;Säh;1,5;NA\n")},
        2,
    ),
    "valtiokonttori": Source(
        lambda at: {"base": f"{at}/aineistot", "business_id": "0203026-2", "packages": "KTPE"},
        {
            "/aineistot": catalogue,
            "/last": Said([{"tunnusluku": "6200", "arvo": 12.0, "osakokonaisuus": "TP"}]),
        },
        1,
    ),
    "ogc": Source(lambda at: {"url": f"{at}/items"}, {"/items": feature_page}, 2),
    "dynasty": Source(lambda at: {"url": at}, {"/cgi/DREQUEST.PHP": Said(FEED)}, 2),
    "ecovisio": Source(
        lambda at: {
            **{"base": at, "site": "1", "key": "secret-key"},
            **{"from": "2024-01-01", "to": "2024-01-02"},
        },
        {"/history/traffic/raw": Said(TRAFFIC)},
        2,
    ),
    "matomo": Source(
        lambda at: {"url": at, "site": 1, "date": "2021-01-01,2021-01-02", "token": "secret-token",
                    "period": "day"},
        {"/index.php": Said({"2021-01-01": {"nb_visits": "5"}, "2021-01-02": []})},
        2,
    ),
    "limesurvey": Source(
        lambda at: {"url": at, "survey": 7, "user": "suunta", "password": "secret"},
        {"/index.php/admin/remotecontrol": remote_control},
        1,
    ),
    "lipas": Source(lambda at: {"base": at, "municipality": "235"}, {"/sports-sites": sites}, 2),
    "ckan": Source(
        lambda at: {"base": at, "dataset": "luvut", "resource": "csv"},
        {"/package_show": dataset, "/luvut.csv": Said(TABLE_CSV)},
        2,
    ),
    "csv": Source(
        lambda at: {"url": f"{at}/a.csv", "columns": COLUMNS}, {"/a.csv": Said(TABLE_CSV)}, 2
    ),
    "json": Source(
        lambda at: {"url": f"{at}/a", "columns": {**COLUMNS, "records": "data.rows"}},
        {"/a": Said({"data": {"rows": [{"Vuosi": 2023, "Kunta": "235", "Arvo": "7"}]}})},
        1,
    ),
}  # fmt: skip


def ask(player: Player, name: str) -> dict[str, Any]:
    """Let the player play a source; the request to it."""
    player.plays = dict(SOURCES[name].plays)
    return SOURCES[name].request(player.address)
