"""What a report is asked for, made from and becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from suunta.core.scorecard import PartView, Scorecard, TargetView
from suunta.reports.blocks import Block


@dataclass(frozen=True)
class Asked:
    """Which report: kind, reporting period, language, and the body that an extract is for."""

    kind: str
    period: str
    language: str
    body: str = ""


@dataclass(frozen=True)
class ChangedTarget:
    """A target of a part that a later decision replaced; both as they were decided."""

    part: PartView
    old: TargetView
    new: TargetView


@dataclass(frozen=True)
class Material:
    """Everything that is known: the scorecard as of a day, targets that changed, and the licences
    of sources by their address."""

    card: Scorecard
    changes: Sequence[ChangedTarget] = ()
    licences: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Report:
    """A report to be rendered. identifier: SHA-256 of what is shown, its first twelve signs; foot:
    what stands below every page; slides: few big words a page."""

    kind: str
    language: str
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    as_of: date
    identifier: str
    foot: str
    landscape: bool
    slides: bool = False
