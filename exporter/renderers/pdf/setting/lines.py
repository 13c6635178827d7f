"""Lines: words set to a measure, justified by total fit or ragged by first fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter.renderers.pdf.setting.endings import Ending, Endings, Measure
from exporter.renderers.pdf.setting.total_fit import total_fit
from exporter.renderers.pdf.setting.words import Compositor, Word

_BALANCE_STEPS = 12
# The longest word that is kept with the next one in a headline: an article, a preposition.
_SHORT = 3


@dataclass(slots=True)
class Line:
    """One line: its words, where it begins, and what each of its spaces grows by, in points."""

    words: list[Word]
    indent: float
    room: float
    natural: float
    extra: float = 0.0


class Breaker:
    """Breaks words into lines. Words too wide for a line are divided, and noted in `divided`."""

    def __init__(self, compositor: Compositor) -> None:
        self._endings = Endings(compositor)

    @property
    def divided(self) -> list[str]:
        """The words that were too wide for a line."""
        return self._endings.divided

    def lines(self, words: list[Word], measure: Measure) -> list[Line]:
        """The words as lines of the measure; the words given are not changed."""
        if measure.justify:
            endings = total_fit(words, self._endings, measure)
        else:
            endings = self._first_fit(words, measure)
        self._endings.forget()
        return _set(words, endings, measure)

    def balanced(self, words: list[Word], measure: Measure) -> list[Line]:
        """As few lines as the measure allows, then as equal as they can be made.

        A short word goes with the word after it where that costs no line.
        """
        lines = self.lines(words, measure)
        if len(lines) < 2:
            return lines
        together = [replace(w, tie=w.tie or _is_short(w)) for w in words[:-1]] + words[-1:]
        if len(self.lines(together, measure)) == len(lines):
            words = together
            lines = self.lines(words, measure)
        low, high = measure.width / 2, measure.width
        best = lines
        for _ in range(_BALANCE_STEPS):
            middle = (low + high) / 2
            narrower = self.lines(words, replace(measure, width=middle))
            if len(narrower) == len(lines) and not any(line.natural > middle for line in narrower):
                best, high = narrower, middle
            else:
                low = middle
        return best

    def _first_fit(self, words: list[Word], measure: Measure) -> list[Ending]:
        """Each line as full as it can be."""
        found: list[Ending] = []
        start = 0
        first: Word | None = None
        while start < len(words):
            room = measure.room(len(found))
            endings = self._endings.at(words, start, first, room, measure)
            if endings:
                ending = max(endings, key=lambda each: each.natural)
            else:
                ending = self._endings.desperate(words, start, first, room)
            found.append(ending)
            start, first = start + ending.count, ending.tail
        return found


def _is_short(word: Word) -> bool:
    return len(word.text) <= _SHORT and word.text.islower()


def _set(words: list[Word], endings: list[Ending], measure: Measure) -> list[Line]:
    lines: list[Line] = []
    start = 0
    first: Word | None = None
    for ending in endings:
        on_line = words[start : start + ending.count]
        if first is not None and on_line:
            on_line[0] = first
        if ending.head is not None:
            on_line.append(ending.head)
        lines.append(_line(on_line, ending, measure, len(lines)))
        start, first = start + ending.count, ending.tail
    return lines


def _line(words: list[Word], ending: Ending, measure: Measure, index: int) -> Line:
    room = measure.room(index)
    slack = room - ending.natural
    gaps = sum(1 for word in words[:-1] if word.space)
    justified = measure.justify and not ending.final
    extra = slack / gaps if gaps and (justified or slack < 0) else 0.0
    return Line(words, measure.indent(index), room, ending.natural, extra)
