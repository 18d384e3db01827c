"""The forecast sum by sum, against sums done by hand."""

from __future__ import annotations

from dataclasses import replace

from django.utils import translation

from suunta.core.assess.model import Assessment
from suunta.web.public.sums import Step, Sums, trimmed
from web import cast


def steps() -> list[Step]:
    """41, 44 and 46 at the ends of 2020 to 2022; at least 60 by the end of 2027."""
    part = cast.part(
        "p",
        cast.text("Luku"),
        "off_track",
        figures=cast.series(41.0, 44.0, 46.0, first=2020),
        target=cast.target(60.0),
        assessment=Assessment("p", "off_track", p_reach=0.27, n=3),
    )
    explained = cast.explained([part])["p"]
    with translation.override("en"):
        return Sums(part, explained, "en").all()


def test_each_formula_holds_its_numbers() -> None:
    # By hand: b = 5/2; f = 46 + 2.5/2*5; s2 = (3^2 + 2^2)/2; se = sqrt(6.5*5*(1 + 5/2)) = 10.665;
    # t: R> qt(.9, 2) = 1.885618; 1.885618*10.665 = 20.11; (52.25 - 60)/10.665 = -0.727
    assert [step.formula for step in steps()] == [
        "2020: 41 · 2021: 44 · 2022: 46",
        "span = 2, h = 5",
        "b = (46 − 41) / 2 = 2.5",
        "f = 46 + 0.5 × 2.5 × 5 = 52.25",
        "s² = 13 / 2 = 6.5",
        "se = √(6.5 × 5 × (1 + 5 / 2)) = 10.67",
        "f ± t(0.9; df 2) × se = 52.25 ± 1.89 × 10.67 = 52.25 ± 20.11",
        "P = T((52.25 − 60) / 10.67; df 2) = T(−0.727; df 2)",
    ]


def test_the_chance_is_told_in_tenths_and_the_band_in_the_unit() -> None:
    said = [step.words.replace("\u00a0", " ") for step in steps()]
    assert said[-2] == "8 times out of 10 the figure falls between 32.14% and 72.36%."
    assert said[-1].endswith("about 3 chances out of 10.")


def test_without_a_forecast_there_are_no_sums() -> None:
    explained = next(iter(cast.explained(list(cast.first_goal().measures[0].parts)).values()))
    nothing = replace(explained, f=None)
    assert Sums(cast.first_goal().measures[0].parts[0], nothing, "en").all() == []


def test_noughts_at_the_end_are_left_out() -> None:
    assert trimmed(2.5, 3) == 1
    assert trimmed(40.0, 2) == 0
    assert trimmed(0.0, 0) == 0


def test_the_sums_unfold_on_the_page(visitor) -> None:
    html = visitor.get("/mallila/sv/measure/1.1-M2/").content.decode()
    assert "<summary>Prognosen steg för steg</summary>" in html
    assert "<code>span = 5, h = 5</code>" in html
