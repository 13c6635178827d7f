"""The story from notice to copyright line: what stands in word/document.xml, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from lxml import etree

from exporter.model import Block, Break, Crosshead, Dateline, Document, Paragraph
from exporter.renderers.docx.aside import AsideSetter
from exporter.renderers.docx.blocks import BlockSetter
from exporter.renderers.docx.markup import Element, W
from exporter.renderers.docx.names import style_id
from exporter.renderers.docx.page import Sheet
from exporter.renderers.docx.paragraphs import holds_words, paragraph
from exporter.stylesheet import Stylesheet, notice
from exporter.values import Value

_NO_BREAK_SPACE = "\u00a0"
_TABLE_SPACE = style_id("Table Space")
_characters = etree.XPath("string-length()")


class StoryParts(Value):
    """The story in its two parts; only `text` is set in columns."""

    opening: list[Element]
    text: list[Element]

    @property
    def lengths(self) -> list[int]:
        """How many characters each of its paragraphs and tables has."""
        parts = (*self.opening, *self.text)
        return [int(cast("float", _characters(part))) for part in parts]


class StorySetter:
    """Sets one document."""

    def __init__(
        self, document: Document, style: Stylesheet, blocks: BlockSetter, page: Sheet
    ) -> None:
        self._document = document
        self._style = style
        self._blocks = blocks
        self._page = page
        self._writer = blocks.writer

    def story(self) -> StoryParts:
        """All of it."""
        return StoryParts(list(self._opening()), [*self._text(), *self._closing()])

    # -- before the text -----------------------------------------------------------------------

    def _opening(self) -> Iterator[Element]:
        document = self._document
        yield from self._notice()
        title = "Derived Title" if document.title_derived else "Title"
        yield from self._plain(title, [document.title])
        yield from self._plain("Subtitle", self._below_the_title())
        if document.byline and "byline" not in self._style.data_column.fields:
            yield from self._plain("Byline", [document.byline.text])
        yield from AsideSetter(document, self._style, self._writer, self._page).paragraphs()

    def _below_the_title(self) -> Iterator[str]:
        """The headline where the title says something else, and the lines below it."""
        headline = self._document.other_headline
        if headline is not None:
            yield headline.text
        yield from (part.text for part in self._document.subheadline)

    def _notice(self) -> Iterator[Element]:
        """What forbids publication."""
        forbidden = notice(self._document, self._style)
        if forbidden is not None:
            yield from self._plain("Notice", [forbidden])

    # -- the text ------------------------------------------------------------------------------

    def _text(self) -> list[Element]:
        document = self._document
        elements = list(self._plain("Abstract", (part.text for part in document.abstract)))
        dateline = document.dateline
        if dateline is not None and not _begins_with_paragraph(document.body):
            elements.append(paragraph("Body Text"))
            self._dateline(elements[-1], dateline)
            dateline = None
        for index, node in enumerate(document.body):
            before = document.body[index - 1] if index else None
            for element in self._node(node, before, dateline):
                if not (elements and _is_same_space(elements[-1], element)):
                    elements.append(element)
            dateline = None
        if document.body:
            self._end_mark(elements)
        return elements

    def _node(
        self, node: Block, before: Block | None, dateline: Dateline | None
    ) -> Iterable[Element]:
        """A paragraph after nothing, a crosshead or a break is a lead: it has no indent."""
        if not isinstance(node, Paragraph):
            return self._blocks.block(node)
        lead = before is None or isinstance(before, Crosshead | Break)
        element = paragraph("Body Text" if lead else "Body Text First Indent")
        if dateline is not None:
            self._dateline(element, dateline)
            self._writer.text(element, "" if dateline.text.endswith((" ", "\u3000")) else " ")
        self._writer.inlines(element, node.inlines, node.lines)
        return [element]

    def _dateline(self, element: Element, dateline: Dateline) -> None:
        """The places and the region in the dateline's type, the rest in the lead's."""
        begin, end = dateline.named
        self._writer.text(element, dateline.text[:begin])
        self._writer.text(element, dateline.text[begin:end], "Dateline")
        self._writer.text(element, dateline.text[end:])

    def _end_mark(self, elements: list[Element]) -> None:
        """The house's mark after the last word, unless the sender has set one."""
        mark = self._style.house.end_mark
        if not mark or self._document.end_mark is not None:
            return
        if not (elements and holds_words(elements[-1])):
            elements.append(paragraph("Body Text"))
        else:
            self._writer.text(elements[-1], _NO_BREAK_SPACE)
        self._writer.text(elements[-1], mark, "End Mark")

    # -- after the text ------------------------------------------------------------------------

    def _closing(self) -> Iterator[Element]:
        document = self._document
        if "credit" not in self._style.data_column.fields:
            yield from self._plain("Credit", (credit.text for credit in document.credits))
        yield from self._plain("Boilerplate", (part.text for part in document.boilerplate))
        last = (document.end_mark, document.copyright)
        yield from self._plain("Copyright", (part.text for part in last if part))

    def _plain(self, style: str, texts: Iterable[str]) -> Iterator[Element]:
        for text in texts:
            if text.strip():
                element = paragraph(style)
                self._writer.text(element, text)
                yield element


def _begins_with_paragraph(body: tuple[Block, ...]) -> bool:
    return bool(body) and isinstance(body[0], Paragraph)


def _is_same_space(last: Element, following: Element) -> bool:
    """Whether two tables meet, whose spaces are one."""
    return _is_space(following) and _is_space(last)


def _is_space(element: Element) -> bool:
    """Whether it is the space about a table: a paragraph of its style, without words."""
    if len(element) != 1:
        return False
    return any(style.get(f"{W}val") == _TABLE_SPACE for style in element.iter(f"{W}pStyle"))
