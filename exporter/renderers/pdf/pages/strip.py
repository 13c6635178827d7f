"""The strip: the facts about a story side by side, labels above values, between two hairlines."""

from __future__ import annotations

from itertools import zip_longest

from exporter.model import Text
from exporter.renderers.pdf.pages.blocks import Block, Piece, Row
from exporter.renderers.pdf.setting.lines import Breaker
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.words import Compositor, Word, width_of
from exporter.renderers.pdf.writer.structure import Element
from exporter.stylesheet import Stylesheet
from exporter.values import Value

# Between two facts, in ems of their type: at least, and at most where there is room.
_LEAST_GAP = 1.5
_WIDEST_GAP = 5.0
# A longer value is set in lines, as a part of the measure.
_WIDEST = 3 / 5


class Entry(Value):
    """One fact and the elements of its two halves."""

    label: str
    label_element: Element
    value: str
    value_element: Element


class _Cell(Value):
    entry: Entry
    label: list[Word]
    value: list[Word]
    width: float


class StripSetter(Value):
    """Sets the strip of one document across a measure in points."""

    style: Stylesheet
    compositor: Compositor
    breaker: Breaker
    measure: float

    def blocks(self, entries: list[Entry], note: list[Block]) -> list[Block]:
        """As many bands of facts as are needed, then the note, the hairlines around all."""
        bands = self._bands([self._cell(entry) for entry in entries])
        blocks = [block for cells in bands for block in self._band(cells)]
        for above, below in zip(blocks[1::2], blocks[2::2], strict=False):
            above.after = max(above.after, self._air)
            below.before = self._air
        blocks += note
        if not blocks:
            return []
        first, last = blocks[0], blocks[-1]
        first.overline = last.underline = (0.0, self.measure)
        first.rule_gap = last.rule_gap = self._air / 2
        first.before = max(first.before, self.style.page.grid.pt)
        last.after = self._air
        for block in blocks[:-1]:
            block.keep_with_next = True
        return blocks

    @property
    def _air(self) -> float:
        return self.style.roles["label"].leading.pt * 2 / 3

    @property
    def _em(self) -> float:
        return self.style.roles["value"].size.pt

    def _cell(self, entry: Entry) -> _Cell:
        label = self.compositor.words((Text(entry.label),), "label")
        value = self.compositor.words((Text(entry.value),), "value")
        # A hair more, or rounding would end the line before its last word.
        width = max(width_of(label), min(width_of(value), self.measure * _WIDEST)) + 0.1
        return _Cell(entry, label, value, min(width, self.measure))

    def _bands(self, cells: list[_Cell]) -> list[list[_Cell]]:
        """The facts that stand side by side."""
        bands: list[list[_Cell]] = []
        room = 0.0
        for cell in cells:
            needed = cell.width + self._em * _LEAST_GAP
            if not bands or needed > room:
                bands.append([])
                room = self.measure + self._em * _LEAST_GAP
            bands[-1].append(cell)
            room -= needed
        return bands

    def _band(self, cells: list[_Cell]) -> list[Block]:
        """The labels, then the values; what room is left is shared between the facts."""
        spare = self.measure - sum(cell.width for cell in cells)
        gap = min(spare / max(len(cells) - 1, 1), self._em * _WIDEST_GAP)
        labels: list[list[Piece]] = []
        values: list[list[Piece]] = []
        x = 0.0
        for cell in cells:
            labels.append(self._pieces(cell.label, cell.width, x, cell.entry.label_element))
            values.append(self._pieces(cell.value, cell.width, x, cell.entry.value_element))
            x += cell.width + gap
        return [self._block(labels, "label"), self._block(values, "value")]

    def _pieces(self, words: list[Word], width: float, x: float, element: Element) -> list[Piece]:
        return [Piece(x, line, element) for line in self.breaker.lines(words, Measure(width))]

    def _block(self, columns: list[list[Piece]], role: str) -> Block:
        rows = [Row([piece for piece in pieces if piece]) for pieces in zip_longest(*columns)]
        return Block(rows, self.style.roles[role].leading.pt, whole=True)
