"""Tables: columns sized to what stands in them, one block a row."""

from __future__ import annotations

from itertools import zip_longest

from exporter.model import Table, Text
from exporter.renderers.pdf.pages.blocks import Block, Piece, Row
from exporter.renderers.pdf.setting.lines import Breaker
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.words import Compositor, Word
from exporter.renderers.pdf.writer.structure import HEADS_COLUMN, Element
from exporter.stylesheet import Stylesheet
from exporter.values import Value

# The least that a column may be left with, in points: no table is so wide that nothing shows.
_NARROWEST = 1.0
# Between two columns, in ems of the table's type.
_GAP = 1.5


class TableSetter(Value):
    """Sets the tables of one document."""

    style: Stylesheet
    compositor: Compositor
    breaker: Breaker

    def blocks(self, table: Table, parent: Element, width: float, x: float) -> list[Block]:
        """One block a row, short rows filled up: a row is never divided between pages."""
        columns = max(map(len, table.rows), default=0)
        cells = [
            [
                self.compositor.words((Text(cell),), _role(table, index))
                for cell in (*row, *[""] * (columns - len(row)))
            ]
            for index, row in enumerate(table.rows)
        ]
        if not any(words for row in cells for words in row):
            return []
        sections = _sections(table, parent.add("Table"))
        gap = _GAP * self.style.roles["table"].size.pt
        widths = column_widths(cells, width - x, gap)
        blocks = [
            self._row(table, index, row, widths, x, gap, sections[index].add("TR"))
            for index, row in enumerate(cells)
        ]
        space = self.style.page.grid.pt
        blocks[0].before = max(blocks[0].before, space)
        blocks[-1].after = max(blocks[-1].after, space)
        return blocks

    def _row(
        self, table: Table, index: int, cells: list[list[Word]], widths: list[float],
        x: float, gap: float, element: Element,
    ) -> Block:  # fmt: skip
        role = self.style.roles[_role(table, index)]
        heads = index < table.header_rows
        columns: list[list[Piece]] = []
        left = x
        for words, width in zip(cells, widths, strict=True):
            cell = element.add("TH", HEADS_COLUMN) if heads else element.add("TD")
            lines = self.breaker.lines(words, Measure(max(width - gap, _NARROWEST)))
            columns.append([Piece(left + line.indent, line, cell) for line in lines])
            left += width
        rows = [Row([piece for piece in pieces if piece]) for pieces in zip_longest(*columns)]
        return Block(
            rows=rows,
            leading=role.leading.pt,
            grid=role.leading == self.style.page.grid,
            whole=True,
            keep_with_next=heads and index + 1 < len(table.rows),
            underline=(x, left - gap),
        )


def _sections(table: Table, element: Element) -> list[Element]:
    """What each row stands in: head and body, where the table has both (ISO 32000-1, table 337)."""
    if not 0 < table.header_rows < len(table.rows):
        return [element] * len(table.rows)
    head, body = element.add("THead"), element.add("TBody")
    return [head if index < table.header_rows else body for index in range(len(table.rows))]


def _role(table: Table, index: int) -> str:
    return "table_header" if index < table.header_rows else "table"


def column_widths(rows: list[list[list[Word]]], width: float, gap: float) -> list[float]:
    """A width for each column, the gap after it included; all together at most `width`.

    A column gets what its widest cell needs on one line; where that is too much in all, each
    gets its longest word first and shares the rest by need.
    """
    count = max((len(row) for row in rows), default=0)
    natural = [0.0] * count
    least = [0.0] * count
    for row in rows:
        for index, words in enumerate(row):
            natural[index] = max(natural[index], _length(words))
            least[index] = max([least[index], *(word.width for word in words)])
    natural = [each + gap for each in natural]
    least = [each + gap for each in least]
    if sum(natural) <= width:
        return natural
    if sum(least) >= width:
        return [width / count] * count
    spare = width - sum(least)
    wanted = [n - m for n, m in zip(natural, least, strict=True)]
    return [m + spare * w / sum(wanted) for m, w in zip(least, wanted, strict=True)]


def _length(words: list[Word]) -> float:
    return sum(word.width + word.space for word in words)
