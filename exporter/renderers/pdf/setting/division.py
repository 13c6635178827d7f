"""Dividing words: by the language with a hyphen, or by force where nothing else will do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from exporter.expressions import expression
from exporter.renderers.contract import Hyphenator
from exporter.renderers.pdf.setting.words import Compositor, Halves, Part, Word

_LETTERS = expression(r"[^\W\d_]+")


class Divider:
    """Divides the words of one document; notes in `forced` those too wide for a line."""

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        self.forced: list[str] = []

    def by_language(self, word: Word, hyphenate: Hyphenator) -> list[Halves]:
        """Where the document's language divides the word, each head with its hyphen."""
        known = word.divisions
        if known is None or known[0] is not hyphenate:
            known = word.divisions = hyphenate, self._hyphenated(word, hyphenate)
        return known[1]

    def by_force(self, word: Word, room: float) -> Halves | None:
        """A word wider than the line: divided where the room ends, without a hyphen.

        None where not even one character fits: it stands out rather than be lost.
        """
        self.forced.append(word.text)
        fitting, width = 0, 0.0
        while fitting < len(word.parts) - 1 and width + word.parts[fitting].width <= room:
            width += word.parts[fitting].width
            fitting += 1
        if fitting:
            return _parted(word, fitting)
        return self._by_character(word, room)

    def _hyphenated(self, word: Word, hyphenate: Hyphenator) -> list[Halves]:
        if word.whole or len(word.parts) != 1:
            return []
        part = word.parts[0]
        found = _LETTERS.findall(part.run.text)
        if len(found) != 1 or not part.run.exact:
            return []
        letters = found[0]
        start = part.run.text.index(letters)
        offsets = [offset for offset in hyphenate(letters) if 0 < offset < len(letters)]
        return [self._with_hyphen(word, start + offset) for offset in offsets]

    def _with_hyphen(self, word: Word, offset: int) -> Halves:
        head, tail = self._divided(word, offset)
        *others, end = head.parts
        whole = end.run.followed(end.face.line_end_hyphen)
        return Halves(Word.of((*others, Part.of(end.style, end.face, whole))), tail)

    def _divided(self, word: Word, offset: int) -> Halves:
        part = word.parts[0]
        text = part.run.text
        tail = self._compositor.word(text[offset:], part.style)
        return Halves(self._compositor.word(text[:offset], part.style), tail.ended_like(word))

    def _by_character(self, word: Word, room: float) -> Halves | None:
        first, *others = word.parts
        text = first.run.text
        fitting = _fitting(text, room, first.width, self._width_of(first))
        if fitting >= len(text):
            return _parted(word, 1) if others else None
        head, tail = self._divided(word, fitting)
        if others:
            tail = Word.of((*tail.parts, *others)).ended_like(tail)
        return Halves(head, tail)

    def _width_of(self, part: Part) -> Callable[[str], float]:
        return lambda text: self._compositor.word(text, part.style).width


def _parted(word: Word, count: int) -> Halves:
    """The word divided between two of its parts."""
    tail = Word.of(word.parts[count:]).ended(
        word.space, tie=word.tie, forced=word.forced, whole=word.whole
    )
    return Halves(Word.of(word.parts[:count]), tail)


def _fitting(text: str, room: float, whole: float, width: Callable[[str], float]) -> int:
    """How many characters fit, at least one base character with its marks.

    The search begins where they would if all were as wide as the whole text's are on average.
    """
    low, high = 1, len(text)
    guess, step = int(room / whole * len(text)) if whole else high, 1
    while low < high:
        middle = min(max(guess, low + 1), high)
        if width(text[:middle]) <= room:
            low, guess = middle, middle + step
        else:
            high, guess = middle - 1, middle - step
        step *= 2
    while low < len(text) and unicodedata.category(text[low]).startswith("M"):
        low += 1
    return low
