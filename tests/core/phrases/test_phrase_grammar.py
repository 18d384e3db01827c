"""Phrases in the style of municipal documents, worded for these tests, with readings by hand."""

from __future__ import annotations

from typing import Any

import pytest

from suunta.core.phrases import parse_phrase, sub_measure_json

Expected = dict[str, Any]


def read(lang: str, text: str) -> list[dict[str, Any]]:
    return [sub_measure_json(sub) for sub in parse_phrase(text, lang)]


def agree(read_subs: list[dict[str, Any]], expected: list[Expected]) -> None:
    found = [
        {name: sub[name] for name in want} for sub, want in zip(read_subs, expected, strict=True)
    ]
    assert found == expected


def level(comparator: str, value: float, unit: str | None, **more: Any) -> Expected:
    basis = {"kind": "numeric", "target_basis": "absolute"}
    return {**basis, "comparator": comparator, "target_value": value, "unit": unit, **more}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fi", "Lainakanta enintään 120 M€", level("<=", 120, "M€")),
        ("fi", "Käyttöaste yli 85 %", level(">", 85, "%")),
        ("fi", "Peruttujen aikojen osuus ei ylitä 4 prosenttia", level("<=", 4, "%")),
        ("sv", "Soliditeten ska lägst uppgå till 40 %", level(">=", 40, "%")),
        ("sv", "Väntetiden är högst två veckor", level("<=", 2, "vko")),
        ("sv", "Sjukfrånvaron ska inte överstiga 5 procent", level("<=", 5, "%")),
        ("en", "Rent arrears below 3%", level("<", 3, "%")),
        ("en", "Satisfaction of 80% or higher", level(">=", 80, "%")),
        ("en", "Response time no more than 8 minutes", level("<=", 8, "min")),
    ],
)
def test_a_bound_is_read_from_the_words_around_its_value(
    lang: str, text: str, expected: Expected
) -> None:
    agree(read(lang, text), [expected])


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fi", "Osallistujia 12 450", 12450),
        ("fi", "Osallistujia 12\u00a0450", 12450),
        ("fi", "Tulos vähintään \u22121,5 milj. euroa", -1.5),
        ("sv", "Antal deltagare 1 763", 1763),
        ("en", "Plant 10,000 trees", 10000),
        ("en", "Score of 4.2 out of 5", 4.2),
    ],
)
def test_figures_are_read_as_their_language_writes_them(lang: str, text: str, value: float) -> None:
    assert read(lang, text)[0]["target_value"] == value


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fi",
            "Energiankulutus vähenee 12 % vuodesta 2019 vuoteen 2028",
            ("decrease", 12, "change_percent", "2028", "2019"),
        ),
        (
            "sv",
            "Avfallet minskar med 20 procent till 2030 jämfört med 2018",
            ("decrease", 20, "change_percent", "2030", "2018"),
        ),
        (
            "en",
            "Reduce waste to landfill by 20% from 2019 levels by 2025",
            ("decrease", 20, "change_percent", "2025", "2019"),
        ),
    ],
)
def test_a_change_has_a_size_a_deadline_and_a_year_to_count_from(
    lang: str, text: str, expected: tuple[Any, ...]
) -> None:
    (sub,) = read(lang, text)
    names = ("comparator", "target_value", "target_basis", "target_period")
    assert (*(sub[name] for name in names), sub["baseline"][0]["period"]) == expected


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value", "start"),
    [
        ("fi", "Osuus nousee 60 prosentista 80 prosenttiin", ">=", 80, 60),
        ("fi", "Käsittelyaika lyhenee 30:stä 21:een päivään", "<=", 21, 30),
        ("sv", "Andelen ska öka från 25 % till 40 %", ">=", 40, 25),
        ("en", "Increase the share from 40% to 60%", "=", 60, 40),
        ("fi", "Indeksi: 71 → 75", "=", 75, 71),
    ],
)
def test_from_and_to_are_a_starting_value_and_a_level(
    lang: str, text: str, comparator: str, value: float, start: float
) -> None:
    (sub,) = read(lang, text)
    assert sub["target_value"] == value
    assert sub["comparator"] in (comparator, ">=")
    assert sub["target_basis"] == "absolute"
    assert [one["value"] for one in sub["baseline"]] == [start]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fi", "Työttömyysprosentti laskee alle 8 %:n", level("<", 8, "%")),
        ("fi", "Työllisyysaste nousee yli 75 %", level(">", 75, "%")),
        ("sv", "Andelen ska minska till under 10 %", level("<", 10, "%")),
    ],
)
def test_a_fall_below_or_a_rise_above_a_value_is_a_level(
    lang: str, text: str, expected: Expected
) -> None:
    agree(read(lang, text), [expected])


