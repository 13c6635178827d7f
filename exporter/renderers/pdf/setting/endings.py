"""The ways in which a line can end: between words, inside one, or where nothing else will do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from exporter.expressions import expression
from exporter.renderers.contract import Hyphenator
from exporter.renderers.pdf.setting.words import Compositor, Part, Word

# How far a word space may grow and shrink, as parts of itself: TeX's interword glue for Computer
# Modern, 3.33 pt plus 1.67 pt minus 1.11 pt (Knuth, The TeXbook, chapter 12).
STRETCH = 1 / 2
SHRINK = 1 / 3
# A line without a space to stretch is as loose as can be.
_RIGID = 100.0
_LETTERS = expression(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Measure:
    """What lines must fit: widths and indents in points.

    `hyphenate` is the hyphenator, or None where words stay whole.
    """

    width: float
    first_indent: float = 0.0
    left_indent: float = 0.0
    justify: bool = False
    hyphenate: Hyphenator | None = None

    def room(self, index: int) -> float:
        """The room on the line of that index."""
        return self.width - self.indent(index)

    def indent(self, index: int) -> float:
        """Where the line of that index begins."""
        return self.left_indent + (self.first_indent if index == 0 else 0)


@dataclass(slots=True)
class Ending:
    """One way to end a line.

    `count` whole words stand on it, then `head` if a word is divided, whose rest is `tail`.
    `ratio` is the adjustment ratio of its spaces (Knuth and Plass, Breaking Paragraphs into
    Lines, 1981): 1 when each grows by its stretch, -1 when each shrinks by its shrink. `final`
    is an end that the text makes: of the paragraph, or a line break that the sender meant.
    """

    count: int
    natural: float
    ratio: float
    head: Word | None = None
    tail: Word | None = None
    final: bool = False


class Endings:
    """Finds the endings of lines; notes in `divided` the words too wide for one."""

    def __init__(self, compositor: Compositor) -> None:
        self._compositor = compositor
        # By identity, and holding the word: else a new one might take the place of one let go.
        self._halves: dict[int, tuple[Word, list[tuple[Word, Word]]]] = {}
        self.divided: list[str] = []

    def forget(self) -> None:
        """Drop what was remembered of one paragraph's words."""
        self._halves.clear()

    def at(
        self, words: list[Word], start: int, first: Word | None, room: float, measure: Measure
    ) -> list[Ending]:
        """Every ending of a line that begins at `start`, with `first` for a word's rest."""
        endings: list[Ending] = []
        natural = spaces = 0.0
        shrink = SHRINK if measure.justify else 0.0
        last = len(words) - 1
        for index in range(start, len(words)):
            word = first if index == start and first is not None else words[index]
            if natural + word.width > room and measure.hyphenate and index < last:
                endings += self._divisions(word, index - start, natural, spaces, room, measure)
            natural += word.width
            if natural - spaces * shrink > room:
                break
            ratio = _ratio(natural, spaces, room, justify=measure.justify)
            count = index + 1 - start
            if word.forced or index == last:
                endings.append(Ending(count, natural, min(ratio, 0.0), final=True))
                break
            if not word.tie:
                endings.append(Ending(count, natural, ratio))
            natural += word.space
            spaces += word.space
        return endings

    def desperate(self, words: list[Word], start: int, first: Word | None, room: float) -> Ending:
        """The ending where `at` finds none: a word too wide, or ties too many."""
        word = words[start] if first is None else first
        if word.width > room:
            return self._wide_word(word, room)
        return _tied(words, start, word, room)

    def _divisions(
        self, word: Word, count: int, before: float, spaces: float, room: float, measure: Measure
    ) -> list[Ending]:
        """The divisions by the language of a word that crosses the margin."""
        endings = []
        for head, tail in self._halves_of(word, measure.hyphenate):
            natural = before + head.width
            if natural - spaces * (SHRINK if measure.justify else 0.0) <= room:
                ratio = _ratio(natural, spaces, room, justify=measure.justify)
                endings.append(Ending(count, natural, ratio, head, tail))
        return endings

    def _halves_of(self, word: Word, hyphenate: Hyphenator | None) -> list[tuple[Word, Word]]:
        known = self._halves.get(id(word))
        if known is None:
            known = self._halves[id(word)] = word, self._hyphenated(word, hyphenate)
        return known[1]

    def _hyphenated(self, word: Word, hyphenate: Hyphenator | None) -> list[tuple[Word, Word]]:
        """Where the language divides the word: its halves, the first with a hyphen."""
        if hyphenate is None or word.whole or len(word.parts) != 1:
            return []
        part = word.parts[0]
        found = _LETTERS.findall(part.run.text)
        if len(found) != 1 or not part.run.exact:
            return []
        start = part.run.text.index(found[0])
        return [
            self._divided(word, part, start + offset, hyphen=True) for offset in hyphenate(found[0])
        ]

    def _divided(self, word: Word, part: Part, offset: int, *, hyphen: bool) -> tuple[Word, Word]:
        text = part.run.text
        head = self._compositor.word(text[:offset], part.style)
        tail = self._compositor.word(text[offset:], part.style)
        if hyphen:
            end = head.parts[-1]
            mark = Part.of(part.style, end.face, end.face.line_end_hyphen)
            head.parts += (mark,)
            head.width += mark.width
        tail.space, tail.tie, tail.forced = word.space, word.tie, word.forced
        return head, tail

    def _wide_word(self, word: Word, room: float) -> Ending:
        """A word wider than the line: divided where the room ends, without a hyphen."""
        self.divided.append(word.text)
        fitting, width = 0, 0.0
        while fitting < len(word.parts) - 1 and width + word.parts[fitting].width <= room:
            width += word.parts[fitting].width
            fitting += 1
        if fitting:
            head, tail = _parted(word, fitting, width)
            return Ending(0, width, _RIGID, head, tail)
        return self._wide_part(word, room)

    def _wide_part(self, word: Word, room: float) -> Ending:
        first, *others = word.parts
        text = first.run.text
        fitting = _fitting(text, room, self._width_of(first))
        if fitting >= len(text):
            # Not even one character fits: it stands out rather than be lost.
            if not others:
                return Ending(1, first.width, _RIGID)
            head, tail = _parted(word, 1, first.width)
            return Ending(0, first.width, _RIGID, head, tail)
        head, tail = self._divided(word, first, fitting, hyphen=False)
        tail.parts += tuple(others)
        tail.width += sum(part.width for part in others)
        return Ending(0, head.width, _RIGID, head, tail)

    def _width_of(self, part: Part) -> Callable[[str], float]:
        return lambda text: self._compositor.word(text, part.style).width


