"""Rates standardised for age (or any strata): direct and indirect."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from suunta.core.assess.arrays import Estimate, Floats, floats, refuse, scalar_or_array
from suunta.core.assess.intervals import byar

# European Standard Population 2013, 0-4, 5-9, ..., 85-89, 90 and over.
# Source: Eurostat, Revision of the European Standard Population (2013), doi:10.2785/11470.
ESP2013: tuple[int, ...] = (
    *(5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000),
    *(7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000),
)
FEWEST_EVENTS = 10


def direct(
    count: ArrayLike,
    population: ArrayLike,
    standard: ArrayLike | Sequence[float] = ESP2013,
    per: float = 100_000,
    confidence: float = 0.95,
) -> tuple[Estimate, Estimate, Estimate]:
    """Directly standardised rate with its Dobson-Byar interval.

    Parameters: count: events by stratum, shape (..., k), 0 or more, NaN adds nothing to the events
    while its population still weighs; population: of the same strata, above 0; standard: weights,
    shape (k,), 0 or more (k = 19 age bands by default); per: the M of "per M"; confidence.
    Returns: (value, low, high), events per `per`, shape (...); NaN below ten events in all, where
    the interval is not to be trusted, and for a NaN population.
    Raises: ValueError naming the argument that is impossible or of another length.
    Assumes: events independent, Poisson within strata. Source: Dobson, Kuulasmaa, Eberle and
    Scherer 1991, doi:10.1002/sim.4780100317; PHE Technical Guide (2018), as
    PHEindicatormethods `calculate_dsr`.
    """
    events, people = _strata(count, population, "count", "population")
    weights = floats(standard, "standard")
    refuse(weights.shape != events.shape[-1:], "standard", "must have one weight a stratum")
    refuse(weights < 0, "standard", "must not be negative")
    refuse(not np.nansum(weights) > 0, "standard", "must not be all 0")
    refuse(not per > 0, "per", "must be above 0")
    share = weights / weights.sum()
    counted = np.nan_to_num(events, nan=0.0)
    total = counted.sum(axis=-1)
    value = (share * counted / people).sum(axis=-1)
    variance = (share**2 * counted / people**2).sum(axis=-1)
    enough = np.where(total >= FEWEST_EVENTS, total, np.nan)
    low, high = byar(enough, confidence)
    scale = np.sqrt(variance / enough)
    ends = (value + scale * (low - enough), value + scale * (high - enough))
    shown = np.where(np.isnan(enough), np.nan, value)
    rate, lower, upper = (scalar_or_array(end * per) for end in (shown, *ends))
    return rate, lower, upper


def indirect(
    count: ArrayLike,
    population: ArrayLike,
    reference_count: ArrayLike,
    reference_population: ArrayLike,
    confidence: float = 0.95,
    per: float = 1.0,
) -> tuple[Estimate, Estimate, Estimate]:
    """Indirectly standardised ratio: observed over expected events, with Byar's interval.

    Parameters: count: observed events by stratum, shape (..., k), or their total, shape (...) or
    (..., 1); population: of the strata, shape (..., k), above 0; reference_count,
    reference_population: of the reference area, shape (k,); confidence; per: 1 for a ratio, 100
    for the usual "SMR".
    Returns: (value, low, high), shape (...): 1 * per as expected. NaN where nothing is expected.
    Raises: ValueError naming the argument that is impossible or of another length.
    Assumes: the reference's rates apply to each stratum; ratios of two areas do not compare with
    one another. Source: Breslow and Day 1987, IARC 82, ch. 2; PHE Technical Guide (2018).
    """
    people = np.atleast_1d(floats(population, "population"))
    refuse(people < 0, "population", "must not be negative")
    reference, whole = _strata(
        reference_count, reference_population, "reference_count", "reference_population"
    )
    refuse(reference.shape[-1] != people.shape[-1], "population", "must have the same strata")
    observed = np.atleast_1d(floats(count, "count"))
    refuse(observed < 0, "count", "must not be negative")
    fits = observed.shape[-1] in (1, people.shape[-1])
    refuse(not fits, "count", "must have one entry a stratum, or be their total")
    refuse(not per > 0, "per", "must be above 0")
    total = observed.sum(axis=-1)
    expected = (people * reference / whole).sum(axis=-1)
    some = np.where(expected > 0, expected, np.nan)
    low, high = byar(total, confidence)
    value, lower, upper = (scalar_or_array(events / some * per) for events in (total, low, high))
    return value, lower, upper


def _strata(
    count: ArrayLike, population: ArrayLike, count_name: str, population_name: str
) -> tuple[Floats, Floats]:
    events = np.atleast_1d(floats(count, count_name))
    people = np.atleast_1d(floats(population, population_name))
    refuse(events < 0, count_name, "must not be negative")
    refuse(people <= 0, population_name, "must be above 0")
    same = events.shape[-1] == people.shape[-1]
    refuse(not same, population_name, f"must have the same strata as {count_name}")
    return events, people