def test_a_bound_on_a_change_stays_beside_its_comparator() -> None:
    (sub,) = read("fi", "Päästöt vähenevät vähintään 30 %")
    assert (sub["comparator"], sub["change_bound"]) == ("decrease", ">=")


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value"),
    [
        ("fi", "Ruokahävikki puolittuu", "decrease", 50),
        ("fi", "Matkustajamäärä kaksinkertaistuu", "increase", 100),
        ("fi", "Lainaukset 1,5-kertaistuvat", "increase", 50),
        ("sv", "Halvera matsvinnet", "decrease", 50),
        ("en", "Cycling share to double", "increase", 100),
        ("fi", "Sähkön kulutus vähenee kolmanneksella", "decrease", 33.33),
        ("fi", "Sähkön kulutus vähenee kolmannekseen", "decrease", 66.67),
    ],
)
def test_verbs_and_fractions_hold_the_size_of_a_change(
    lang: str, text: str, comparator: str, value: float
) -> None:
    (sub,) = read(lang, text)
    assert (sub["comparator"], sub["target_value"]) == (comparator, value)
    assert sub["target_basis"] == "change_percent"


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fi", "Joka viides kuntalainen käyttää palvelua", 20),
        ("fi", "Lähiruoan osuus vähintään 1/3", 33.33),
        ("sv", "Nio av tio brukare är nöjda", 90),
        ("sv", "Minst 8 av 10 invånare är nöjda", 80),
        ("en", "Three quarters of the fleet is electric", 75),
        ("sv", "Alla elever i årskurs 9 är behöriga till gymnasiet", 100),
    ],
)
def test_a_share_in_words_is_a_percentage(lang: str, text: str, value: float) -> None:
    (sub,) = read(lang, text)
    assert (sub["target_value"], sub["unit"]) == (value, "%")


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("fi", "Alle 25-vuotiaista työttömiä enintään 40", 40),
        ("fi", "9-luokkalaisten osallistuminen vähintään 80 %", 80),
        ("fi", "Hakemuksista 95 % käsitellään 7 päivän kuluessa", 95),
        ("fi", "Kerran viikossa liikkuvien osuus 70 %", 70),
        ("fi", "Ryhmäkoko enintään 20 (sivltk 3.5.2022 § 41)", 20),
        ("fi", "Tyytyväisyys vähintään 4 (asteikko 1–5)", 4),
        ("fi", "ISO 14001 -sertifioituja kohteita vähintään 6", 6),
        ("sv", "Andelen 85+ som bor hemma är minst 60 %", 60),
        ("en", "Percentage of 16–17 year olds in work, education or training: 95%", 95),
    ],
)
def test_numbers_of_ages_limits_names_and_scales_are_no_targets(
    lang: str, text: str, value: float
) -> None:
    assert [sub["target_value"] for sub in read(lang, text)] == [value]


