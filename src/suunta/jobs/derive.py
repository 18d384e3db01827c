"""Computing the indicators that are declared as made from others, after figures were recorded."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from suunta.core.derive import Derivation, computing_order, faults_of, history, read_derivation
from suunta.core.errors import Fault, InputError
from suunta.store.actions.derived import add_derived
from suunta.store.actions.log import Actor
from suunta.store.models import Indicator, Municipality
from suunta.store.queries.derivations import declared, input_values


@transaction.atomic
def derive_indicators(
    municipality: Municipality, *, by: Actor, touched: Collection[str] | None = None
) -> int:
    """Compute what follows from the figures of a municipality; how many figures were added.

    touched: keys of the indicators that have new figures: only what is made from them, directly or
    through others, is computed again; None: everything. Figures are only added: a changed input
    gives a revision. Again changes nothing. Raises InputError with every fault of the declarations.
    """
    rules = rules_of(municipality)
    indicators = {row.key: row for row in Indicator.objects.filter(municipality=municipality)}
    raise_faults(rules, indicators)
    changed = None if touched is None else set(touched)
    added = 0
    for key in computing_order(rules):
        if changed is not None and changed.isdisjoint(rules[key].needs):
            continue
        results = history(rules[key], input_values(municipality.pk, rules[key].needs))
        new = add_derived(
            by=by, municipality=municipality, indicator=indicators[key], results=results
        )
        added += new
        if new and changed is not None:
            changed.add(key)
    return added


def rules_of(municipality: Municipality) -> dict[str, Derivation]:
    """The declarations of a municipality. Raises InputError with every fault."""
    rules, faults = {}, list[Fault]()
    for key, given in declared(municipality.pk).items():
        rule, found = read_derivation(key, given, f"indicator {key}, derived")
        faults += found
        if rule:
            rules[key] = rule
    if faults:
        raise InputError(faults)
    return rules


def raise_faults(rules: dict[str, Derivation], known: Collection[str]) -> None:
    """Raises InputError for unknown inputs and circles."""
    faults = faults_of(rules, known, {key: f"indicator {key}, derived" for key in rules})
    if faults:
        raise InputError(faults)
