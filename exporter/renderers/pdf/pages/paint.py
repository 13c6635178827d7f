"""What stands on a page, painted: lines of text in their reading order, rules, bars, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exporter.renderers.pdf.pages.blocks import Piece, Placed
from exporter.renderers.pdf.pages.draw import BASELINE, REPEATED, Painter
from exporter.stylesheet import Stylesheet


def paint(painter: Painter, rows: list[Placed], style: Stylesheet) -> None:
    """Paint the rows of one page."""
    for placed, piece in _cell_by_cell(rows):
        baseline = placed.top + placed.block.leading * BASELINE
        if piece.element is None:
            painter.furniture(piece.line, placed.x + piece.x, baseline, REPEATED)
        else:
            painter.text(piece.line, placed.x + piece.x, baseline, piece.element)
    above = None
    for placed in rows:
        _draw_hairlines(painter, placed, style.page.hairline.pt)
        bottom = placed.top + placed.block.leading
        if placed.block.bar:
            x = placed.x + placed.block.bar / 2
            painter.rule(x, _top_of_bar(above, placed), x, bottom, placed.block.bar)
        above = placed
        if placed.block.picture:
            hanging = placed.block.picture
            painter.picture(hanging, placed.x + hanging.x, bottom - style.page.grid.pt / 4)


def _top_of_bar(above: Placed | None, placed: Placed) -> float:
    """Where the bar beside a row begins: one bar goes by the white between its blocks."""
    if above is None or not above.block.bar or above.top > placed.top or above.x != placed.x:
        return placed.top
    return above.top + above.block.leading


def _cell_by_cell(rows: list[Placed]) -> Iterator[tuple[Placed, Piece]]:
    """The pieces in the order in which they are read: all lines of a cell before the next cell."""
    for _, group in groupby(rows, key=lambda placed: id(placed.block)):
        cells: dict[object, list[tuple[Placed, Piece]]] = {}
        for placed in group:
            for piece in placed.row.pieces:
                cells.setdefault(piece.element, []).append((placed, piece))
        for pieces in cells.values():
            yield from pieces


def _draw_hairlines(painter: Painter, placed: Placed, weight: float) -> None:
    block, row, height = placed.block, placed.row, placed.block.leading
    foot = block.foot if placed.at_foot else None
    for ends, is_there, below_top in (
        (block.overline, row is block.rows[0], -block.rule_gap),
        (block.separator, True, height / 2),
        (block.underline or foot, row is block.rows[-1], height + block.rule_gap),
    ):
        if ends and is_there:
            left, right = (placed.x + end for end in ends)
            y = placed.top + below_top
            painter.rule(left, y, right, y, weight)
