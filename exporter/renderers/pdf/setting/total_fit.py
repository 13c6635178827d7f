"""Total fit: the breaks that are best for a paragraph as a whole.

After Knuth and Plass, Breaking Paragraphs into Lines (Software: Practice and Experience 11, 1981).
Constants are plain TeX's (The TeXbook, appendix B) unless a comment says otherwise.
"""

from __future__ import annotations

import heapq

from exporter.renderers.pdf.setting.endings import ANY, Ending, Endings, Start
from exporter.values import Struct

_LINE_PENALTY = 10.0
_HYPHEN_PENALTY = 50.0
_ADJACENT_DEMERITS = 10_000.0
_DOUBLE_HYPHEN_DEMERITS = 10_000.0
# TeX has none for a last line of one word: as bad here as a hyphen ladder and a clash together.
# It has demerits for a division before the last line; here there is none at all.
_RUNT_DEMERITS = 20_000.0
# Adjustment ratios at which badness is \pretolerance=100 and \tolerance=200, then looser and
# looser until anything goes; then whether words are divided, and whether the last line must begin
# with a whole word: at the very last, one that with what is tied to it fits no line is divided.
_PASSES = (
    (1.0, False, True), (1.26, True, True), (3.0, True, True), (6.0, True, True),
    (ANY, True, True), (ANY, True, False),
)  # fmt: skip
# How loose a line may be to spare the paragraph a last line of one word, and of one so short, in
# ems, that it would hardly be wider than the indent below it (Tschichold's rule of thumb).
_TO_AVOID_A_RUNT, _TO_AVOID_A_SHORT_ONE = 1.5, 2.2
_SHORT = 3.0
# How loose a line may be where the number of lines is asked for.
TO_FIT = 2.2
# A line that begins with a whole word sorts before any that begins with its rest.
_WHOLE = -float("inf")

_Key = tuple[int, float, int]


class _Node(Struct, eq=False):
    """A break that is feasible: how the lines before it are best set, and at what cost."""

    start: Start
    line: int
    fitness: int
    demerits: float
    hyphenated: bool = False
    ending: Ending | None = None
    before: _Node | None = None


def total_fit(endings: Endings, line: int = 0) -> list[Ending]:
    """The endings of the paragraph's lines, in order; the first line has that index."""
    for tolerance, hyphenate, whole in _PASSES:
        found = _Pass(endings, line, tolerance, hyphenate=hyphenate, whole=whole).run()
        if found:
            return _without_runt(endings, line, found) or found
    raise AssertionError("the last pass takes any line")


def _without_runt(endings: Endings, line: int, found: list[Ending]) -> list[Ending] | None:
    """Other lines where these end with a lonely word, if that takes none too loose."""
    if len(found) < 2 or not endings.is_lonely(found[-2].start, found[-1]):
        return None
    size = endings.words[-1].parts[0].style.size
    limit = _TO_AVOID_A_SHORT_ONE if found[-1].natural < _SHORT * size else _TO_AVOID_A_RUNT
    return _Pass(endings, line, limit, hyphenate=True, runts=False).run()


def fit_in(endings: Endings, count: int) -> list[Ending] | None:
    """The endings of so many lines, or None where one would be too loose or the last lonely.

    What TeX's looseness asks for, here with lines that are no worse than a reader is used to.
    """
    return _Pass(endings, 0, TO_FIT, hyphenate=True, runts=False, count=count).run()


class _Pass:
    def __init__(
        self, endings: Endings, line: int, tolerance: float, *,
        hyphenate: bool, runts: bool = True, whole: bool = True, count: int | None = None,
    ) -> None:  # fmt: skip
        self._endings = endings
        self._line = line
        self._tolerance = tolerance
        self._hyphenate = hyphenate
        # Whether the last line may be a runt, and must begin with a whole word.
        self._runts = runts
        self._whole = whole
        # How many lines there must be.
        self._count = count
        # Where that is so, or where lines may not be divided by their number, it matters how many
        # came before. Where any line will do, ways to come there are too many to tell apart.
        minds_lines = bool(endings.measure.unbroken) and tolerance != ANY
        self._counts_lines = minds_lines or count is not None
        self._active: dict[_Key, dict[int, _Node]] = {}
        self._queue: list[_Key] = []

    def run(self) -> list[Ending] | None:
        self._activate(_Node(Start(), self._line, 1, 0.0))
        end = len(self._endings.words)
        while self._queue:
            key = heapq.heappop(self._queue)
            nodes = [*self._active.pop(key).values()]
            if key[0] == end and self._count in (None, nodes[0].line - self._line):
                return _path(min(nodes, key=lambda node: node.demerits))
            if key[0] < end:
                self._extend(nodes)
        return None

    def _extend(self, nodes: list[_Node]) -> None:
        """Follow every line that can begin where the nodes stand."""
        start, line = nodes[0].start, nodes[0].line
        endings = self._endings.at(start, line, self._tolerance, hyphenate=self._hyphenate)
        if not endings and self._tolerance == ANY:
            endings = [self._endings.desperate(start, line)]
        for ending in endings:
            if ending.final:
                self._finish(nodes, start, ending)
            else:
                self._reach(nodes, ending)

    def _finish(self, nodes: list[_Node], start: Start, ending: Ending) -> None:
        """Follow a last line, which begins with no part of a word, and may have to be no runt."""
        if self._whole:
            nodes = [node for node in nodes if not node.hyphenated]
        if not self._endings.is_lonely(start, ending):
            self._reach(nodes, ending)
        elif self._runts:
            self._reach(nodes, ending, _RUNT_DEMERITS if start.first else 0.0)

    def _reach(self, nodes: list[_Node], ending: Ending, demerits: float = 0.0) -> None:
        """Let the line follow the node from which it costs least."""
        # TeX holds badness at 10 000, and lets a line fall apart once another has: here the
        # worst line still counts, so that where one must be loose its neighbours share it.
        ratio = ending.ratio
        demerits += (_LINE_PENALTY + 100 * abs(ratio) ** 3) ** 2
        fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3
        hyphenated = ending.hyphenated
        if hyphenated:
            demerits += _HYPHEN_PENALTY**2
        best, least = None, ANY
        for node in nodes:
            total = node.demerits
            if abs(fitness - node.fitness) > 1:
                total += _ADJACENT_DEMERITS
            if hyphenated and node.hyphenated:
                total += _DOUBLE_HYPHEN_DEMERITS
            if total < least:
                best, least = node, total
        if best is not None:
            after = _Node(
                ending.start, best.line + 1, fitness, least + demerits, hyphenated, ending, best
            )
            self._activate(after)

    def _activate(self, node: _Node) -> None:
        """Keep the node unless another reaches its place with its fitness at less cost."""
        index, rest = node.start
        line = node.line if self._counts_lines else 0
        key = (index, _WHOLE if rest is None else -rest.width, line)
        nodes = self._active.get(key)
        if nodes is None:
            nodes = self._active[key] = {}
            heapq.heappush(self._queue, key)
        rival = nodes.get(node.fitness)
        if rival is None or node.demerits < rival.demerits:
            nodes[node.fitness] = node


def _path(node: _Node | None) -> list[Ending]:
    endings: list[Ending] = []
    while node is not None and node.ending is not None:
        endings.append(node.ending)
        node = node.before
    return endings[::-1]
