"""Balance: a headline's lines as equal as can be, and broken where its sense allows."""

from __future__ import annotations

from exporter.renderers.pdf.setting.endings import Ending, Endings, Start
from exporter.values import Struct

# The longest word that is kept with the next one where it can be: an article, a preposition.
_SHORT = 3
# A line that ends where the sense pauses is worth the more, one that ends in a short word costs
# as much again: parts of the square of the measure, tried on some dozens of agencies' headlines.
_PAUSES = (":", ";", "?", "!", "\u2013", "\u2014")
_PAUSE, _COMMA, _AFTER_SHORT = 1 / 4, 1 / 32, 1 / 8
# More lines are no headline, and would take their time.
_MOST_LINES = 12
# How much of the measure a line but the last may leave empty.
_EMPTIEST = 0.7
# A shorter line leaves a hole, whatever its sense.
_LEAST = 1 / 2


class _Way(Struct, eq=False):
    """How the lines down to a break are best set, and at what cost."""

    cost: float
    lines: list[Ending]


def balanced(endings: Endings, count: int) -> list[Ending] | None:
    """The words in so many whole-word lines; None where they cannot be set in them.

    The sum of the squares of the lines' widths is least where they are equal.
    """
    if count > _MOST_LINES:
        return None
    ways = {Start(): _Way(0.0, [])}
    for line in range(count):
        reached: dict[Start, _Way] = {}
        for start, way in ways.items():
            for ending in endings.at(start, line, _EMPTIEST, hyphenate=False):
                if ending.final is (line == count - 1):
                    _keep(reached, way, ending, _cost(endings, ending))
        ways = reached
    end = Start(len(endings.words))
    return ways[end].lines if end in ways else None


def _keep(reached: dict[Start, _Way], way: _Way, ending: Ending, cost: float) -> None:
    total = way.cost + cost
    known = reached.get(ending.start)
    if known is None or total < known.cost:
        reached[ending.start] = _Way(total, [*way.lines, ending])


def _cost(endings: Endings, ending: Ending) -> float:
    width = endings.measure.width
    square = ending.natural * ending.natural
    if ending.final:
        return square
    return square + _cost_of_break(endings.words[ending.stop - 1].text, ending, width)


def _cost_of_break(text: str, ending: Ending, width: float) -> float:
    if len(text) <= _SHORT and text.islower():
        return _AFTER_SHORT * width * width
    if ending.natural < _LEAST * width:
        return 0.0
    if text.endswith(_PAUSES):
        return -_PAUSE * width * width
    return -_COMMA * width * width if text.endswith(",") else 0.0
