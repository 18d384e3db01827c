"""Excel files: the same content with real numbers, and counts as formulas over the tables."""

from __future__ import annotations

from suunta.reports.workbook.render import render_workbook

__all__ = ["render_workbook"]
