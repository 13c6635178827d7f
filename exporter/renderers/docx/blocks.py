"""The nodes of the body as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from exporter.model import (
    Block,
    Break,
    Crosshead,
    Figure,
    Inline,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    plain_text,
)
from exporter.pictures.errors import PictureError
from exporter.renderers.docx.findings import Findings
from exporter.renderers.docx.markup import Element, W, w
from exporter.renderers.docx.numbering import (
    BULLETS,
    LEVELS,
    NUMBERS,
    Numbering,
    list_style,
    place,
)
from exporter.renderers.docx.paragraphs import paragraph
from exporter.renderers.docx.pictures import Picture, Pictures, picture
from exporter.renderers.docx.runs import RunWriter
from exporter.renderers.docx.tables import MOST_COLUMNS, columns, table_element
from exporter.stylesheet import Stylesheet
from exporter.values import Value


class BlockSetter(Value):
    """Sets the blocks of one document in a column `measure` twips wide."""

    style: Stylesheet
    writer: RunWriter
    numbering: Numbering
    pictures: Pictures
    resources: Mapping[str, bytes]
    findings: Findings
    measure: int

    def block(self, node: Block, quoted: int = 0) -> Iterator[Element]:
        """The elements of a node in so many quotations; a paragraph in none is set by the story."""
        match node:
            case Paragraph(inlines):
                yield self.words("Quote" if quoted == 1 else "Quote 2", inlines, node)
            case Crosshead(inlines):
                yield self.words("heading 2", inlines, node)
            case ItemList():
                yield from self._list(node, quoted)
            case Table():
                yield from self._table(node)
            case Figure():
                yield from self._figure(node)
            case Quotation():
                yield from self._quotation(node, quoted)
            case Break():
                yield paragraph("Break")

    def words(self, style: str, inlines: tuple[Inline, ...], node: Block) -> Element:
        """Paragraph of the inlines in the named style."""
        element = paragraph(style)
        self.writer.inlines(element, inlines, node.lines)
        return element

    def _quotation(self, node: Quotation, quoted: int) -> Iterator[Element]:
        if not node.blocks:
            self.findings.add("D007", node.lines, node="quotation")
        for block in node.blocks:
            yield from self.block(block, quoted + 1)

    # -- lists ---------------------------------------------------------------------------------

    def _list(self, node: ItemList, quoted: int) -> Iterator[Element]:
        """In a quotation a list begins a level further in."""
        if not node.items:
            self.findings.add("D007", node.lines, node="list")
            return
        items = list(self._items(node.items, quoted, self._number(node.ordered), node))
        _close_up(items)
        yield from items

    def _items(
        self, items: tuple[ListItem, ...], level: int, number: int | None, node: ItemList
    ) -> Iterator[Element]:
        if level >= LEVELS:
            self.findings.add("D005", node.lines, levels=LEVELS)
        shown = min(level, LEVELS - 1)
        for item in items:
            element = _item(shown, number)
            self.writer.inlines(element, item.inlines, node.lines)
            yield element
            below = item.numbers_below(number is not None)
            same = below == (number is not None) or not item.items
            inner = number if same else self._number(below)
            yield from self._items(item.items, level + 1, inner, node)

    def _number(self, ordered: bool) -> int | None:
        """What counts a list that begins; None where nothing does."""
        return self.numbering.new_list() if ordered else None

    # -- tables --------------------------------------------------------------------------------

    def _table(self, node: Table) -> Iterator[Element]:
        count = columns(node)
        if plain_text(node.caption).strip():
            yield self._named(node)
        if count == 0:
            self.findings.add("D007", node.lines, node="table")
        elif count > MOST_COLUMNS:
            self.findings.add("D006", node.lines, columns=count, most=MOST_COLUMNS)
            yield from self._rows_as_text(node)
        else:
            if not node.caption:
                yield paragraph("Table Space")
            yield table_element(node, self.style, self.writer, self.measure)
            yield paragraph("Table Space")

    def _named(self, node: Table) -> Element:
        """The words above a table, which never part from it."""
        element = paragraph("caption", w("keepNext"))
        self.writer.inlines(element, node.caption, node.lines)
        return element

    def _rows_as_text(self, node: Table) -> Iterator[Element]:
        for index, row in enumerate(node.rows):
            head = index < node.header_rows
            element = paragraph("Table Heading" if head else "Table Text")
            self.writer.text(element, "\t".join(row))
            yield element

    # -- pictures ------------------------------------------------------------------------------

    def _figure(self, node: Figure) -> Iterator[Element]:
        shown = self._picture(node)
        if shown is not None:
            alternative = node.alt or plain_text(node.caption)
            if not alternative.strip():
                self.findings.add("D008", node.lines, picture=node.src)
            element = paragraph("Figure" if node.caption or node.credit else "Figure Alone")
            element.append(self.pictures.run(shown, self.findings.legal(alternative)))
            yield element
        elif node.alt and node.alt.strip():
            element = paragraph("Picture Description")
            self.writer.text(element, node.alt)
            yield element
        if node.caption or node.credit:
            yield self._caption(node)

    def _picture(self, node: Figure) -> Picture | None:
        content = self.resources.get(node.src)
        try:
            if content is None:
                raise PictureError("it did not come with the story")
            return picture(content)
        except PictureError as error:
            self.findings.add("D003", node.lines, picture=node.src, reason=str(error))
            return None

    def _caption(self, node: Figure) -> Element:
        element = self.words("caption", node.caption, node)
        if node.credit:
            if node.caption:
                element.append(w("r", w("br")))
            self.writer.text(element, node.credit, "Credit Char")
        return element


def _close_up(items: list[Element]) -> None:
    """Take the space away where bullets and numbers meet: the styles leave it between them."""
    for above, below in pairwise(items):
        if above[0][0].get(f"{W}val") != below[0][0].get(f"{W}val"):
            _spacing(above).set(f"{W}after", "0")
            _spacing(below).set(f"{W}before", "0")


def _spacing(element: Element) -> Element:
    found = element[0].find(f"{W}spacing")
    if found is None:
        found = w("spacing")
        element[0].append(found)
    return found


def _item(level: int, number: int | None) -> Element:
    """Paragraph of an item; its level and a numbered list of its own are what no style can say."""
    if number is not None:
        return paragraph(list_style(NUMBERS), place(level, number))
    return paragraph(list_style(BULLETS), *([place(level, BULLETS)] if level else []))
