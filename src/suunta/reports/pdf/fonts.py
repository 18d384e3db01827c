"""The typeface of PDF files, from a package of its own: nothing depends on the machine's fonts."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import typst

FAMILY = "Source Sans 3"
UPRIGHT = "SourceSans3[wght].ttf"


@cache
def upright() -> bytes:
    """The file of the upright typeface."""
    return (files("fontpkg_source_sans_3") / "files" / UPRIGHT).read_bytes()


@cache
def fonts() -> typst.Fonts:
    """The typeface and what typst carries for signs that it lacks; read once a process."""
    folder = str(files("fontpkg_source_sans_3") / "files")
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
