"""Total fit: the breaks that are best for a paragraph as a whole.

After Knuth and Plass, Breaking Paragraphs into Lines (Software: Practice and Experience 11, 1981).
Constants are plain TeX's (The TeXbook, appendix B) unless a comment says otherwise.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace

from exporter.renderers.pdf.setting.endings import Ending, Endings, Measure
from exporter.renderers.pdf.setting.words import Word

_LINE_PENALTY = 10.0
_HYPHEN_PENALTY = 50.0
_ADJACENT_DEMERITS = 10_000.0
_DOUBLE_HYPHEN_DEMERITS = 10_000.0
_FINAL_HYPHEN_DEMERITS = 5_000.0
# TeX has none for a last line of one word: as bad here as a hyphen ladder and a clash together.
_RUNT_DEMERITS = 20_000.0
# Adjustment ratios at which badness is \pretolerance=100 and \tolerance=200, then looser and
# looser until anything goes.
_PASSES = ((1.0, False), (1.26, True), (1.8, True), (3.0, True), (float("inf"), True))
# How loose a line may be to spare the paragraph a last line of one word.
_TO_AVOID_A_RUNT = 1.8
# An undivided word sorts before any rest of it.
_WHOLE = -(1 << 60)

_Key = tuple[int, int]


@dataclass(slots=True)
class _Node:
    """A break that is feasible: how the lines before it are best set, and at what cost."""

    start: int
    first: Word | None
    line: int
    fitness: int
    demerits: float
    ending: Ending | None = None
    before: _Node | None = None


def total_fit(words: list[Word], endings: Endings, measure: Measure) -> list[Ending]:
    """The endings of the paragraph's lines, in order."""
    whole = replace(measure, hyphenate=None)
    with_runt: list[Ending] | None = None
    for tolerance, hyphenate in _PASSES:
        if with_runt and tolerance > _TO_AVOID_A_RUNT:
            return with_runt
        found = _Pass(words, endings, measure if hyphenate else whole, tolerance).run()
        if found and not _ends_in_runt(found):
            return found
        with_runt = with_runt or found
    return with_runt or []


def _ends_in_runt(endings: list[Ending]) -> bool:
    return len(endings) > 1 and endings[-1].count == 1


class _Pass:
    def __init__(
        self, words: list[Word], endings: Endings, measure: Measure, tolerance: float
    ) -> None:
        self._words = words
        self._endings = endings
        self._measure = measure
        self._tolerance = tolerance
        self._active: dict[_Key, dict[int, _Node]] = {}
        self._queue: list[_Key] = []

    def run(self) -> list[Ending] | None:
        self._activate((0, _WHOLE), _Node(0, None, 0, 1, 0.0))
        end = (len(self._words), _WHOLE)
        while self._queue:
            key = heapq.heappop(self._queue)
            nodes = self._active.pop(key)
            if key == end:
                return _path(min(nodes.values(), key=lambda node: node.demerits))
            self._extend(nodes)
        return None

    def _extend(self, nodes: dict[int, _Node]) -> None:
        """Follow every line that can begin where the nodes stand."""
        some = next(iter(nodes.values()))
        room = self._measure.room(some.line)
        endings = [
            ending
            for ending in self._endings.at(self._words, some.start, some.first, room, self._measure)
            if ending.ratio <= self._tolerance
        ]
        if not endings and self._tolerance == float("inf"):
            endings = [self._endings.desperate(self._words, some.start, some.first, room)]
        for ending in endings:
            for node in nodes.values():
                self._reach(node, ending)

    def _reach(self, node: _Node, ending: Ending) -> None:
        fitness = _fitness(ending.ratio)
        after = _Node(
            start=node.start + ending.count,
            first=ending.tail,
            line=node.line + 1,
            fitness=fitness,
            demerits=node.demerits + self._demerits(node, ending, fitness),
            ending=ending,
            before=node,
        )
        rest = _WHOLE if ending.tail is None else -len(ending.tail.text)
        self._activate((after.start, rest), after)

    def _activate(self, key: _Key, node: _Node) -> None:
        nodes = self._active.get(key)
        if nodes is None:
            nodes = self._active[key] = {}
            heapq.heappush(self._queue, key)
        rival = nodes.get(node.fitness)
        if rival is None or node.demerits < rival.demerits:
            nodes[node.fitness] = node

    def _demerits(self, node: _Node, ending: Ending, fitness: int) -> float:
        # TeX holds badness at 10 000, and lets a line fall apart once another has: here the
        # worst line still counts, so that where one must be loose its neighbours share it.
        badness = 100 * abs(ending.ratio) ** 3
        demerits = (_LINE_PENALTY + badness) ** 2
        hyphenated = node.ending is not None and node.ending.head is not None
        if ending.head is not None:
            demerits += _HYPHEN_PENALTY**2
            demerits += _DOUBLE_HYPHEN_DEMERITS if hyphenated else 0
        if abs(fitness - node.fitness) > 1:
            demerits += _ADJACENT_DEMERITS
        if ending.final and node.line:
            demerits += _FINAL_HYPHEN_DEMERITS if hyphenated else 0
            demerits += _RUNT_DEMERITS if ending.count == 1 else 0
        return float(demerits)


def _fitness(ratio: float) -> int:
    """Tight, decent, loose or very loose: neighbours should differ by one at most."""
    if ratio < -0.5:
        return 0
    if ratio <= 0.5:
        return 1
    return 2 if ratio <= 1 else 3


def _path(node: _Node | None) -> list[Ending]:
    endings: list[Ending] = []
    while node is not None and node.ending is not None:
        endings.append(node.ending)
        node = node.before
    return endings[::-1]
