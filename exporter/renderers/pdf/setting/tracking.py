"""Tracking: letters a hair closer or farther, so that a paragraph may lose or gain a line."""

from __future__ import annotations

from functools import lru_cache

from exporter.renderers.pdf.setting.style import TypeStyle
from exporter.renderers.pdf.setting.words import Part, Word


def tracked(words: list[Word], ems: float) -> list[Word]:
    """The words with so much more after every letter, in parts of an em."""
    return [_tracked(word, ems) for word in words]


def _tracked(word: Word, ems: float) -> Word:
    parts = tuple([Part.of(_style(part.style, ems), part.face, part.run) for part in word.parts])
    space = word.space + ems * word.parts[-1].style.size if word.space else 0.0
    return Word.of(parts).ended(space, tie=word.tie, forced=word.forced, whole=word.whole)


# One style for what looks alike, as everywhere: halves of words are remembered by it.
@lru_cache(maxsize=64)
def _style(style: TypeStyle, ems: float) -> TypeStyle:
    return style.tracked(ems)
