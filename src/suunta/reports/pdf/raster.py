"""Charts as PNG, for files that cannot hold a drawing."""

from __future__ import annotations

import json
from collections.abc import Sequence

import typst

from suunta.reports.charts.printed import printed
from suunta.reports.pdf.fonts import fonts
from suunta.reports.pdf.showable import showable

PPI = 200.0
# One page a drawing, as large as the drawing.
TEMPLATE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#for svg in json(bytes(sys.inputs.drawings)) { page(image(bytes(svg), format: "svg")) }
"""


def rasters(drawings: Sequence[str]) -> list[bytes]:
    """The drawings as PNG, in their order."""
    if not drawings:
        return []
    compiler = typst.Compiler(
        TEMPLATE,
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"drawings": json.dumps([showable(printed(svg)) for svg in drawings])},
    )
    pages = compiler.compile(format="png", ppi=PPI)
    if not isinstance(pages, list):
        return [pages] if pages else []
    return pages