@pytest.mark.parametrize(
    ("lang", "text", "baseline"),
    [
        ("fi", "Tyytyväisyys, tavoite 90 % (kysely 2021: 84 %)", [("2021", 84)]),
        ("fi", "Kävijät, toteuma 48 300, tavoite 52 000", [(None, 48300)]),
        ("fi", "Vaihtuvuus 8,1 % (2022), tavoitetaso 7 %", [("2022", 8.1)]),
        ("sv", "NMI, mål 75, utfall 2022 71", [("2022", 71)]),
        ("fi", "Vuotovedet alle 20 % (TP2022 24 %)", [("2022", 24)]),
        ("en", "Staff turnover below 10% (2022: 12.4%)", [("2022", 12.4)]),
    ],
)
def test_a_value_with_its_year_or_a_marker_is_a_starting_value(
    lang: str, text: str, baseline: list[tuple[str | None, float]]
) -> None:
    (sub,) = read(lang, text)
    assert [(one["period"], one["value"]) for one in sub["baseline"]] == baseline


def test_values_that_all_carry_a_year_in_brackets_are_monitored() -> None:
    (sub,) = read("fi", "Huoltosuhde 61,2 (2021); 62,0 (2022)")
    assert sub["kind"] == "monitoring"
    assert [one["value"] for one in sub["baseline"]] == [61.2, 62.0]


def test_several_years_with_targets_are_a_sub_measure_each() -> None:
    subs = read("fi", "Tonttien luovutus: 2024 30 kpl, 2025 40 kpl, 2026 50 kpl")
    found = [(sub["target_period"], sub["target_value"], sub["unit"]) for sub in subs]
    assert found == [("2024", 30, "kpl"), ("2025", 40, "kpl"), ("2026", 50, "kpl")]


def test_coordinated_subjects_share_their_verb_and_split_a_pair_of_values() -> None:
    subs = read("fi", "Kurssien ja osallistujien määrä kasvanut (2022: 40/900)")
    found = [(s["unit"], s["comparator"], s["baseline"][0]["value"]) for s in subs]
    assert found == [("kpl", "increase", 40), ("hlö", "increase", 900)]


def test_a_shared_beginning_names_both_halves() -> None:
    subs = read("fi", "T3-aika lääkärille 7 vrk ja hammaslääkärille 90 vrk")
    assert [sub["indicator"] for sub in subs] == ["T3-aika lääkärille", "T3-aika hammaslääkärille"]


@pytest.mark.parametrize(
    ("lang", "text", "comparator", "value", "unit"),
    [
        ("fi", "Imagotutkimuksessa 20 parhaan kunnan joukossa", "<=", 20, "sija"),
        ("sv", "Bland de tio bästa i rankningen", "<=", 10, "sija"),
        ("en", "Top quartile of comparable councils", "rank_top_fraction", 0.25, None),
        ("fi", "Kustannukset edullisimman kolmanneksen joukossa", "rank_top_fraction", 0.3333, "€"),
    ],
)
def test_the_best_n_are_a_place_and_the_best_share_a_fraction(
    lang: str, text: str, comparator: str, value: float, unit: str | None
) -> None:
    (sub,) = read(lang, text)
    assert (sub["comparator"], sub["target_value"], sub["unit"]) == (comparator, value, unit)


