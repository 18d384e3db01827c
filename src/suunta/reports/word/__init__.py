"""Word files that are handed out: real headings, lists and tables, in the reader's language.

A report is a sequence of blocks (`reports.blocks`); how they look is decided here once for all.
"""

from __future__ import annotations

from suunta.reports.word.render import render_word

__all__ = ["render_word"]
