"""Composing: the story's parts as set blocks under their structure elements."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator

from exporter.model import Block as Node
from exporter.model import (
    Break,
    Crosshead,
    Dateline,
    Document,
    Figure,
    Inline,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    SourceText,
    Table,
    Text,
    plain_text,
)
from exporter.renderers.contract import Hyphenator
from exporter.renderers.pdf.pages.blocks import Block, Hanging, Piece, Row, Story
from exporter.renderers.pdf.pages.strip import Entry, StripSetter
from exporter.renderers.pdf.pages.tables import TableSetter
from exporter.renderers.pdf.pictures.errors import PictureError
from exporter.renderers.pdf.pictures.gallery import Gallery, Picture
from exporter.renderers.pdf.setting.lines import Breaker, Line
from exporter.renderers.pdf.setting.measure import Measure
from exporter.renderers.pdf.setting.style import Wardrobe
from exporter.renderers.pdf.setting.words import NO_BREAK_SPACE, Compositor, Word
from exporter.renderers.pdf.writer.objects import text_string
from exporter.renderers.pdf.writer.structure import (
    BULLETED,
    LABELLED,
    NUMBERED,
    Element,
    in_language,
)
from exporter.stylesheet import Align, Role, Stylesheet, facts, note_to_editors
from exporter.values import replace

_BULLET = "•"
# The colons of the scripts that are set; a longer paragraph is no mere introduction.
_INTRODUCES = (":", "：")
_LINES_OF_INTRODUCTION = 4
_UNCOUNTED = ("subheadline", "byline", "credit")


class Composer:
    """Sets the passages of one document in one style."""

    def __init__(
        self,
        document: Document,
        style: Stylesheet,
        hyphenate: Hyphenator,
        width: float,
        language: str,
        gallery: Gallery,
        across: float,
        *,
        live_links: bool = False,
    ) -> None:
        self._document = document
        self._style = style
        self._hyphenate = hyphenate
        self._width = width
        # All columns with what is between them, in points.
        self._across = across
        self._grid = style.page.grid.pt
        self.wardrobe = Wardrobe(style, language)
        self.compositor = Compositor(self.wardrobe, live=live_links)
        self.breaker = Breaker(self.compositor)
        self.tables = TableSetter(style, self.compositor, self.breaker, language)
        self._gallery = gallery
        # At most half a page high, in points, and then from capitals to a baseline.
        self._tallest_picture = _whole_lines(_text_height(style) / 2, self._grid)
        # What there is to say of pictures: code and facts of a diagnostic.
        self.pictures: list[tuple[Figure, str, dict[str, object]]] = []
        house = style.terms_language(document.language)
        # Of words that are the house's, where they are not in the story's language.
        self._in_house_language = in_language(
            None if language.split("-")[0].lower() == house else house
        )
        # Elements and texts of the headline, then of the crossheads.
        self.headings: list[tuple[Element, str]] = []
        # What a page map does not count, since its place differs between styles and formats.
        self._uncounted: set[Element] = set()
        self.root = Element("Document")
        self.notice = self.root.add("P", self._in_house_language)
        self._article = self.root.add("Art")
        self._aside = Element("Aside")
        self._crosshead = "H2"

    # -- the main column ----------------------------------------------------------------------

    def story(self) -> Story:
        """Headline to copyright line."""
        return Story(self._head(), self._text())

    def _head(self) -> list[Block]:
        """What goes across: headline, decks, byline, and the facts where no column has them."""
        document = self._document
        title_role = "derived_title" if document.title_derived else "headline"
        blocks = [self._heading(document.title, title_role)]
        decks = (*filter(None, [document.other_headline]), *document.subheadline)
        blocks += self._texts(decks, "subheadline", self._across)
        if document.byline and not self._in_facts("byline"):
            blocks += self._texts((SourceText(document.byline.text),), "byline", self._across)
        self._article.kids.append(self._aside)
        if not self._style.data_column.show:
            blocks += self._strip()
        return blocks

    def _text(self) -> list[Block]:
        document = self._document
        blocks = self._texts(document.abstract, "abstract")
        blocks += self._body(document)
        if not self._in_facts("credit"):
            closing_credits = tuple(SourceText(credit.text) for credit in document.credits)
            blocks += self._texts(closing_credits, "credit")
        blocks += self._texts(document.boilerplate, "boilerplate")
        closing = [part for part in (document.end_mark, document.copyright) if part]
        blocks += self._texts(tuple(closing), "copyright")
        return blocks

    def text(self) -> Iterator[Element]:
        """The elements of the story's text, in reading order, as page maps count its words."""
        headline = self.headings[0][0]
        return _below(self._article, {headline, self._aside, *self._uncounted})

    def _in_facts(self, field: str) -> bool:
        """Whether the style shows the field among the facts; if not, it stands in the text."""
        return field in self._style.data_column.fields

    def _heading(self, text: str, role: str) -> Block:
        element = self._article.add("H1")
        self.headings.append((element, text))
        words = self.compositor.words((Text(text),), role)
        if not words:
            # No level of headings may be skipped (ISO 14289-1, 7.4.2).
            self._crosshead = "H1"
        measure = self._measure(role, self._across)
        return self._block(role, self.breaker.balanced(words, measure), element)

    def _texts(
        self, parts: tuple[SourceText, ...], role: str, width: float | None = None
    ) -> list[Block]:
        elements = [self._article.add("P") for _ in parts]
        if role in _UNCOUNTED:
            self._uncounted.update(elements)
        return [
            self._passage((Text(part.text),), role, element, width)
            for part, element in zip(parts, elements, strict=True)
        ]

    def _body(self, document: Document) -> list[Block]:
        nodes = document.body
        blocks: list[Block] = []
        opening = self._dateline(document.dateline)
        if opening and not (nodes and isinstance(nodes[0], Paragraph)):
            blocks.append(self._set(opening, "lead", self._article.add("P")))
            opening = []
        last = max((i for i, node in enumerate(nodes) if not isinstance(node, Break)), default=0)
        for index, node in enumerate(nodes):
            if blocks and isinstance(node, ItemList | Table):
                _keep_introduction(blocks[-1], nodes[index - 1])
            lead = index == 0 or isinstance(nodes[index - 1], Crosshead | Break)
            if isinstance(node, Paragraph):
                role = "lead" if lead else "body"
                words = opening + self._words_after(opening, node, role)
                opening = []
                if index == last:
                    self._end_mark(words)
                blocks.append(self._set(words, role, self._article.add("P")))
            else:
                introduced = bool(blocks) and blocks[-1].keep_with_next
                below = self._node(node, self._article, self._width, 0.0)
                if introduced and below and isinstance(node, ItemList):
                    below[0].before = 0.0
                blocks += below
        return blocks

    def _words_after(self, opening: list[Word], node: Paragraph, role: str) -> list[Word]:
        words = self.compositor.words(node.inlines, role)
        if opening and opening[-1].space == 0:
            opening[-1] = replace(opening[-1], space=self.wardrobe.style(role).space)
        return words

    def _dateline(self, dateline: Dateline | None) -> list[Word]:
        """The places and the region in the dateline's type, the rest in the lead's."""
        if dateline is None:
            return []
        begin, end = dateline.named
        lead, named = self.wardrobe.style("lead"), self.wardrobe.style("dateline")
        words: list[Word] = []
        self.compositor.extend(words, dateline.text[:begin], lead)
        self.compositor.extend(words, dateline.text[begin:end], named)
        self.compositor.extend(words, dateline.text[end:], lead)
        return words

    def _end_mark(self, words: list[Word]) -> None:
        """The house's mark after the last word, unless the sender has set one."""
        mark = self._style.house.end_mark
        if mark and words and self._document.end_mark is None:
            style = self.wardrobe.end_mark()
            self.compositor.extend(words, NO_BREAK_SPACE, self.wardrobe.style("body"))
            self.compositor.extend(words, mark, style)

    # -- the nodes of the model -----------------------------------------------------------------

    def _node(self, node: Node, parent: Element, width: float, indent: float) -> list[Block]:
        match node:
            case Paragraph(inlines):
                quoted = parent.type == "BlockQuote"
                role = "quotation" if quoted else "body"
                continues = quoted and bool(parent.kids)
                words = self.compositor.words(inlines, role)
                return [self._set(words, role, parent.add("P"), width, indent, continues=continues)]
            case Crosshead(inlines):
                heading = parent.add(self._crosshead)
                self.headings.append((heading, node.text))
                return [self._passage(inlines, "crosshead", heading, width, indent)]
            case ItemList():
                blocks = list(self._list(node.items, node.ordered, parent, width, indent))
                return self._set_off(blocks) if parent.type != "BlockQuote" else blocks
            case Table():
                return self.tables.blocks(node, parent, width, indent)
            case Figure():
                return self._figure(node, parent, width, indent)
            case Quotation(blocks):
                return self._quotation(blocks, parent, width, indent)
            case Break():
                return [self._separator(width)]

    def _separator(self, width: float) -> Block:
        """An empty line with a short hairline across its middle, to be seen at a page's end too."""
        half = self._style.roles["body"].size.pt
        ends = (width / 2 - half, width / 2 + half)
        return Block([Row([])], self._grid, grid=True, keep_with_next=True, separator=ends)

    def _quotation(
        self, nodes: tuple[Node, ...], parent: Element, width: float, indent: float
    ) -> list[Block]:
        """Its paragraphs are set in by their role; what else it holds goes in as far."""
        quote = parent.add("BlockQuote")
        inset = indent + self._style.roles["quotation"].left_indent.pt
        return self._set_off(
            [
                block
                for node in nodes
                for block in self._node(
                    node, quote, width, indent if isinstance(node, Paragraph) else inset
                )
            ]
        )

    def _set_off(self, blocks: list[Block]) -> list[Block]:
        """The blocks with a line of space above and below."""
        for block in blocks[:1]:
            block.before = max(block.before, self._grid)
        for block in blocks[-1:]:
            block.after = max(block.after, self._grid)
        return blocks

    def _list(
        self, items: tuple[ListItem, ...], ordered: bool, parent: Element, width: float, x: float
    ) -> Iterator[Block]:
        """Each item behind its marker; nested items a step further in."""
        element = parent.add("L", NUMBERED if ordered else BULLETED)
        markers = [
            self._line(f"{number}." if ordered else _BULLET, "list")
            for number in range(1, len(items) + 1)
        ]
        widest = max((marker.natural for marker in markers), default=0.0)
        role = self._style.roles["list"]
        # Figures of any length stand clear of the text, their points below one another.
        step = max(role.left_indent.pt, widest + role.size.pt / 3)
        inset = x + step - role.left_indent.pt
        for item, marker in zip(items, markers, strict=True):
            entry = element.add("LI")
            label = entry.add("Lbl")
            body = entry.add("LBody")
            block = self._passage(item.inlines, "list", body.add("P"), width, inset)
            if not block.rows:
                block.rows.append(Row([]))
            block.rows[0].pieces.insert(0, Piece(x + widest - marker.natural, marker, label))
            yield block
            if item.items:
                yield from self._list(item.items, ordered, body, width, x + step)

    def _figure(self, figure: Figure, parent: Element, width: float, x: float) -> list[Block]:
        """The picture with caption and credit below it; if it cannot be drawn, all its words."""
        try:
            picture = self._gallery.hang(figure.src, width - x, self._tallest_picture)
        except PictureError as error:
            self._remark(figure, "P005", reason=error)
            alternative: tuple[Inline, ...] = (Text(figure.alt),) if figure.alt else ()
            return self._legend(figure, parent, alternative, width, x)
        group = parent.add("Div")
        hung = self._hung(picture, x, self._described(figure, group))
        if picture.coarse:
            self._remark(figure, "P052", dots=round(picture.dots_per_inch))
        legend = self._legend(figure, group.add("Caption"), (), width, x)
        for block in legend[:1]:
            hung.keep_with_next, block.before = True, 0.0
        return [hung, *legend]

    def _described(self, figure: Figure, group: Element) -> Element | None:
        """The picture's element with what it says; None, for an artifact, if it says nothing."""
        words = figure.alt or ""
        if not words.strip():
            words = plain_text(figure.caption)
            self._remark(figure, "P050" if words.strip() else "P051")
        if not words.strip():
            return None
        return group.add("Figure", f"/Alt {text_string(' '.join(words.split()))}")

    def _hung(self, picture: Picture, x: float, element: Element | None) -> Block:
        """The picture on the baseline grid: what is left of its first line is space above it."""
        grid = self._grid
        lines = math.ceil((picture.height + grid / 4) / grid)
        spare = lines * grid - picture.height - grid / 4
        return Block(
            rows=[Row([])],
            leading=lines * grid,
            before=grid if spare < grid / 2 else 0.0,
            grid=True,
            whole=True,
            picture=Hanging(x, picture, element),
        )

    def _legend(
        self, figure: Figure, parent: Element, alternative: tuple[Inline, ...],
        width: float, x: float,
    ) -> list[Block]:  # fmt: skip
        texts: list[tuple[tuple[Inline, ...], str]] = [
            (alternative, "caption"),
            (figure.caption, "caption"),
            ((Text(figure.credit or ""),), "credit"),
        ]
        blocks = []
        for inlines, role in texts:
            if plain_text(inlines):
                element = parent.add("P")
                blocks.append(self._passage(inlines, role, element, width, x))
                if inlines is alternative:
                    self._uncounted.add(element)
        for block in blocks[:-1]:
            block.after, block.keep_with_next = 0.0, True
        for block in blocks[:1]:
            block.before = max(block.before, self._grid)
        for block in blocks[-1:]:
            block.after = max(block.after, self._style.roles["caption"].space_after.pt)
        return blocks

    def _remark(self, figure: Figure, code: str, **facts: object) -> None:
        self.pictures.append((figure, code, facts))

    # -- the data column --------------------------------------------------------------------------

    def data(self, width: float) -> list[Block]:
        """The facts about the story, then the note to editors, as the style shows them."""
        blocks: list[Block] = []
        listed = facts(self._document, self._style)
        if listed:
            element = self._aside.add("L", LABELLED)
            for fact in listed:
                entry = element.add("LI")
                label = entry.add("Lbl", self._in_house_language if fact.label_by_house else "")
                blocks.append(self._short(fact.label, "label", label, width))
                blocks.append(self._short(fact.value, "value", entry.add("LBody"), width))
        blocks += self._note(width)
        return blocks

    def _strip(self) -> list[Block]:
        """The facts side by side between two hairlines, the note to editors across below them."""
        entries: list[Entry] = []
        element = self._aside.add("L", LABELLED)
        for fact in facts(self._document, self._style):
            entry = element.add("LI")
            label = entry.add("Lbl", self._in_house_language if fact.label_by_house else "")
            entries.append(Entry(fact.label, label, fact.value, entry.add("LBody")))
        setter = StripSetter(self._style, self.compositor, self.breaker, self._across)
        return setter.blocks(entries, self._note(self._across))

    def _note(self, width: float) -> list[Block]:
        notes = note_to_editors(self._document, self._style)
        if not notes:
            return []
        bar = self._style.data_column.note_rule.pt
        inset = 2 * self._style.roles["ed_note"].size.pt / 3
        label = self._style.terms_for(self._document.language).ed_note
        # A note needs an identifier (ISO 14289-1, 7.9).
        element = self._aside.add("Note", identifier="note-to-editors")
        heading = element.add("P", self._in_house_language)
        blocks = [self._short(label, "label", heading, width, inset)]
        blocks += [self._short(note, "ed_note", element.add("P"), width, inset) for note in notes]
        for block in blocks:
            block.bar = bar
        blocks[0].before = max(blocks[0].before, self._grid)
        return blocks

    def _short(self, text: str, role: str, element: Element, width: float, x: float = 0.0) -> Block:
        return self._passage((Text(text),), role, element, width, x)

    # -- setting ----------------------------------------------------------------------------------

    def _passage(
        self, inlines: tuple[Inline, ...], role: str, element: Element,
        width: float | None = None, x: float = 0.0,
    ) -> Block:  # fmt: skip
        words = self.compositor.words(inlines, role)
        return self._set(words, role, element, width, x)

    def _set(
        self, words: list[Word], role: str, element: Element,
        width: float | None = None, x: float = 0.0, *, continues: bool = False,
    ) -> Block:  # fmt: skip
        """The words as a block; what continues a passage of several paragraphs is indented."""
        measure = self._measure(role, self._width if width is None else width, x)
        if continues:
            measure = replace(measure, first_indent=self._style.roles["body"].first_indent.pt)
        block = self._block(role, self.breaker.lines(words, measure), element)

        def reset(unbroken: frozenset[int], count: int | None) -> list[Row] | None:
            again = replace(measure, unbroken=unbroken)
            if count is None:
                lines = self.breaker.lines(words, again)
            else:
                longer = count - len(block.rows)
                lines = self.breaker.in_so_many(words, again, count, longer) or []
            return self._rows(role, lines, element) or None

        block.reset = reset if measure.hyphenate else None
        return block

    def _line(self, text: str, role: str) -> Line:
        words = self.compositor.words((Text(text),), role)
        return self.breaker.lines(words, Measure(self._width))[0]

    def _measure(self, name: str, width: float, x: float = 0.0) -> Measure:
        role = self._style.roles[name]
        return Measure(
            width=width - role.right_indent.pt,
            first_indent=role.first_indent.pt,
            left_indent=role.left_indent.pt + x,
            justify=role.align is Align.JUSTIFY,
            hyphenate=self._hyphenate if role.hyphenate else None,
            hanging=role.hanging,
        )

    def _block(self, name: str, lines: list[Line], element: Element) -> Block:
        role = self._style.roles[name]
        return Block(
            rows=self._rows(name, lines, element),
            leading=role.leading.pt,
            before=role.space_before.pt,
            after=role.space_after.pt,
            keep_with_next=role.keep_with_next,
            grid=self._is_grid(role),
        )

    def _rows(self, name: str, lines: list[Line], element: Element) -> list[Row]:
        align = self._style.roles[name].align
        return [Row([Piece(_offset(line, align), line, element)]) for line in lines]

    def _is_grid(self, role: Role) -> bool:
        return role.leading % self._style.page.grid == 0


def _text_height(style: Stylesheet) -> float:
    page = style.page
    return (page.height - page.margin_top - page.margin_bottom) / 12700


def _whole_lines(height: float, grid: float) -> float:
    """As many lines as are in the height, less what stands above capitals and below a baseline."""
    return max(math.floor(height / grid), 1) * grid - grid / 2


def _below(element: Element, without: Container[Element]) -> Iterator[Element]:
    for kid in element.kids:
        if isinstance(kid, Element) and kid not in without and kid.type != "Lbl":
            yield kid
            yield from _below(kid, without)


def _keep_introduction(block: Block, node: Node) -> None:
    """A short paragraph that ends in a colon stands with what it introduces."""
    introduces = isinstance(node, Paragraph) and node.text.rstrip().endswith(_INTRODUCES)
    if introduces and len(block.rows) <= _LINES_OF_INTRODUCTION:
        block.keep_with_next = True


def _offset(line: Line, align: Align) -> float:
    slack = max(line.room - line.natural, 0.0)
    if align is Align.END:
        return line.indent + slack
    if align is Align.CENTRE:
        return line.indent + slack / 2
    return line.indent
