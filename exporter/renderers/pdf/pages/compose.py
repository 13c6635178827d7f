"""Composing: the story's parts in their order, as set blocks under their structure elements.

Passages are set by `setter`, the nodes of the body by `body` (which asks `lists`, `tables` and
`figures`), and what is about the story by `aside`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from exporter.model import Document, Figure, SourceText, Text
from exporter.renderers.contract import Hyphenator
from exporter.renderers.pdf.pages.aside import AsideSetter
from exporter.renderers.pdf.pages.blocks import Block, Story
from exporter.renderers.pdf.pages.body import BodySetter
from exporter.renderers.pdf.pages.figures import FigureSetter
from exporter.renderers.pdf.pages.setter import Setter
from exporter.renderers.pdf.pages.tables import TableSetter
from exporter.renderers.pdf.pictures.gallery import Gallery
from exporter.renderers.pdf.setting.lines import Breaker
from exporter.renderers.pdf.setting.words import Compositor
from exporter.renderers.pdf.writer.structure import Element, in_language
from exporter.stylesheet import Stylesheet

_UNCOUNTED = ("subheadline", "byline", "credit")


class Composer:
    """Composes one document; `width` is a column's and `across` that of all, in points."""

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
        self._across = across
        self._setter = Setter(style, hyphenate, language, width, live=live_links)
        # Of a table that is too crowded it is told as a whole, not word by word.
        self.tables = TableSetter(self._setter, Breaker(self.compositor), language)
        self._figures = FigureSetter(self._setter, gallery)
        self._body = BodySetter(self._setter, self.tables, self._figures)
        house = style.terms_language(document.language)
        # Of words that are the house's, where they are not in the story's language.
        in_house_language = in_language(None if language.split("-")[0].lower() == house else house)
        self._aside = AsideSetter(document, self._setter, in_house_language)
        self._headline: tuple[Element, str] | None = None
        # What a page map does not count, since its place differs between styles and formats.
        self._uncounted: set[Element] = set()
        self.root = Element("Document")
        self.notice = self.root.add("P", in_house_language)
        self._article = self.root.add("Art")

    @property
    def compositor(self) -> Compositor:
        """What has made the words."""
        return self._setter.compositor

    @property
    def breaker(self) -> Breaker:
        """What has broken the lines."""
        return self._setter.breaker

    @property
    def pictures(self) -> list[tuple[Figure, str, dict[str, object]]]:
        """What there is to say of pictures: code and facts of a diagnostic."""
        return self._figures.remarks

    @property
    def headings(self) -> list[tuple[Element, str]]:
        """Elements and texts of the headline, then of the crossheads."""
        return [*filter(None, [self._headline]), *self._body.headings]

    def story(self) -> Story:
        """Headline to copyright line."""
        beside, across = self._facts()
        return Story(self._head() + across, self._text(), beside)

    def text(self) -> Iterator[Element]:
        """The elements of the story's text, in reading order, as page maps count its words."""
        headline = self.headings[0][0]
        uncounted = self._uncounted | self._figures.uncounted
        return _below(self._article, {headline, self._aside.element, *uncounted})

    def _head(self) -> list[Block]:
        """What goes across: headline, decks and byline."""
        document = self._document
        title_role = "derived_title" if document.title_derived else "headline"
        blocks = [self._heading(document.title, title_role)]
        decks = (*filter(None, [document.other_headline]), *document.subheadline)
        blocks += self._texts(decks, "subheadline", self._across)
        if document.byline and not self._in_facts("byline"):
            blocks += self._texts((SourceText(document.byline.text),), "byline", self._across)
        self._article.kids.append(self._aside.element)
        return blocks

    def _facts(self) -> tuple[list[Block], list[Block]]:
        """What is about the story: beside its text where the style has a column, or across."""
        if not self._style.data_column.show:
            return [], self._aside.strip(self._across)
        page, width = self._style.page, self._style.data_column.width.pt
        height = (page.height - page.margin_top - page.margin_bottom) / 12700
        beside, across = self._aside.column(width, height, self._across)
        for block in across[-1:]:
            block.after = max(block.after, page.grid.pt)
        return beside, across

    def _text(self) -> list[Block]:
        document = self._document
        blocks = self._texts(document.abstract, "abstract")
        blocks += self._body.blocks(document, self._article)
        if not self._in_facts("credit"):
            closing_credits = tuple(SourceText(credit.text) for credit in document.credits)
            blocks += self._texts(closing_credits, "credit")
        blocks += self._texts(document.boilerplate, "boilerplate")
        closing = [part for part in (document.end_mark, document.copyright) if part]
        blocks += self._texts(tuple(closing), "copyright")
        return blocks

    def _in_facts(self, field: str) -> bool:
        """Whether the style shows the field among the facts; if not, it stands in the text."""
        return field in self._style.data_column.fields

    def _heading(self, text: str, role: str) -> Block:
        element = self._article.add("H1")
        self._headline = (element, text)
        block = self._setter.heading((Text(text),), role, element, self._across)
        if not block.rows:
            # No level of headings may be skipped (ISO 14289-1, 7.4.2).
            self._body.crosshead = "H1"
        return block

    def _texts(
        self, parts: tuple[SourceText, ...], role: str, width: float | None = None
    ) -> list[Block]:
        elements = [self._article.add("P") for _ in parts]
        if role in _UNCOUNTED:
            self._uncounted.update(elements)
        return [
            self._setter.passage((Text(part.text),), role, element, width)
            for part, element in zip(parts, elements, strict=True)
        ]


def _below(element: Element, without: Container[Element]) -> Iterator[Element]:
    for kid in element.kids:
        if isinstance(kid, Element) and kid not in without and kid.type != "Lbl":
            yield kid
            yield from _below(kid, without)
