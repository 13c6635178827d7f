"""The ways in which a line can end: between words, inside one, or where nothing else will do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from exporter.renderers.pdf.setting.division import Divider
from exporter.renderers.pdf.setting.hanging import FARTHEST
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.words import Halves, Word

# How far a word space may grow and shrink, as parts of itself: TeX's interword glue for Computer
# Modern, 3.33 pt plus 1.67 pt minus 1.11 pt (Knuth, The TeXbook, chapter 12).
STRETCH = 1 / 2
SHRINK = 1 / 3
# A line without a space to stretch is as loose as can be.
RIGID = 100.0
# The tolerance of a pass that takes any line that is not too long.
ANY = float("inf")


class Start(NamedTuple):
    """Where a line begins: the index of its first word, and that word's rest if it is divided."""

    first: int = 0
    rest: Word | None = None


class Ending(NamedTuple):
    """One way to end a line.

    The line holds the words before `stop`, then the head of the word there if it is divided.
    `natural` is its width in points, less what hangs in the margins; `ratio` the adjustment
    ratio of its spaces (Knuth and Plass, Breaking Paragraphs into Lines, 1981): 1 when each
    grows by its stretch, -1 when each shrinks by its shrink. `final` is the text's own end,
    `hyphenated` a division by the language.
    """

    stop: int
    natural: float
    ratio: float
    halves: Halves | None = None
    final: bool = False
    hyphenated: bool = False

    @property
    def start(self) -> Start:
        """Where the next line begins."""
        return Start(self.stop, self.halves.tail if self.halves else None)


