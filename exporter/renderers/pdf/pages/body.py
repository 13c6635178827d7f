"""The body of a story: its nodes as blocks, in order, and what is said of their neighbours."""

from __future__ import annotations

from exporter.model import Block as Node
from exporter.model import (
    Break,
    Crosshead,
    Dateline,
    Document,
    Figure,
    ItemList,
    Paragraph,
    Quotation,
    Table,
)
from exporter.renderers.pdf.pages.blocks import Block, Row
from exporter.renderers.pdf.pages.figures import FigureSetter
from exporter.renderers.pdf.pages.lists import ListSetter
from exporter.renderers.pdf.pages.setter import Place, Setter
from exporter.renderers.pdf.pages.tables import TableSetter
from exporter.renderers.pdf.setting.words import Word
from exporter.renderers.pdf.writer.structure import Element
from exporter.values import replace

# The colons of the scripts that are set; a longer paragraph is no mere introduction.
_INTRODUCES = (":", "：")
_LINES_OF_INTRODUCTION = 4
# So many short lines above a table head it, in results and standings.
_LINES_OF_HEADING = 3


class BodySetter:
    """Sets the body of one document under an element; `crosshead` is the type of its crossheads.

    `headings` are the elements and texts of crossheads.
    """

    def __init__(self, setter: Setter, tables: TableSetter, figures: FigureSetter) -> None:
        self._setter = setter
        self._tables = tables
        self._figures = figures
        self._lists = ListSetter(setter)
        self.crosshead = "H2"
        self.headings: list[tuple[Element, str]] = []

    def blocks(self, document: Document, article: Element) -> list[Block]:
        """The dateline run in with the first paragraph, then node after node."""
        nodes = _without_last_breaks(document.body)
        blocks: list[Block] = []
        place = Place(article, self._setter.width)
        opening = self._dateline(document.dateline)
        if opening and not (nodes and isinstance(nodes[0], Paragraph)):
            blocks.append(self._setter.set(opening, "lead", article.add("P")))
            opening = []
        last = self._marked(document)
        for index, node in enumerate(nodes):
            before = nodes[index - 1] if index else None
            if isinstance(node, Paragraph):
                words = self._opened(opening, node, before)
                opening = []
                if index == last:
                    self._setter.end_mark(words)
                blocks.append(self._setter.set(words, _role(before), article.add("P")))
            else:
                if isinstance(node, Table):
                    _keep_short_lines(blocks, nodes[:index])
                blocks += self._after(blocks, before, node, place, ends_story=index == last)
        return blocks

    def _marked(self, document: Document) -> int | None:
        """The node that the house's end mark follows, unless the sender has set one."""
        if not self._setter.style.house.end_mark or document.end_mark is not None:
            return None
        words = (i for i, node in enumerate(document.body) if not isinstance(node, Break))
        return max(words, default=None)

    # -- the beginning ----------------------------------------------------------------------------

    def _dateline(self, dateline: Dateline | None) -> list[Word]:
        """The places and the region in the dateline's type, the rest in the lead's."""
        if dateline is None:
            return []
        begin, end = dateline.named
        wardrobe, extend = self._setter.wardrobe, self._setter.compositor.extend
        lead, named = wardrobe.style("lead"), wardrobe.style("dateline")
        words: list[Word] = []
        extend(words, dateline.text[:begin], lead)
        extend(words, dateline.text[begin:end], named)
        extend(words, dateline.text[end:], lead)
        return words

    def _opened(self, opening: list[Word], node: Paragraph, before: Node | None) -> list[Word]:
        """The paragraph's words, behind the opening if there is one."""
        role = _role(before)
        words = self._setter.words(node.inlines, role)
        if opening and opening[-1].space == 0:
            opening[-1] = replace(opening[-1], space=self._setter.wardrobe.style(role).space)
        return opening + words

    # -- the nodes of the model -----------------------------------------------------------------

    def _after(
        self, blocks: list[Block], before: Node | None, node: Node, place: Place, *,
        ends_story: bool,
    ) -> list[Block]:  # fmt: skip
        """A node that is no paragraph, kept with what introduces it above."""
        if blocks and isinstance(node, ItemList | Table):
            _keep_introduction(blocks[-1], before)
        introduced = bool(blocks) and blocks[-1].keep_with_next
        below = self._node(node, place, ends_story=ends_story)
        if introduced and below and isinstance(node, ItemList):
            below[0].before = 0.0
        if ends_story and below and not _takes_mark(node):
            below[-1].keep_with_next = True
            below.append(self._setter.lone_end_mark(place.indent))
        return below

    def _node(self, node: Node, place: Place, *, ends_story: bool = False) -> list[Block]:
        match node:
            case Paragraph():
                return [self._paragraph(node, place, ends_story=ends_story)]
            case Crosshead(inlines):
                heading = place.parent.add(self.crosshead)
                self.headings.append((heading, node.text))
                set_heading = self._setter.heading
                return [set_heading(inlines, "crosshead", heading, place.width, place.indent)]
            case ItemList():
                blocks = self._lists.blocks(node, place, ends_story=ends_story)
                return blocks if _is_quoted(place) else self._setter.set_off(blocks)
            case Table():
                return self._tables.blocks(node, place.parent, place.width, place.indent)
            case Figure():
                return self._figures.blocks(node, place)
            case Quotation(blocks=nodes):
                return self._quotation(nodes, place, ends_story=ends_story)
            case Break():
                return [self._separator(place.width)]

    def _paragraph(self, node: Paragraph, place: Place, *, ends_story: bool) -> Block:
        quoted = _is_quoted(place)
        role = "quotation" if quoted else "body"
        continues = quoted and bool(place.parent.kids)
        words = self._setter.words(node.inlines, role)
        if ends_story:
            self._setter.end_mark(words)
        element = place.parent.add("P")
        return self._setter.set(
            words, role, element, place.width, place.indent, continues=continues
        )

    def _quotation(self, nodes: tuple[Node, ...], place: Place, *, ends_story: bool) -> list[Block]:
        """Its paragraphs are set in by their role; what else it holds goes in as far."""
        quote = place.under(place.parent.add("BlockQuote"))
        inset = quote.under(quote.parent, self._setter.style.roles["quotation"].left_indent.pt)
        blocks: list[Block] = []
        for index, node in enumerate(nodes):
            ends = ends_story and index == len(nodes) - 1
            where = quote if isinstance(node, Paragraph) else inset
            blocks += self._node(node, where, ends_story=ends)
        return self._setter.set_off(blocks)

    def _separator(self, width: float) -> Block:
        """An empty line with a short hairline across its middle, to be seen at a page's end too."""
        half = self._setter.style.roles["body"].size.pt
        ends = (width / 2 - half, width / 2 + half)
        grid = self._setter.grid
        return Block([Row([])], grid, grid=True, keep_with_next=True, separator=ends)


