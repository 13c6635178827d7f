"""The flow of blocks: paragraphs, crossheads, lists, quotations, and what stands between them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator

from lxml import etree

from exporter.diagnostics import Lines
from exporter.model import (
    Block,
    Break,
    Crosshead,
    Figure,
    Inline,
    ItemList,
    LineBreak,
    ListItem,
    Paragraph,
    Quotation,
    Text,
    plain_text,
)
from exporter.model.prose import tidy, tidy_text
from exporter.readers.markup import elements
from exporter.readers.markup.columns import drawn_table
from exporter.readers.markup.figures import figures, is_picture
from exporter.readers.markup.inlines import Inlines, around
from exporter.readers.markup.tables import table
from exporter.readers.remarks import Remarks
from exporter.readers.xml import children, line_of, local, text_of
from exporter.values import replace

_Make = Callable[[tuple[Inline, ...], Lines | None], Block]


class Markup:
    """A reader of elements; `place` is the span of all of them where they have no lines."""

    def __init__(self, remarks: Remarks, place: Lines | None = None) -> None:
        self._place = place
        self._inlines = Inlines(remarks, place)
        self._remarks = remarks

    def inlines(
        self, element: etree._Element, without: Container[etree._Element] = ()
    ) -> tuple[Inline, ...]:
        """The words of an element in one passage, but for some elements in it."""
        return tidy(self._inlines.of(element, without))

    def text(self, element: etree._Element) -> str:
        """The words of an element without markup, in one line."""
        return tidy_text(plain_text(self.inlines(element)))

    def lines(self, element: etree._Element) -> Lines | None:
        """The source lines of an element."""
        if self._place is not None:
            return self._place
        first = line_of(element)
        below = max(map(line_of, element.iterdescendants()), default=0)
        return Lines(first, max(first + text_of(element).rstrip().count("\n"), below))

    def blocks(self, element: etree._Element) -> tuple[Block, ...]:
        """The blocks in an element; text between them is paragraphs."""
        return tuple(self._flow(element, Paragraph))

    def sole_text(self, element: etree._Element) -> str | None:
        """The text of an element where it stands in one innermost element; None for markup."""
        filled = [each for each in element.iter() if (each.text or "").strip()]
        if len(filled) != 1 or len(filled[0]):
            return None
        if any((each.tail or "").strip() for each in element.iterdescendants()):
            return None
        return filled[0].text

    def _flow(self, element: etree._Element, make: _Make) -> Iterator[Block]:
        """The blocks in an element, runs of text between them made by `make`."""
        run: list[Inline] = [Text(element.text or "")]
        before: etree._Element | None = None
        for each in element:
            if self._is_block(each):
                yield from self._passages(run, make, self._between(before, each, element))
                run, before = [], each
                yield from self._block(each)
            else:
                run += self._inlines.one(each)
            run.append(Text(each.tail or ""))
        place = self.lines(element) if before is None else self._between(before, None, element)
        yield from self._passages(run, make, place)

    def _between(
        self, before: etree._Element | None, after: etree._Element | None, whole: etree._Element
    ) -> Lines | None:
        """The lines from one block's beginning to the next, as near as the parser tells."""
        if self._place is not None:
            return self._place
        first = line_of(whole if before is None else before)
        return Lines(first, max(first, first if after is None else line_of(after)))

    def _passages(self, run: list[Inline], make: _Make, place: Lines | None) -> Iterator[Block]:
        """A run of text; two line breaks in a row part it like an empty line."""
        drawn = drawn_table(run, place, self._remarks)
        if drawn is not None:
            fixed = self._place
            yield from (replace(each, lines=fixed) for each in drawn) if fixed else drawn
            return
        for part in _parted(run):
            words = tidy(part)
            if words:
                yield make(words, place)

    def _is_block(self, element: etree._Element) -> bool:
        name = local(element).lower()
        if name in elements.BLOCKS:
            return True
        if name in elements.UNREAD or not len(element):
            return False
        return any(local(each).lower() in elements.BLOCKS for each in element.iterdescendants())

    def _block(self, element: etree._Element) -> Iterator[Block]:
        name = local(element).lower()
        if name in elements.CROSSHEADS:
            yield from self._flow(element, Crosshead)
        elif name in elements.LISTS:
            yield from self._list(element, name)
        elif name in elements.TABLES:
            yield from table(element, self)
        elif name in elements.QUOTATIONS:
            inner = self.blocks(element)
            if inner:
                yield Quotation(inner, self.lines(element))
        elif name in elements.FIGURES:
            yield from self._figure(element)
        elif name in elements.BREAKS:
            yield Break(self.lines(element))
            yield from self._flow(element, Paragraph)
        elif name in elements.VERBATIM:
            yield from self._verbatim(element)
        else:
            yield from self._held(element)

    def _held(self, element: etree._Element) -> Iterator[Block]:
        """The blocks in an element that is none itself: its stress or its link is their words'."""
        found = list(self._flow(element, Paragraph))
        if not all(isinstance(block, Paragraph | Crosshead) for block in found):
            self._inlines.report_link(element)
        yield from (_around(element, block) for block in found)

    def _figure(self, element: etree._Element) -> Iterator[Block]:
        if is_picture(element):
            yield from figures(element, self)
            return
        if local(element) == "media":
            what = _about(element)
            self._remarks.add("R047", self.lines(element), element="media", what=what)
        yield from self._flow(element, Paragraph)

    def _verbatim(self, element: etree._Element) -> Iterator[Block]:
        """Preformatted text: its line ends are meant."""
        run: list[Inline] = []
        for line in text_of(element).strip("\n").split("\n"):
            run += (Text(line), LineBreak())
        yield from self._passages(run, Paragraph, self.lines(element))

    # -- lists -----------------------------------------------------------------------------------

    def _list(self, element: etree._Element, name: str) -> Iterator[Block]:
        ordered = name in elements.NUMBERED
        items, pictures = self._items(element, ordered)
        if items:
            yield ItemList(tuple(items), ordered, self.lines(element))
        yield from pictures

    def _items(self, element: etree._Element, ordered: bool) -> tuple[list[ListItem], list[Figure]]:
        """The items of a list, and the pictures that stand in them; no word is passed over."""
        rows: list[_Row] = []
        pictures: list[Figure] = []
        for stray in (element.text, *(each.tail for each in element)):
            words = tidy_text(stray or "")
            if words:
                rows.append(_Row(ListItem((Text(words),))))
        for each in children(element):
            name = local(each).lower()
            numbered = name in elements.NUMBERED if name in elements.LISTS else ordered
            if name in elements.LISTS:
                found, more = self._items(each, numbered)
            else:
                item, more = self._item(each, ordered)
                found = [item] if item is not None else []
            pictures += more
            if rows and (name == "dd" or name in elements.LISTS):
                rows[-1].nest(found, numbered)  # they belong below the item before them
            else:
                rows += map(_Row, found)
        return [row.item(ordered) for row in rows], pictures

    def _item(self, element: etree._Element, ordered: bool) -> tuple[ListItem | None, list[Figure]]:
        """An item: its paragraphs are one passage, its lists are nested below it."""
        words: list[Inline] = []
        row = _Row(ListItem(()))
        pictures: list[Figure] = []
        for block in self.blocks(element):
            match block:
                case Paragraph(inlines) | Crosshead(inlines):
                    words += (LineBreak(), *inlines) if words else inlines
                case ItemList(items, numbered):
                    row.nest(items, numbered)
                case Figure():
                    pictures.append(block)
                case Quotation() | Break():
                    words += [LineBreak(), *_words_of(block)]
                    pictures += _pictures_in(block)
                case _:
                    rows = [ListItem((Text(" ".join(cells)),)) for cells in block.rows]
                    row.nest(rows, ordered)
        item = replace(row.item(ordered), inlines=tidy(words))
        return (item if item.inlines or item.items else None), pictures


