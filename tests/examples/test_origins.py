"""Every part of every measure has a source, a survey, a register or an owner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from suunta.core.definitions import folder, load_yaml
from suunta.jobs.example.fields import Faults
from suunta.jobs.example.files import ExampleFiles
from suunta.jobs.example.ids import ids_of
from suunta.jobs.example.origins import Origins, read_origins
from suunta.jobs.load_example import load_example
from suunta.jobs.scorecard import build
from suunta.sources import PARSERS
from suunta.sources.clients import CLIENTS

EXAMPLES = folder("examples")


# The counts are those of the document, told once more in test_kauniainen.py.
def test_every_part_of_the_88_measures_has_an_origin(kauniainen: ExampleFiles) -> None:
    measures = list(kauniainen.content.measures())
    parts = [f"{m.id}.{n}" for m in measures for n in range(1, len(m.sub_measures) + 1)]
    assert (len(measures), len(parts)) == (88, 112)
    assert [each.part for each in kauniainen.origins.origins] == parts


def test_every_part_of_the_fictional_town_has_an_origin(exempelby: ExampleFiles) -> None:
    parts = sum(len(measure.sub_measures) for measure in exempelby.content.measures())
    assert len({each.part for each in exempelby.origins.origins}) == parts == 40


def test_a_system_that_a_measure_names_is_its_origin(kauniainen: ExampleFiles) -> None:
    named = {
        origin.part: origin.key
        for origin in kauniainen.origins.origins
        if origin.sure == "document"
    }
    assert named["1.3-M4.1"] == "wilma"
    assert named["5.4-M3.1"] == "enkora"
    assert named["2.3-M1.1"] == "tea_viisari"
    assert named["3.2-M4.1"] == "bicycle_counters"
    assert (named["5.5-M4.1"], named["5.5-M4.2"]) == ("opeka", "oppika")


def test_a_part_whose_measure_names_a_source_follows_from_the_document(
    kauniainen: ExampleFiles,
) -> None:
    origins = {each.part: each for each in kauniainen.origins.origins}
    unsure = [
        f"{measure.id}.{number}"
        for measure in kauniainen.content.measures()
        for number, part in enumerate(measure.sub_measures, start=1)
        if part.source and origins[f"{measure.id}.{number}"].sure != "document"
    ]
    assert unsure == []


def test_the_kinds_of_sources_are_those_that_can_be_asked(kauniainen: ExampleFiles) -> None:
    kinds = {source.kind for source in kauniainen.origins.sources.values()}
    assert kinds <= set(PARSERS) & set(CLIENTS)


def test_no_indicator_of_sotkanet_is_taken_for_known(kauniainen: ExampleFiles) -> None:
    asked = [each for each in kauniainen.origins.sources.values() if each.kind == "sotkanet"]
    assert all("indicator" in source.confirm for source in asked)
    assert all("indicator" not in source.asked for source in asked)


@pytest.fixture
def read(tmp_path: Path, exempelby: ExampleFiles) -> Callable[..., Origins]:
    """Reads origins.yaml of the fictional town alone."""

    def read_again(faults: Faults) -> Origins:
        ids = ids_of(exempelby.content)
        return read_origins(tmp_path, ids, exempelby.organisation, faults)

    return read_again


Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def refused(tmp_path: Path, read: Callable[..., Origins]) -> Callable[[Change], str]:
    """The only fault after a change to origins.yaml."""

    def only_fault(change: Change) -> str:
        content = load_yaml(EXAMPLES / "exempelby" / "origins.yaml")
        change(content)
        changed = yaml.safe_dump(content, allow_unicode=True)
        (tmp_path / "origins.yaml").write_text(changed, encoding="utf-8")
        faults = Faults()
        read(faults)
        faults.add_unasked()
        (fault,) = faults.found
        return str(fault)

    return only_fault


Refused = Callable[[Change], str]


def test_a_part_that_is_left_out_is_named(refused: Refused) -> None:
    told = refused(lambda content: content["origins"].pop(3))
    assert "1.1-M4.1 stands 0 times" in told


def test_a_part_that_stands_twice_is_named(refused: Refused) -> None:
    told = refused(lambda content: content["origins"].append(dict(content["origins"][3])))
    assert "1.1-M4.1 stands 2 times" in told


def test_a_part_with_two_origins_is_refused(refused: Refused) -> None:
    told = refused(lambda content: content["origins"][3].update(register="meetings"))
    assert "1.1-M4.1 has 2 origins" in told


def test_a_source_of_an_unknown_kind_is_refused(refused: Refused) -> None:
    told = refused(lambda content: content["sources"]["absences"].update(kind="wilma"))
    assert "sources, absences, kind" in told


def test_an_unknown_name_in_a_question_is_refused(refused: Refused) -> None:
    told = refused(lambda content: content["sources"]["absences"]["ask"].update(files="x"))
    assert "absences, ask, files: is not a known name" in told


def test_a_survey_that_nobody_described_is_refused(refused: Refused) -> None:
    told = refused(lambda content: content["origins"][12].update(survey="pulse"))
    assert "'pulse' is not known" in told


def test_a_register_that_tells_of_no_part_is_refused(refused: Refused) -> None:
    words = {"fi": "Uusi", "sv": "Ny", "en": "New"}
    told = refused(
        lambda content: content["registers"].update(new={"name": words, "counts": words})
    )
    assert "registers, new: tells of no part" in told


def test_an_owner_is_one_whom_the_measure_is_assigned_to(refused: Refused) -> None:
    told = refused(lambda content: content["origins"][3].update(owner="yhdyskuntatoimi"))
    assert "is not among those whom the measure is assigned to" in told


def test_a_month_that_no_year_has_is_refused(refused: Refused) -> None:
    told = refused(lambda content: content["origins"][3].update(month=13))
    assert "month: is 13" in told


def test_a_town_without_the_file_has_no_origins(read: Callable[..., Origins]) -> None:
    faults = Faults()
    assert read(faults).origins == ()
    assert faults.found == []


@pytest.mark.django_db
def test_a_scorecard_tells_where_each_figure_comes_from() -> None:
    load_example(EXAMPLES / "kauniainen")
    parts = [part for measure in build("kauniainen").measures for part in measure.parts]
    assert all(part.origin for part in parts)
    origin = next(part.origin for part in parts if part.id == "1.3-M1.1")
    assert origin is not None
    assert (origin.kind, origin.sure, origin.month) == ("source", "document", 10)
    assert origin.name.words["sv"] == "Enkäten Hälsa i skolan (THL, Sotkanet)"
