"""The report before the decision: what to fix, what cannot be assessed, how much to carry."""

from __future__ import annotations

from suunta.core.lint.report.build import report_before_decision
from suunta.core.lint.report.json import report_json
from suunta.core.lint.report.model import Fix, GoalDoubt, Place, Report

__all__ = ["Fix", "GoalDoubt", "Place", "Report", "report_before_decision", "report_json"]
