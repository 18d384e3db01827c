"""A declared request: what it leaves open is filled in, secrets only from the environment."""

from __future__ import annotations

from datetime import date

import pytest

from suunta.core.errors import InputError
from suunta.sources.asked import Asked, filled, names_in, without_secrets
from suunta.sources.mapped import columns_of

TODAY = date(2026, 1, 15)
DECLARED = {
    "url": "${SUUNTA_SOURCE_CITY_URL}/figures",
    "headers": {"Authorization": "Bearer ${SUUNTA_SOURCE_CITY_TOKEN}"},
    "years": ["2015..{year-1}"],
}
ENVIRONMENT = {
    "SUUNTA_SOURCE_CITY_URL": "https://city.example",
    "SUUNTA_SOURCE_CITY_TOKEN": "abc-123",
    "DATABASE_URL": "postgresql://me:secret@host/db",
}


def test_names_and_days_are_filled_in() -> None:
    assert filled(DECLARED, ENVIRONMENT, TODAY) == {
        "url": "https://city.example/figures",
        "headers": {"Authorization": "Bearer abc-123"},
        "years": ["2015..2025"],
    }


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("{year}", "2026"),
        ("{month}", "2026-01"),
        ("{month-1}", "2025-12"),
        ("{today-15}", "2025-12-31"),
        ("{unknown}", "{unknown}"),
    ],
)
def test_a_day_counts_from_today(said: str, becomes: str) -> None:
    assert filled(said, {}, TODAY) == becomes


def test_the_names_that_a_request_needs_are_known_beforehand() -> None:
    assert names_in(DECLARED) == {"SUUNTA_SOURCE_CITY_URL", "SUUNTA_SOURCE_CITY_TOKEN"}


@pytest.mark.parametrize("name", ["DATABASE_URL", "SUUNTA_SECRET_KEY", "SUUNTA_SOURCE_NONE"])
def test_no_other_value_of_the_environment_is_ever_sent(name: str) -> None:
    with pytest.raises(InputError, match=name):
        filled(f"https://thief.example/${{{name}}}", ENVIRONMENT, TODAY)


def test_a_secret_is_taken_out_of_what_is_kept_and_shown() -> None:
    said = "https://city.example/figures?token=abc-123 answered 403"
    shown = without_secrets(said, DECLARED, ENVIRONMENT)
    assert shown == "https://city.example/figures?token=${SUUNTA_SOURCE_CITY_TOKEN} answered 403"


def test_years_are_a_range_or_a_list() -> None:
    assert Asked({"years": "2021..2023"}).years() == ["2021", "2022", "2023"]
    assert Asked({"years": [2021, "2023"]}).years() == ["2021", "2023"]
    with pytest.raises(InputError, match="no years: last"):
        Asked({"years": "last"}).years()


def test_every_fault_of_declared_columns_is_told() -> None:
    with pytest.raises(InputError) as refused:
        columns_of({"perod": "Vuosi", "groups": ["sex"]})
    places = [fault.place for fault in refused.value.faults]
    assert places == ["columns, perod", "columns, period", "columns, value", "columns, groups"]
