"""Importing: what it would do, what it does, and that again does nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from suunta.core.errors import InputError
from suunta.core.strategy import SubMeasure, Term
from suunta.jobs.import_strategy import Adoption, difference_json, import_document
from suunta.store.models import LogEntry, Municipality, Part, Strategy, StrategyVersion
from towns import (
    ADOPTED,
    BY,
    PROGRAMME,
    STRATEGY,
    import_mallila,
    newest,
    with_measure,
    with_target,
)

pytestmark = pytest.mark.usefixtures("town")


def test_a_dry_run_writes_nothing_and_shows_everything() -> None:
    before = LogEntry.objects.count()
    imported = import_mallila(dry_run=True)
    assert imported.outcome == "would_adopt"
    assert len(imported.difference.added) == 13
    assert not StrategyVersion.objects.exists()
    assert LogEntry.objects.count() == before


def test_a_second_import_changes_nothing() -> None:
    import_mallila()
    before = LogEntry.objects.count()
    assert import_mallila().outcome == "unchanged"
    assert LogEntry.objects.count() == before


def test_a_draft_is_adopted_by_importing_it_again() -> None:
    import_mallila(adoption=None)
    assert import_mallila().outcome == "adopted"
    assert (newest().number, newest().status) == (1, "adopted")


def test_a_changed_document_becomes_a_draft_beside_what_was_adopted() -> None:
    import_mallila()
    imported = import_mallila(with_target(90.0), adoption=None)
    assert (imported.outcome, imported.version) == ("drafted", 2)
    assert "target_value: 80.0 -> 90.0" in str(imported)


def test_the_same_words_cannot_be_adopted_by_another_decision() -> None:
    import_mallila()
    with pytest.raises(InputError, match="adopted already: Valtuusto 2021-06-07 § 12"):
        import_mallila(adoption=Adoption("Hallitus", date(2021, 6, 7), "§ 12"))


def test_an_adoption_without_a_day_holds_from_the_term_on() -> None:
    without_plan, undated = replace(STRATEGY, action_year=None), Adoption("", None, "")
    import_mallila(without_plan, adoption=undated)
    assert newest().known_on == date(2021, 1, 1)
    assert import_mallila(without_plan, adoption=undated).outcome == "unchanged"


def test_an_action_plan_without_a_day_is_not_known_before_its_year() -> None:
    import_mallila(replace(STRATEGY, action_year=2023), adoption=Adoption("", None, ""))
    assert newest().known_on == date(2023, 1, 1)


def test_another_term_is_another_strategy() -> None:
    import_mallila()
    import_mallila(replace(STRATEGY, term=replace(STRATEGY.term, start=2025, end=2029)))
    assert list(Strategy.objects.values_list("term", flat=True).order_by("term")) == [
        "2021-2025",
        "2025-2029",
    ]


def test_the_first_document_of_a_town_brings_the_town() -> None:
    from suunta.jobs.import_strategy import import_strategy
    from suunta.store.actions.documents import Document

    document = Document("s.txt", b"x")
    import_strategy(STRATEGY, document, municipality="uusila", by=BY)
    assert Municipality.objects.get(slug="uusila").name_fi == "Mallila"


@pytest.mark.parametrize("slug", ["desk", "Iso Kirjain", "../x", "", "a" * 41])
def test_a_slug_that_cannot_be_an_address_is_refused(slug: str) -> None:
    from suunta.jobs.import_strategy import import_strategy
    from suunta.store.actions.documents import Document

    with pytest.raises(InputError, match="cannot be the address"):
        import_strategy(STRATEGY, Document("s.txt", b"x"), municipality=slug, by=BY)


def test_doubled_numbers_are_all_named() -> None:
    (area,) = STRATEGY.focus_areas
    with pytest.raises(InputError) as raised:
        import_mallila(STRATEGY.with_areas((area, area)))
    assert [fault.place for fault in raised.value.faults] == [
        "focus area",
        "goal",
        "goal",
        "action",
        "measure",
        "measure",
        "measure",
    ]


@pytest.mark.parametrize("number", ["1/2", "..", "../desk"])
def test_a_number_that_cannot_stand_in_an_address_is_refused(number: str) -> None:
    (area,) = STRATEGY.focus_areas
    with pytest.raises(InputError, match="cannot stand in an address"):
        import_mallila(STRATEGY.with_areas((replace(area, number=number),)))


@pytest.mark.parametrize("years", [(2025, 2021), (2021, -5), (99999999999, None)])
def test_a_term_of_impossible_years_is_refused(years: tuple[int, int | None]) -> None:
    with pytest.raises(InputError, match=r"is no year|before it begins"):
        import_mallila(replace(STRATEGY, term=Term(*years)))


def test_a_measure_that_nobody_understood_is_followed() -> None:
    import_mallila(with_measure(STRATEGY, replace(PROGRAMME, sub_measures=())))
    part = Part.objects.get(code="1.1-M2.1")
    assert (part.kind, part.indicator) == ("monitoring", "Ohjelma hyväksytty")


def test_a_target_that_is_withdrawn_is_withdrawn_by_decision() -> None:
    from suunta.store.models import Target
    from towns import SATISFACTION, promise

    import_mallila()
    followed = replace(
        SATISFACTION,
        text="Tyytyväisten osuus",
        sub_measures=(SubMeasure("monitoring", "Tyytyväisten osuus", "%"),),
    )
    later = replace(ADOPTED, day=date(2022, 11, 14))
    import_mallila(with_measure(STRATEGY, followed), adoption=later)
    targets = Target.objects.filter(promise=promise("1.1-M1.1")).order_by("known_on")
    assert [target.comparator for target in targets] == [">=", "none"]


def test_the_bytes_of_a_document_are_kept_under_their_hash() -> None:
    import_mallila()
    kept = Path(settings.SUUNTA_DATA) / "documents" / newest().document_hash
    assert kept.read_bytes() == STRATEGY.title.encode()


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing-here"):
        import_document(tmp_path / "nothing-here.txt", municipality="mallila", by=BY)


def test_the_difference_as_json_holds_old_and_new() -> None:
    import_mallila()
    told = difference_json(import_mallila(with_target(90.0), dry_run=True))
    assert told["outcome"] == "would_adopt"
    part = next(change for change in told["changed"] if change["kind"] == "part")
    assert part["old"]["target_value"] == 80.0


def test_the_same_words_keep_the_reading_that_they_were_adopted_with() -> None:
    from towns import SATISFACTION

    import_mallila()
    (sub,) = SATISFACTION.sub_measures
    learnt = replace(SATISFACTION, sub_measures=(replace(sub, target_value=8.0),))
    assert import_mallila(with_measure(STRATEGY, learnt)).outcome == "unchanged"


def test_a_draft_is_read_anew() -> None:
    from towns import SATISFACTION

    import_mallila(adoption=None)
    (sub,) = SATISFACTION.sub_measures
    learnt = replace(SATISFACTION, sub_measures=(replace(sub, target_value=8.0),))
    assert import_mallila(with_measure(STRATEGY, learnt), adoption=None).outcome == "drafted"