class Endings:
    """Finds the endings of the lines of one paragraph.

    Right edges and spaces are summed once; what a line holds is then a difference of sums.
    """

    def __init__(self, words: list[Word], measure: Measure, divider: Divider) -> None:
        self.words = words
        self.measure = measure
        self._divider = divider
        spaces = [word.space for word in words]
        self._spaces = list(accumulate(spaces, initial=0.0))
        self._left = list(accumulate([word.width + word.space for word in words], initial=0.0))
        self._right = [left + word.width for left, word in zip(self._left, words, strict=False)]
        self._shrink = SHRINK if measure.justify else 0.0
        self._tight = [
            right - self._shrink * space
            for right, space in zip(self._right, self._spaces, strict=False)
        ]
        # No mark hangs farther than this, so no line can be narrower by more.
        self._farthest = FARTHEST * words[0].parts[0].style.size if measure.hanging else 0.0
        self._loose: dict[float, list[float]] = {}

    def at(self, start: Start, line: int, tolerance: float, *, hyphenate: bool) -> list[Ending]:
        """Every ending of a line of that index up to the tolerance."""
        index = start.first
        words, spaces, shrink = self.words, self._spaces, self._shrink
        begin = self._begin(start)
        space_begin = spaces[index]
        room = self._room(start, line)
        whole = line in self.measure.unbroken
        last = len(words) - 1
        limit = begin - shrink * space_begin + room + self._farthest + _ROUNDING
        stop = bisect_right(self._tight, limit)
        low = self._first_reaching(start, begin, room, tolerance)
        endings: list[Ending] = []
        for at in range(low, min(stop, last + 1)):
            word = words[at]
            natural = self._right[at] - begin - (word.right if self.measure.hanging else 0.0)
            space = spaces[at] - space_begin
            slack = room - natural
            if slack + space * shrink < -_ROUNDING:
                continue
            if at == last:
                ratio = min(self._ratio(slack, space), 0.0)
                endings.append(Ending(at + 1, natural, ratio, final=True))
            elif not word.tie and (word.space or not whole):
                ratio = self._ratio(slack, space)
                if ratio <= tolerance:
                    endings.append(Ending(at + 1, natural, ratio))
        if hyphenate and not whole:
            among = range(low, min(stop + 1, last))
            endings += self._divisions(start, begin, room, among, tolerance)
        return endings

    def fullest(self, start: Start, line: int) -> Ending:
        """The ending of the fullest line of that index."""
        index = start.first
        begin = self._begin(start)
        room = self._room(start, line)
        last = len(self.words) - 1
        limit = begin - self._shrink * self._spaces[index] + room + _ROUNDING
        stop = bisect_right(self._tight, limit)
        whole = line in self.measure.unbroken
        if stop <= last and self.measure.hyphenate and not whole:
            divisions = self._divisions(start, begin, room, range(stop, min(stop + 1, last)), ANY)
            if divisions:
                return max(divisions, key=attrgetter("natural"))
        while index < stop <= last and self._goes_on(self.words[stop - 1], whole=whole):
            stop -= 1
        if stop <= index:
            return self.desperate(start, line)
        return Ending(stop, self._right[stop - 1] - begin, 0.0, final=stop > last)

    def can_fill(self, count: int, tolerance: float, give: float = 0.0) -> bool:
        """Whether the words come to so many lines at all, if none is looser than the tolerance.

        `give` is by how much they could all be shorter or longer together, in points.
        """
        rooms = [self.measure.room(line) for line in range(count)]
        room = sum(rooms) + count * self._farthest
        loosest = self._right[-1] + tolerance * STRETCH * self._spaces[-2]
        return self._tight[-1] - give <= room and loosest + give >= sum(rooms[:-1])

    def desperate(self, start: Start, line: int) -> Ending:
        """The ending where `at` finds none: a word too wide, or ties too many."""
        room = self._room(start, line)
        word = self.words[start.first] if start.rest is None else start.rest
        if word.width <= room + _ROUNDING:
            return self._untied(start, word, room)
        halves = self._divider.by_force(word, room)
        if halves is None:
            return Ending(start.first + 1, word.width, RIGID, final=self._is_last(start.first))
        return Ending(start.first, halves.head.width, RIGID, halves)

    def is_lonely(self, start: Start, ending: Ending) -> bool:
        """Whether the line holds one word, with what is tied to it, or a part of one."""
        words = self.words[start.first : ending.stop - 1]
        return not any(word.space and not word.tie for word in words)

    def _begin(self, start: Start) -> float:
        """Where the line begins among the sums."""
        first, rest = start
        return self._left[first] if rest is None else self._right[first] - rest.width

    def _room(self, start: Start, line: int) -> float:
        room = self.measure.room(line)
        if start.rest is None and self.measure.hanging and self.measure.is_flush(line):
            room += self.words[start.first].left
        return room

    def _first_reaching(self, start: Start, begin: float, room: float, tolerance: float) -> int:
        """The first word that ends where the loosest line would."""
        if tolerance == ANY or not self.measure.justify:
            return start.first
        stretch = tolerance * STRETCH
        loose = self._loose.get(tolerance)
        if loose is None:
            loose = self._loose[tolerance] = [
                right + stretch * space
                for right, space in zip(self._right, self._spaces, strict=False)
            ]
        reach = begin + stretch * self._spaces[start.first] + room - _ROUNDING
        return min(bisect_left(loose, reach, start.first), len(loose) - 1)

    def _divisions(
        self, start: Start, begin: float, room: float, among: range, tolerance: float
    ) -> list[Ending]:
        """The divisions by the language of the words that can stand at the margin."""
        hyphenate = self.measure.hyphenate
        if hyphenate is None:
            return []
        endings = []
        for at in among:
            word = self.words[at] if at > start.first or start.rest is None else start.rest
            before = self._right[at] - word.width - begin
            space = self._spaces[at] - self._spaces[start.first]
            for halves in self._divider.by_language(word, hyphenate):
                head = halves.head
                natural = before + head.width - (head.right if self.measure.hanging else 0.0)
                slack = room - natural
                if slack + space * self._shrink >= -_ROUNDING:
                    ratio = self._ratio(slack, space)
                    if ratio <= tolerance:
                        endings.append(Ending(at, natural, ratio, halves, hyphenated=True))
        return endings

    def _goes_on(self, word: Word, *, whole: bool) -> bool:
        """Whether a line may not end after the word; `whole` is one that ends within none."""
        return word.tie or (whole and not word.space)

    def _ratio(self, slack: float, spaces: float) -> float:
        """The adjustment ratio; of ragged lines, how much of the measure stays empty."""
        if not self.measure.justify:
            return slack / self.measure.width if self.measure.width > 0 else 0.0
        if spaces == 0:
            return 0.0 if abs(slack) < 1 else RIGID
        return slack / (spaces * (STRETCH if slack >= 0 else SHRINK))

    def _untied(self, start: Start, first: Word, room: float) -> Ending:
        """Tied words that together are wider than the line: the last tie that fits gives way."""
        natural, index = first.width, start.first
        space = first.space
        best = Ending(index + 1, natural, RIGID, final=self._is_last(index))
        for at in range(index + 1, len(self.words)):
            natural += space + self.words[at].width
            if natural > room:
                break
            best = Ending(at + 1, natural, RIGID, final=self._is_last(at))
            space = self.words[at].space
        return best

    def _is_last(self, index: int) -> bool:
        return index == len(self.words) - 1


# Sums of widths must not cost a line, in points.
_ROUNDING = 1e-6
