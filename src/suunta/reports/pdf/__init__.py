"""PDF files by typst: tagged for screen readers (PDF/UA-1) and fit for the archive (PDF/A-2a)."""

from __future__ import annotations

from suunta.reports.pdf.render import render_pdf

__all__ = ["render_pdf"]
