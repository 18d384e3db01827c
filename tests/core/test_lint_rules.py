"""Each rule of lint on the smallest strategy that shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from suunta.core.definitions import folder
from suunta.core.lint import RULES, Finding, finding_json, lint
from suunta.core.lint.actions import followed_actions
from suunta.core.lint.kinship import shared_words
from suunta.core.phrases import understand
from suunta.core.strategy import (
    Action,
    Baseline,
    FocusArea,
    Goal,
    Measure,
    SectorMark,
    Span,
    Strategy,
    SubMeasure,
    Term,
)


def _strategy(
    *measures: str,
    actions: tuple[Action, ...] = (),
    points: tuple[str, ...] = (),
    language: str = "en",
) -> Strategy:
    goal = Goal(
        number="1.1",
        title="Goal",
        sub_bullets=points,
        actions=actions,
        measures=tuple(Measure(text, id=f"1.1-M{i}") for i, text in enumerate(measures, start=1)),
        span=Span(lines=(3,)),
    )
    areas = (FocusArea("1", "Area", goals=(goal,)),)
    return understand(Strategy("T", language=language, term=Term(2022, 2025), focus_areas=areas))


def _codes(strategy: Strategy) -> set[str]:
    return {finding.code for finding in lint(strategy)}


def _only(strategy: Strategy, code: str) -> Finding:
    (found,) = [finding for finding in lint(strategy) if finding.code == code]
    return found


def test_a_complete_target_has_no_finding() -> None:
    sub = SubMeasure(
        "numeric",
        "Satisfaction",
        unit="%",
        comparator=">=",
        target_value=85,
        target_period="2025",
        source="Survey",
    )
    strategy = _strategy("Satisfaction")
    goal = strategy.goals()[0]
    full = replace(
        sub, baseline=_strategy("Satisfaction 78% (2021)").measures()[0].sub_measures[0].baseline
    )
    measure = replace(goal.measures[0], sub_measures=(full,))
    area = replace(strategy.focus_areas[0], goals=(replace(goal, measures=(measure,)),))
    assert _codes(strategy.with_areas((area,))) == set()


def test_a_target_alone_lacks_baseline_deadline_and_source() -> None:
    assert _codes(_strategy("Share of satisfied residents, target 85%")) == {
        "target-without-baseline",
        "target-without-deadline",
        "target-without-source",
    }


def test_the_place_of_a_target_is_its_figure() -> None:
    text = "Share of satisfied residents, target 85%"
    span = _only(_strategy(text), "target-without-deadline").span
    assert text[span.start : span.end] == "85"


def test_a_deadline_that_is_assumed_is_the_terms() -> None:
    finding = _only(
        _strategy("Share of satisfied residents, target 85%"), "target-without-deadline"
    )
    assert "2022–2025" in finding.remedy


def test_an_unfilled_place_is_an_error_where_it_stands() -> None:
    finding = _only(_strategy("Vastausprosentti, tavoite xx %", language="fi"), "placeholder")
    assert finding.severity == "error"
    assert "xx" in finding.message


def test_figures_are_written_as_the_language_writes_them() -> None:
    strategy = _strategy("Nöjdhet, mål 4,3 poäng", language="sv")
    messages = {
        lang: next(f for f in lint(strategy, lang) if f.code == "target-without-baseline").message
        for lang in ("fi", "sv", "en")
    }
    assert "4,3" in messages["fi"]
    assert "4,3" in messages["sv"]
    assert "4.3" in messages["en"]


def test_an_action_without_a_name_beside_it_lacks_somebody() -> None:
    action = Action("Open a library", id="1.1-A1")
    strategy = _strategy("Library opened", actions=(action,))
    assert "action-without-responsible" in _codes(strategy)
    named = replace(action, responsible=("Culture office",))
    assert "action-without-responsible" not in _codes(_strategy("Library opened", actions=(named,)))


def test_an_action_is_followed_by_the_measure_that_shares_its_words() -> None:
    actions = (Action("Uimahalli rakennetaan", id="a"), Action("Verkkosivut uudistetaan", id="b"))
    assert followed_actions(actions, (Measure("Verkkosivujen kävijät"),)) == {"b"}


def test_actions_and_measures_left_over_belong_together_in_order() -> None:
    actions = (Action("Verkkosivut uudistetaan", id="a"), Action("Kysely tehdään", id="b"))
    measures = (Measure("Verkkosivut julkaistu"), Measure("Vastausprosentti 60 %"))
    assert followed_actions(actions, measures) == {"a", "b"}


@pytest.mark.parametrize("soft", ["Varmistetaan", "Edistetään", "Kannustetaan"])
def test_an_action_that_only_ensures_needs_a_close_measure(soft: str) -> None:
    actions = (Action(f"{soft} puiston viihtyisyyttä", id="a"),)
    assert followed_actions(actions, (Measure("Puiston penkit"),)) == set()
    assert followed_actions(actions, (Measure("Puiston viihtyisyyden arvosana"),)) == {"a"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Viheralueiden pinta-alan muutos", "fi", True),
        ("Antal nya bostäder per år", "sv", True),
        ("Number of new homes", "en", True),
        ("Vähennetään sairauspoissaolojen määrää", "fi", False),
        ("Selvitetään käyttäjien määrä", "fi", False),
    ],
)
def test_an_indicator_among_the_actions_is_told(text: str, language: str, expected: bool) -> None:
    strategy = _strategy("Kysely tehty", actions=(Action(text, id="1.1-A1"),), language=language)
    assert ("indicator-in-action-column" in _codes(strategy)) is expected


def test_a_target_of_a_sub_point_that_a_measure_repeats_is_no_finding() -> None:
    point = "Tax rate at most 17%"
    assert "goal-target-not-measured" in _codes(_strategy("Survey done", points=(point,)))
    repeated = _strategy("Tax rate, at most 17%", points=(point,))
    assert "goal-target-not-measured" not in _codes(repeated)


def test_a_promise_and_a_measure_that_exclude_each_other_contradict() -> None:
    strategy = _strategy("Tax rate at least 19%", points=("Tax rate at most 17%",))
    finding = _only(strategy, "contradiction")
    assert (finding.goal, finding.measure) == ("1.1", "1.1-M1")


def test_targets_that_can_both_hold_do_not_contradict() -> None:
    strategy = _strategy("Tax rate at most 18%", points=("Tax rate at most 17%",))
    assert "contradiction" not in _codes(strategy)


def test_an_abbreviation_is_told_once_with_the_count_of_its_places() -> None:
    strategy = _strategy("The QRX plan approved", "QRX users")
    finding = _only(strategy, "undefined-abbreviation")
    assert (finding.text, finding.measure) == ("QRX", "1.1-M1")
    assert "(places: 2)" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "The quick regional exchange (QRX) opened, QRX users",
        "QRX (the quick regional exchange) opened",
        "EU funding, IT costs and GDPR training",
    ],
)
def test_explained_and_common_abbreviations_are_no_finding(text: str) -> None:
    assert "undefined-abbreviation" not in _codes(_strategy(text))


def test_colours_that_the_text_lost_are_told() -> None:
    strategy = replace(
        _strategy("Done", actions=(Action("Open a library", id="1.1-A1"),)),
        sector_legend=(SectorMark("culture", "Culture", "blue"),),
    )
    assert "Culture" in _only(strategy, "colours-missing").message


def test_findings_come_in_the_documents_order() -> None:
    goals = [replace(_strategy("Visitors").goals()[0], number=number) for number in ("1.1", "1.2")]
    area = FocusArea("1", "Area", goals=tuple(goals))
    found = [finding.goal for finding in lint(Strategy("T", focus_areas=(area,)))]
    assert found == sorted(found, key=lambda goal: goal or "9")


def test_an_empty_strategy_has_no_finding() -> None:
    assert lint(Strategy("T")) == []
    assert RULES


def test_the_json_of_a_finding_has_the_contracts_keys() -> None:
    finding = finding_json(lint(_strategy("Number of visitors"))[0])
    assert list(finding) == [
        "code",
        "severity",
        "goal",
        "measure",
        "text",
        "span",
        "message",
        "remedy",
    ]


def test_every_finding_has_words_in_every_language_with_the_same_blanks() -> None:
    texts = {
        lang: yaml.safe_load((folder("definitions") / "lint" / f"{lang}.yaml").read_text("utf-8"))
        for lang in ("fi", "sv", "en")
    }
    assert set(texts["fi"]) == set(texts["sv"]) == set(texts["en"])
    for code, wording in texts["en"].items():
        for lang in ("fi", "sv"):
            assert _blanks(wording) == _blanks(texts[lang][code]), (lang, code)


def _blanks(wording: dict[str, str]) -> set[str]:
    return {part.split("}")[0] for text in wording.values() for part in text.split("{")[1:]}


def test_every_code_has_its_line_in_the_reference() -> None:
    page = (folder("definitions").parent / "docs" / "reference" / "lint.md").read_text("utf-8")
    codes = yaml.safe_load((folder("definitions") / "lint" / "en.yaml").read_text("utf-8"))
    assert all(f"| `{code}` |" in page for code in codes)


def test_a_goal_without_measures_is_told_where_others_have_some() -> None:
    strategy = _strategy("Share of satisfied residents, target 85%")
    empty = Goal("1.2", "Bare goal", sub_bullets=("At least 90% are satisfied",))
    area = strategy.focus_areas[0]
    beside = strategy.with_areas((replace(area, goals=(*area.goals, empty)),))
    found = [finding for finding in lint(beside) if finding.goal == "1.2"]
    assert [(finding.code, finding.severity) for finding in found] == [
        ("goal-without-measures", "error")
    ]


def test_a_document_without_any_measures_is_not_told_so_goal_by_goal() -> None:
    assert "goal-without-measures" not in _codes(_strategy())


def test_one_thing_with_two_targets_is_told_at_the_second() -> None:
    strategy = _strategy(
        "Customer satisfaction index at least 85% by 2025",
        "Customer satisfaction index at least 90% by 2025",
    )
    found = _only(strategy, "rival-targets")
    assert (found.severity, found.measure) == ("error", "1.1-M2")
    assert found.message == "The same thing has two targets: 90% here and 85% at 1.1-M1."


def test_a_target_for_each_year_is_no_rivalry() -> None:
    texts = ("Customer satisfaction index 85% in 2023", "Customer satisfaction index 90% in 2025")
    assert "rival-targets" not in _codes(_strategy(*texts))


def test_a_deadline_after_the_term_asks_for_a_target_within_it() -> None:
    found = _only(_strategy("Emissions at most 60 kt by 2030"), "deadline-after-term")
    assert "2022–2025" in found.message


def test_no_new_debt_and_a_ceiling_for_debt_do_not_contradict() -> None:
    strategy = _strategy("Loan debt at most 3,200 €", points=("No new debt for operations",))
    assert "contradiction" not in _codes(strategy)


def test_hours_a_week_and_hours_are_one_unit() -> None:
    base = Baseline("2021", 30, "h")
    sub = SubMeasure(
        "numeric", "Opening", unit="h/vko", comparator=">=", target_value=40, baseline=(base,)
    )
    strategy = _strategy("Opening hours")
    goal = strategy.goals()[0]
    measure = replace(goal.measures[0], sub_measures=(sub,))
    area = replace(strategy.focus_areas[0], goals=(replace(goal, measures=(measure,)),))
    assert "baseline-unit-differs" not in _codes(strategy.with_areas((area,)))


def test_a_count_without_its_unit_beside_a_target_with_one_is_left_alone() -> None:
    assert "baseline-unit-missing" not in _codes(
        _strategy("At least 6,100 residents (2024: 5,987)")
    )


def test_a_ceiling_at_todays_level_says_how_much() -> None:
    assert "direction-without-value" not in _codes(_strategy("The tax rate does not rise"))


def test_a_word_that_speaks_of_everybody_is_no_target_of_the_goal() -> None:
    strategy = _strategy("Satisfaction at least 85%", points=("Every child learns and belongs",))
    assert "goal-target-not-measured" not in _codes(strategy)


def test_a_goal_that_halves_something_promises_a_target() -> None:
    strategy = _strategy("Satisfaction at least 85%", points=("Emissions are halved by 2030",))
    assert "goal-target-not-measured" in _codes(strategy)


def test_a_case_ending_after_a_colon_is_no_unit() -> None:
    text = "Osuus nousee 70 %:sta 80 %:iin vuoteen 2025 mennessä"
    assert "unit-written-two-ways" not in _codes(_strategy(text, language="fi"))


def test_a_gap_is_no_abbreviation() -> None:
    assert "undefined-abbreviation" not in _codes(_strategy("Recycling rate xx %"))


def test_a_party_of_several_words_is_no_abbreviation() -> None:
    action = Action("Programmet verkställs (vård och omsorg)", responsible=("vård", "omsorg"))
    found = _codes(_strategy("Andelen nöjda minst 85 %", actions=(action,), language="sv"))
    assert "undefined-abbreviation" not in found


def test_a_compound_that_holds_two_words_of_an_action_follows_it() -> None:
    actions = (
        Action("En modell mot mobbning införs", id="1.1-A1"),
        Action("Skolvägarna kartläggs med eleverna", id="1.1-A2"),
    )
    measures = ("Andelen elever som upplever våld", "Skolvägskartläggningen är klar")
    strategy = _strategy(*measures, actions=actions, language="sv")
    (goal,) = strategy.goals()
    assert followed_actions(goal.actions, goal.measures) == {"1.1-A1", "1.1-A2"}


def test_a_compound_that_begins_with_a_common_word_is_not_common() -> None:
    assert shared_words("Kuntalaiskyselyn vastausprosentti", "Kuntalaiskysely toteutetaan") == 1
