"""Word files that are handed out: real headings, lists and tables, in the reader's language.

A report is a sequence of blocks; how they look is decided here once for all reports.
"""

from __future__ import annotations

from suunta.reports.word.blocks import Block, Bullets, Content, Grid, Heading, Paragraph, Run
from suunta.reports.word.render import render_word

__all__ = ["Block", "Bullets", "Content", "Grid", "Heading", "Paragraph", "Run", "render_word"]
