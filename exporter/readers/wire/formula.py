"""Formulas: lines in which a desk says one thing to another, in words that mean nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from exporter.expressions import expression
from exporter.readers.text.characters import collapse
from exporter.readers.wire.dates import MONTH
from exporter.readers.wire.vocabulary import WEEKDAYS, ZONES

# Of a longer line only so much is looked at: no formula is as long.
LONGEST = 400
_SPACED_OUT = expression(r"\b(?:[A-Z] ){3,}[A-Z]\b")
# What stands within them is found ten times as fast.
_LETTERS_APART = expression(" [A-Z] [A-Z] ")
_CLAUSE_END = expression(r"[;:.!]\s+|[:;]$|,\s*(?!\d)|\s+[-–—]{1,2}\s+|/{3}|[()\[\]{}]")
_ADDRESSEE = r"(?:eds|editors?|all editors|clients|subscribers)\b"
_ADDRESS = expression(
    rf"\W{{0,12}}(?:(?:attn|attention|note to|notice to|to)[\s:,–—-]+)?{_ADDRESSEE}\W{{1,8}}"
    r"|\W{0,12}(?:ATTENTION|ATTN)\s*[:,–—-]\s*"
    r"|\W{0,12}(?:editor['’]s|eds['’]?) note\s*[:,–—-]\s*",
    re.IGNORECASE,
)

_ITEM = r"(?:stor(?:y|ies)|items?|dispatch(?:es)?|takes?|articles?|copy|slugs?)"

# Words that stand around what a formula says.
AROUND = (
    rf"(?:the|this|these|our|all)\W+(?:(?:following|previous|earlier|entire|above)\W+)?{_ITEM}"
    rf"|this\W*$|{_ITEM}|please|urgent|bulletin|flash|advisory|notice|note|attention|attn|achtung"
    r"|mandatory|strict(?:ly)?|immediate(?:ly)?|now|again|is|are|has|have|been|must|be|to be"
    rf"|{_ADDRESSEE}"
)
TIMES = (
    rf"until|till|til|before|prior to|for|at|from|by|on|of|to|against|and|time|date|local"
    r"|today|tonight|tomorrow|noon|midnight|morning|afternoon|evening|thereafter|publication"
    r"|release|use|broadcast|delivery|hours|hrs|uhr|[ap]\.?\s?m\b\.?"
    rf"|{'|'.join(WEEKDAYS)}|{MONTH}|{'|'.join(ZONES)}|[ECMP]T"
    r"|\d[\d:.,/h+-]*(?:st|nd|rd|th|hrs|h|am|pm|z|uhr)?"
)


def plain(text: str) -> str:
    """The words of a line whatever their dress: wide forms, hidden characters, spaced capitals."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        if not text.isprintable():
            text = "".join(char for char in text if unicodedata.category(char) != "Cf")
        text = collapse(text.replace("\N{NO-BREAK SPACE}", " "))
    elif "  " in text or not text.isprintable():
        text = collapse(text)
    if not _LETTERS_APART.search(text):
        return text
    return _SPACED_OUT.sub(lambda match: match[0].replace(" ", ""), text)


def mentions(text: str, stems: Iterable[str]) -> bool:
    """Whether one of the stems, in small letters, stands in a text in any letters.

    Most lines of most stories mention nothing that a formula needs, which is quickly seen.
    """
    small = _small(text)
    for stem in stems:  # noqa: SIM110 - a loop costs half of what `any` does
        if stem in small:
            return True
    return False


def mentioned(text: str, stems: Iterable[str]) -> tuple[str, ...]:
    """Those of the stems that a text mentions: in the lines of `joined` no other need be sought.

    So that the joint hides none, no stem may begin with a space.
    """
    small = _small(text)
    return tuple([stem for stem in stems if stem in small])


def joined(*lines: str) -> str:
    """Lines as one, words divided between them whole again."""
    text = " ".join(lines)
    return text.replace("- ", "") if "- " in text else text


@lru_cache(maxsize=4)
def _small(text: str) -> str:
    """The text in small letters, as patterns compare that ignore case."""
    small = text.lower()
    return small if small.isascii() else small.replace("\u0307", "").replace("ı", "i")


def vocabulary(*words: str) -> re.Pattern[str]:
    """A pattern of the words that a formula is made of."""
    return expression(rf"\b(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)


def consists_of(text: str, words: re.Pattern[str]) -> bool:
    """Whether a text says nothing beyond the words of a formula."""
    return not any(map(str.isalnum, words.sub("", text)))


def unaddressed(text: str) -> str | None:
    """What follows ``Eds:`` and other addresses to editors; None when there is none."""
    match = _ADDRESS.match(text)
    return text[match.end() :] if match else None


def clauses(text: str) -> list[str]:
    """The parts of a line between its stops, dashes and brackets."""
    return [part for part in map(str.strip, _CLAUSE_END.split(text)) if part]
