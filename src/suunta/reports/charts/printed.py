"""A chart as a picture of its own: with the colours and sizes that a page's style sheet gives it
elsewhere. The rules are those of the tokens and components of the pages, in light.

typst draws the texts of a picture in the lightest weight of a variable typeface, whatever weight
they ask for: a stroke of their own colour makes up for it.
"""

from __future__ import annotations

import re

from suunta.reports.charts.svg import number

FONT = "Source Sans 3"
INK, INK_2, ACCENT, LINE, LINE_STRONG = "#14202b", "#46545f", "#0f4c6b", "#d8d9d4", "#848e94"
STYLE = f"""
text {{ fill: {INK}; stroke: {INK}; stroke-width: .5; font-family: "{FONT}"; font-size: 14px }}
text.t2 {{ fill: {INK_2}; stroke: {INK_2} }} text.b {{ stroke-width: .9 }}
text.act-t {{ fill: {ACCENT}; stroke: {ACCENT}; stroke-width: .9 }}
.ax {{ stroke: {LINE}; stroke-width: 1; fill: none }}
.zero {{ stroke: {LINE_STRONG}; stroke-width: 1; fill: none }}
.brk {{ stroke: {INK_2}; stroke-width: 1.2; stroke-dasharray: 1 4; fill: none }}
.act {{ stroke: {ACCENT}; stroke-width: 2.5; fill: none; stroke-linecap: round }}
.gap {{ stroke: {ACCENT}; stroke-width: 2; stroke-dasharray: 2 5; fill: none }}
.dot {{ fill: {ACCENT}; stroke: #fff; stroke-width: 2 }}
.hol {{ fill: #fff; stroke: {ACCENT}; stroke-width: 2.2 }}
.tgt {{ stroke: {INK}; stroke-width: 1.8; stroke-dasharray: 7 4; fill: none }}
.bandp {{ fill: #c9dde7 }}
.mid {{ stroke: {ACCENT}; stroke-width: 1.5; fill: none; opacity: .75 }}
.bar {{ fill: {ACCENT} }} .barlb {{ fill: #fff; stroke: {ACCENT}; stroke-width: 2 }}
.base {{ stroke: {INK_2}; stroke-width: 1.2; fill: none }}
.miss {{ stroke: {LINE_STRONG}; stroke-dasharray: 3 3; fill: none }}
"""
VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def printed(svg: str) -> str:
    """The drawing, complete in itself. Title and description go: the file that holds the picture
    says them in its own way."""
    found = VIEW.search(svg)
    if found is None:
        raise ValueError("svg: it has no viewBox")
    width, height = (number(float(each)) for each in found.groups())
    bare = re.sub(r"<title.*?</title>|<desc.*?</desc>", "", svg, flags=re.DOTALL)
    size = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
    head, body = bare.replace("<svg ", size, 1).split(">", 1)
    return f"{head}><style>{STYLE}</style>{body}"
