"""Tables: rows of plain cells, spans filled up with empty ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from exporter.model import Block, Paragraph, Table
from exporter.readers.xml import children, descendants, local

if TYPE_CHECKING:
    from exporter.readers.markup.flow import Markup

_MOST_SPANNED = 40


def table(element: etree._Element, markup: Markup) -> Iterator[Block]:
    """The table; what stands neither in its cells nor in its caption is a paragraph before it.

    A table within a cell is words of the cell.
    """
    captions = [*children(element, "caption")]
    cells = {cell: None for row in _rows(element) for cell in children(row, "td", "th")}
    words = markup.inlines(element, without=cells | dict.fromkeys(captions))
    if words:
        yield Paragraph(words, markup.lines(element))
    caption = tuple(inline for each in captions for inline in markup.inlines(each))
    rows = [(row, _cells(row, markup)) for row in _rows(element)]
    full = [(row, cells) for row, cells in rows if any(cells)]
    if full:
        headings = 0
        while headings < len(full) and _is_heading(full[headings][0]):
            headings += 1
        found = tuple(cells for _, cells in full)
        yield Table(found, headings, markup.lines(element), caption)
    elif caption:
        yield Paragraph(caption, markup.lines(element))


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    """The rows of a table itself; those of a table within a cell are the cell's."""
    for row in descendants(element, "tr"):
        owner = next(
            each for each in row.iterancestors() if local(each) in ("td", "th") or _is(each)
        )
        if owner is element:
            yield row


def _is(element: etree._Element) -> bool:
    return local(element) in ("table", "nitf-table", "custom-table")


def _cells(row: etree._Element, markup: Markup) -> tuple[str, ...]:
    cells: list[str] = []
    for cell in children(row, "td", "th"):
        cells.append(markup.text(cell))
        cells += [""] * (_span(cell) - 1)
    return tuple(cells)


def _span(cell: etree._Element) -> int:
    value = cell.get("colspan") or "1"
    return min(max(int(value), 1), _MOST_SPANNED) if value.isdecimal() and len(value) < 4 else 1


def _is_heading(row: etree._Element) -> bool:
    parent = row.getparent()
    if parent is not None and local(parent) == "thead":
        return True
    return all(local(cell) == "th" for cell in children(row, "td", "th"))
