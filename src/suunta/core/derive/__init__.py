"""Indicators that are computed from other indicators, as their declarations say.

`declare` reads a declaration, `check` tells what is wrong with several together, `compute` derives
values from observations; nothing here asks a store or a clock. Every derived value names the
observations it was made from.
"""

from suunta.core.derive.check import computing_order, faults_of
from suunta.core.derive.compute import derive, history
from suunta.core.derive.declare import read_derivation
from suunta.core.derive.model import Derivation, Derived, Input, Value

__all__ = [
    "Derivation",
    "Derived",
    "Input",
    "Value",
    "computing_order",
    "derive",
    "faults_of",
    "history",
    "read_derivation",
]
