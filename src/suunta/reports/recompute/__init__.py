"""A workbook with which a reader recomputes an assessment: the figures, and every step as a live
formula. Rendered without a file; the same content gives the same bytes."""

from __future__ import annotations

from suunta.reports.recompute.words import words_of
from suunta.reports.recompute.workbook import FigureRow, PartSheet, render_recomputation

__all__ = ["FigureRow", "PartSheet", "render_recomputation", "words_of"]
