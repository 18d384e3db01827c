"""Languages told apart, vocabularies sound, strategies understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from suunta.core.definitions import folder
from suunta.core.phrases import PhraseContext, detect_language, parse_phrase, understand
from suunta.core.phrases.vocabulary import LANGUAGES, Language, lexicon, units
from suunta.core.strategy import FocusArea, Goal, Measure, Strategy, SubMeasure


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Asiakastyytyväisyys vähintään 4,0", "fi"),
        ("Valmistuneet asunnot / lkm", "fi"),
        ("Hiilineutraali vuoteen 2035 mennessä", "fi"),
        ("Andelen nöjda invånare ska öka", "sv"),
        ("Antal deltagare i språkkurser", "sv"),
        ("Soliditet minst 40 %", "sv"),
        ("Number of visitors per year", "en"),
        ("Recycling rate of 65% by 2030", "en"),
        ("Top quartile of councils", "en"),
    ],
)
def test_a_phrase_tells_its_language(text: str, language: Language) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_vocabulary_holds_the_categories_that_the_grammar_needs(language: Language) -> None:
    words = {
        "fi": ("vähintään", "kasvaa", "tavoite", "määrä", "hyväksytty", "mennessä"),
        "sv": ("minst", "ökar", "målvärde", "antal", "antagits", "senast"),
        "en": ("minimum", "increases", "target", "number", "adopted", "until"),
    }[language]
    categories = ("comparator", "change", "target", "measure", "predicate")
    for word, category in zip(words, categories, strict=False):
        assert category in {entry.category for entry in lexicon(language).starting(word)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_category_of_the_vocabulary_has_its_place_in_the_documentation(
    language: Language,
) -> None:
    page = Path(__file__).parents[3] / "docs" / "reference" / "phrases.md"
    described = set(re.findall(r"`(\w+)`", page.read_text(encoding="utf-8")))
    words = folder("definitions") / "vocabulary" / f"{language}.yaml"
    categories = set(re.findall(r"^(\w+):", words.read_text(encoding="utf-8"), re.MULTILINE))
    assert categories - described == set()


def test_no_sign_stands_for_two_units() -> None:
    codes = units().signs
    spelt = [sign.replace(" ", "") for sign in codes]
    assert len({(one, codes[sign]) for one, sign in zip(spelt, codes, strict=True)}) == len(
        set(spelt)
    )


def _strategy(*measures: Measure) -> Strategy:
    goal = Goal("1.1", "Terve talous", measures=measures)
    return Strategy("S", focus_areas=(FocusArea("1", "Talous", goals=(goal,)),))


def test_a_strategy_gets_sub_measures_where_it_has_none() -> None:
    kept = SubMeasure("monitoring", "Oma")
    understood = understand(
        _strategy(Measure("Velka alle 10 M€"), Measure("Velka", sub_measures=(kept,)))
    )
    first, second = understood.measures()
    assert [sub.target_value for sub in first.sub_measures] == [10]
    assert second.sub_measures == (kept,)


def test_understanding_twice_changes_nothing() -> None:
    once = understand(_strategy(Measure("Velka alle 10 M€")))
    assert understand(once) == once


def test_a_swedish_measure_in_a_finnish_document_is_read_as_swedish() -> None:
    (measure,) = understand(_strategy(Measure("Soliditeten ska vara minst 40 %"))).measures()
    assert measure.sub_measures[0].comparator == ">="


def test_a_value_without_a_name_is_named_by_its_goal() -> None:
    (sub,) = parse_phrase("vähintään 90 %", "fi", PhraseContext(goal_title="Terve talous"))
    assert sub.indicator == "Terve talous"
