"""Words wider than a narrow column, cut where it ends without a hyphen."""

from __future__ import annotations

import re

from suunta.readers.pdf.lexicon import Lexicon
from suunta.readers.pdf.parts import TextLine
from suunta.readers.table.words import words_of

# What ends words: in Finnish one of these after a vowel, elsewhere other letters seldom do.
WORD_END = {
    "fi": re.compile(r"(?:[aeiouyåäö]|[aeiouyåäö][ntslr])$"),
    "sv": re.compile(r"(?:[aeotrsngdkl]|[aeiouyåäö]\w)$"),
    "en": re.compile(r"[a-z]$"),
}
# What no word begins with: a letter twice, or consonants that only meet within words.
INNER = re.compile(r"(?![sS]?[ptk]r)(?:(\w)\1|[hlmnrvj][bcdfghklmnpqstvwxz]|[ptkd][bcdfgkmpqtvxz])")
CASE_END = re.compile(r"[aeiouyåäö](?:n|t)$")
LONGEST_ENDING = {"fi": 4, "sv": 3, "en": 3}
LEAST_LETTERS = 6
LONGEST_AFTER_VOWEL = 6
VOWELS = "aeiouyåäö"


def is_cut(line: TextLine, after: TextLine, right: float, lexicon: Lexicon) -> bool:
    """Whether the only word of a line is cut at x = right and goes on in the next line.

    It fills its line to the last letter, the next line begins in lower case, and the two pieces
    are hardly words of their own.
    """
    words = [word for word in line.words if len(word.text) > 1 or word.text.isalnum()]
    if len(words) != 1:
        return False
    head, tail = words[0].text.lower(), after.words[0].text.rstrip(".,;:)")
    letter = (words[0].x1 - words[0].x0) / len(head)
    filled = words[0].x1 + 1.1 * letter > right
    if not filled or not tail or not (head[-1].isalpha() and tail[0].islower()):
        return False
    if head in lexicon.words or len(head) < LEAST_LETTERS:
        return head + tail in lexicon.words
    return head + tail in lexicon.words or _are_pieces(
        head.rsplit("-", 1)[-1], tail, lexicon.language, ends=len(after.words) == 1
    )


def _are_pieces(head: str, tail: str, language: str, ends: bool) -> bool:
    """Whether two pieces are no words: neither can end or begin where it does; ends: nothing
    follows the second, so that it is no conjunction."""
    if language == "fi" and head.endswith("mi") and tail.startswith(("sen", "nen", "see", "st")):
        return True  # "kehittämi | sen": a noun of what is done
    if not WORD_END[language].search(head) or INNER.match(tail):
        return True
    if words_of(language).is_unfinished(tail):
        return ends
    if len(tail) <= LONGEST_ENDING[language]:
        return True
    if language != "fi" or CASE_END.search(head) or head[-1] == tail[0]:
        return False
    # After a vowel a long piece is most often a word: "Nuorisovastaanotto | toiminnassa".
    return head[-1] not in VOWELS or tail[0] in VOWELS or len(tail) <= LONGEST_AFTER_VOWEL
