"""The story as one XHTML document: notice, title, facts, text, and what stands at the end."""

from __future__ import annotations

from exporter.model import Crosshead, Document, SourceText
from exporter.renderers.contract import RenderOptions
from exporter.renderers.epub.blocks import Blocks, Heading, section_identifier
from exporter.renderers.epub.datelines import Dates
from exporter.renderers.epub.figures import Figures
from exporter.renderers.epub.findings import Findings
from exporter.renderers.epub.inlines import Phrases
from exporter.renderers.epub.language import Language, house_attributes
from exporter.renderers.epub.markup import Markup, is_blank
from exporter.renderers.epub.page import page
from exporter.renderers.epub.pagebreaks import PageBreaks
from exporter.renderers.epub.pictures import Picture, Pictures
from exporter.stylesheet import Fact, Stylesheet, Terms, facts, note_to_editors, notice
from exporter.values import Value

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


class Story(Value):
    """The finished document, and what the other parts of the book must know of it."""

    xhtml: str
    headings: tuple[Heading, ...]
    pages: tuple[int, ...]
    pictures: tuple[Picture, ...]
    undescribed: int


class StoryWriter:
    """Writes one story in one house's words."""

    def __init__(
        self,
        document: Document,
        stylesheet: Stylesheet,
        options: RenderOptions,
        markup: Markup,
        language: Language,
    ) -> None:
        self._document = document
        self._stylesheet = stylesheet
        self._markup = markup
        self._language = language
        self._pages = PageBreaks(options.page_map)
        self._dates = Dates(document, options, markup)
        self._terms: Terms = stylesheet.terms_for(document.language)
        self._in_house = house_attributes(document, stylesheet)

    def write(self, pictures: Pictures, findings: Findings) -> Story:
        """The whole document; what it cannot show as sent goes to the findings."""
        markup, pages = self._markup, self._pages
        phrases = Phrases(markup, findings, self._targets(), pages)
        figures = Figures(markup, findings, phrases, pictures, pages)
        blocks = Blocks(markup, findings, phrases, figures, pages)
        parts = (pages.first(), self._header(), self._text(blocks), self._footer(), pages.rest())
        inside = f"<article>\n{''.join(parts)}</article>\n"
        return Story(
            xhtml=page(self._language, markup.line(self._document.title), inside, "bodymatter"),
            headings=tuple(blocks.headings),
            pages=pages.pages,
            pictures=pictures.all(),
            undescribed=figures.undescribed,
        )

    def _targets(self) -> frozenset[str]:
        count = sum(isinstance(block, Crosshead) for block in self._document.body)
        return frozenset(section_identifier(number + 1) for number in range(count))

    # -- above the text -----------------------------------------------------------------------

    def _header(self) -> str:
        document = self._document
        return "".join(
            (
                "<header>\n",
                notice_section(document, self._stylesheet, self._markup),
                self._title(),
                *(self._subheadline(part) for part in document.subheadline),
                self._facts(),
                self._note(),
                "</header>\n",
                self._abstract(),
            )
        )

    def _title(self) -> str:
        """The headline; a title that the sender did not write is set in a role of its own."""
        role = "derived-title" if self._document.title_derived else "headline"
        words = self._markup.line(self._document.title)
        return f'<h1 class="{role}" epub:type="title">{words}</h1>\n' + self._other_headline()

    def _other_headline(self) -> str:
        headline = self._document.other_headline
        if headline is None:
            return ""
        return self._passage(headline, "subheadline")

    def _subheadline(self, part: SourceText) -> str:
        words = self._markup.passage(part.text)
        return f'<p class="subheadline" epub:type="subtitle" role="doc-subtitle">{words}</p>\n'

    def _facts(self) -> str:
        found = facts(self._document, self._stylesheet)
        if not found:
            return ""
        about = self._markup.attribute(self._terms.about)
        entries = "".join(self._fact(fact) for fact in found)
        return f'<section aria-label="{about}">\n<dl class="facts">\n{entries}</dl>\n</section>\n'

    def _fact(self, fact: Fact) -> str:
        in_house = self._in_house if fact.label_by_house else ""
        label = self._markup.text(fact.label)
        value = self._value(fact)
        return (
            f'<div class="fact"><dt class="label"{in_house}>{label}</dt>'
            f'<dd class="value">{value}</dd></div>\n'
        )

    def _value(self, fact: Fact) -> str:
        if fact.field == "date":
            return self._dates.dated(fact.value)
        words = self._markup.passage(fact.value)
        return f'<p class="byline">{words}</p>' if fact.field == "byline" else words

    def _note(self) -> str:
        notes = note_to_editors(self._document, self._stylesheet)
        if not notes:
            return ""
        label = self._markup.text(self._terms.ed_note)
        passages = "".join(f'<p class="ed-note">{self._markup.passage(n)}</p>\n' for n in notes)
        return (
            '<aside class="note" role="note" aria-labelledby="note">\n'
            f'<p class="label" id="note"{self._in_house}>{label}</p>\n{passages}</aside>\n'
        )

    def _abstract(self) -> str:
        if not self._document.abstract:
            return ""
        passages = "".join(self._counted(part, "abstract") for part in self._document.abstract)
        return f'<section epub:type="abstract" role="doc-abstract">\n{passages}</section>\n'

    # -- the text and what follows it ---------------------------------------------------------

    def _text(self, blocks: Blocks) -> str:
        """The house's mark stands after the last word, unless the sender has set one."""
        return blocks.story(self._document.body, self._dateline(), self._end_mark())

    def _dateline(self) -> str:
        """The dateline and a space after it."""
        dateline = self._document.dateline
        if dateline is None:
            return ""
        passage = self._dates.dateline(dateline, self._pages.within(dateline.text))
        return "" if is_blank(passage) else f"{passage.rstrip()} "

    def _end_mark(self) -> str:
        mark = self._markup.text(self._stylesheet.house.end_mark)
        if not mark or self._document.end_mark is not None:
            return ""
        return f'{_NO_BREAK_SPACE}<span class="end-mark" aria-hidden="true">{mark}</span>'

    def _footer(self) -> str:
        document = self._document
        parts = [self._counted(part, "boilerplate") for part in document.boilerplate]
        for closing in (document.end_mark, document.copyright):
            if closing is not None:
                parts.append(self._counted(closing, "copyright"))
        return f"<footer>\n{''.join(parts)}</footer>\n" if parts else ""

    def _counted(self, part: SourceText, role: str) -> str:
        """A passage whose words page maps count."""
        words = self._pages.marked(part.text, self._markup.passage)
        return f'<p class="{role}">{words}</p>\n'

    def _passage(self, part: SourceText, role: str) -> str:
        return f'<p class="{role}">{self._markup.passage(part.text)}</p>\n'


def notice_section(document: Document, stylesheet: Stylesheet, markup: Markup) -> str:
    """What every page of a story says that is not for publication now; nothing for others."""
    text = notice(document, stylesheet)
    if text is None:
        return ""
    embargo = document.embargo.text if document.embargo else ""
    house = text.removesuffix(embargo)
    in_house = house_attributes(document, stylesheet)
    words = markup.text(house)
    if in_house:
        words = f"<span{in_house}>{words}</span>"
    return (
        '<section epub:type="notice" role="doc-notice">\n'
        f'<p class="notice">{words}{markup.passage(embargo)}</p>\n</section>\n'
    )