@pytest.mark.parametrize(
    ("lang", "text", "comparator"),
    [
        ("fi", "Työttömyysaste alle maan keskiarvon", "<"),
        ("fi", "Tapaturmien määrä ei kasva", "<="),
        ("fi", "Etäpalvelujen käyttö lisääntyy", "increase"),
        ("sv", "Soliditeten ska öka", "increase"),
        ("sv", "Betygen ska vara högre än riksgenomsnittet", ">"),
        ("en", "Unemployment rate lower than the national average", "<"),
    ],
)
def test_directions_and_benchmarks_are_numeric_without_a_value(
    lang: str, text: str, comparator: str
) -> None:
    (sub,) = read(lang, text)
    assert (sub["kind"], sub["comparator"], sub["target_value"]) == ("numeric", comparator, None)
    assert sub["target_basis"] == "relative_to_baseline"


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("fi", "Palvelustrategia hyväksytty 31.12.2024 mennessä", "2024-12-31"),
        ("fi", "Kaavarunko valmis Q3/2026", "2026-Q3"),
        ("fi", "Uusi päiväkoti 8/2025", "2025-08"),
        ("sv", "Kulturplanen har antagits under 2025", "2025"),
        ("en", "Strategy adopted by council by June 2025", "2025-06"),
        ("fi", "Hiilineutraali vuoteen 2035 mennessä", "2035"),
    ],
)
def test_a_state_with_a_date_is_a_milestone(lang: str, text: str, period: str) -> None:
    (sub,) = read(lang, text)
    assert (sub["kind"], sub["target_period"]) == ("milestone", period)


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("fi", "Asiakkaiden määrä", "hlö"),
        ("fi", "Tapahtumien lukumäärä", "kpl"),
        ("fi", "Sähköisen asioinnin osuus", "%"),
        ("fi", "Ulkoilureitit / km", "km"),
        ("sv", "Antal deltagare i språkkurser", "hlö"),
        ("sv", "Personalomsättning, %", "%"),
        ("en", "Number of community events held", "kpl"),
    ],
)
def test_what_is_only_followed_gets_the_unit_that_its_name_implies(
    lang: str, text: str, unit: str
) -> None:
    agree(read(lang, text), [{"kind": "monitoring", "comparator": "none", "unit": unit}])


@pytest.mark.parametrize(
    ("lang", "text", "comparator"),
    [
        ("fi", "Asiointien osuus xx %", "none"),
        ("sv", "Resandet ska öka med x %", "increase"),
        ("en", "Increase volunteer numbers by [x]%", "increase"),
        ("fi", "Puistoja kunnostetaan ___ kpl", "none"),
    ],
)
def test_an_unfilled_blank_is_a_placeholder(lang: str, text: str, comparator: str) -> None:
    (sub,) = read(lang, text)
    assert (sub["placeholder"], sub["target_value"], sub["comparator"]) == (True, None, comparator)


def test_how_often_something_is_measured_is_no_target() -> None:
    (sub,) = read("fi", "Henkilöstökysely (1 krt / valtuustokausi)")
    assert (sub["kind"], sub["target_value"]) == ("monitoring", None)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fi", "Yrittäjätapaaminen vähintään kahdesti vuodessa"),
        ("sv", "Medborgardialog minst två gånger per år"),
        ("en", "Staff briefing at least twice a year"),
    ],
)
def test_a_required_frequency_is_a_target(lang: str, text: str) -> None:
    agree(read(lang, text), [level(">=", 2, "kpl", target_period="per year")])


def test_a_range_has_a_low_and_a_high_end() -> None:
    agree(read("fi", "Toteutumisaste 98–101 %"), [level("=", 98, "%", target_value_max=101)])


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Osuus 80 % vuonna 2027", "2027"),
        ("Osuus 80 % lukuvuonna 2025–2026", "2025/2026"),
        ("Osuus 80 % 1–6/2025", "2025-01..2025-06"),
        ("Osuus 80 % valtuustokauden lopussa", "term"),
        ("Osuus 80 % toisella vuosipuoliskolla 2026", "2026-H2"),
        ("Hankkeita 4 kpl vuosina 2024–2026", "2024-01..2026-12"),
    ],
)
def test_periods_take_the_contracts_form(text: str, period: str) -> None:
    assert read("fi", text)[0]["target_period"] == period


def test_a_reading_that_leaves_a_number_over_is_less_sure() -> None:
    (plain,) = read("fi", "Osallistumisaste 80 %")
    (doubtful,) = read("fi", "Osallistumisaste 80 % 7 kohdetta")
    assert doubtful["confidence"] < plain["confidence"] == 1.0
