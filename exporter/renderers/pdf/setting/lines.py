"""Lines: words set to a measure, justified by total fit or ragged by first fit."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.renderers.pdf.setting.balance import balanced
from exporter.renderers.pdf.setting.division import Divider
from exporter.renderers.pdf.setting.endings import Ending, Endings, Start
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.total_fit import TO_FIT, fit_in, total_fit
from exporter.renderers.pdf.setting.words import Compositor, Word
from exporter.values import Struct, replace

# What letters may be moved, in parts of an em, for a paragraph to lose or gain a line: what no
# reader sees in a text face.
_TRACKING = 0.012
# How much of its measure a line must fill that gives a word to the last one.
_FULL = 1 / 2
# No story has a paragraph of more words: what has is data, a list of addresses perhaps, for which
# the best lines are not worth the minutes that they would take.
_LONGEST = 20_000
# What a line can end with in the middle of a word or an address; after a dash another begins.
_WITHIN = ("-", "\u2010", "\u2013", "/", "?", "&", "=", "_", ".")
# By how much of itself a space may grow. A line that needs more, beside an address that can hardly
# be broken, stays ragged: one short line is less of a hole than words that have fallen apart.
_LOOSEST = 3.0


class Line(Struct, eq=False):
    """One line: its words, where it begins, and what each of its spaces grows by, in points.

    `natural` is its width without what hangs in the margins; `divided` says that it ends within
    a word, at a hyphen that the language allows or at a mark of the word's own.
    """

    words: list[Word]
    indent: float
    room: float
    natural: float
    extra: float = 0.0
    divided: bool = False


class Breaker:
    """Breaks words into lines. Words too wide for a line are divided, and noted in `divided`."""

    def __init__(self, compositor: Compositor) -> None:
        self._divider = Divider(compositor)

    @property
    def divided(self) -> list[str]:
        """The words that were too wide for a line."""
        return self._divider.forced

    def lines(self, words: list[Word], measure: Measure) -> list[Line]:
        """The words as lines of the measure; the words given are not changed."""
        lines: list[Line] = []
        for part in _parts(words):
            endings = Endings(part, measure, self._divider)
            if measure.justify and len(part) > _LONGEST:
                lines += _set(endings, _first_fit(endings, len(lines)), len(lines))
            elif measure.justify:
                lines += _set(endings, total_fit(endings, len(lines)), len(lines))
            else:
                lines += self._ragged(endings, len(lines))
        return lines

    def in_so_many(
        self, words: list[Word], measure: Measure, count: int, longer: int
    ) -> list[Line] | None:
        """The words in that number of justified lines; None where they cannot be set well so.

        Letters stand a hair closer where that is fewer lines than is natural, and a hair farther
        where it is more, by `longer`.
        """
        if not measure.justify or any(word.forced for word in words):
            return None
        endings = Endings(words, measure, self._divider)
        if longer:
            give = _TRACKING * sum([_letters(word) for word in words])
            if not endings.can_fill(count, TO_FIT, give):
                return None
            from exporter.renderers.pdf.setting.tracking import tracked

            moved = tracked(words, _TRACKING if longer > 0 else -_TRACKING)
            endings = Endings(moved, measure, self._divider)
        found = fit_in(endings, count)
        return _set(endings, found, 0) if found else None

    def _ragged(self, endings: Endings, line: int) -> list[Line]:
        """Full lines; a last word goes with the one before it where that costs no line.

        Nor may it empty the line above, as it would in a narrow cell of a table.
        """
        found = _first_fit(endings, line)
        if len(found) > 1 and endings.is_lonely(found[-2].start, found[-1]):
            company = Endings(_in_company(endings.words), endings.measure, self._divider)
            again = _first_fit(company, line)
            if len(again) == len(found) and _is_better(endings, again):
                return _set(company, again, line)
        return _set(endings, found, line)

    def balanced(self, words: list[Word], measure: Measure) -> list[Line]:
        """As few lines as the measure allows, then as equal as they can be made."""
        if len(words) < 2 or any(word.forced for word in words):
            return self.lines(words, measure)
        endings = Endings(words, measure, self._divider)
        found = _first_fit(endings, 0)
        if len(found) > 1:
            found = balanced(endings, len(found)) or found
        return _set(endings, found, 0)


def _is_better(endings: Endings, found: list[Ending]) -> bool:
    """Whether the last word has company now, and the line that gave it is not empty for it."""
    lonely = endings.is_lonely(found[-2].start, found[-1])
    return not lonely and found[-2].natural >= _FULL * endings.measure.width


def _in_company(words: list[Word]) -> list[Word]:
    """The words, the last that stands apart tied to the one before it."""
    apart = [at for at, word in enumerate(words[:-1]) if word.space and not word.tie]
    if not apart:
        return words
    at = apart[-1]
    return [*words[:at], replace(words[at], tie=True), *words[at + 1 :]]


def _parts(words: list[Word]) -> Iterator[list[Word]]:
    """The words between the line breaks that the sender meant: each part ends as a paragraph."""
    begin = 0
    for index, word in enumerate(words, 1):
        if word.forced or index == len(words):
            yield words[begin:index]
            begin = index


def _first_fit(endings: Endings, line: int) -> list[Ending]:
    """Each line as full as it can be."""
    found: list[Ending] = []
    start = Start()
    while start.first < len(endings.words):
        ending = endings.fullest(start, line + len(found))
        found.append(ending)
        start = ending.start
    return found


def _letters(word: Word) -> float:
    """How wide its letters would be if each were as wide as the type is high, in points."""
    return sum([part.run.count * part.style.size for part in word.parts])


def _set(endings: Endings, found: list[Ending], first: int) -> list[Line]:
    lines: list[Line] = []
    start = Start()
    for number, ending in enumerate(found, first):
        words = endings.words[start.first : ending.stop]
        if start.rest is not None and words:
            words[0] = start.rest
        if ending.halves is not None:
            words.append(ending.halves.head)
        goes_on = not (words[-1].space or ending.final or ending.hyphenated)
        divided = ending.hyphenated or (goes_on and words[-1].text.endswith(_WITHIN))
        if goes_on:
            words[-1] = words[-1].continued()
        lines.append(_line(words, ending, endings.measure, number, divided=divided))
        start = ending.start
    return lines


def _line(
    words: list[Word], ending: Ending, measure: Measure, index: int, *, divided: bool
) -> Line:
    hang = words[0].left if measure.hanging and measure.is_flush(index) else 0.0
    room = measure.room(index) + hang
    slack = room - ending.natural
    extra = 0.0
    if slack < 0 or (measure.justify and not ending.final):
        spaces = [word.space for word in words[:-1] if word.space]
        extra = slack / len(spaces) if spaces else 0.0
        if spaces and extra > _LOOSEST * min(spaces):
            extra = 0.0
    indent = measure.indent(index) - hang
    return Line(words, indent, room, ending.natural, extra, divided)