class _Row:
    """An item, and what comes to stand below it; the first of it says whether that is numbered."""

    def __init__(self, item: ListItem) -> None:
        self._item = item
        self._below: list[ListItem] = []
        self._numbered: bool | None = None

    def nest(self, items: Iterable[ListItem], numbered: bool) -> None:
        """Put items below it."""
        self._below += items
        if self._numbered is None and self._below:
            self._numbered = numbered

    def item(self, ordered: bool) -> ListItem:
        """The item, of a list that is ordered or not, with all that is below it."""
        if not self._below:
            return self._item
        item, numbered = self._item, self._numbered
        if item.items:
            numbered = item.numbers_below(ordered)
        below = (*item.items, *self._below)
        return ListItem(item.inlines, below, None if numbered == ordered else numbered)


def _around(element: etree._Element, block: Block) -> Block:
    if not isinstance(block, Paragraph | Crosshead):
        return block
    inlines = around(element, block.inlines)
    return block if inlines is block.inlines else replace(block, inlines=tidy(inlines))


def _words_of(block: Block) -> list[Inline]:
    """The words of blocks that stand where the model has running text."""
    match block:
        case Paragraph(inlines) | Crosshead(inlines):
            return list(inlines)
        case Quotation(blocks):
            found: list[Inline] = []
            for inner in blocks:
                found += [LineBreak(), *_words_of(inner)]
            return found
        case ItemList(items):
            return [part for item in items for part in _words_of_item(item)]
        case Figure() | Break():  # pictures stand by themselves, with their words
            return []
    return [Text(f" {cell}") for row in block.rows for cell in row]


def _pictures_in(block: Block) -> Iterator[Figure]:
    if isinstance(block, Figure):
        yield block
    elif isinstance(block, Quotation):
        for inner in block.blocks:
            yield from _pictures_in(inner)


def _words_of_item(item: ListItem) -> list[Inline]:
    inner = [part for each in item.items for part in _words_of_item(each)]
    return [LineBreak(), *item.inlines, *inner]


def _parted(run: list[Inline]) -> Iterator[list[Inline]]:
    part: list[Inline] = []
    after_break = False
    for inline in run:
        if isinstance(inline, LineBreak):
            if after_break:
                yield part
                part = []
            else:
                part.append(inline)
            after_break = not after_break
            continue
        after_break = after_break and isinstance(inline, Text) and not inline.text.strip()
        part.append(inline)
    yield part


def _about(element: etree._Element) -> str:
    """What can be said of a picture, film or recording that is not shown: its address."""
    for each in element.iter():
        for key in ("source", "src", "href", "data-uri"):
            if each.get(key):
                return str(each.get(key))[:200]
    return element.get("media-type") or ""
