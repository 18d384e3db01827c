"""What can go wrong, said so that a person can mend it: what, where, remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing wrong with an input.

    what: the problem in one sentence; place: file, line, row, cell or field; remedy: what to do.
    """

    what: str
    place: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        head = f"{self.place}: {self.what}" if self.place else self.what
        return f"{head} {self.remedy}".strip()


class InputError(Exception):
    """The input has errors; all of them are listed. The command line exits 1."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def single(cls, what: str, place: str = "", remedy: str = "") -> InputError:
        return cls([Fault(what, place, remedy)])


class OutsideError(Exception):
    """Something outside failed (network, database, disk) and may be retried. Exits 3."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(str(fault))
