"""Every remark of the kernel has words in every language, and the lead says what is compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation

from suunta.core.assess.model import Assessment
from suunta.core.assess.notes import CODES, Remark, read_note
from suunta.core.scorecard import PartView
from suunta.core.texts import Text
from suunta.reports.wording.aims import aim
from suunta.reports.wording.headlines import headline
from suunta.reports.wording.leads import lead
from suunta.reports.wording.remarks import REASONS, SENTENCES, SPECIAL, remark_words
from web import cast

# One example of each code, with the keys that docs/reference/statistics.md names.
NOTES = (
    "suppressed",
    "no_deadline",
    "direction_inferred better=down",
    "change_from_baseline baseline=11 change=-3 target=8",
    "better_than_baseline baseline=71",
    "baseline_from_first_value period=2019 value=12",
    "baseline_missing",
    "range low=6 high=10",
    "each_year period=2025",
    "no_full_year",
    "mean_over_years years=5 values=5",
    "window_incomplete years=5 have=3 need=5",
    "interim_target period=2030 target=60 final_period=2035 final_target=80",
    "share_of measure=4.3-M1.1 own=24 other=55",
    "share_unknown measure=4.3-M1.1",
    "count_of of=14",
    "rank rank=3 of=9 best=2 worst=5",
    "peers_missing",
    "break period=2023 dropped=3",
    "baseline_before_break period=2019",
    "margin_unknown",
    "deadline_value_missing",
    "old years=3.9",
    "only_baseline",
    "pace_from_baseline",
)


def part(note: str, **changes: object) -> PartView:
    """A part with figures of 2018 to 2022 and a note."""
    sums = Assessment("p", "met", value=2.0, value_period="2022", target=8.0, n=5, note=note)
    plain = cast.part(
        "p",
        cast.text("Luku"),
        "met",
        figures=cast.series(1.0, 2.0, 3.0, 4.0, 5.0, first=2018),
        target=cast.target(8.0),
        assessment=sums,
    )
    return replace(plain, **changes)


def judged(note: str, value: float, target: float) -> Assessment:
    return Assessment("p", "met", value=value, value_period="2022", target=target, n=5, note=note)


def spoken(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_the_examples_hold_every_code_of_the_kernel() -> None:
    assert {remark.code for note in NOTES for remark in read_note(note)} == set(CODES)
    assert set(SENTENCES) | set(SPECIAL) == set(CODES)
    assert set(REASONS) <= set(CODES)


@pytest.mark.parametrize("note", NOTES)
def test_every_remark_has_words_in_every_language(note: str) -> None:
    remark: Remark = read_note(note)[0]
    said = {}
    for language in ("fi", "sv", "en"):
        with translation.override(language):
            said[language] = remark_words(part(note), remark, language)
    assert len(set(said.values())) == 3
    for words in said.values():
        assert words.endswith(".")
        assert "%(" not in words


def test_a_mean_stands_first_and_the_newest_figure_last() -> None:
    mean = part(
        "mean_over_years years=5 values=5; margin_unknown",
        target=cast.target(1.0, comparator="=", approximate=True, window_years=5),
        assessment=judged("mean_over_years years=5 values=5; margin_unknown", 1.34, 1.0),
    )
    with translation.override("en"):
        assert [spoken(sentence) for sentence in lead(mean, "en")] == [
            "Average of 5 years: 1.34% (2018–2022).",
            "The target is about 1% on average over 5 years, to be reached by 2027.",
            "The target level has been met.",
            "The newest figure is 5% (2022).",
        ]


@pytest.mark.parametrize(
    ("note", "aimed", "sentence"),
    [
        (
            "change_from_baseline baseline=11 change=-3 target=8",
            {"comparator": "decrease", "basis": "percentage_points", "value": 3.0},
            "The target is −3 pp from 11%, that is at most 8%, to be reached by 2027.",
        ),
        (
            "count_of of=14",
            {"value": 12.0},
            "The target is ≥ 12 of 14, to be reached by 2027.",
        ),
        (
            "rank rank=3 of=9 best=3 worst=3",
            {"comparator": "rank_top_fraction", "value": 0.333},
            "The target is to be in the best third, that is at least place 8 of 9, to be reached"
            " by 2027.",
        ),
        (
            "share_of measure=4.3-M1.1 own=24 other=55",
            {"comparator": "=", "value": 50.0},
            "The target is 50% of the figure of measure 4.3-M1.1, to be reached by 2027.",
        ),
        (
            "interim_target period=2030 target=60 final_period=2035 final_target=80;"
            " change_from_baseline baseline=60 change=-36 target=24",
            {"comparator": "decrease", "basis": "change_percent", "value": 80.0},
            "The target is −60% from 60%, that is at most 8%, to be reached by 2030."
            " In the end the target is −80% by 2035.",
        ),
        (
            "better_than_baseline baseline=71",
            {"comparator": "increase", "value": None, "basis": "relative_to_baseline"},
            "The target is over the baseline 71%, to be reached by 2027.",
        ),
        (
            "each_year period=2025; range low=6 high=10",
            {"value": 6.0, "value_max": 10.0, "per": "year"},
            "The target is 6–10% a year.",
        ),
        (
            "baseline_missing",
            {"comparator": ">", "value": None, "benchmark": Text({"fi": "kansallista tasoa"})},
            "The target is above the benchmark that the document calls “kansallista tasoa”, to be"
            " reached by 2027.",
        ),
    ],
)
def test_a_special_target_says_what_is_compared(
    note: str, aimed: dict[str, object], sentence: str
) -> None:
    with translation.override("en"):
        assert spoken(aim(part(note, target=replace(cast.target(0.0), **aimed)), "en")) == sentence


def test_a_share_shows_both_its_figures() -> None:
    note = "share_of measure=4.3-M1.1 own=24 other=55"
    with translation.override("en"):
        said = lead(part(note, assessment=judged(note, 43.636, 50.0)), "en")
    assert spoken(said[0]) == "The share is 43.64% (2022): 24% of 55%."


def test_the_figure_of_the_deadline_stands_before_a_newer_one() -> None:
    old = replace(judged("margin_unknown", 4.0, 17.0), value_period="2021")
    line = headline(part("margin_unknown", assessment=old), "fi")
    assert line is not None
    assert spoken(line.words) == "4 %"
    assert spoken(line.newest) == "5 % (2022)"


def test_a_waiting_part_says_what_it_waits_for() -> None:
    note = "window_incomplete years=5 have=3 need=5; deadline_value_missing"
    missing = Assessment("p", "awaiting", target=80.0, note=note)
    with translation.override("en"):
        said = " ".join(lead(part(note, assessment=missing, status="awaiting"), "en"))
    assert "The average over 5 years needs 5 figures; 3 are known." in said
