"""Draws small PDFs by the format's own rules (ISO 32000-1), for tests of the reader."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

HEIGHT = 842
FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold"}


@dataclass
class Sheet:
    """A page of A4; y grows downwards from its top."""

    steps: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = 10,
        *,
        bold: bool = False,
        colour: tuple[float, float, float] = (0, 0, 0),
        upwards: bool = False,
    ) -> Sheet:
        """Words whose baseline begins at a place."""
        font = "F2" if bold else "F1"
        turn = "0 1 -1 0" if upwards else "1 0 0 1"
        safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        red, green, blue = colour
        self.steps.append(
            f"BT {red} {green} {blue} rg /{font} {size} Tf {turn} {x} {HEIGHT - y} Tm"
            f" ({safe}) Tj ET"
        )
        return self

    def marked(self, number: int, role: str) -> Sheet:
        """Marks the last step as a piece of the document's structure."""
        self.steps[-1] = f"/{role} << /MCID {number} >> BDC {self.steps[-1]} EMC"
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A straight line."""
        self.steps.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def shade(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A filled box."""
        self.steps.append(f"0.9 0.9 1 rg {x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """All lines of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def picture(self) -> Sheet:
        """A picture as large as the page."""
        self.steps.append("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q")
        return self


def pdf(*sheets: Sheet, trailer: str = "", packed: bytes | None = None, tags: str = "") -> bytes:
    """The file of some pages; `packed`: a deflated stream in place of the first page's own;
    `tags`: the structure tree's elements."""
    fonts = " ".join(
        f"/{key} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for key, name in FONTS.items()
    )
    kids = " ".join(f"{3 + 2 * place} 0 R" for place in range(len(sheets)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot << /K [{tags}] >> >>".encode(),
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{kids}] >>".encode(),
    ]
    for place, sheet in enumerate(sheets):
        content = packed if packed and not place else zlib.compress(_encoded(sheet))
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {HEIGHT}] /Contents {4 + 2 * place}"
            f" 0 R /Resources << /Font << {fonts} >> >> >>".encode(),
            f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
            + content
            + b"\nendstream",
        ]
    return _file(objects, trailer)


def _encoded(sheet: Sheet) -> bytes:
    return "\n".join(sheet.steps).encode("cp1252")


def _file(objects: list[bytes], trailer: str) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<< /Size {size} /Root 1 0 R"
    return data + f"{end} {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n".encode()