def _without_last_breaks(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes less the breaks that nothing follows: they would part the story from no more."""
    last = len(nodes)
    while last and isinstance(nodes[last - 1], Break):
        last -= 1
    return nodes[:last]


def _role(before: Node | None) -> str:
    """A paragraph after nothing, a crosshead or a break is a lead: it has no indent."""
    return "lead" if before is None or isinstance(before, Crosshead | Break) else "body"


def _is_quoted(place: Place) -> bool:
    return place.parent.type == "BlockQuote"


def _takes_mark(node: Node) -> bool:
    """Whether the node ends in running text that the house's mark can follow."""
    if isinstance(node, Quotation):
        return bool(node.blocks) and _takes_mark(node.blocks[-1])
    return isinstance(node, Paragraph | ItemList)


def _keep_introduction(block: Block, node: Node | None) -> None:
    """A short paragraph that ends in a colon stands with what it introduces."""
    introduces = isinstance(node, Paragraph) and node.text.rstrip().endswith(_INTRODUCES)
    if introduces and len(block.rows) <= _LINES_OF_INTRODUCTION:
        block.keep_with_next = True


def _keep_short_lines(blocks: list[Block], nodes: tuple[Node, ...]) -> None:
    """Paragraphs of one line above a table stand with it: they say what it is of."""
    above = zip(reversed(nodes), reversed(blocks), range(_LINES_OF_HEADING), strict=False)
    for node, block, _ in above:
        if not isinstance(node, Paragraph) or len(block.rows) > 1:
            return
        block.keep_with_next = True
