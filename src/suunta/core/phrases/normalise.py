"""One spelling for the signs that documents spell in many ways, without moving a character.

Every replacement is one character for one, so that an offset in the plain text is an offset in
the phrase: that is what lets each recognised part carry its span.
"""

from __future__ import annotations

import re

_SAME = {
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t\r",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
    "'": "\u2018\u2019\u201b\u2032\u00b4`",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    "2": "\u2082",
    "·": "\u2022\u25cf\u25aa",
}
# Raised figures are footnotes, but for those of "m²" and "CO²".
_FOOTNOTE = re.compile(r"(?<![mo])[²³]|[¹⁰⁴-⁹]")
_PLAIN = {sign: plain for plain, signs in _SAME.items() for sign in signs}


def plain(text: str) -> str:
    """The text in lower case with one kind of space, dash and quotation mark.

    text: any text. Returns a text of exactly the same length.
    """
    spelt = "".join([_PLAIN.get(char) or _lower(char) for char in text])
    return _FOOTNOTE.sub(" ", spelt)


def _lower(char: str) -> str:
    # "İ".lower() is two characters long and would shift every later offset.
    lowered = char.lower()
    return lowered if len(lowered) == 1 else char