def _ratio(natural: float, spaces: float, room: float, *, justify: bool) -> float:
    """The adjustment ratio; of ragged lines, the part of the room that stays empty."""
    slack = room - natural
    if not justify:
        return slack / room if room > 0 else 0.0
    if spaces == 0:
        return 0.0 if abs(slack) < 1 else _RIGID
    return slack / (spaces * (STRETCH if slack >= 0 else SHRINK))


def _tied(words: list[Word], start: int, first: Word, room: float) -> Ending:
    """Tied words that together are wider than the line: the last tie that fits gives way."""
    natural = first.width
    best = Ending(1, natural, _RIGID)
    space = first.space
    for index in range(start + 1, len(words)):
        natural += space + words[index].width
        if natural > room:
            break
        best = Ending(index + 1 - start, natural, _RIGID)
        space = words[index].space
    return best


def _parted(word: Word, count: int, width: float) -> tuple[Word, Word]:
    """The word divided between two of its parts."""
    head = Word(word.parts[:count], width)
    return head, replace(word, parts=word.parts[count:], width=word.width - width)


def _fitting(text: str, room: float, width: Callable[[str], float]) -> int:
    """How many characters fit, at least one base character with its marks."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    while low < len(text) and unicodedata.category(text[low]).startswith("M"):
        low += 1
    return low
