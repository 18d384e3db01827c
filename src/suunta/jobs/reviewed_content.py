"""A reading as people have reviewed it: what council adopted with the same words, then what they
corrected, in this document or in one before."""

from __future__ import annotations

from dataclasses import replace

from suunta.core.review import Correction, Reviewed, apply_corrections
from suunta.core.strategy import Measure, Strategy, SubMeasure
from suunta.jobs.numbering import with_measures
from suunta.store.actions.find import newest_adopted
from suunta.store.actions.versions import term_text
from suunta.store.models import Municipality
from suunta.store.queries.uploads import corrections_of, standing
from suunta.store.queries.versions import read_version

Known = dict[str, tuple[SubMeasure, ...]]


def reviewed_of(town: Municipality, reading: Strategy) -> Reviewed:
    """A reading with everything that the town knows of its words."""
    known = adopted_readings(town, reading)
    return reviewed(reading, known, standing(corrections_of(town)))


def adopted_readings(town: Municipality, reading: Strategy) -> Known:
    """The words of measures in force, and how they were understood when they were adopted: a
    grammar that has learnt something since does not change what a council decided."""
    adopted = newest_adopted(town, term_text(reading.term))
    if adopted is None:
        return {}
    content = read_version(adopted.pk).content
    return {measure.text: measure.sub_measures for measure in content.measures()}


def reviewed(reading: Strategy, known: Known, corrections: tuple[Correction, ...]) -> Reviewed:
    """A reading with what was adopted and what was corrected; both are settled."""
    found = apply_corrections(with_known(reading, known), corrections)
    adopted = {
        measure.id
        for measure in found.strategy.measures()
        if known.get(measure.text) == measure.sub_measures
    }
    return replace(found, settled=found.settled | adopted)


def with_known(reading: Strategy, known: Known) -> Strategy:
    """The reading, measures of known words understood as they were."""

    def as_known(measure: Measure) -> Measure:
        return replace(measure, sub_measures=known.get(measure.text, measure.sub_measures))

    return with_measures(reading, lambda goal, place, measure: as_known(measure))
