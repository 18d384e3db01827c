"""What a column or dimension of a table is about, told by its name in fi, sv or en."""

from __future__ import annotations

import re
from typing import Literal

Role = Literal["area", "period", "indicator", "sex", "age", "language", "value", "unit", "other"]

# A name counts where it stands at the beginning, followed by no other letter: "alue_23_20260101",
# "Alue 2021", "contentscode", "Vuosi".
NAMES: dict[Role, tuple[str, ...]] = {
    "area": (
        *(
            "alue",
            "kunta",
            "kuntanumero",
            "kuntakoodi",
            "kuntanro",
            "maakunta",
            "region",
            "regioner",
        ),
        *("kommun", "kommunkod", "kommunnummer", "municipality", "area", "areacode", "regioncode"),
        *("geo", "område", "omrade", "sijainti", "asuinkunta", "asuinalue", "areal"),
    ),
    "period": (
        *("vuosi", "kuukausi", "neljännes", "vuosineljännes", "vuosipuolisko", "ajankohta", "aika"),
        *("päivä", "pvm", "päivämäärä", "jakso", "lukuvuosi", "tid", "år", "månad", "kvartal"),
        *("halvår", "datum", "dag", "period", "year", "month", "quarter", "time", "timeperiod"),
        *("date", "day", "vuodet", "starttime", "timestamp", "aikajakso", "läsår", "time_period"),
    ),
    "indicator": (
        *("tiedot", "tieto", "contentscode", "contents", "content", "contentcode", "measure"),
        *("indicator", "indikaattori", "mittari", "indikator", "mätare", "tabellinnehåll"),
        *("tabellinnehall", "kpi", "tunnusluku", "nyckeltal", "muuttuja", "variable"),
    ),
    "sex": ("sukupuoli", "kön", "kon", "sex", "gender", "genders"),
    "age": (
        "ikä",
        "ika",
        "ikäluokka",
        "ikäryhmä",
        "ålder",
        "alder",
        "åldersgrupp",
        "age",
        "agegroup",
    ),
    "language": (
        "kieli",
        "äidinkieli",
        "opetuskieli",
        "språk",
        "modersmål",
        "language",
        "undervisningsspråk",
    ),
    "value": (
        "arvo",
        "värde",
        "value",
        "obs_value",
        "lukumäärä",
        "määrä",
        "antal",
        "count",
        "luku",
    ),
    "unit": ("yksikkö", "mittayksikkö", "enhet", "unit"),
}
ROLES = {name: role for role, names in NAMES.items() for name in names}
SEXES = {
    **dict.fromkeys(
        ("male", "males", "men", "m", "miehet", "mies", "pojat", "män", "man", "pojkar", "boys"),
        "male",
    ),
    **dict.fromkeys(
        (
            "female",
            "females",
            "women",
            "f",
            "k",
            "naiset",
            "nainen",
            "tytöt",
            "kvinnor",
            "kvinna",
            "flickor",
            "girls",
        ),
        "female",
    ),
}
TOTALS = frozenset(
    (
        *("total", "totalt", "totals", "yhteensä", "kaikki", "all", "alla", "both", "sss", "t"),
        *("tot", "samtliga", "both sexes", "båda könen", "molemmat", "ikäluokat yhteensä"),
        *("sukupuolet yhteensä", "summa", "yht.", "yht"),
    )
)
WORD = re.compile(r"[a-zåäö]+(?:_[a-zåäö]+)*")


def role_of(name: str) -> Role:
    """What a dimension or column holds."""
    found = WORD.match(name.strip().lower())
    if found is None:
        return "other"
    return ROLES.get(found[0]) or ROLES.get(found[0].split("_")[0]) or "other"


def is_total(code: str, label: str = "") -> bool:
    """Whether a category stands for all of its dimension."""
    return code.strip().lower() in TOTALS or label.strip().lower() in TOTALS


def sex_of(code: str, label: str = "") -> str:
    """male or female where code or label says so, else the source's own code."""
    return SEXES.get(label.strip().lower()) or SEXES.get(code.strip().lower()) or code
