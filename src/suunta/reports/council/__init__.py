"""Reports for the council, the residents and the bodies: one content, whatever file it becomes.

Everything here is pure: a scorecard goes in, blocks come out. `definitions/reports/council.yaml`
holds the words, `reports.wording` those that pages say too.
"""

from __future__ import annotations

from suunta.reports.council.kinds import KINDS, make_report
from suunta.reports.council.model import Asked, ChangedTarget, Material, Report

__all__ = ["KINDS", "Asked", "ChangedTarget", "Material", "Report", "make_report"]
